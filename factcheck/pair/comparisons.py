"""The comparisons of two frames, each landing on a named level."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.frame.places import NATION, gazetteer
from factcheck.pair.periods import relation
from factcheck.pair.vetoes import STORY_DAYS, days_apart, in_words, nested
from factcheck.pair.weights import weights
from factcheck.text.words import tag
from factcheck.zh.measures import measures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.corpus import CorpusStats
    from factcheck.model import Claim, Level
    from factcheck.pair.view import View

_POINTING = re.compile(r"[该本此这那其你他她它某]|我(?!国)")  # whom these mean, the sentence does not say
_NUMERALS = frozenset("一二两三四五六七八九十百千万亿几数")  # 三千件, 一艘
_NAME_TAGS = {"nr", "ns", "nt", "nz", "x", "en"}
_SIDE = re.compile(r"[东南西北中]+半?[边部面端侧方]")  # of a place; the dictionary takes some for names
RARE = 10.0  # bits; a word so rare names something
_FEW_VALUES = 3  # figures that one wording has in a corpus; what has more is a series or a form letter
_BY_WORDS = ("measure", "slot", "names", "context")
_SLACK = 1e-6  # bits; sums of the same weights in another order
_SPECIFIC = 9.0  # bits; a measure of fewer (比上年同期, 增幅) fits anything


def compared(
    a: View, b: View, stats: CorpusStats, story: Callable[[], str], least: float = -math.inf
) -> tuple[Level, ...]:
    """Every comparison with the level it landed on. `story` tells the level of the two articles, if it is asked.

    Nothing where the weights cannot add up to `least`: of most candidates the frames alone show it, and words, which
    take the longest to compare, need not be looked at.
    """
    subject, place, period, company = (
        subject_level(a, b),
        _place(a.claim, b.claim),
        _period(a, b, stats),
        _company(a, b),
    )
    series = "few" if max(a.values, b.values) <= _FEW_VALUES else "own" if a.own & b.own else "many"
    landed = {
        "subject": subject,
        "place": place,
        "period": period,
        "status": _status(a.claim, b.claim),
        "aspects": _aspects(a.claim, b.claim),
        "unit": "same" if a.claim.unit == b.claim.unit else "like",
    }
    weigh = weights().weight
    short = least - _SLACK - sum([weigh(*one) for one in landed.items()]) - weigh("company", company)
    short -= weigh("series", series)
    if _most(_BY_WORDS) + _most(("story",)) < short:
        return ()
    told = story()
    if series == "many" and company == "same" and told != "same":
        company = "alone"  # a form letter has the same figures in every copy
    if told == "like" and not _tied(subject, place, period, company):
        told = "loose"
    if _most(_BY_WORDS) + weigh("story", told) < short:
        return ()
    level = weights().level
    frames = (level(*one) for one in landed.items())
    around = (level("company", company), level("series", series), level("story", told))
    once = subject == "same" and _once(a, b)
    return (
        level("measure", "event" if once else _measure(a, b, stats)),
        level("slot", _slot(a, b, stats)),
        *frames,
        level("names", "none" if once else _names(a, b, stats)),
        level("context", _context(a, b, stats)),
        *around,
    )


@cache
def _most(names: tuple[str, ...]) -> float:
    """The most that these comparisons can weigh together."""
    comparisons = weights().comparisons
    return sum(max(one.weight for one in comparisons[name].values()) for name in names)


def _tied(subject: str, place: str, period: str, company: str) -> bool:
    """Whether the sentences themselves say that it is one thing: whose, where and when, or beside which figures."""
    if place in {"same", "leads"} and period in {"same", "meets", "unknown"}:
        return True
    return subject == "same" or company == "same"


def _once(a: View, b: View) -> bool:
    """Whether both date one event of a kind that happens to a subject once: a birth, a founding."""
    dated = a.claim.kind == b.claim.kind == "date"
    return dated and bool(a.measure) and a.measure == b.measure and a.measure <= measures().once


def shared_bits(one: Iterable[str], other: Iterable[str], stats: CorpusStats) -> float:
    """The rarity of the words that stand in both, added up."""
    return math.fsum(map(stats.bits, set(one) & set(other)))


def _poorer(one: Iterable[str], other: Iterable[str], stats: CorpusStats) -> float:
    """The rarity of the words of the one side that has less of it."""
    return min(math.fsum(map(stats.bits, one)), math.fsum(map(stats.bits, other)))


def _likeness(one: Iterable[str], other: Iterable[str], stats: CorpusStats) -> float:
    """The share of the rarity of both that they have in common, 0 to 1."""
    one, other = set(one), set(other)
    both = math.fsum(map(stats.bits, one | other))
    return shared_bits(one, other, stats) / both if both else 0.0


def _measure(a: View, b: View, stats: CorpusStats) -> str:
    if not a.measure or not b.measure:
        return "unknown"
    if a.claim.measure == b.claim.measure or a.measure == b.measure:
        telling = math.fsum(map(stats.bits, a.measure)) >= _SPECIFIC and not _of_one_pointed_at(a, b)
        return "same" if telling else "generic"
    # One may word it before the figure and the other behind it, so each measure may be found beside the other.
    if _narrows(a.measure, b, stats) or _narrows(b.measure, a, stats):
        return "narrowed"
    straight = _likeness(a.measure, b.measure, stats)
    if straight >= 0.5:
        return "like"
    found = max(_held(a.measure, b.near, stats), _held(b.measure, a.near, stats))
    return "part" if straight > 0.2 or found >= 0.5 else "apart"


def _narrows(measure: frozenset[str], other: View, stats: CorpusStats) -> bool:
    """通讯器材类零售额, 零售额: whether a measure is the other one and more, which the other sentence never says."""
    if not other.measure < measure:
        return False
    more = measure - other.measure - other.sentence
    return math.fsum(map(stats.bits, more)) >= RARE


def _held(measure: frozenset[str], near: frozenset[str], stats: CorpusStats) -> float:
    whole = math.fsum(map(stats.bits, measure))
    return shared_bits(measure, near, stats) / whole if whole else 0.0


def _slot(a: View, b: View, stats: CorpusStats) -> str:
    left, right = a.left[-1:] == b.left[-1:] != (), a.right[:1] == b.right[:1] != ()
    if left and right:
        return "same"
    bits, whole = shared_bits(a.near, b.near, stats), _poorer(a.near, b.near, stats)
    if bits >= 20 and bits >= whole / 2:
        return "close" if bits >= 28 else "near"
    return "like" if left or right or bits >= whole / 4 > 0 else "apart"


def _points(words: str) -> bool:
    return _POINTING.match(words) is not None


def _of_one_pointed_at(a: View, b: View) -> bool:
    """该车核载, 该车核载: whether both measures are of what only the sentences before them name."""
    return _points(a.claim.measure or "") and _points(b.claim.measure or "")


def subject_level(a: View, b: View) -> str:
    """The level of the two subjects."""
    if not a.subject or not b.subject or _points(a.subject) or _points(b.subject) or _of_one_pointed_at(a, b):
        return "unknown"
    said = in_words(a.claim, "subject") and in_words(b.claim, "subject")
    if _named_alike(a.subject, b.subject):
        return "same" if said else "like"
    if a.subject in b.subject or b.subject in a.subject:
        return "like"
    return "apart" if said else "inferred"


def _named_alike(one: str, other: str) -> bool:
    names = gazetteer().names
    return one == other or (one in names and names[one] == names.get(other))


def _place(x: Claim, y: Claim) -> str:
    if x.place is None or y.place is None:
        return "unknown"
    if x.place == y.place:
        return "same" if in_words(x, "place") and in_words(y, "place") else "leads"
    if NATION in {x.place, y.place}:
        return "nation"
    if nested(x.place, y.place):
        return "wider" if in_words(x, "place") and in_words(y, "place") else "around"
    return "inferred"


def _period(a: View, b: View, stats: CorpusStats) -> str:
    x, y = a.claim, b.claim
    if x.period is not None and y.period is not None:
        found = relation(x.period, y.period)
        said = in_words(x, "period") and in_words(y, "period")
        if found == "apart":
            return "inferred"
        if said:
            return "same" if found == "same" else "within"
        return "meets" if found == "same" else "unknown"
    if x.kind in {"length", "area", "date", "rank"} and not {"new", "total", "change"} & x.aspects:
        return "unknown"
    if not a.date or not b.date:
        return "undated" if stats.dated or a.date or b.date else "unknown"
    if a.date[:4] != b.date[:4]:
        return "inferred"
    return "later" if days_apart(a.date, b.date) > STORY_DAYS else "unknown"


def _status(x: Claim, y: Claim) -> str:
    if x.status == y.status:
        return "same"
    return "mixed" if {x.status, y.status} == {"rule", "target"} else "unsaid"


def _aspects(x: Claim, y: Claim) -> str:
    if x.aspects == y.aspects:
        return "same"
    return "apart" if x.aspects - y.aspects and y.aspects - x.aspects else "part"


def _names(a: View, b: View, stats: CorpusStats) -> str:
    """Whether each names something rare that the other's article never does, in the clause or in the sentence."""
    if _own(a.clause, b, stats) and _own(b.clause, a, stats):
        return "clause"
    own, others = _own(a.sentence, b, stats), _own(b.sentence, a, stats)
    return "both" if own and others else "one" if own or others else "none"


def _own(words: frozenset[str], other: View, stats: CorpusStats) -> bool:
    doc = other.claim.doc
    return any(stats.bits(word) >= RARE and is_name(word) and not stats.names(doc, word) for word in words)


def is_name(word: str) -> bool:
    """A name by the dictionary, or a word that it does not know."""
    return word[0] not in _NUMERALS and tag(word)[:2] in _NAME_TAGS and _SIDE.fullmatch(word) is None


def _context(a: View, b: View, stats: CorpusStats) -> str:
    bits = shared_bits(a.sentence, b.sentence, stats)
    shorter = _poorer(a.sentence, b.sentence, stats)
    covered = bits / shorter if shorter else 0.0
    if bits >= 40 and covered >= 0.6:
        return "most"
    if bits >= 30 or (bits >= 18 and covered >= 0.5):
        return "much"
    return "some" if bits >= 14 else "little"


def _company(a: View, b: View) -> str:
    """Whether the other figures of the two sentences are the same ones: a fact told twice keeps its company."""
    if not a.company or not b.company:
        return "alone"
    shared, fewer = a.company & b.company, min(len(a.company), len(b.company))
    # two digits among many figures are shared by chance
    telling = sum(1 if len(figure) > 2 else 0.5 for _, figure in shared)
    if telling >= 1 and len(shared) >= fewer / 2:
        return "same"
    if shared and len(shared) * 4 > fewer:
        return "part"
    return "others" if fewer > 1 else "other"
