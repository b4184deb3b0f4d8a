"""The weights of the ranking of bearers, taken apart by where a mention stands, and the sums that it asks for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.frame.bearer_features import OWN, code_count, count_names

Wholes = dict[str, int]

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.frame.bearer_features import SeenFigure, View
    from factcheck.frame.bearer_mentions import BearerMention
    from factcheck.lexicon.weights import BearerWeights, Table

_BY_PLACE = ("place_kind", "place_form", "opening", "behind_place", "verbs", "first", "row", "group_place", "last")
_BY_SIDE = ("between", "figures", "names", "nearest", "rule", "measure")
_BORNE = ("touches", "figure_kind", "unit_kind", "measure_kind")
_WORDED = ("letter_figure", "group_figure", "group_measure")
_SIZES = 16  # lengths of a mention that are told apart, the last one and longer
WHOLE = 1_000_000  # parts of one, in which weights are added: so the order does not matter, and equal sums are equal
_SIDES = ("b", "a", "p", "l", "t")
_PLACES = (*(side + number for side in "ba" for number in "01234"), "p1", "p2", "p3", "l", "t")
_MOST = 1 << 16  # sums that are remembered of one kind


class _Sums(Wholes):
    """Sums by short codes, each made when it is first asked for: there are some thousands of codes."""

    def __init__(self, add: Callable[[str], int]) -> None:
        super().__init__()
        self._add = add

    def __missing__(self, code: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        found = self[code] = self._add(code)
        return found


class _OwnTables(NamedTuple):
    """What a mention by itself weighs, of one side: by its length, by codes of one letter each, by words."""

    sizes: list[int]
    shapes: _Sums  # of all its codes
    counts: _Sums  # of kind, how often it is said, whether at the top
    ends: _Sums  # of its last word, where it has two letters and more
    heads: Wholes
    before: Wholes
    after: Wholes
    letters: Wholes
    groups: Wholes


def _add_up(tables: tuple[Wholes, ...]) -> _OwnTables:
    """The tables of `OWN` of one side, those of codes added up."""
    kinds, sizes, opening, forms, codes, behind, says, counts, tops, heads, before, after, letters, groups = tables

    def add_shape(shape: str) -> int:
        kind, opens, form, behind_it, said, before_it = tuple(shape)
        weight = kinds.get(kind, 0) + opening.get(kind + opens, 0) + forms.get(kind + form, 0)
        weight += behind.get(kind + behind_it + opens, 0) + says.get(said + opens, 0)
        return weight + codes.get(before_it + behind_it, 0)

    def add_count(code: str) -> int:
        return counts.get(code[:2], 0) + tops.get(code[0] + code[2], 0)

    def add_end(word: str) -> int:
        return heads.get(word, 0) + letters.get(word[-1] + ".", 0)

    by_length = [sizes.get(code_count(many), 0) for many in range(_SIZES)]
    sums = _Sums(add_shape), _Sums(add_count), _Sums(add_end)
    return _OwnTables(by_length, *sums, heads, before, after, letters, groups)


class _PlaceTables(NamedTuple):
    """What it weighs where a mention stands, of one place: by its codes, by its group, by what stands between."""

    shapes: _Sums  # of kind, opens, form, what stands behind
    groups: Wholes  # of opens, group
    between: _Sums  # of opens, rank, phrases, verbs and figures between
    names: _Sums  # of kind, names before, phrases between, names between
    seen: _Sums  # of opens, rule, measured, touches


def _add_up_place(alone: int, held: tuple[Wholes, ...], of_side: tuple[Wholes, ...]) -> _PlaceTables:
    """The tables of a place; `alone` is what the place weighs by itself."""
    kinds, forms, opening, behind, verbs, first, row, groups, last = held
    among, figures, names, nearest, rules, measured = of_side

    def add_shape(shape: str) -> int:
        kind, opens, form, behind_it = tuple(shape)
        weight = alone + kinds.get(kind, 0) + forms.get(form, 0)
        return weight + opening.get(opens + kind, 0) + behind.get(behind_it + kind, 0)

    def add_between(code: str) -> int:
        opens, rank, phrases, of_verbs, of_figures = tuple(code)
        weight = among.get(phrases + opens, 0) + verbs.get(of_verbs + opens, 0) + first.get(phrases, 0)
        return weight + figures.get(of_figures + phrases, 0) + row.get(rank + phrases, 0)

    def add_names(code: str) -> int:
        kind, before, phrases, near = tuple(code)
        return names.get(before + kind + phrases, 0) + nearest.get(near + kind, 0)

    def add_seen(code: str) -> int:
        opens, rule, measure, touches = code[0], code[1:3], code[3], code[4]
        return rules.get(rule, 0) + measured.get(measure + touches, 0) + last.get(opens + rule, 0)

    return _PlaceTables(_Sums(add_shape), groups, _Sums(add_between), _Sums(add_names), _Sums(add_seen))


class BearerTables:
    """What is seen of a mention, by itself or by a figure, weighs; a value that is in no table weighs nothing."""

    def __init__(self, weights: BearerWeights) -> None:
        self._own = {side: _add_up(tables) for side, tables in _take_apart(weights.of("own", OWN), _SIDES).items()}
        sides = _take_apart(weights.of("pair", _BY_SIDE), _SIDES)
        alone = _in_wholes(weights.of("pair", ("place",))[0])
        self._placed = {
            place: _add_up_place(alone.get(place, 0), tables, sides[place[0]])
            for place, tables in _take_apart(weights.of("pair", _BY_PLACE), _PLACES).items()
        }
        self._borne = [_in_wholes(table) for table in weights.of("pair", _BORNE)]
        self._worded = [_in_wholes(table) for table in weights.of("pair", _WORDED)]

    def weigh_own(self, mention: BearerMention, side: str, seen: str) -> int:
        """The weight of what a mention is by itself: the sum of the values of `OWN`.

        `seen` has the codes of how often the article says it, and whether at its top.
        """
        sizes, shapes, counts, ends, heads, before, after, letters, groups = self._own[side]
        text = mention.text
        many = len(text)
        if many > 1:
            weight = ends[mention.head] + (sizes[many] if many < _SIZES else sizes[-1])
        else:
            weight = heads.get(text, 0) + letters.get(text, 0) + sizes[many]
        weight += before.get(mention.before, 0) + after.get(mention.after, 0) + groups.get(mention.group, 0)
        return weight + shapes[mention.shape] + counts[mention.kind + seen]

    def weigh_place(self, mention: BearerMention, view: View) -> int:
        """The weight of where a mention stands: the values of `PLACED`, `BETWEEN` and "group_place"."""
        shapes, groups, between, names, _ = self._placed[view.place]
        opens, phrases = mention.opens, view.between
        named, ranked = count_names(mention)
        weight = shapes[mention.shape[:4]] + groups.get(opens + mention.group, 0)
        weight += between[f"{opens}{ranked}{phrases}{view.verbs}{view.figures}"]
        return weight + names[f"{mention.kind}{named}{phrases}{view.nearest}"]

    def weigh_seen(self, mention: BearerMention, figure: SeenFigure, side: str, view: tuple[str, str, str]) -> int:
        """The weight of the values of `READ`, `BORNE` and the other ones of words.

        `view` has place, touches, and the codes of `compare_wordings`.
        """
        place, touches, compared = view
        kind = side + mention.kind
        borne = figure.borne.get(kind + touches)
        if borne is None:
            borne = figure.borne[kind + touches] = self._weigh_borne(figure, kind, touches)
        letters, groups, companies = self._worded
        code, group = figure.code + side, mention.group
        weight = borne + self._placed[place].seen[mention.opens + compared + touches]
        weight += letters.get(code + mention.text[-1], 0) + groups.get(code + group, 0)
        return weight + companies.get(figure.group + side + group, 0)

    def _weigh_borne(self, figure: SeenFigure, kind: str, touches: str) -> int:
        """The weight of a mention of this side and kind for a figure, and of how it touches it."""
        touching, figures, units, measures = self._borne
        weight = touching.get(touches + kind[1:] + figure.code, 0) + figures.get(figure.code + kind, 0)
        return weight + units.get(figure.unit + kind, 0) + measures.get(figure.measure[-2:] + kind, 0)


def _take_apart(tables: tuple[Table, ...], starts: tuple[str, ...]) -> dict[str, tuple[Wholes, ...]]:
    """By what values begin with, of one letter or two, the tables of the rest of them."""
    parts: dict[str, tuple[Wholes, ...]] = {start: tuple([{} for _ in tables]) for start in starts}
    for number, table in enumerate(tables):
        for value, weight in table.items():
            size = 1 if value[:1] in parts else 2
            if value[:size] in parts:
                parts[value[:size]][number][value[size:]] = round(weight * WHOLE)
    return parts


def _in_wholes(table: Table) -> Wholes:
    return {value: round(weight * WHOLE) for value, weight in table.items()}


@lru_cache(maxsize=2)
def bearer_tables(weights: BearerWeights) -> BearerTables:
    """The tables of weights, made once."""
    return BearerTables(weights)
