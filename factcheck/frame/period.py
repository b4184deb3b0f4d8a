"""When: the date expression that governs a figure, or the year of its document where the measure is a flow."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.frame.sentence import Sentence
    from factcheck.frame.topic import Topic
    from factcheck.lexicon import FrameLexicon
    from factcheck.model import Document, Quantity, Span, Status
    from factcheck.quantity import DateExpression

_HEAD = 120  # letters at the top of an article that may hold its own date line
_LASTING = frozenset({"length", "area", "age", "rank", "date", "speed", "temperature", "duration", "volume", "mass"})
_TOLD = dt.date(1900, 1, 1).toordinal()
_MONTH = re.compile(r"^\d{4}-\d{2}$")
_LONG_PAST = 4  # months; nobody forecasts the figure of a month that is longer over
_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")


def publication_date(document: Document, folded: str, lexicon: FrameLexicon) -> str | None:
    """The document's date, else the full date in the line at its top; ISO, maybe partial."""
    if document.date:
        return document.date
    match = lexicon.periods.date_line.search(folded, 0, _HEAD)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def stated_period(
    sentence: Sentence, quantity: Quantity, aspects: frozenset[str], *, wish: Status, published: str | None
) -> str | None:
    """The period that the sentence gives the figure; None where it says none.

    `wish` is the status of the figure: 预计12月份, written in July, is the December to come.
    """
    return _move_wish(sentence, _period_in_words(sentence, quantity, aspects), wish, published)


def period_of_date(
    sentence: Sentence, date: DateExpression, quantity: Quantity, *, wish: Status, published: str | None
) -> str | None:
    """The period of a figure that a date of its sentence governs, as `stated_period`."""
    return _move_wish(sentence, _period_itself(sentence, date, quantity), wish, published)


def _move_wish(sentence: Sentence, period: str | None, wish: Status, published: str | None) -> str | None:
    """A month long past of which something is forecast is that of the year to come."""
    if wish in {"forecast", "target"} and published and period and _MONTH.match(period):
        year, month = int(period[:4]), int(period[5:])
        past = (int(published[:4]) - year) * 12 + int(published[5:7] or 0) - month
        last = sentence.lexicon.words.last_of_time
        if past > _LONG_PAST and not any(f"{year}" in d.text or last in d.text for d in sentence.dates):
            return f"{year + 1:04}-{month:02}"
    return period


def _period_in_words(sentence: Sentence, quantity: Quantity, aspects: frozenset[str]) -> str | None:
    if (beside := _bracketed_period(sentence, quantity)) is not None:
        return beside
    clause = sentence.clause_of(quantity.start)
    for date in reversed([d for d in sentence.dates if d.end <= quantity.start]):
        if _is_unknown(date) and not _is_reference(sentence, date):
            return None  # of a time that cannot be read, not of the one before it
        if date.period and _governs(sentence, date, quantity, clause, aspects):
            return _period_itself(sentence, date, quantity)
    behind = [
        d for d in sentence.dates if quantity.end <= d.start < clause[1] and d.period and not _is_titled(sentence, d)
    ]
    later = [other.start for other in sentence.quantities if other.start >= quantity.end]
    if behind and not any(other < behind[0].start for other in later) and not is_publication(sentence, behind[0]):
        return behind[0].period
    return None


def _is_titled(sentence: Sentence, date: DateExpression) -> bool:
    """Whether a date stands in the title of a book or a plan."""
    ahead = sentence.folded[sentence.start : date.start]
    return ahead.rfind("《") > ahead.rfind("》")


def _bracketed_period(sentence: Sentence, quantity: Quantity) -> str | None:
    """28%(2023年数据): a date in brackets right behind the figure."""
    for date in sentence.dates:
        gap = sentence.folded[quantity.end : date.start] if date.start >= quantity.end else ""
        if date.period and gap and gap[0] in "(（" and not any(mark in gap for mark in ")）"):
            return date.period
    return None


def _is_unknown(date: DateExpression) -> bool:
    """Whether nothing says when a time was, whatever the date of the article."""
    return date.period is None and not date.relative


def _is_history(date: DateExpression) -> bool:
    """Whether a date lies before the time of which figures are told, as that of a foundation."""
    return date.last is not None and date.last < _TOLD


def _is_reference(sentence: Sentence, date: DateExpression) -> bool:
    """比2023年增长5%, 从去年的490亿增加到502亿: whether a date is that of the other side."""
    return sentence.lexicon.periods.reference_ahead.search(sentence.folded[sentence.start : date.start]) is not None


def _governs(
    sentence: Sentence, date: DateExpression, quantity: Quantity, clause: Span, aspects: frozenset[str]
) -> bool:
    """Whether a date before a figure tells when the figure holds."""
    patterns, edition = sentence.lexicon.periods, sentence.lexicon.words.edition
    if is_publication(sentence, date) or (date.text and sentence.folded[date.end : date.end + 2] == edition):
        return False
    if date.period and date.period.startswith("since") and patterns.record_behind.match(sentence.folded, date.end):
        return False
    own = sentence.clause_of(date.start) == clause
    if (patterns.window.search(date.text) or _is_history(date)) and not own:
        return False
    if _is_reference(sentence, date):
        return bool(patterns.own.fullmatch(sentence.folded[date.end : quantity.start])) and "change" not in aspects
    return not ("to" in aspects and own and _is_of_other_figure(sentence, date, quantity))


def _is_of_other_figure(sentence: Sentence, date: DateExpression, quantity: Quantity) -> bool:
    """Whether another figure stands between a date and this one: the date is that figure's."""
    ahead = sentence.folded[sentence.start : date.start]
    if not sentence.lexicon.periods.from_ahead.search(ahead):
        return False
    return any(date.end <= other.start and other.end <= quantity.start for other in sentence.quantities)


def _period_itself(sentence: Sentence, date: DateExpression, quantity: Quantity) -> str | None:
    """从去年的490亿: the year itself, not since it."""
    period = date.period or ""
    own = sentence.lexicon.periods.own
    if period.startswith("since ") and own.fullmatch(sentence.folded[date.end : quantity.start]):
        return period[6:]
    return period


def is_day(period: str) -> bool:
    """Whether a period is one day."""
    return _DAY.match(period) is not None


def is_publication(sentence: Sentence, date: DateExpression) -> bool:
    """记者5日获悉, 5月10日，国家统计局发布数据: a day on which something was published."""
    if date.period is None or not is_day(date.period):
        return False
    end = sentence.clause_of(date.start)[1]
    if sentence.folded[date.end : end].strip("，, ") == "":
        after = [span for span in sentence.clauses if span[0] > date.end]
        end = after[0][1] if after else end
    first = min([end, *(q.start for q in sentence.quantities if q.start >= date.end)])
    return sentence.lexicon.periods.published.search(sentence.folded[date.end : first]) is not None


def _is_unread(sentence: Sentence) -> bool:
    """Whether a sentence names a time that cannot be read: then the year of its document is none."""
    if any(date.period is None for date in sentence.dates):
        return True
    read = [(date.start, date.end) for date in sentence.dates]
    found = sentence.lexicon.periods.doubtful.finditer(sentence.folded, sentence.start, sentence.end)
    return any(not any(a <= match.start() < b for a, b in read) for match in found)


class RunningPeriod:
    """The last year or months a paragraph named, which hold for the flows behind them."""

    def __init__(self, date: str | None) -> None:
        """For an article of this date."""
        self._date = date
        self._period: str | None = None
        self._unread = False  # whether the last time was one that cannot be read
        self._at = 0

    def __copy__(self) -> RunningPeriod:
        """What is known up to here; quicker than `copy` would be, which asks how."""
        same = RunningPeriod(self._date)
        same._period, same._unread, same._at = self._period, self._unread, self._at
        return same

    def after(self, sentence: Sentence) -> None:
        """Let one sentence pass."""
        if "\n" in sentence.folded[self._at : sentence.start]:
            self._period, self._unread = None, False
        window = sentence.lexicon.periods.window
        for date in sentence.dates:
            if _is_unknown(date) and not _is_reference(sentence, date):
                self._period, self._unread = None, True
            if date.period and not _DAY.match(date.period) and not window.search(date.text):
                self._period, self._unread = date.period, False
        self._at = sentence.end

    def infer_period(self, sentence: Sentence, quantity: Quantity, topic: Topic, status: Status) -> str | None:
        """The period of a flow that its sentence does not date: its paragraph's, else the document's year."""
        words, patterns = (topic.measure or "") + topic.slot.raw + topic.tail, sentence.lexicon.periods
        lasting = quantity.kind in _LASTING and not patterns.built.search(words)
        if lasting or status == "rule" or not patterns.flow.search(words) or patterns.no_flow.search(words):
            return None
        if _is_unread(sentence):
            return None
        same = "\n" not in sentence.folded[self._at : sentence.start]
        if same and self._period and not self._period.startswith(("by", "since")):
            return self._period
        if same and self._unread:
            return None
        return self._date[:4] if self._date else None
