"""Two figures of one event that differ: the levels that tell one fact, wrong in one article, from two facts.

What is asked here: has the difference the form of a slip, do the figures around it fit, is there a likelier partner,
and do the two articles differ in much else? These levels and those of the words (`retellings.py`) are weighed together;
the weights, in data/retellings.yaml, are fitted by training/fit_differences.py.
"""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factcheck.outcome import Outcome
from factcheck.quantity.precision import last_digit
from factcheck.verdict import convert_sides, significant_digits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Claim, Pair
    from factcheck.pair.surroundings import Meeting

_TELLING = 3  # digits; a slip of fewer is common by chance
_MOST = 4  # digits from which all figures are alike long
_TWO = 2
_TWO_DIGITS = 10  # a figure of fewer digits rounds anything; of one that is so many times another, no digit is wrong
_TIMES = (("near", Fraction(11, 10)), ("close", Fraction(13, 10)), ("fair", Fraction(2)), ("wide", Fraction(5)))
_RIVALS = (-1.0, 1.0, 3.0, 6.0)  # bits
_RIVAL_LEVELS = ("stronger", "equal", "weaker", "weak", "none")
_OTHERS = (1, 3, 6)
_OTHER_LEVELS = ("none", "few", "several", "many")
_LENGTHS = ("one", "one", "two", "three", "four")
_NEIGHBOURS = {"both": "beside", "next": "beside", "sentence": "beside"}
SLIPS = frozenset({"telling", "slip", "digit_3", "digit_4"})  # forms that two facts have by chance only
# Comparison → the levels on which a difference can land.
DIFFERENCE_LEVELS: Mapping[str, frozenset[str]] = {
    "form": SLIPS | {"swap", "digit_2", "near", "close", "fair", "wide", "far"},
    "length": frozenset(_LENGTHS),
    "neighbours": frozenset({"amount", "amounts", "beside", "around", "distant", "alone", "none"}),
    "rival": frozenset(_RIVAL_LEVELS),
    "others": frozenset(_OTHER_LEVELS),
    "people": frozenset({"shared", "apart"}),
}


class Standing(NamedTuple):
    """What the other pairs of two articles say of one: all that its own words do not.

    `margin` is by how many bits its words fit better than those of the best other partner of either figure, `others` in
    how many other facts the two articles seem to differ, `strangers` whether each is about somebody or something that
    the other never names.
    """

    margin: float
    others: int
    strangers: bool


def land_difference(pair: Pair, meeting: Meeting, standing: Standing) -> dict[str, str]:
    """Comparison → the level on which a difference lands."""
    return {
        "form": find_form(pair),
        "length": _LENGTHS[min(_MOST, _count_digits(pair))],
        "neighbours": _find_neighbours(meeting),
        "rival": _RIVAL_LEVELS[bisect_right(_RIVALS, standing.margin)],
        "others": _OTHER_LEVELS[bisect_right(_OTHERS, standing.others)],
        "people": "apart" if standing.strangers else "shared",
    }


def _find_neighbours(meeting: Meeting) -> str:
    """Which figures around the two fit; of what a change is one knows by its amount."""
    if meeting.of_one_amount:
        return "amount"
    return "amounts" if meeting.of_two_amounts else _NEIGHBOURS.get(meeting.company, meeting.company)


def changes_one_amount(pair: Pair) -> bool:
    """Whether a difference is one of two changes of the same amount, so that no other fact can explain it."""
    return any((level.comparison, level.level) == ("neighbours", "amount") for level in pair.levels)


def find_form(pair: Pair) -> str:
    """What the difference of two figures looks like: a slip, one digit, or how many times the one is the other.

    What is many times the other is most often another thing; a slip of three digits and more is no chance.
    """
    if pair.verdict == Outcome.SLIP and pair.a.kind != "fraction":  # thirds and eighths have no digits to slip
        return "telling" if _count_digits(pair) >= _TELLING else "slip"
    times = divide_sides(pair)
    if times is not None and times < _TWO_DIGITS and _are_swapped(pair.a, pair.b):
        return "swap"
    if times is not None and times < _TWO_DIGITS and _differ_in_a_digit(pair.a, pair.b):
        return f"digit_{min(_MOST, len(_list_digits(pair.a)))}"
    return find_ratio(pair)


def find_ratio(pair: Pair) -> str:
    """How many times the smaller of two figures the larger one is: near, close, fair, wide or far."""
    times = divide_sides(pair)
    return "far" if times is None else next((name for name, most in _TIMES if times < most), "far")


def divide_sides(pair: Pair) -> Fraction | None:
    """How many times the smaller figure the larger one is; None where one is nothing."""
    _, *sides = convert_sides(pair.a, pair.b)
    ends = [side.low if side.low is not None else side.high for side in sides]
    values = [abs(Fraction(end)) for end in ends if end is not None]
    return None if len(values) < len(ends) or not all(values) else max(values) / min(values)


def may_round(a: Claim, b: Claim) -> bool:
    """4310万 of 4307万: whether one figure may be the other, rounded to the digits that it does not end in nought."""
    _, *sides = convert_sides(a, b)
    ends = [side.low if side.low is not None else side.high for side in sides]
    one, other = (Fraction(end or 0) for end in ends)
    return _rounds_to(one, other) or _rounds_to(other, one)


def _rounds_to(fine: Fraction, coarse: Fraction) -> bool:
    if coarse <= 0:
        return False
    step = last_digit(coarse)
    return step > 0 and coarse / step >= _TWO_DIGITS and abs(fine - coarse) <= step / 2


def _count_digits(pair: Pair) -> int:
    return min(len(significant_digits(claim)) for claim in (pair.a, pair.b))


def _list_digits(claim: Claim) -> str:
    return "".join(letter for letter in claim.text if letter.isdecimal())


def _are_swapped(a: Claim, b: Claim) -> bool:
    """Whether the two digits that two figures have stand in turned order: 28 and 82; of more digits it is a slip."""
    one, other = significant_digits(a), significant_digits(b)
    return len(one) == _TWO and one != other and one == other[::-1] and a.kind != "fraction"


def _differ_in_a_digit(a: Claim, b: Claim) -> bool:
    """Whether two figures in Arabic numerals are alike but for one digit of two and more."""
    one, other = _list_digits(a), _list_digits(b)
    if len(one) != len(other) or len(one) < _TWO:
        return False
    return sum(x != y for x, y in zip(one, other, strict=True)) == 1
