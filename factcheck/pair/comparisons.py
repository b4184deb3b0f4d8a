"""The comparisons of two frames, level by level. What each level weighs stands in data/weights.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.corpus.corpus import RARE
from factcheck.pair.comparison import Comparison, Level, Sides, otherwise
from factcheck.pair.measures import MeasureLevel
from factcheck.pair.periods import relate_periods
from factcheck.pair.vetoes import STORY_DAYS, are_nested, count_days, is_in_words, may_tell_one_quarter, tell_place

if TYPE_CHECKING:
    from factcheck.model import Claim
    from factcheck.pair.view import ClaimView

_FEW_VALUES = 3  # figures that one wording has in a corpus; what has more is a series or a form letter
_SPECIFIC = 9.0  # bits; a measure of fewer (比上年同期, 增幅) fits anything
_FIXED = {"length", "area", "date", "rank"}  # kinds of figures that no year changes
_SIZES = {"length", "area"}  # of them, what a thing has for good
_MOVING = {"new", "total", "change"}  # aspects that one does


def is_lasting(claim: Claim) -> bool:
    """Whether a figure is the size of a thing, which holds at any time."""
    return claim.kind in _SIZES and claim.period is None and not _MOVING & claim.aspects


def are_of_one_event(sides: Sides) -> bool:
    """Whether both date one event of a kind that happens to a subject once: a birth, a founding."""
    dated = sides.x.kind == sides.y.kind == "date"
    named = dated and bool(sides.a.measure) and sides.a.measure == sides.b.measure
    return named and sides.a.measure <= sides.a.lexicon.pair.measures.once and SUBJECT.land(sides) == "same"


# What is measured


def _no_measure(sides: Sides) -> bool:
    return not sides.a.measure or not sides.b.measure


def _same_measure(sides: Sides) -> bool:
    return sides.x.measure == sides.y.measure or sides.a.measure == sides.b.measure


def _same_telling_measure(sides: Sides) -> bool:
    telling = _same_measure(sides) and sides.weigh(sides.a.measure) >= _SPECIFIC
    return telling and not _are_of_one_pointed_at(sides)


def _narrowed_measure(sides: Sides) -> bool:
    return _narrows(sides, sides.a, sides.b) or _narrows(sides, sides.b, sides.a)


def _narrows(sides: Sides, one: ClaimView, other: ClaimView) -> bool:
    """通讯器材类零售额, 零售额: whether a measure is the other one and more, which the other sentence never says."""
    if not other.measure < one.measure:
        return False
    return sides.weigh(one.measure - other.measure - other.sentence) >= RARE


def _common_measure(sides: Sides) -> bool:
    """One may word it before the figure and the other behind it, so each measure may be found beside the other."""
    if sides.measure_likeness > 0.2:
        return True
    return _is_held(sides, sides.a, sides.b) or _is_held(sides, sides.b, sides.a)


def _is_held(sides: Sides, one: ClaimView, other: ClaimView) -> bool:
    """Whether half of a measure stands beside the other figure."""
    whole = sides.weigh(one.measure)
    return bool(whole) and sides.weigh(one.measure & other.near) / whole >= 0.5


MEASURE = Comparison(
    "measure",
    (
        Level("event", are_of_one_event),
        Level("unknown", _no_measure),
        Level("same", _same_telling_measure),
        Level("generic", _same_measure),
        Level("concept", lambda sides: sides.measures.level == MeasureLevel.SAME),
        Level("narrowed", _narrowed_measure),
        Level("like", lambda sides: sides.measure_likeness >= 0.5),
        Level("part", _common_measure),
        Level("apart", otherwise),
    ),
)


# The words around the figure


def _same_left(sides: Sides) -> bool:
    return sides.a.left[-1:] == sides.b.left[-1:] != ()


def _same_right(sides: Sides) -> bool:
    return sides.a.right[:1] == sides.b.right[:1] != ()


def _much_the_same_words(sides: Sides, bits: float) -> bool:
    return sides.near_bits >= bits and sides.near_bits >= sides.near_whole / 2


def _some_words(sides: Sides) -> bool:
    return sides.near_bits >= sides.near_whole / 4 > 0


WORDS_AROUND = Comparison(
    "slot",
    (
        Level("same", lambda sides: _same_left(sides) and _same_right(sides)),
        Level("close", lambda sides: _much_the_same_words(sides, 28)),
        Level("near", lambda sides: _much_the_same_words(sides, 20)),
        Level("like", lambda sides: _same_left(sides) or _same_right(sides) or _some_words(sides)),
        Level("apart", otherwise),
    ),
)


# Of whom


def _points(words: str, sides: Sides) -> bool:
    return sides.a.lexicon.pair.pointing.match(words) is not None


def _are_of_one_pointed_at(sides: Sides) -> bool:
    """该车核载, 该车核载: whether both measures are of what only the sentences before them name."""
    return _points(sides.x.measure or "", sides) and _points(sides.y.measure or "", sides)


def _no_subject(sides: Sides) -> bool:
    one, other = sides.a.subject, sides.b.subject
    if not one or not other or _points(one, sides) or _points(other, sides):
        return True
    return _are_of_one_pointed_at(sides)


def _same_name(sides: Sides) -> bool:
    one, other, names = sides.a.subject or "", sides.b.subject or "", sides.a.lexicon.frame.gazetteer.names
    return one == other or (one in names and names[one] == names.get(other))


def _like_name(sides: Sides) -> bool:
    one, other = sides.a.subject or "", sides.b.subject or ""
    return one in other or other in one or _same_name(sides)


def _both_say(sides: Sides, field: str) -> bool:
    return is_in_words(sides.x, field) and is_in_words(sides.y, field)


SUBJECT = Comparison(
    "subject",
    (
        Level("unknown", _no_subject),
        Level("same", lambda sides: _both_say(sides, "subject") and _same_name(sides)),
        Level("like", _like_name),
        Level("named", lambda sides: sides.each_names_the_others_subject),
        Level("apart", lambda sides: _both_say(sides, "subject")),
        Level("inferred", otherwise),
    ),
)


# Where


def _one_is_nation(sides: Sides) -> bool:
    return sides.a.lexicon.frame.gazetteer.nation in {sides.x.place, sides.y.place}


def _one_lies_in_other(sides: Sides) -> bool:
    return are_nested(sides.x.place or "", sides.y.place or "", sides.a.lexicon)


PLACE = Comparison(
    "place",
    (
        Level("unknown", lambda sides: None in {tell_place(one, sides.a.lexicon) for one in (sides.x, sides.y)}),
        Level("same", lambda sides: sides.x.place == sides.y.place and _both_say(sides, "place")),
        Level("leads", lambda sides: sides.x.place == sides.y.place),
        Level("nation", _one_is_nation),
        Level("wider", lambda sides: _both_say(sides, "place") and _one_lies_in_other(sides)),
        Level("around", _one_lies_in_other),
        Level("inferred", otherwise),
    ),
)


# When


def _both_have_periods(sides: Sides) -> bool:
    return sides.x.period is not None and sides.y.period is not None


def _relation(sides: Sides) -> str:
    return relate_periods(sides.x.period or "", sides.y.period or "")


def _same_period(sides: Sides) -> bool:
    return _both_have_periods(sides) and _relation(sides) == "same"


def _meeting_period(sides: Sides) -> bool:
    return _both_have_periods(sides) and _relation(sides) != "apart"


def _no_year_matters(sides: Sides) -> bool:
    return sides.x.kind in _FIXED and not _MOVING & sides.x.aspects


def _is_undated(sides: Sides) -> bool:
    one, other = sides.a.date, sides.b.date
    return (not one or not other) and bool(sides.stats.dated or one or other)


def _no_date(sides: Sides) -> bool:
    return not sides.a.date or not sides.b.date


def _of_other_years(sides: Sides) -> bool:
    return (sides.a.date or "")[:4] != (sides.b.date or "")[:4]


def _days_apart(sides: Sides) -> bool:
    return count_days(sides.a.date or "", sides.b.date or "") > STORY_DAYS


PERIOD = Comparison(
    "period",
    (
        Level("same", lambda sides: _same_period(sides) and _both_say(sides, "period")),
        Level("meets", _same_period),
        Level("within", lambda sides: _meeting_period(sides) and _both_say(sides, "period")),
        Level("unknown", _meeting_period),
        Level("unknown", lambda sides: may_tell_one_quarter(sides.a, sides.b)),
        Level("inferred", _both_have_periods),
        Level("unknown", _no_year_matters),
        Level("undated", _is_undated),
        Level("unknown", _no_date),
        Level("inferred", _of_other_years),
        Level("later", _days_apart),
        Level("unknown", otherwise),
    ),
)


# In which state, in which aspect, in which unit

STATUS = Comparison(
    "status",
    (
        Level("same", lambda sides: sides.x.status == sides.y.status),
        Level("mixed", lambda sides: {sides.x.status, sides.y.status} == {"rule", "target"}),
        Level("unsaid", otherwise),
    ),
)

ASPECTS = Comparison(
    "aspects",
    (
        Level("same", lambda sides: sides.x.aspects == sides.y.aspects),
        Level("apart", lambda sides: sides.x.aspects - sides.y.aspects and sides.y.aspects - sides.x.aspects),
        Level("part", otherwise),
    ),
)

UNIT = Comparison("unit", (Level("same", lambda sides: sides.x.unit == sides.y.unit), Level("like", otherwise)))


# What one names and the other article never does


NAMES = Comparison(
    "names",
    (
        Level("none", are_of_one_event),
        Level("clause", lambda sides: sides.clauses_name_their_own),
        Level("both", lambda sides: all(sides.sentences_name_their_own)),
        Level("one", lambda sides: any(sides.sentences_name_their_own)),
        Level("none", otherwise),
    ),
)


# The rare words of both sentences


def _most_words(sides: Sides) -> bool:
    return sides.context_bits >= 40 and sides.context_covered >= 0.6


def _many_words(sides: Sides) -> bool:
    return sides.context_bits >= 30 or (sides.context_bits >= 18 and sides.context_covered >= 0.5)


def _few_words(sides: Sides) -> bool:
    in_table = sides.x.is_cell or sides.y.is_cell  # it has the words of its heads, and no others
    return sides.context_bits >= 14 or (in_table and sides.context_covered >= 0.5)


CONTEXT = Comparison(
    "context",
    (
        Level("most", _most_words),
        Level("much", _many_words),
        Level("some", _few_words),
        Level("little", otherwise),
    ),
)


# The other figures of both sentences: a fact told twice keeps its company


def _same_figures(sides: Sides) -> bool:
    # two digits among many figures are shared by chance
    telling = sum(1 if len(figure) > 2 else 0.5 for _, figure in sides.shared_figures)
    return telling >= 1 and len(sides.shared_figures) >= sides.fewer_figures / 2


def _some_figures(sides: Sides) -> bool:
    return bool(sides.shared_figures) and len(sides.shared_figures) * 4 > sides.fewer_figures


def _are_filled_in(sides: Sides) -> bool:
    """Whether two figures and more of each sentence differ, as in a form that is filled in for another case.

    Those of one digit count here, where fewer than half of them are in both: some are the same by chance.
    """
    ours, theirs = sides.a.other_values, sides.b.other_values
    fewer = min(len(ours), len(theirs))
    return sides.fewer_figures > 1 or (fewer > 1 and 2 * len(ours & theirs) < fewer)


OTHER_FIGURES = Comparison(
    "company",
    (
        Level("alone", lambda sides: not sides.a.other_figures or not sides.b.other_figures),
        Level("same", _same_figures),
        Level("part", _some_figures),
        Level("others", _are_filled_in),
        Level("other", otherwise),
    ),
)

SERIES = Comparison(
    "series",
    (
        Level("few", lambda sides: max(sides.a.values, sides.b.values) <= _FEW_VALUES),
        Level("own", lambda sides: sides.a.own & sides.b.own),
        Level("many", otherwise),
    ),
)


FRAMES = (SUBJECT, PLACE, PERIOD, STATUS, ASPECTS, UNIT)
WORDS = (MEASURE, WORDS_AROUND, NAMES, CONTEXT)
# Asked of whole articles: `stories.Stories` tells the level by the rare words that they share.
_STORY = frozenset({"same", "like", "loose", "unknown", "apart", "others"})
# Comparison → the levels on which it can land.
LEVELS = {
    one.name: frozenset(level.name for level in one.levels) for one in (*FRAMES, *WORDS, OTHER_FIGURES, SERIES)
} | {"story": _STORY}
