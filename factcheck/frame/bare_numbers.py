"""Bare numbers that claim something: 人口为1200万 counts, 票房破5亿 and 斥资4000万 are money; others claim nothing."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from factcheck.frame.wording import join_words
from factcheck.quantity.letters import is_han

if TYPE_CHECKING:
    from factcheck.frame.sentence import Sentence
    from factcheck.frame.topic import Topic
    from factcheck.lexicon import FrameLexicon
    from factcheck.model import Claim, Kind, Quantity

_PAID = 12  # letters before a figure in which its verb stands


def is_paid(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a bare figure of 万 or 亿 is money by the verb before it: 斥资4000万, 被骗80万."""
    folded, start, end, lexicon = sentence.folded, quantity.start, quantity.end, sentence.lexicon
    if not lexicon.large.search(folded, start, end):
        return False
    verb = lexicon.paid.search(folded, max(sentence.start, start - _PAID), start)
    if verb is None:
        return False
    behind = folded[end : end + 1]
    return verb["open"] is None or not is_han(behind) or behind in lexicon.paid_goes_on


def read_bare_number(
    sentence: Sentence, quantity: Quantity, about: Topic, sides: frozenset[str], before: Claim | None
) -> Quantity | None:
    """The quantity; a bare number as the count or the money that its measure makes it, None where nothing does.

    `sides` are its aspects, `before` is the claim before it in the sentence.
    """
    if quantity.kind != "number":
        return quantity
    lexicon, measure = sentence.lexicon, about.measure or ""
    listed = before is not None and before.measure == measure and before.kind in {"count", "money"}
    moved = before is not None and "from" in before.aspects and "to" in sides  # 参保人数从128万增至192万
    large = lexicon.large.search(sentence.folded, quantity.start, quantity.end) is not None
    if about.bare in lexicon.counted_things and large:
        return msgspec.structs.replace(quantity, kind="count")  # 投资20亿，创造职位3万
    if before is not None and listed and about.carried and (about.bare or moved):
        return msgspec.structs.replace(quantity, kind=before.kind, unit=before.unit)
    letter = len(quantity.text) == 1 and is_han(quantity.text)
    if not measure or letter or (quantity.qualifier == "exact" and lexicon.magnitudes.fullmatch(quantity.text)):
        return None  # GDP万亿城市, 一
    if about.carried and not (large and _goes_on(about)):
        return None
    kind = _kind_of(measure, lexicon, large=large)
    if kind == "count" and not large and _is_broken(quantity):
        return None  # 7.21伤者: a day that names an event; nobody counts a part of a person
    if kind is None and not about.carried and not about.slot.tail:  # the measure may be the last word of it only
        kind = _kind_of(join_words(about.slot.lead), lexicon, large=large)
    if kind is None:
        return None
    return msgspec.structs.replace(quantity, kind=kind, unit=lexicon.words.money_unit if kind == "money" else "")


def _is_broken(quantity: Quantity) -> bool:
    return any(end is not None and Fraction(end).denominator > 1 for end in (quantity.low, quantity.high))


def _goes_on(about: Topic) -> bool:
    """Whether nothing of its own is said of a figure: 用户增长2%至13亿."""
    return not about.slot.lead and not about.slot.tail and about.bare is None


def _kind_of(measure: str, lexicon: FrameLexicon, *, large: bool) -> Kind | None:
    if lexicon.count_measures.search(measure) or (large and lexicon.counted_persons.search(measure)):
        return "count"
    return "money" if lexicon.money_measures.search(measure) else None
