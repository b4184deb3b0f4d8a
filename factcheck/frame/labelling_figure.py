"""What a model of the frame sees of a figure: where the words lie to it, and what the grammar reads there.

A template is a list of names of features; for every word of the window its code is the place of one of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from factcheck.frame.labelling_words import TAGS, is_of_dictionary, tag_class, tag_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.frame.sentence import Sentence
    from factcheck.model import Claim, Quantity, Span

Codes = np.ndarray[Any, np.dtype[np.int32]]

BEFORE, BEHIND = 64, 24  # words of the window on either side of the figure
_KINDS = ("money", "share", "count", "time", "rank", "times", "size", "number", "other")
_KIND_OF = {
    "money": 0, "percent": 1, "percentage_point": 1, "fraction": 1, "count": 2, "duration": 3, "age": 3, "rank": 4,
    "ratio": 5, "multiple": 5, "length": 6, "area": 6, "mass": 6, "volume": 6, "speed": 6, "power": 6, "energy": 6,
    "data": 6, "temperature": 6, "number": 7, "level": 7,
}  # fmt: skip
_STEPS = (0, 1, 2, 3, 4, 6, 9, 14, 21, 35)  # words between: the first of each bucket
_STEP_OF = np.array([bisect_right(_STEPS, i) - 1 for i in range(200)], dtype=np.int32)
_COARSE = np.array([0, 1, 2, 2, 3, 3, 3, 3, 3, 3], dtype=np.int32)  # of the buckets
_SIDES = ("before", "behind")
_AHEAD = ("edge", "joins", "verb", "noun", "function", "figure", "of", "other")  # right before the figure
_BEHIND = ("edge", "noun", "verb", "of", "figure", "position", "open", "other")  # right behind it
_GROUPS = 64  # of words by their company; one more for those that have none
_READ = ("none", "first", "last", "only", "inside", "left", "right")


def _names(template: str, *parts: Sequence[object]) -> tuple[str, ...]:
    return tuple(f"{template}={'.'.join(map(str, codes))}" for codes in product(*parts))


TEMPLATES: tuple[tuple[str, ...], ...] = (
    _names("far", _KINDS, _SIDES, range(len(_STEPS))),
    _names("tagged", _SIDES, range(4), TAGS),
    _names("between", _SIDES, range(4), range(3), range(2)),
    _names("beside", _SIDES, range(4), _AHEAD, _BEHIND),
    _names("read", _KINDS, ("said", "carried"), _READ),
    _names("read.tag", _READ, TAGS),
    _names("bearer", _READ),
    _names("where", _READ),
    _names("when", _READ),
    _names("kind.group", _KINDS, range(_GROUPS + 1)),
)
_NEAR = tuple(".".join(map(str, codes)) for codes in product(_SIDES, range(4)))


class AskedFigure(NamedTuple):
    """A figure and what the grammar reads of it: spans of the text; None where it reads nothing in the sentence."""

    quantity: Quantity
    measure: Span | None
    carried: bool
    bearer: Span | None
    place: Span | None
    period: Span | None


class Window(NamedTuple):
    """The words of a sentence around a figure: `first`..`last`, of which `left`..`right` are the figure's own.

    `codes` are [template, word]; `near` the codes of the tables in `own`: of its unit and the words beside it, for each
    side and distance; `whole` the features of the figure itself.
    """

    first: int
    last: int
    left: int
    right: int
    codes: Codes
    near: Codes
    own: tuple[tuple[str, ...], ...]
    whole: tuple[str, ...]


class Outline(NamedTuple):
    """What windows of one sentence share: the class of each word, marks and figures counted up to it."""

    tags: Codes
    pauses: Codes
    figures: Codes
    stops: Codes
    groups: Codes


def outline_sentence(sentence: Sentence, groups: Mapping[str, tuple[int, int]]) -> Outline:
    """The outline of a sentence; `groups` has the numbers of the classes of words by company."""
    tags = [tag_number(word) for word in sentence.words]
    pauses = np.cumsum([word in "，,、；;：:" for word in sentence.words], dtype=np.int32)
    stops = np.cumsum([word in "，,；;" for word in sentence.words], dtype=np.int32)
    starts = {bisect_right(sentence.ends, quantity.start) for quantity in sentence.quantities}
    figures = np.cumsum([i in starts for i in range(len(sentence.words))], dtype=np.int32)
    company = np.array([groups.get(word, (_GROUPS,))[0] for word in sentence.words], dtype=np.int32)
    return Outline(np.array(tags, dtype=np.int32), pauses, figures, stops, company)


def open_window(sentence: Sentence, outline: Outline, figure: AskedFigure) -> Window | None:
    """The window of a figure; None where no word of the sentence holds it."""
    n, quantity = len(sentence.words), figure.quantity
    left = bisect_right(sentence.ends, quantity.start)
    right = min(n, bisect_left(sentence.ends, quantity.end) + 1)
    if left >= right:
        return None
    first, last = max(0, left - BEFORE), min(n, right + BEHIND)
    kind = _KIND_OF.get(quantity.kind, len(_KINDS) - 1)
    side = np.zeros(last - first, dtype=np.int32)
    side[right - first :] = 1
    at = np.arange(first, last, dtype=np.int32)
    steps = _STEP_OF[np.where(side == 1, at - right, np.maximum(left - 1 - at, 0))]
    coarse = _COARSE[steps]
    tags = outline.tags[first:last]
    ahead, behind = _class_ahead(sentence, left), _class_behind(sentence, right)
    codes = np.empty((len(TEMPLATES), last - first), dtype=np.int32)
    codes[0] = (kind * 2 + side) * len(_STEPS) + steps
    codes[1] = (side * 4 + coarse) * len(TAGS) + tags
    codes[2] = _count_between(outline, side, first, (left, right))
    codes[3] = ((side * 4 + coarse) * len(_AHEAD) + ahead) * len(_BEHIND) + behind
    read = _mark_reading(sentence, figure.measure, first, last)
    codes[4] = (kind * 2 + figure.carried) * len(_READ) + read
    codes[5] = read * len(TAGS) + tags
    codes[6] = _mark_reading(sentence, figure.bearer, first, last)
    codes[7] = _mark_reading(sentence, figure.place, first, last)
    codes[8] = _mark_reading(sentence, figure.period, first, last)
    codes[9] = kind * (_GROUPS + 1) + outline.groups[first:last]
    own = (
        *_own_tables("unit", quantity.unit or quantity.kind),
        *_own_tables("ahead", _word_at(sentence, left, -1)),
        *_own_tables("next", _word_at(sentence, right - 1, 1)),
    )
    said = "none" if figure.measure is None else "carried" if figure.carried else "said"
    whole = (
        "none", f"none.kind={_KINDS[kind]}", f"none.unit={quantity.unit}", f"none.read={_KINDS[kind]}.{said}",
        f"none.beside={_AHEAD[ahead]}.{_BEHIND[behind]}", f"none.place={bool(sentence.places)}.{bool(figure.place)}",
        f"none.date={bool(sentence.dates)}.{bool(figure.period)}", f"none.single={len(sentence.quantities) == 1}",
    )  # fmt: skip
    return Window(first, last, left, right, codes, side * 4 + coarse, own, whole)


def _own_tables(name: str, word: str | None) -> tuple[tuple[str, ...], ...]:
    """The table of a word of the figure, none where there is no word."""
    return (tuple(f"{name}={word}.{near}" for near in _NEAR),) if word else ()


def _word_at(sentence: Sentence, at: int, step: int) -> str | None:
    """The next word on one side that is no space, where the dictionary has it; None of others."""
    i = at + step
    while 0 <= i < len(sentence.words) and sentence.words[i].isspace():
        i += step
    if not 0 <= i < len(sentence.words):
        return None
    word = sentence.words[i]
    return word if is_of_dictionary(word) else None


def _count_between(outline: Outline, side: Codes, first: int, own: Span) -> Codes:
    """Pauses, other figures and stops of clauses between each word and the figure, as codes of `between`."""
    counts = []
    for held, most in ((outline.pauses, 3), (outline.figures, 2), (outline.stops, 1)):
        inside = held[first : first + len(side)]
        edge = held[own[1] - 1]
        ahead = held[own[0] - 1] if own[0] else 0
        counts.append(np.minimum(np.where(side == 1, inside - edge, np.maximum(ahead - inside, 0)), most))
    codes: Codes = ((side * 4 + counts[0]) * 3 + counts[1]) * 2 + counts[2]
    return codes


def _mark_reading(sentence: Sentence, span: Span | None, first: int, last: int) -> Codes:
    """For each word of the window, its place in `_READ`: how it lies to a stretch that the grammar reads."""
    marks = np.zeros(last - first, dtype=np.int32)
    if span is None:
        return marks
    a, b = bisect_right(sentence.ends, span[0]) - first, bisect_left(sentence.ends, span[1]) - first
    if b < 0 or a >= last - first or b < a:
        return marks
    marks[max(a, 0) : b + 1] = 4
    if a >= 0:
        marks[a] = 1
    if b < last - first:
        marks[b] = 3 if a == b else 2
    if a > 0:
        marks[a - 1] = 5
    if b + 1 < last - first:
        marks[b + 1] = 6
    return marks


def _class_ahead(sentence: Sentence, left: int) -> int:
    i = left - 1
    while i >= 0 and sentence.words[i].isspace():
        i -= 1
    if i < 0:
        return 0
    word = sentence.words[i]
    if word == sentence.lexicon.words.of:
        return 6
    if sentence.lexicon.joins(word) and word[0].isalnum():
        return 1
    kind = tag_class(word)
    by_kind = {"mark": 0, "v": 2, "vd": 2, "vn": 3, "digit": 5, "m": 5, "p": 4, "d": 4, "c": 4, "u": 4}
    return by_kind.get(kind, 3 if kind[0] in "nxjt" else 7)


def _class_behind(sentence: Sentence, right: int) -> int:
    i = right
    while i < len(sentence.words) and sentence.words[i].isspace():
        i += 1
    if i == len(sentence.words):
        return 0
    word = sentence.words[i]
    if word == sentence.lexicon.words.of:
        return 3
    if word in "(（“《":
        return 6
    kind = tag_class(word)
    by_kind = {"mark": 0, "v": 2, "vd": 2, "vn": 1, "digit": 4, "m": 4, "f": 5, "eng": 1, "b": 1}
    return by_kind.get(kind, 1 if kind[0] in "nxjt" else 7)


def locate_wording(sentence: Sentence, wording: str | None, quantity: Quantity) -> Span | None:
    """The span of a wording in a sentence, the nearest to the figure; None where it does not stand there so."""
    if not wording:
        return None
    before = sentence.folded.rfind(wording, sentence.start, quantity.start)
    behind = sentence.folded.find(wording, quantity.end, sentence.end)
    if before < 0 and behind < 0:
        return None
    near = behind < 0 or (before >= 0 and quantity.start - before - len(wording) <= behind - quantity.end)
    start = before if near else behind
    return start, start + len(wording)


def outline_figure(sentence: Sentence, quantity: Quantity, claim: Claim) -> AskedFigure:
    """A figure with where the sentence states what the grammar read of it into the claim."""
    place = next((one for one in reversed(sentence.places) if one.place == claim.place), None)
    date = next((one for one in reversed(sentence.dates) if one.period and one.period == claim.period), None)
    return AskedFigure(
        quantity=quantity,
        measure=locate_wording(sentence, claim.measure, quantity),
        carried="measure" in claim.inferred,
        bearer=locate_wording(sentence, claim.subject, quantity),
        place=(place.start, place.end) if place is not None and "place" not in claim.inferred else None,
        period=(date.start, date.end) if date is not None and "period" not in claim.inferred else None,
    )
