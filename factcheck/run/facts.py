"""Facts as a report holds them: values in order, every place, independent sources counted."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.facts.events import find_state, order_states
from factcheck.facts.labels import choose_labels
from factcheck.model import Fact, FactValue
from factcheck.rules.build import hash_identities, identity, location
from factcheck.rules.disputes import choose_severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from factcheck.evidence import Evidence
    from factcheck.facts import Statement, Strand
    from factcheck.model import Article, FactState

_RANK = {"disputed": 0, "spread": 1, "revised": 2, "differing": 3, "confirmed": 4}
_OFTEN = 3  # one statement in so many makes a figure one that a value is known by
_UNKNOWN = "~"  # sorts behind every date
_Place = tuple[str, int]


def build_facts(evidence: Evidence, names: Collection[str] | None = None) -> tuple[Fact, ...]:
    """The facts of the evidence, disputed ones first, then by sources; of `names` only, documents by id, if given."""
    family, disputed = _Families(evidence), _list_disputed(evidence)
    wanted = (
        strand for strand in evidence.facts if names is None or any(one.claim.doc in names for one in strand.statements)
    )
    facts = (_build_fact(strand, evidence, family, disputed) for strand in wanted)
    return tuple(sorted(facts, key=_rank))


def _rank(fact: Fact) -> tuple[object, ...]:
    first = fact.locations[0]
    return _RANK[fact.state], -fact.independent, -len(fact.locations), fact.id, first.doc, first.start


def _list_disputed(evidence: Evidence) -> list[list[frozenset[_Place]]]:
    """The figures of which a rule can say that they cannot all be right, the places of each value together."""
    told = [one.groups for one in evidence.disputes.figures if choose_severity(one) is not None]
    told += [one.groups for one in evidence.changed_figures]
    return [[frozenset((claim.doc, claim.start) for claim in group) for group in groups] for groups in told]


def _tell_state(strand: Strand, disputed: Sequence[Sequence[frozenset[_Place]]]) -> FactState:
    """The state of a fact: what differs is a dispute where there is ground enough to report two of its values."""
    state = find_state(strand)
    if state != "differing":
        return state
    values = [{one.place for one in held} for held in strand.values]
    sides = ([{at for at, held in enumerate(values) if held & group} for group in groups] for groups in disputed)
    return "disputed" if any(a != b for told in sides for a, b in combinations(filter(None, told), 2)) else state


def _build_fact(
    strand: Strand, evidence: Evidence, family: _Families, disputed: Sequence[Sequence[frozenset[_Place]]]
) -> Fact:
    state = _tell_state(strand, disputed)
    values = order_states(strand) if state == "revised" else strand.values
    articles = evidence.articles
    frame = choose_labels(strand.statements, articles, evidence.lexicon)
    return Fact(
        id=_identify(strand, evidence),
        measure=frame["measure"], subject=frame["subject"], place=frame["place"], period=frame["period"],
        values=tuple(_build_value(held, articles, family) for held in values),
        locations=tuple(
            location(articles[one.claim.doc], one.claim.start, one.claim.end, group, one.claim)
            for group, held in enumerate(values)
            for one in held
        ),
        state=state,
    )  # fmt: skip


def _build_value(held: Sequence[Statement], articles: Mapping[str, Article], family: _Families) -> FactValue:
    ranked = sorted(held, key=lambda one: (one.day or _UNKNOWN, one.place))
    shown = _choose_figure(ranked)
    days = sorted(one.day for one in held if one.day)
    known = (source for one in ranked for source in (articles[one.claim.doc].document.source, one.claim.attribution))
    claim = shown.claim
    return FactValue(
        text=claim.text, kind=claim.kind, low=claim.low, high=claim.high, unit=claim.unit,
        articles=len({one.claim.doc for one in held}), independent=family.count(held),
        first=days[0] if days else None, last=days[-1] if days else None,
        sources=tuple(dict.fromkeys(filter(None, known))),
    )  # fmt: skip


def _choose_figure(held: Sequence[Statement]) -> Statement:
    """The figure that stands for a value: the finest of those that a third of its statements have, or else most."""
    printed = Counter((one.claim.qualifier, one.claim.low, one.claim.high) for one in held)
    enough = min(len(held) / _OFTEN, max(printed.values()))
    often = [one for one in held if printed[one.claim.qualifier, one.claim.low, one.claim.high] >= enough]
    return max(often, key=lambda one: (one.claim.qualifier == "exact", one.digits))


def _identify(strand: Strand, evidence: Evidence) -> str:
    """The fingerprint of the earliest sentence and the figure in it: more articles later leave it as it is."""

    def name(one: Statement) -> tuple[str, str]:
        article = evidence.articles[one.claim.doc]
        folded, (start, end) = article.text.folded, (one.claim.start, one.claim.end)
        before = folded[one.claim.sentence[0] : start].count(folded[start:end])
        letters = identity(article, one.claim.start, one.claim.end, evidence.lexicon)
        return one.day or _UNKNOWN, f"{letters}\x1e{one.claim.text}\x1e{before}"

    return hash_identities("FACT", [min(map(name, strand.statements))[1]])


class _Families:
    """Articles that count as one source: reprints of one another, those of one outlet, those that share a sentence."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._reprints: dict[str, set[int]] = {}
        for number, passage in enumerate(evidence.passages):
            if passage.whole:
                for place in passage.places:
                    self._reprints.setdefault(place.doc, set()).add(number)

    def count(self, held: Sequence[Statement]) -> int:
        """How many sources state a value."""
        signs = [set(self._tell_signs(one)) for one in held]
        parent = list(range(len(held)))

        def root(at: int) -> int:
            while parent[at] != at:
                at = parent[at]
            return at

        for one, other in combinations(range(len(held)), 2):
            if signs[one] & signs[other]:
                parent[root(other)] = root(one)
        return len({root(at) for at in range(len(held))})

    def _tell_signs(self, one: Statement) -> Iterator[tuple[str, object]]:
        article = self._evidence.articles[one.claim.doc]
        yield "doc", one.claim.doc
        if article.document.source:
            yield "source", article.document.source
        yield "sentence", one.context
        for number in self._reprints.get(one.claim.doc, ()):
            yield "reprint", number
