"""Dates that a sentence asserts of an event: 成立于2006年, 1952年出生, 3月5日，云汀大桥通车."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.frame.introductions import first_words, introduced_name, is_name
from factcheck.frame.life_dates import find_life_dates
from factcheck.frame.wording import phrase_before
from factcheck.model import Quantity, Value
from factcheck.quantity.precision import step_in_digits
from factcheck.text.words import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.frame.sentence import Sentence
    from factcheck.lexicon import FrameLexicon
    from factcheck.quantity import DateExpression

_NAMED = 5  # letters from which a meeting or an accident is told from others


class EventDate(Value, frozen=True):
    """A date that tells when something happened; `event` is the verb, `subject` who or what it happened to."""

    date: Quantity
    event: str
    subject: str


def find_event_dates(sentence: Sentence) -> Iterator[EventDate]:
    """The dates that the sentence asserts of an event with a subject; those of a life in brackets first."""
    for life in find_life_dates(sentence):
        yield EventDate(date=_as_quantity(life.date), event=life.event, subject=life.subject)
    for date in sentence.dates:
        if date.first is None or date.last is None or (date.period or "by").startswith(("by", "since")):
            continue
        found = _find_event(sentence, date)
        if found is not None and _names_somebody(*found, sentence.lexicon):
            yield EventDate(date=_as_quantity(date), event=found[0], subject=found[1])


def _names_somebody(event: str, subject: str, lexicon: FrameLexicon) -> bool:
    """Whether a subject tells one thing from others of its kind."""
    words, nobody = lexicon.words, lexicon.events.nobody
    if len(subject) < 2 or subject.startswith(words.pointing) or nobody.search(subject) or tag(subject)[0] == "v":
        return False
    if subject in words.actors or subject in words.organisations:
        return False
    return event not in words.common_events or len(subject) >= _NAMED


def _find_event(sentence: Sentence, date: DateExpression) -> tuple[str, str] | None:
    """The event verb and its subject, folded."""
    folded, of, patterns = sentence.folded, sentence.lexicon.words.of, sentence.lexicon.events
    start, end = sentence.clause_of(date.start)
    if (ahead := _find_verb_before(sentence, start, date)) is not None:
        verb, at = ahead
        if folded.startswith(of, date.end):
            return verb, _described_name(sentence, start, date.end + 1, end)
        return verb, _find_subject(sentence, start, at)
    if folded.startswith(of, date.end):
        return None
    if patterns.framing.match(folded, date.end):
        return None
    if match := patterns.behind.match(folded, date.end, min(sentence.end, end + 1)):
        return match["verb"], _find_subject(sentence, start, date.start)
    match = patterns.became.match(folded, date.end, min(sentence.end, end + 1))
    if match is not None and tag(match["verb"][:2])[0] == "v":
        return match["verb"], _find_subject(sentence, start, date.start)
    return _event_ending_clause(sentence, date) if date.start - start <= 1 else None


def _find_verb_before(sentence: Sentence, start: int, date: DateExpression) -> tuple[str, int] | None:
    """The verb ahead of its date and where it begins: a verb of an event, or any with 于."""
    folded, lexicon = sentence.folded, sentence.lexicon
    if match := lexicon.events.before.search(folded[start : date.start]):
        return match["verb"], start + match.start()
    if not folded.endswith(lexicon.words.at, start, date.start):
        return None
    words = sentence.words_between(start, date.start - 1)
    if words and len(words[-1][0]) > 1 and tag(words[-1][0]) in {"v", "vn"}:
        return words[-1][0], words[-1][1][0]
    return None


def _described_name(sentence: Sentence, start: int, behind: int, end: int) -> str:
    """Whom 开发于1996年的 describes: what its clause goes on to speak of, or what an earlier one has spoken of."""
    spans = [(behind, end), *sentence.clauses_before(start)]
    return next((name for span in spans if (name := introduced_name(sentence, *span)) is not None), "")


def _event_ending_clause(sentence: Sentence, date: DateExpression) -> tuple[str, str] | None:
    """3月5日，云汀大桥通车: the date heads a clause that its event ends."""
    match = sentence.lexicon.events.last.match(sentence.folded, date.end, sentence.end)
    if match is None or any(date.end <= other.start < match.end("verb") for other in sentence.dates):
        return None
    if not _is_phrase(sentence, match.start("subject"), match.end("subject")):
        return None
    return match["verb"], sentence.lexicon.names.clean.sub("", match["subject"])


def _find_subject(sentence: Sentence, start: int, end: int) -> str:
    """The noun phrase that ends a stretch of a clause; the name of an earlier clause where there is none."""
    lexicon = sentence.lexicon
    clean, nobody = lexicon.names.clean, lexicon.events.nobody
    end -= end > start and sentence.folded[end - 1] in lexicon.words.at_or_in
    phrase = clean.sub("", phrase_before(sentence, start, end))
    if len(phrase) > 1:
        return phrase
    if start == sentence.start and is_name(whole := clean.sub("", sentence.folded[start:end]), lexicon):
        return whole
    if sentence.folded[start:end].strip("，, （("):
        return ""
    for first, last in sentence.clauses_before(start):
        if (topic := introduced_name(sentence, first, last)) is not None:
            return topic
        for name in sentence.names_in(first, last):
            if not nobody.search(name.text):
                return name.text
        if (head := first_words(sentence, first, last)) and not nobody.search(head):
            return head
    return ""


def _is_phrase(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch is a noun phrase: a name or nouns to its end, no verb with an object."""
    phrase = phrase_before(sentence, start, end)
    return len(phrase) >= (end - start) * 2 // 3


def _as_quantity(date: DateExpression) -> Quantity:
    first, last = Decimal(date.first or 0), Decimal(date.last or 0)
    return Quantity(
        start=date.start, end=date.end, text=date.text, kind="date", low=first, high=last, unit="",
        qualifier="exact" if first == last else "range", step=step_in_digits(date.text, first) or Decimal(0),
    )  # fmt: skip
