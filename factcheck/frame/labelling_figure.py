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
Floats = np.ndarray[Any, np.dtype[np.float32]]
Bools = np.ndarray[Any, np.dtype[np.bool_]]

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
_MOST_BETWEEN = np.array([[3], [2], [1]], dtype=np.int32)  # pauses, figures and stops that are told apart
_SIDES = ("before", "behind")
_AHEAD = ("edge", "joins", "verb", "noun", "function", "figure", "of", "other")  # right before the figure
_BEHIND = ("edge", "noun", "verb", "of", "figure", "position", "open", "other")  # right behind it
_GROUPS = 64  # of words by their company; one more for those that have none
_PAUSES, _STOPS = frozenset("，,、；;：:"), frozenset("，,；;")
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
_PARTED = 24  # codes of `between` on one side


def join_tables(tables: Sequence[Floats]) -> list[Floats]:
    """The tables of `TEMPLATES`, [code, field, role], with those added up whose codes go together: fewer to look in."""
    far, tagged, between, beside, read, read_tag, bearer, where, when, group = tables
    shape = far.shape[1:]
    sides, steps, readings = len(_SIDES), len(_STEPS), len(_READ)
    away = far.reshape(-1, sides, steps, 1, *shape) + between.reshape(sides, 1, _PARTED, *shape)
    said = read.reshape(-1, readings, 1, *shape) + read_tag.reshape(readings, len(TAGS), *shape)
    marked = bearer[:, None, None] + where[:, None] + when
    return [away.reshape(-1, *shape), tagged, beside, said.reshape(-1, *shape), marked.reshape(-1, *shape), group]


def join_codes(codes: Codes) -> tuple[Codes, ...]:
    """The codes [template, place] as those of `join_tables`."""
    far, tagged, between, beside, read, read_tag, bearer, where, when, group = codes
    said = read * len(TAGS) + read_tag % len(TAGS)
    marked = (bearer * len(_READ) + where) * len(_READ) + when
    return far * _PARTED + between % _PARTED, tagged, beside, said, marked, group


_NEAR = tuple(".".join(map(str, codes)) for codes in product(_SIDES, range(4)))


class AskedFigure(NamedTuple):
    """A figure and what the grammar reads of it: spans of the text; None where it reads nothing in the sentence."""

    quantity: Quantity
    measure: Span | None
    carried: bool
    bearer: Span | None
    place: Span | None
    period: Span | None


class Windows(NamedTuple):
    """The words around several figures, one window behind the other; a barred place parts two of them.

    `spans` are, for each figure, the words first..last of its window, of which left..right are its own; words are
    counted over all sentences. `starts` is where each window begins among the places, `owner` the figure and `at` the
    word of each place; `barred` places are in no stretch, `parting` ones in no window. `codes` are [template, place];
    `near` the codes of the tables in `own`: of the unit of the figure and the words beside it, for each side and
    distance; `whole` tells what is seen of the figure itself.
    """

    spans: list[tuple[int, int, int, int]]
    starts: Codes
    owner: Codes
    at: Codes
    codes: Codes
    near: Codes
    barred: Bools
    parting: Codes
    own: list[tuple[tuple[str, str], ...]]
    whole: list[WholeFigure]


class WholeFigure(NamedTuple):
    """What is seen of a figure itself, where the model weighs that a field is not stated."""

    kind: int
    unit: str
    said: str
    ahead: int
    behind: int
    place: str
    date: str
    single: bool

    def describe(self) -> tuple[str, ...]:
        """The names of its features."""
        kind = _KINDS[self.kind]
        return (
            "none", f"none.kind={kind}", f"none.unit={self.unit}", f"none.read={kind}.{self.said}",
            f"none.beside={_AHEAD[self.ahead]}.{_BEHIND[self.behind]}", f"none.place={self.place}",
            f"none.date={self.date}", f"none.single={self.single}",
        )  # fmt: skip


def own_names(table: tuple[str, str]) -> tuple[str, ...]:
    """The features of a table of `Windows.own`, one for each code of `near`."""
    return tuple([f"{table[0]}={table[1]}.{near}" for near in _NEAR])


class Outline(NamedTuple):
    """What windows share: of each word of all sentences its class and its group, and what is counted up to it.

    `firsts` are the numbers of the first words of the sentences; `counts` has the pauses, figures and stops up to each
    word, summed over all sentences.
    """

    firsts: list[int]
    tags: Codes
    groups: Codes
    counts: Codes


def code_word(word: str, groups: Mapping[str, tuple[int, int]]) -> tuple[int, int, bool, bool]:
    """Of a word its class, its group, whether it is a pause, and whether one that ends a clause."""
    return tag_number(word), groups.get(word, (_GROUPS,))[0], word in _PAUSES, word in _STOPS


def outline_sentences(sentences: Sequence[Sentence], codes: Codes) -> Outline:
    """The outline of sentences; `codes` are what `code_word` gives of all their words."""
    firsts, begins, at = [], [], 0
    for sentence in sentences:
        firsts.append(at)
        begins += sorted({at + bisect_right(sentence.ends, quantity.start) for quantity in sentence.quantities})
        at += len(sentence.words)
    figures = np.zeros(at + 1, dtype=np.int32)
    figures[begins] = 1
    counts = np.stack([codes[:, 2], figures[:at], codes[:, 3]]).cumsum(axis=1, dtype=np.int32)
    return Outline(firsts, np.ascontiguousarray(codes[:, 0]), np.ascontiguousarray(codes[:, 1]), counts)


def is_held(sentence: Sentence, figure: AskedFigure) -> bool:
    """Whether a word of the sentence holds a figure: it has a window."""
    begin = bisect_right(sentence.ends, figure.quantity.start)
    return begin < min(len(sentence.ends), bisect_left(sentence.ends, figure.quantity.end) + 1)


def open_windows(asked: Sequence[tuple[Sentence, int, AskedFigure]], outline: Outline) -> Windows:
    """The windows of figures, each with its sentence and the number of its first word; a word must hold each."""
    spans, rows, own, whole = [], [], [], []
    marked: list[list[tuple[int, list[int]]]] = [[], [], [], []]
    begin = 0
    starts = []
    for sentence, number, figure in asked:
        ends, quantity = sentence.ends, figure.quantity
        left = bisect_right(ends, quantity.start)
        right = min(len(ends), bisect_left(ends, quantity.end) + 1)
        first, last = max(0, left - BEFORE), min(len(ends), right + BEHIND)
        kind = _KIND_OF.get(quantity.kind, len(_KINDS) - 1)
        ahead, behind = _class_ahead(sentence, left), _class_behind(sentence, right)
        spans.append((number + first, number + last, number + left, number + right))
        rows.append((number + first - begin, number + left, number + right, kind, figure.carried, ahead, behind))
        starts.append(begin)
        for held, span in zip(marked, (figure.measure, figure.bearer, figure.place, figure.period), strict=True):
            if span is not None:
                _mark_reading(held, ends, span, (first, last, begin))
        begin += last - first + 1
        beside = _word_at(sentence, left, -1), _word_at(sentence, right - 1, 1)
        own.append((
            ("unit", quantity.unit or quantity.kind),
            *((name, word) for name, word in zip(("ahead", "next"), beside, strict=True) if word),
        ))  # fmt: skip
        said = "none" if figure.measure is None else "carried" if figure.carried else "said"
        whole.append(WholeFigure(
            kind, quantity.unit, said, ahead, behind, f"{bool(sentence.places)}.{bool(figure.place)}",
            f"{bool(sentence.dates)}.{bool(figure.period)}", len(sentence.quantities) == 1,
        ))  # fmt: skip
    bounds = np.array([*starts, begin], dtype=np.int32)
    sizes: Codes = bounds[1:] - bounds[:-1]
    owner = np.repeat(np.arange(len(asked), dtype=np.int32), sizes)
    table = np.array(rows, dtype=np.int32).T
    shift, left_of, right_of, kinds, carried, aheads, behinds = np.repeat(table, sizes, axis=1)
    at = np.arange(begin, dtype=np.int32) + shift
    parting = np.cumsum(sizes, dtype=np.int32) - 1
    at[parting] = left_of[parting]  # any word: what it weighs is not counted
    is_behind = at >= right_of
    side = is_behind.astype(np.int32)
    steps = _STEP_OF.take(np.where(is_behind, at - right_of, np.maximum(left_of - 1 - at, 0)))
    near = side * 4 + _COARSE.take(steps)
    tags = outline.tags.take(at)
    marks = np.zeros((4, begin), dtype=np.int32)
    for row, held in zip(marks, marked, strict=True):
        for place, values in held:
            row[place : place + len(values)] = values
    codes = np.empty((len(TEMPLATES), begin), dtype=np.int32)
    codes[0] = (kinds * 2 + side) * len(_STEPS) + steps
    codes[1] = near * len(TAGS) + tags
    codes[2] = _count_between(outline, at, is_behind, (table[1], table[2], sizes))
    codes[3] = (near * len(_AHEAD) + aheads) * len(_BEHIND) + behinds
    codes[4] = (kinds * 2 + carried) * len(_READ) + marks[0]
    codes[5] = marks[0] * len(TAGS) + tags
    codes[6:9] = marks[1:]
    codes[9] = kinds * (_GROUPS + 1) + outline.groups.take(at)
    barred = (at >= left_of) & ~is_behind
    barred[parting] = True
    return Windows(spans, np.array(starts), owner, at, codes, near, barred, parting, own, whole)


def _word_at(sentence: Sentence, at: int, step: int) -> str | None:
    """The next word on one side that is no space, where the dictionary has it; None of others."""
    i = at + step
    while 0 <= i < len(sentence.words) and sentence.words[i].isspace():
        i += step
    if not 0 <= i < len(sentence.words):
        return None
    word = sentence.words[i]
    return word if is_of_dictionary(word) else None


def _count_between(outline: Outline, at: Codes, is_behind: Bools, own: tuple[Codes, Codes, Codes]) -> Codes:
    """Pauses, other figures and stops of clauses between each word and the figure, as codes of `between`.

    `own` has for each figure its first word, the word behind it, and how many places its window has.
    """
    left, right, sizes = own
    ahead, edge = (
        outline.counts.take(left - 1, axis=1, mode="clip") * (left > 0),
        outline.counts.take(right - 1, axis=1),
    )
    inside = outline.counts.take(at, axis=1)
    before = np.maximum(np.repeat(ahead, sizes, axis=1) - inside, 0)
    counts = np.minimum(np.where(is_behind, inside - np.repeat(edge, sizes, axis=1), before), _MOST_BETWEEN)
    codes: Codes = ((is_behind * 4 + counts[0]) * 3 + counts[1]) * 2 + counts[2]
    return codes


def _mark_reading(
    held: list[tuple[int, list[int]]], ends: Sequence[int], span: Span, window: tuple[int, int, int]
) -> None:
    """Add the places of a window that a stretch lies in or beside, with the number in `_READ` of each."""
    first, last, begin = window
    a, b = bisect_right(ends, span[0]) - first, bisect_left(ends, span[1]) - first
    size = last - first
    if b < 0 or a >= size or b < a:
        return
    values = [5, 3, 6] if a == b else [5, 1, *([4] * (b - a - 1)), 2, 6]
    skipped = max(0, 1 - a)  # of what lies before the window
    held.append((begin + a - 1 + skipped, values[skipped : size - a + 1]))


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
