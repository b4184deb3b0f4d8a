"""Dates that a sentence asserts of an event: 成立于2006年, 1952年出生, 3月5日，云汀大桥通车."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from factcheck.frame.lexicon import lexicon
from factcheck.frame.topic import phrase_before
from factcheck.model import Quantity, Value
from factcheck.text.words import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.frame.sentence import Sentence
    from factcheck.quantity import DateExpression

_POINTING = (
    "以",
    "于",
    "因",
    "已",
    "正式",
    "中午",
    "该",
    "此",
    "本",
    "这",
    "那",
    "其",
    "每",
    "全国",
    "目前",
    "两",
    "双方",
)  # whom they mean, the text does not say here
_LONGEST = 20  # letters of a subject
_PLACE = r"(?:在[^，。；]{1,14}?)?"
_MANNER = r"(?:正式|首次|隆重|顺利|全线|建成|宣布|依法|全面|同步|圆满|成功)*"
_CLEAN = re.compile(r"^[“”‘’\s、，*>#_-]+|(?:[“”‘’\s、，*>#_-]|于|在|将|已)+$")
_NOBODY = re.compile(
    r"^(?:与|和|由|它|他|她|我)|(?:族|资料|简历|籍|前身|预定|预计|原定|公布|发布|例子|党员|消息|活动)$|^有限公司$|[(（][^)）]*$|^[\W\d_]*$"
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
    """A verb of an event, anywhere."""
    return re.compile(_verbs())


@cache
def _before() -> re.Pattern[str]:
    """成立于 2006年: the verb ahead of its date."""
    return re.compile(rf"(?P<verb>{_verbs()})(?:于|在)(?:了|约)?$")


@cache
def _behind() -> re.Pattern[str]:
    """1952年(在云汀)出生: the verb right behind its date, not of a noun (成立的, 成立大会)."""
    return re.compile(rf" ?{_PLACE}{_MANNER}(?P<verb>{_verbs()})(?:了|于[^，。；]{{1,12}})?(?=[，。；、)）！]|并|$)")


@cache
def _last() -> re.Pattern[str]:
    """3月5日，云汀大桥(在某地)通车: the verb that ends the clause of its date or the next."""
    return re.compile(
        rf"，?(?P<subject>[^，。；、：]{{2,{_LONGEST}}}?){_PLACE}{_MANNER}(?P<verb>{_verbs()})(?=[，。；！]|$)"
    )


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
    if folded.startswith("的", date.end):
        return None
    if match := _before().search(folded[start : date.start]):
        return match["verb"], _subject(sentence, start, start + match.start())
    if _TOLD.match(folded, date.end):
        return None
    if match := _behind().match(folded, date.end, min(sentence.end, end + 1)):
        return match["verb"], _subject(sentence, start, date.start)
    if date.start - start <= 1 and (match := _last().match(folded, date.end, sentence.end)):
        if any(other.start < match.end("verb") and date.end <= other.start for other in sentence.dates):
            return None
        subject = _CLEAN.sub("", match["subject"])
        return (match["verb"], subject) if _is_phrase(sentence, match.start("subject"), match.end("subject")) else None
    return None


def _subject(sentence: Sentence, start: int, end: int) -> str:
    """The noun phrase that ends a stretch of a clause; the name of an earlier clause where there is none."""
    phrase = _CLEAN.sub("", phrase_before(sentence, start, end))
    if len(phrase) > 1:
        return phrase
    if sentence.folded[start:end].strip("，, （("):
        return ""
    for first, last in sentence.clauses_before(start):
        for name in sentence.names:
            if (
                first <= name.start
                and name.end <= last
                and not (name.oblique or name.weak)
                and not _NOBODY.search(name.text)
            ):
                return name.text
        if (head := _head(sentence, first, last)) and not _NOBODY.search(head):
            return head
    return ""


def _head(sentence: Sentence, first: int, last: int) -> str:
    """The words of a clause up to its first verb: 扎维亚 of 扎维亚位于西部."""
    head = ""
    for word, _ in sentence.words_between(first, last):
        if tag(word)[0] in "vpdcmt":
            break
        head += word
    head = _CLEAN.sub("", head)
    return head if 1 < len(head) <= _LONGEST // 2 else ""


def _is_phrase(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch is a noun phrase: a name or nouns to its end, no verb with an object."""
    phrase = phrase_before(sentence, start, end)
    return len(phrase) >= (end - start) * 2 // 3


def _quantity(date: DateExpression) -> Quantity:
    return Quantity(
        start=date.start, end=date.end, text=date.text, kind="date", low=Decimal(date.first or 0),
        high=Decimal(date.last or 0), unit="", qualifier="exact" if date.first == date.last else "range",
    )  # fmt: skip
