"""Pairs gathered into facts: who agrees with whom, and who with whom does not."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from functools import lru_cache, reduce
from typing import TYPE_CHECKING, Literal

from factcheck.messages import say
from factcheck.model import Claim, Finding, Pair, Phrase, Severity, Value
from factcheck.pair.compared_pair import comparison
from factcheck.pair.figures import value
from factcheck.pair.likeness import held, likeness
from factcheck.pair.vetoes import in_words
from factcheck.pair.view import is_headline
from factcheck.pair.weights import weights
from factcheck.rules import build
from factcheck.rules.build import fingerprint, location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factcheck.rules.registry import Evidence

AGREE = {"equal", "rounding", "reach"}
DISPUTE = frozenset({"differ", "slip"})
_MOST_VALUES = 3  # what has more values than that is a series or a form letter, no fact
_MOST_STATES = 8  # of a toll, through the days
_LIKE_WORDS = 0.5  # likeness of the letters around two figures; below it hardly a difference was true
_HELD = 2 / 3  # of a headline's pairs of letters, from where the sentence repeats it
Ground = Literal["words", "frame", "none"]
_Node = tuple[str, int]


class Fact(Value, frozen=True):
    """One fact with differing figures. `groups` hold the claims of one value each, largest group first."""

    groups: tuple[tuple[Claim, ...], ...]
    disputes: tuple[Pair, ...]  # the pairs that disagree, strongest first

    @property
    def strongest(self) -> Pair:
        """The pair with the greatest match weight."""
        return self.disputes[0]


def figures(evidence: Evidence) -> tuple[Fact, ...]:
    """The facts whose figures are disputed, in the order of their first claims."""
    return tuple(fact for fact in _facts(evidence.pairs, DISPUTE, _MOST_VALUES) if fact.strongest.a.kind != "date")


def revisions(evidence: Evidence) -> tuple[Fact, ...]:
    """The facts whose figures moved on and are not disputed otherwise, groups in the order of their dates."""
    facts = _facts(evidence.pairs, frozenset({"revision"}), _MOST_STATES)
    return tuple(Fact(groups=_by_date(evidence, fact.groups), disputes=fact.disputes) for fact in facts)


def spreads(evidence: Evidence) -> tuple[Fact, ...]:
    """The facts that named sources estimate differently."""
    return _facts(evidence.pairs, frozenset({"spread"}), _MOST_STATES)


def _by_date(evidence: Evidence, groups: Iterable[tuple[Claim, ...]]) -> tuple[tuple[Claim, ...], ...]:
    def first(held: tuple[Claim, ...]) -> tuple[str, Fraction]:
        dates = (evidence.articles[claim.doc].document.date or "~" for claim in held)
        return min(dates), value(held[0]) or Fraction(0)

    return tuple(sorted(groups, key=first))


def dates(evidence: Evidence) -> tuple[Fact, ...]:
    """The events that are dated differently."""
    return tuple(fact for fact in _facts(evidence.pairs, DISPUTE, _MOST_VALUES) if fact.strongest.a.kind == "date")


@lru_cache(maxsize=4)
def _facts(pairs: tuple[Pair, ...], verdicts: frozenset[str], most: int) -> tuple[Fact, ...]:
    """The facts of the pairs with one of `verdicts`, of at most `most` values."""
    claims: dict[_Node, Claim] = {}
    parent: dict[_Node, _Node] = {}

    def root(node: _Node) -> _Node:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for pair in pairs:
        for claim in (pair.a, pair.b):
            claims.setdefault(_node(claim), claim)
            parent.setdefault(_node(claim), _node(claim))
    for pair in pairs:
        if pair.verdict in AGREE:
            one, other = sorted((root(_node(pair.a)), root(_node(pair.b))))
            parent[other] = one
    groups: defaultdict[_Node, list[Claim]] = defaultdict(list)
    for node in sorted(claims):
        groups[root(node)].append(claims[node])
    disputes = [pair for pair in pairs if pair.verdict in verdicts]
    return tuple(_disputed(disputes, groups, root, most))


def _disputed(
    pairs: Iterable[Pair], groups: dict[_Node, list[Claim]], root: Callable[[_Node], _Node], most: int
) -> Iterator[Fact]:
    """One fact for every set of value groups that disagree; too large a set is none."""
    disputes = [pair for pair in pairs if root(_node(pair.a)) != root(_node(pair.b))]
    sets: dict[_Node, frozenset[_Node]] = {}
    for pair in disputes:
        one, other = root(_node(pair.a)), root(_node(pair.b))
        joined = sets.get(one, frozenset({one})) | sets.get(other, frozenset({other}))
        for member in joined:
            sets[member] = joined
    by_set: defaultdict[frozenset[_Node], list[Pair]] = defaultdict(list)
    for pair in disputes:
        whole = sets[root(_node(pair.a))]
        if len(whole) <= most:
            by_set[whole].append(pair)
    for members, pairs_held in by_set.items():
        ranked = sorted(members, key=lambda node: (-len(groups[node]), node))
        strongest = sorted(pairs_held, key=lambda pair: (-pair.weight, _node(pair.a), _node(pair.b)))
        yield Fact(groups=tuple(tuple(groups[node]) for node in ranked), disputes=tuple(strongest))


def _node(claim: Claim) -> _Node:
    return claim.doc, claim.start


def findings(evidence: Evidence, fact: Fact, *, rule: str, name: str) -> Iterator[Finding]:
    """The finding of a disputed fact; none where too little says that it is one fact."""
    found = severity(evidence, fact)
    if found is not None:
        yield finding(evidence, fact, rule=rule, name=name, severity=found)


def finding(evidence: Evidence, fact: Fact, *, rule: str, name: str, severity: Severity) -> Finding:
    """The finding of a disputed fact, every place a location."""
    articles = evidence.articles
    prints = {pair: _fingerprint(evidence, rule, pair) for pair in fact.disputes}
    fact = _open(fact, [pair for pair, one in prints.items() if one not in evidence.silenced])
    locations = tuple(
        location(articles[claim.doc], claim.start, claim.end, group, claim)
        for group, held in enumerate(fact.groups)
        for claim in held
    )
    strongest = fact.strongest
    return build.finding(
        rule=rule, name=name, severity=severity, confidence=weights().confidence(strongest.weight),
        message=_message(fact), locations=locations, because=strongest.reasons,
        fingerprints=dict.fromkeys(prints.values()), comparison=comparison(strongest),
    )  # fmt: skip


def _fingerprint(evidence: Evidence, rule: str, pair: Pair) -> str:
    places = ((evidence.articles[claim.doc], claim.start, claim.end) for claim in (pair.a, pair.b))
    return fingerprint(rule, *places)


def _open(fact: Fact, disputes: Sequence[Pair]) -> Fact:
    """The fact without the figures that only explained pairs dispute; as it was where all of them are explained."""
    if not disputes or len(disputes) == len(fact.disputes):
        return fact
    disputed = {_node(claim) for pair in disputes for claim in (pair.a, pair.b)}
    groups = tuple(group for group in fact.groups if any(_node(claim) in disputed for claim in group))
    return Fact(groups=groups, disputes=tuple(disputes))


def _message(fact: Fact) -> Phrase:
    measure = fact.strongest.a.measure or fact.strongest.b.measure
    joint = "fact.then" if fact.strongest.verdict == "revision" else "fact.two"
    sides = reduce(lambda one, other: say(joint, a=one, b=other), map(_side, fact.groups))
    return say("fact", measure=measure, sides=sides) if measure else say("fact.unnamed", sides=sides)


def _side(claims: Sequence[Claim]) -> Phrase:
    number = len({claim.doc for claim in claims})
    key = "fact.side.one" if number == 1 else "fact.side.many"
    return say(key, figure=claims[0].text, count=number)


def severity(evidence: Evidence, fact: Fact) -> Severity | None:
    """How sure a difference is, by what was measured on news read for the first time; None where it is not reported.

    An error needs a slip of the pen, or much the same words around both figures. Other words around them are a warning
    where both sentences say whom the figure is about, what it measures and when. A slip of little weight is a warning,
    any other difference of little weight is not reported.
    """
    grounds = {_ground(evidence, pair) for pair in fact.disputes}
    weak = fact.strongest.weight < weights().sure
    if "words" in grounds and not weak:
        doubtful = {level.level for level in fact.strongest.levels if level.comparison == "status"}
        return "warning" if doubtful & {"unsaid", "mixed"} else "error"
    slip = any(pair.verdict == "slip" for pair in fact.disputes)
    return "warning" if slip or ("frame" in grounds and not weak) else None


def _ground(evidence: Evidence, pair: Pair) -> Ground:
    sides = [(evidence.articles[claim.doc], claim) for claim in (pair.a, pair.b)]
    (one, a), (other, b) = ((article.text.folded, claim) for article, claim in sides)
    alike = likeness(one, (a.start, a.end), other, (b.start, b.end))
    said = [text[slice(*claim.sentence)] for text, claim in ((one, a), (other, b))]
    heads = [is_headline(article, *claim.sentence) for article, claim in sides]
    headline = None if a.doc != b.doc or not any(heads) else said if heads[0] else said[::-1]
    return ground(pair, alike, headline)


def ground(pair: Pair, alike: float, headline: Sequence[str] | None) -> Ground:
    """What says that two differing figures are of one fact: like words (a slip included), or the whole frame in words.

    `alike` is the likeness of the letters around them, `headline` the folded headline and sentence where a headline
    stands against its own text: these are about one bearer and one time, and need the measure in words, or a sentence
    that holds most of the headline's.
    """
    lists = pair.a.doc == pair.b.doc and headline is None  # one article words unlike things alike, one after the other
    if pair.verdict == "slip" or (alike >= _LIKE_WORDS and not lists):
        return "words"
    if headline is not None and held(*headline) >= _HELD:
        return "frame"
    fields = _fields(pair, headed=headline is not None)
    return "frame" if all(in_words(claim, field) for claim in (pair.a, pair.b) for field in fields) else "none"


def _fields(pair: Pair, *, headed: bool) -> tuple[str, ...]:
    """What both sentences must say of a pair that is told in other words."""
    if headed:
        return ("measure",)
    once = any((level.comparison, level.level) == ("measure", "event") for level in pair.levels)
    return ("subject", "measure") if once else ("subject", "measure", "period")
