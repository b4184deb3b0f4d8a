"""What is seen of a mention that may bear a figure: small codes, each of a template of its own, which a model weighs."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.frame.bearer_mentions import Mention, Mentions
    from factcheck.frame.topic import Topic
    from factcheck.model import Quantity

# What a mention is by itself, for each side (before or behind the figure in its sentence, in one before, in lead or title)
OWN = (
    "kind", "size", "named", "head", "before", "after", "opens", "form", "headed", "letter", "codes", "behind", "says",
    "group",
)  # fmt: skip
# What it is to a figure
PAIR = (
    "place", "place_kind", "place_form", "between", "verbs", "figures", "opening", "rule", "measure", "figure_kind",
    "unit_kind", "measure_kind", "touches", "first", "last", "names", "nearest", "behind_place", "letter_figure", "row",
    "group_figure", "group_measure", "group_place",
)  # fmt: skip
NOBODY = ("nobody", "nobody_rule", "nobody_figure", "nobody_unit")
WORDS = frozenset({"letter", "letter_figure", "head", "before", "after", "measure_kind", "unit_kind", "nobody_unit"})  # values that hold a word
_FIGURES = {
    "money": "m", "percent": "p", "percentage_point": "p", "fraction": "f", "ratio": "f", "multiple": "x", "rank": "r",
    "count": "c", "duration": "d", "age": "a", "length": "l", "area": "s", "temperature": "t",
}  # fmt: skip
NAMES = frozenset("PTCEXZQWSM")
_COUNTS = "0123445566667777"


class Figure:
    """A figure as mentions are seen from: where it stands among the words, and what the grammar reads of it."""

    __slots__ = ("about", "among", "code", "end", "group", "last", "measure", "others", "ruled", "names", "said", "start", "unit", "word")

    def __init__(
        self, quantity: Quantity, others: tuple[Quantity, ...], about: Topic, ruled: str | None, *, said: bool,
        among: Mentions, group: str,
    ) -> None:  # fmt: skip
        self.start, self.end = quantity.start, quantity.end
        self.others = [other.start for other in others]
        self.about, self.ruled, self.said, self.among = about, ruled, said, among
        self.code = _FIGURES.get(quantity.kind, "o")
        self.unit = quantity.unit or quantity.kind
        self.word = bisect_left(among.ends, quantity.start + 1)
        self.last = bisect_left(among.ends, quantity.end)
        self.measure = about.measure or ""
        self.group = group + "." if group != "-" else "-"
        self.names = len({m.rank for m in among.found if m.end <= self.start and m.kind in NAMES})


def own_values(mention: Mention, side: str, named: int, *, headed: bool) -> tuple[str, ...]:
    """The values of `OWN`. `named`: how often the article says it; `headed`: title or first sentence do."""
    kind = side + mention.kind
    return (
        kind,
        side + _COUNTS[min(15, len(mention.text))],
        kind + _COUNTS[min(15, named)],
        side + mention.head,
        side + mention.before,
        side + mention.after,
        kind + mention.opens,
        kind + mention.form,
        kind + ("h" if headed else "-"),
        side + mention.text[-1] + ("." if len(mention.text) > 1 else ""),
        side + mention.codes,
        kind + mention.codes[-1] + mention.opens,
        side + mention.says + mention.opens,
        side + mention.group,
    )


def side_of(mention: Mention, figure: Figure, sentences: int) -> str:
    """b, a: before or behind the figure in its sentence; p: in one before; l: further up; t: in the title."""
    if sentences == 0:
        return "b" if mention.end <= figure.start else "a"
    return "p" if sentences in {1, 2, 3} else "t" if sentences < 0 else "l"


def pair_values(mention: Mention, figure: Figure, side: str, sentences: int, phrases: int) -> tuple[str, ...]:
    """The values of `PAIR`. `phrases` is how many phrases stand between them, or the rank in its own sentence."""
    kind, text, code = mention.kind, mention.text, figure.code
    between = "012345"[min(5, phrases)]
    among, rule = figure.among, "x"
    clauses = verbs = figures = 0
    touches = nearest = "-"
    if side == "b":
        clauses = among.clauses[figure.word] - mention.clause
        verbs = among.verbs[figure.word] - among.verbs[mention.last]
        figures = sum([mention.end <= start < figure.start for start in figure.others])
        nearest = "0123"[min(3, figure.names - mention.names - (kind in NAMES))]
        if mention.last == figure.word:
            touches = "b"
        elif mention.start >= figure.about.begin:
            touches = "m"
        place = "b" + "01233444"[min(7, clauses)]
    elif side == "a":
        clauses = mention.clause - among.clauses[figure.last]
        verbs = among.verbs[mention.first] - among.verbs[figure.last]
        figures = sum([figure.end <= start < mention.start for start in figure.others])
        if mention.start == figure.end:
            touches = "a"
        elif phrases == 0 and clauses == 0:
            touches = "n"
        place = "a" + "01233444"[min(7, clauses)]
    elif side == "p":
        place = "p" + "0123"[sentences]
    else:
        place = side
    if figure.ruled is None:
        rule = "0"
    elif figure.ruled == text:
        rule = "="
    elif text in figure.ruled:
        rule = "<"
    elif figure.ruled in text:
        rule = ">"
    rule += "s" if figure.said else "o"
    measure = figure.measure
    measured = "0" if not measure else "=" if measure == text else "<" if text in measure else ">" if measure in text else "x"
    verb, many = "0122333"[min(6, verbs)], "01223"[min(4, figures)]
    return (
        place,
        place + kind,
        place + mention.form,
        side + between + mention.opens,
        place + verb + mention.opens,
        side + many + between,
        place + mention.opens + kind,
        side + rule,
        side + measured + touches,
        side + code + kind,
        figure.unit + side + kind,
        measure[-2:] + side + kind,
        touches + kind + code,
        place + between,
        place + mention.opens + rule,
        side + "0123"[min(3, mention.names)] + kind + between,
        side + nearest + kind,
        place + mention.codes[-1] + kind,
        code + side + mention.text[-1],
        place + "012345"[min(5, mention.rank)] + between,
        code + side + mention.group,
        figure.group + side + mention.group,
        place + mention.opens + mention.group,
    )


def nobody_values(figure: Figure) -> tuple[str, ...]:
    """The values of `NOBODY`: what is seen of a figure that nobody may bear."""
    rule = ("0" if figure.ruled is None else "1") + ("s" if figure.said else "o")
    return ("1", rule, figure.code + rule, figure.unit)
