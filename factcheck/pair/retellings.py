"""One event in the words of two articles: the levels on which two of their figures land.

Inside one event wording says little, so these comparisons ask for concepts, company and what is left over. The weights
in data/retellings.yaml are fitted by training/fit_pairs.py.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factcheck.pair.comparison import Sides
from factcheck.pair.comparisons import ASPECTS, MEASURE, PERIOD, PLACE, STATUS, SUBJECT, UNIT
from factcheck.pair.likeness import measure_likeness
from factcheck.pair.measures import MeasureLevel, read_concepts, relate_measures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.pair.surroundings import Meeting, Surroundings

_SHARES = (0.05, 0.2, 0.4, 0.65)  # of concepts in common
_LETTERS = (0.03, 0.08, 0.15, 0.25, 0.45)  # of pairs of letters in common
_BITS = (3.0, 7.0, 13.0)
_LEFT = (1.0, 4.0, 8.0, 13.0)  # bits left over
_EVENTS = (0.25, 0.45)
_GRADES = ("none", "little", "some", "much", "most")
_FRAMES = (MEASURE, SUBJECT, PLACE, PERIOD, STATUS, ASPECTS, UNIT)


def _grade(value: float | None, cuts: tuple[float, ...]) -> str:
    return "unknown" if value is None else _GRADES[bisect_right(cuts, value)]


def land_retelling(meeting: Meeting, likeness: float) -> dict[str, str]:
    """Comparison → the level on which two figures land; `likeness` is that of the two articles (`events.Event`)."""
    one, other = meeting.one, meeting.other
    a, b = one.view, other.view
    sides = Sides(a, b, meeting.stats)
    letters = measure_likeness(one.folded, (a.claim.start, a.claim.end), other.folded, (b.claim.start, b.claim.end))
    elsewhere, never = meeting.left
    landed = {comparison.name: comparison.land(sides) for comparison in _FRAMES}
    return landed | {
        "concept": _relate(meeting),
        "ahead": _grade(meeting.share(one.ahead, other.ahead), _SHARES),
        "back": _grade(meeting.share(one.back, other.back), _SHARES),
        "clause": _grade(meeting.share(one.clause, other.clause), _SHARES),
        "sentence": _grade(meeting.share(one.sentence, other.sentence), _SHARES),
        "shared": _grade(meeting.shared, _BITS),
        "crossed": _grade(meeting.crossed, (0.2, 0.5, 0.9)),
        "letters": _LETTER_GRADES[bisect_right(_LETTERS, letters)],
        "elsewhere": _grade(elsewhere, _LEFT),
        "never": _grade(never, _LEFT),
        "beside": meeting.company,
        "event": _EVENT_LEVELS[bisect_right(_EVENTS, likeness)],
    }


def _relate(meeting: Meeting) -> str:
    """What the measures are to one another by their concepts; of one that is not named, what stands before it."""
    one, other = meeting.one, meeting.other
    return relate_measures(_name_measure(one), _name_measure(other), one.view.lexicon).level.value


def _name_measure(side: Surroundings) -> frozenset[str]:
    measure = side.view.claim.measure
    return read_concepts(measure, side.view.lexicon) if measure else side.ahead


_LETTER_GRADES = (*_GRADES, "all")
_EVENT_LEVELS = ("loose", "like", "same")
_GRADED = frozenset(_GRADES)
_SHARED = frozenset(_GRADES[: len(_BITS) + 1])
# Comparison → the levels on which it can land.
RETELLING_LEVELS: Mapping[str, frozenset[str]] = {
    one.name: frozenset(level.name for level in one.levels) for one in _FRAMES
} | {
    "concept": frozenset(level.value for level in MeasureLevel),
    "ahead": _GRADED | {"unknown"},
    "back": _GRADED | {"unknown"},
    "clause": _GRADED | {"unknown"},
    "sentence": _GRADED | {"unknown"},
    "shared": _SHARED,
    "crossed": _SHARED,
    "letters": frozenset(_LETTER_GRADES),
    "elsewhere": _GRADED,
    "never": _GRADED,
    "beside": frozenset({"both", "next", "sentence", "around", "distant", "alone", "none"}),
    "event": frozenset(_EVENT_LEVELS),
}
