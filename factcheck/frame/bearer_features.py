"""What is seen of a mention that may bear a figure: small codes, each of a template that has weights."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.frame.bearer_mentions import BearerMention, Mentions
    from factcheck.frame.topic import Topic
    from factcheck.model import Quantity

# What a mention is by itself, for each side that it may stand on:
# by its form, and by its words
FORMED = ("kind", "size", "opens", "form", "codes", "behind", "says")
WORDED = ("named", "headed", "head", "before", "after", "letter", "group")
OWN = (*FORMED, *WORDED)
# What it is to a figure: by where it stands, by what stands between, by the grammar, the figure, the words.
PLACED = ("place", "place_kind", "place_form", "opening", "behind_place")
BETWEEN = ("between", "verbs", "figures", "first", "names", "nearest", "row")
READ = ("rule", "measure", "touches", "last")
BORNE = ("figure_kind", "unit_kind", "measure_kind")
WORDED_PAIR = ("letter_figure", "group_figure", "group_measure", "group_place")
PAIR = (*PLACED, *BETWEEN, *READ, *BORNE, *WORDED_PAIR)
NOBODY = ("nobody", "nobody_rule", "nobody_figure", "nobody_unit")
_FIGURES = {
    "money": "m", "percent": "p", "percentage_point": "p", "fraction": "f", "ratio": "f", "multiple": "x", "rank": "r",
    "count": "c", "duration": "d", "age": "a", "length": "l", "area": "s", "temperature": "t",
}  # fmt: skip
NAMES = frozenset("PTCEXZQWSM")
_COUNTS = "0123445566667777"


class SeenFigure:
    """A figure as mentions are seen from: where it stands among the words, and what the grammar reads of it."""

    __slots__ = (
        "about", "alone", "among", "borne", "code", "end", "group", "last", "measure", "names", "number", "others",
        "ruled", "said", "start", "unit", "word",
    )  # fmt: skip

    def __init__(
        self, quantity: Quantity, others: tuple[Quantity, ...], about: Topic, *, ruled: str | None, said: str,
        among: Mentions, group: str, alone: bool,
    ) -> None:  # fmt: skip
        self.start, self.end = quantity.start, quantity.end
        self.others = [other.start for other in others]
        self.number = bisect_left(self.others, self.start)  # how many stand before it
        self.about, self.ruled, self.among = about, ruled, among
        self.said = said
        self.alone = alone  # the sentence opens with 这种, a kind of thing: it takes nobody from outside
        self.borne: dict[str, int] = {}
        self.code = _FIGURES.get(quantity.kind, "o")
        self.unit = quantity.unit or quantity.kind
        self.word = bisect_left(among.ends, quantity.start + 1)
        self.last = bisect_left(among.ends, quantity.end)
        self.measure = about.measure or ""
        self.group = group + "." if group != "-" else "-"
        self.names = len({m.rank for m in among.found if m.end <= self.start and m.kind in NAMES})


def formed_values(mention: BearerMention, side: str) -> tuple[str, ...]:
    """The values of `FORMED`.

    `side`: b, a: before or behind in the sentence of the figure; p: in one before it; l: at the top; t: in the title.
    """
    kind = side + mention.kind
    return (
        kind,
        side + _COUNTS[min(15, len(mention.text))],
        kind + mention.opens,
        kind + mention.form,
        side + mention.codes,
        kind + mention.codes[-1] + mention.opens,
        side + mention.says + mention.opens,
    )


def code_count(number: int) -> str:
    """How often, or how long, as a code."""
    return _COUNTS[min(15, number)]


def worded_values(mention: BearerMention, side: str, named: int, *, headed: bool) -> tuple[str, ...]:
    """The values of `WORDED`. `named`: how often the article says it; `headed`: title or first sentence do."""
    kind, text = side + mention.kind, mention.text
    return (
        kind + code_count(named),
        kind + ("h" if headed else "-"),
        side + mention.head,
        side + mention.before,
        side + mention.after,
        side + text[-1] + ("." if len(text) > 1 else ""),
        side + mention.group,
    )


class View(NamedTuple):
    """How a figure sees a mention, in codes."""

    place: str  # the side, and how many clauses or sentences away
    between: str  # phrases between them; from outside the sentence, the phrases before it in its own
    verbs: str
    figures: str
    nearest: str  # names between them
    touches: str  # b, a: right before or behind; n: the first phrase behind; m: in the wording of the measure
    compared: str  # as `compare_wordings`


def view_mention(mention: BearerMention, figure: SeenFigure, side: str, place: str, phrases: int) -> View:
    """How a figure sees a mention. `phrases` is how many stand between them, or the rank in its own sentence.

    `place` is that of a mention of another sentence.
    """
    among = figure.among
    verbs = figures = 0
    touches = nearest = "-"
    if side == "b":
        place = side + "01233444"[min(7, among.clauses[figure.word] - mention.clause)]
        verbs = among.verbs[figure.word] - among.verbs[mention.last]
        figures = max(0, figure.number - bisect_left(figure.others, mention.end))
        names = figure.names - mention.names - (mention.kind in NAMES)
        nearest = "0123"[min(3, names)]
        touches = "b" if mention.last == figure.word else "m" if mention.start >= figure.about.begin else "-"
    elif side == "a":
        clauses = mention.clause - among.clauses[figure.last]
        place = side + "01233444"[min(7, clauses)]
        verbs = among.verbs[mention.first] - among.verbs[figure.last]
        figures = max(0, bisect_left(figure.others, mention.start) - bisect_left(figure.others, figure.end))
        touches = "a" if mention.start == figure.end else "n" if phrases == clauses == 0 else "-"
    return View(
        place, "012345"[min(5, phrases)], "0122333"[min(6, verbs)], "01223"[min(4, figures)], nearest, touches,
        compare_wordings(mention.text, figure),
    )  # fmt: skip


def compare_wordings(text: str, figure: SeenFigure) -> str:
    """How a wording stands to whom the grammar reads, where that is, and how it stands to the measure: three letters.

    0 there is none, = the same, < inside, > around, x neither.
    """
    ruled, measure = figure.ruled, figure.measure
    rule = "0" if ruled is None else "=" if text == ruled else "<" if text in ruled else ">" if ruled in text else "x"
    if not measure:
        return rule + figure.said + "0"
    measured = "=" if text == measure else "<" if text in measure else ">" if measure in text else "x"
    return rule + figure.said + measured


def placed_values(mention: BearerMention, place: str) -> tuple[str, ...]:
    """The values of `PLACED`."""
    kind, opens, behind = mention.kind, mention.opens, mention.codes[-1]
    return (
        place,
        place + kind,
        place + mention.form,
        place + opens + kind,
        place + behind + kind,
    )


def between_values(view: View, side: str, mention: BearerMention) -> tuple[str, ...]:
    """The values of `BETWEEN`."""
    place, between, kind, opens = view.place, view.between, mention.kind, mention.opens
    names, rank = count_names(mention)
    return (
        side + between + opens,
        place + view.verbs + opens,
        side + view.figures + between,
        place + between,
        side + names + kind + between,
        side + view.nearest + kind,
        place + rank + between,
    )


def read_values(view: View, side: str, kind: str, opens: str, code: str) -> tuple[str, ...]:
    """The values of `READ`. `code` is that of the figure."""
    rule, measured = view.compared[:2], view.compared[2]
    return (
        side + rule,
        side + measured + view.touches,
        view.touches + kind + code,
        view.place + opens + rule,
    )


def borne_values(figure: SeenFigure, side: str, kind: str) -> tuple[str, ...]:
    """The values of `BORNE`."""
    return figure.code + side + kind, figure.unit + side + kind, figure.measure[-2:] + side + kind


def worded_pair_values(mention: BearerMention, figure: SeenFigure, side: str, place: str) -> tuple[str, ...]:
    """The values of `WORDED_PAIR`."""
    group = mention.group
    return (
        figure.code + side + mention.text[-1],
        figure.code + side + group,
        figure.group + side + group,
        place + mention.opens + group,
    )


def count_names(mention: BearerMention) -> tuple[str, str]:
    """How many names and how many phrases stand before a mention in its sentence, as codes."""
    return "0123"[min(3, mention.names)], "012345"[min(5, mention.rank)]


def nobody_values(figure: SeenFigure) -> tuple[str, ...]:
    """The values of `NOBODY`: what is seen of a figure that nobody may bear."""
    rule = ("0" if figure.ruled is None else "1") + figure.said
    return ("1", rule, figure.code + rule, figure.unit)
