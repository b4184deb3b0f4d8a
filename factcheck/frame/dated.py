"""Dates that a sentence asserts of an event: 成立于2006年, 1952年出生, 3月5日，云汀大桥通车."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from factcheck.frame.introduced import CLEAN, first_words, introduced, is_name
from factcheck.frame.lexicon import lexicon
from factcheck.frame.wording import phrase_before
from factcheck.model import Quantity, Value
from factcheck.quantity.precision import step_in_digits
from factcheck.text.words import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.frame.sentence import Sentence
    from factcheck.quantity import DateExpression

# Whom these mean, the sentence does not say.
_POINTING = (
    "以", "于", "因", "已", "正式", "中午", "该", "此", "本", "这", "那", "其", "每", "全国", "目前", "两", "双方",
)  # fmt: skip
_LONGEST = 20  # letters of a subject
_PLACE = r"(?:在[^，。；]{1,14}?)?"
# how it came about, in a few words at most: more of them would be tried from each place where a subject may begin
_MANNER = r"(?:正式|首次|隆重|顺利|全线|建成|宣布|依法|全面|同步|圆满|成功){0,4}"
_NOBODY = re.compile(
    r"^(?:与|和|由|它|他|她|我)|(?:族|资料|简历|籍|前身|预定|预计|原定|公布|发布|例子|党员|消息|活动)$|"
    r"^有限公司$|[(（][^)）]*$|^[\W\d_]*$"
)
_COMMON_EVENTS = frozenset({"发生", "举行", "举办", "召开", "实施", "出版", "发行", "生效", "施行"})
_NAMED = 5  # letters from which a meeting or an accident is told from others
_TOLD = re.compile(r"以来|之前|以前|之后|以后|前后|左右|期间|[前后起](?:，|$)")


class Dated(Value, frozen=True):
    """A date that tells when something happened; `event` is the verb, `subject` who or what it happened to."""

    date: Quantity
    event: str
    subject: str


@cache
def _verbs() -> str:
    return "|".join(sorted(lexicon().events, key=len, reverse=True))


@cache
def mentions_event() -> re.Pattern[str]:
    """A verb of an event, anywhere; 于, which makes one of any verb; or 为, as in 登录为."""
    return re.compile(rf"{_verbs()}|[于为]")


@cache
def _before() -> re.Pattern[str]:
    """成立于 2006年: the verb ahead of its date."""
    return re.compile(rf"(?P<verb>{_verbs()})(?:于|在)(?:了|约)?$")


# 登录为市定古迹, 更名为云汀师专: what it became is part of the event.
_BECAME = re.compile(r" ?(?P<verb>[\u4e00-\u9fff]{1,4}?(?:为|列入|入选)[^，。；、)）！]{2,14})(?=[，。；、)）！]|$)")


@cache
def _behind() -> re.Pattern[str]:
    """1952年(在云汀)出生: the verb right behind its date, not of a noun (成立的, 成立大会)."""
    return re.compile(rf" ?{_PLACE}{_MANNER}(?P<verb>{_verbs()})(?:了|于[^，。；]{{1,12}})?(?=[，。；、)）！]|并|$)")


@cache
def _last() -> re.Pattern[str]:
    """3月5日，云汀大桥(在某地)通车: the verb that ends the clause of its date or the next."""
    subject = rf"(?P<subject>[^，。；、：]{{2,{_LONGEST}}}?)"
    return re.compile(rf"，?{subject}{_PLACE}{_MANNER}(?P<verb>{_verbs()})(?=[，。；！]|$)")


def dated(sentence: Sentence) -> Iterator[Dated]:
    """The dates that the sentence asserts of an event with a subject, in order."""
    for date in sentence.dates:
        if date.first is None or date.last is None or (date.period or "by").startswith(("by", "since")):
            continue
        found = _event(sentence, date)
        if found is not None and _names_somebody(*found):
            yield Dated(date=_quantity(date), event=found[0], subject=found[1])


def _names_somebody(event: str, subject: str) -> bool:
    """Whether a subject tells one thing from others of its kind."""
    if len(subject) < 2 or subject.startswith(_POINTING) or _NOBODY.search(subject) or tag(subject)[0] == "v":
        return False
    if subject in lexicon().actors or subject in lexicon().organisations:
        return False
    return event not in _COMMON_EVENTS or len(subject) >= _NAMED


def _event(sentence: Sentence, date: DateExpression) -> tuple[str, str] | None:
    """The event verb and its subject, folded."""
    folded = sentence.folded
    start, end = sentence.clause_of(date.start)
    if (ahead := _verb_before(sentence, start, date)) is not None:
        verb, at = ahead
        if folded.startswith("的", date.end):
            return verb, _described(sentence, start, date.end + 1, end)
        return verb, _subject(sentence, start, at)
    if folded.startswith("的", date.end):
        return None
    if _TOLD.match(folded, date.end):
        return None
    if match := _behind().match(folded, date.end, min(sentence.end, end + 1)):
        return match["verb"], _subject(sentence, start, date.start)
    if (match := _BECAME.match(folded, date.end, min(sentence.end, end + 1))) and tag(match["verb"][:2])[0] == "v":
        return match["verb"], _subject(sentence, start, date.start)
    return _ahead(sentence, date) if date.start - start <= 1 else None


def _verb_before(sentence: Sentence, start: int, date: DateExpression) -> tuple[str, int] | None:
    """The verb ahead of its date and where it begins: a verb of an event, or any with 于."""
    folded = sentence.folded
    if match := _before().search(folded[start : date.start]):
        return match["verb"], start + match.start()
    if not folded.endswith("于", start, date.start):
        return None
    words = sentence.words_between(start, date.start - 1)
    if words and len(words[-1][0]) > 1 and tag(words[-1][0]) in {"v", "vn"}:
        return words[-1][0], words[-1][1][0]
    return None


def _described(sentence: Sentence, start: int, behind: int, end: int) -> str:
    """Whom 开发于1996年的 describes: what its clause goes on to speak of, or what an earlier one has spoken of."""
    spans = [(behind, end), *sentence.clauses_before(start)]
    return next((name for span in spans if (name := introduced(sentence, *span)) is not None), "")


def _ahead(sentence: Sentence, date: DateExpression) -> tuple[str, str] | None:
    """3月5日，云汀大桥通车: the date heads a clause that its event ends."""
    match = _last().match(sentence.folded, date.end, sentence.end)
    if match is None or any(date.end <= other.start < match.end("verb") for other in sentence.dates):
        return None
    if not _is_phrase(sentence, match.start("subject"), match.end("subject")):
        return None
    return match["verb"], CLEAN.sub("", match["subject"])


def _subject(sentence: Sentence, start: int, end: int) -> str:
    """The noun phrase that ends a stretch of a clause; the name of an earlier clause where there is none."""
    end -= end > start and sentence.folded[end - 1] in "于在"
    phrase = CLEAN.sub("", phrase_before(sentence, start, end))
    if len(phrase) > 1:
        return phrase
    if start == sentence.start and is_name(whole := CLEAN.sub("", sentence.folded[start:end])):
        return whole
    if sentence.folded[start:end].strip("，, （("):
        return ""
    for first, last in sentence.clauses_before(start):
        if (topic := introduced(sentence, first, last)) is not None:
            return topic
        for name in sentence.names_in(first, last):
            if not _NOBODY.search(name.text):
                return name.text
        if (head := first_words(sentence, first, last)) and not _NOBODY.search(head):
            return head
    return ""


def _is_phrase(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch is a noun phrase: a name or nouns to its end, no verb with an object."""
    phrase = phrase_before(sentence, start, end)
    return len(phrase) >= (end - start) * 2 // 3


def _quantity(date: DateExpression) -> Quantity:
    first, last = Decimal(date.first or 0), Decimal(date.last or 0)
    return Quantity(
        start=date.start, end=date.end, text=date.text, kind="date", low=first, high=last, unit="",
        qualifier="exact" if first == last else "range", step=step_in_digits(date.text, first) or Decimal(0),
    )  # fmt: skip
