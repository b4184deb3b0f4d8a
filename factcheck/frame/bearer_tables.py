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

_BY_PLACE = ("place_kind", "place_form", "opening", "behind_place", "verbs", "first", "row", "group_place")
_BY_SIDE = ("between", "figures", "names", "nearest")
_SEEN = ("place", "rule", "measure", "touches", "last")
_BORNE = ("figure_kind", "unit_kind", "measure_kind", "letter_figure", "group_figure", "group_measure")
_SIZES = 16  # lengths of a mention that are told apart, the last one and longer
WHOLE = 1_000_000  # parts of one, in which weights are added: so the order does not matter, and equal sums are equal
_SIDES = ("b", "a", "p", "l", "t")
_PLACES = (*(side + number for side in "ba" for number in "01234"), "p1", "p2", "p3", "l", "t")


class _Sums(Wholes):
    """Sums by short codes, each made when it is first asked for: there are some thousands of codes."""

    def __init__(self, add: Callable[[str], int]) -> None:
        super().__init__()
        self._add = add

    def __missing__(self, code: str) -> int:
        found = self[code] = self._add(code)
        return found


class _OwnTables(NamedTuple):
    """What a mention by itself weighs, of one side: by its length, by codes of one letter each, by words."""

    sizes: list[int]
    shapes: _Sums  # of kind, opens, form
    edges: _Sums  # of kind, what stands behind, opens, says
    counts: _Sums  # of kind, how often it is said, whether at the top
    codes: Wholes
    heads: Wholes
    before: Wholes
    after: Wholes
    letters: Wholes
    groups: Wholes


def _add_up(tables: tuple[Wholes, ...]) -> _OwnTables:
    """The tables of `OWN` of one side, those of codes added up."""
    kinds, sizes, opening, forms, codes, behind, says, counts, tops, heads, before, after, letters, groups = tables

    def add_shape(code: str) -> int:
        kind, opens = code[0], code[:2]
        return kinds.get(kind, 0) + opening.get(opens, 0) + forms.get(kind + code[2], 0)

    def add_edge(code: str) -> int:
        return behind.get(code[:3], 0) + says.get(code[3] + code[2], 0)

    def add_count(code: str) -> int:
        return counts.get(code[:2], 0) + tops.get(code[0] + code[2], 0)

    by_length = [sizes.get(code_count(many), 0) for many in range(_SIZES)]
    sums = _Sums(add_shape), _Sums(add_edge), _Sums(add_count)
    return _OwnTables(by_length, *sums, codes, heads, before, after, letters, groups)


class BearerTables:
    """What is seen of a mention, by itself or by a figure, weighs; a value that is in no table weighs nothing."""

    def __init__(self, weights: BearerWeights) -> None:
        own, pair = weights.of("own", OWN), weights.of("pair", _BY_SIDE)
        self._own = {side: _add_up(tables) for side, tables in _take_apart(own, _SIDES).items()}
        self._between = _take_apart(pair, _SIDES)
        self._placed = _take_apart(weights.of("pair", _BY_PLACE), _PLACES)
        self._seen = [_in_wholes(table) for table in weights.of("pair", _SEEN)]
        self._borne = [_in_wholes(table) for table in weights.of("pair", _BORNE)]

    def weigh_own(self, mention: BearerMention, side: str, named: str, headed: str) -> int:
        """The weight of what a mention is by itself: the sum of the values of `OWN`.

        `named` and `headed` are the codes of how often the article says it, and whether at its top.
        """
        sizes, shapes, edges, counts, codes, heads, before, after, letters, groups = self._own[side]
        kind, opens, text, around = mention.kind, mention.opens, mention.text, mention.codes
        many = len(text)
        weight = sizes[many] if many < _SIZES else sizes[-1]
        weight += shapes[kind + opens + mention.form] + edges[kind + around[1] + opens + mention.says]
        weight += counts[kind + named + headed] + codes.get(around, 0) + heads.get(mention.head, 0)
        weight += before.get(mention.before, 0) + after.get(mention.after, 0) + groups.get(mention.group, 0)
        return weight + letters.get(text[-1] + "." if many > 1 else text, 0)

    def weigh_place(self, mention: BearerMention, side: str, view: View) -> int:
        """The weight of where a mention stands: the values of `PLACED`, `BETWEEN` and "group_place"."""
        kinds, forms, opening, behind, verbs, first, row, groups = self._placed[view.place]
        among, figures, names, nearest = self._between[side]
        kind, opens, between = mention.kind, mention.opens, view.between
        before, rank = count_names(mention)
        weight = self._seen[0].get(view.place, 0) + kinds.get(kind, 0) + forms.get(mention.form, 0)
        weight += opening.get(opens + kind, 0) + behind.get(mention.codes[1] + kind, 0)
        weight += among.get(between + opens, 0) + verbs.get(view.verbs + opens, 0)
        weight += figures.get(view.figures + between, 0) + first.get(between, 0)
        weight += names.get(before + kind + between, 0) + nearest.get(view.nearest + kind, 0)
        return weight + row.get(rank + between, 0) + groups.get(opens + mention.group, 0)

    def weigh_seen(self, mention: BearerMention, figure: SeenFigure, side: str, seen: tuple[str, str, str, str]) -> int:
        """The weight of the values of `READ`, `BORNE` and the other ones of words.

        `seen` has place, touches, rule and measured of a `View`.
        """
        _, rules, measured, touching, last = self._seen
        place, touches, rule, measure = seen
        kind, code, group = mention.kind, figure.code + side, mention.group
        weight = rules.get(side + rule, 0) + measured.get(side + measure + touches, 0)
        weight += touching.get(touches + kind + figure.code, 0) + last.get(place + mention.opens + rule, 0)
        figures, units, measures, letters, groups, companies = self._borne
        bearing = side + kind
        borne = figure.borne.get(bearing)
        if borne is None:
            borne = figures.get(figure.code + bearing, 0) + units.get(figure.unit + bearing, 0)
            borne += measures.get(figure.measure[-2:] + bearing, 0)
            figure.borne[bearing] = borne
        worded = letters.get(code + mention.text[-1], 0) + groups.get(code + group, 0)
        return weight + borne + worded + companies.get(figure.group + side + group, 0)


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
