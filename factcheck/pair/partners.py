"""One partner each: of all pairs between two articles, those that are kept."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.pair.differences import changes_one_amount
from factcheck.pair.retelling_weights import hold_in_event, is_retelling
from factcheck.pair.weights import weights

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from factcheck.model import Claim, Pair

    _Places = tuple[tuple[str, int], ...]

# A partner that says the same is the likelier one: it wins over an equally worded one that does not. And that which is
# the change of the same amount is the one.
_AGREEMENT = 6.0
_ONE_AMOUNT = 20.0
_TOO_MANY = 3  # differing figures of two articles


def _places(pair: Pair) -> _Places:
    return tuple(sorted(((pair.a.doc, pair.a.start), (pair.b.doc, pair.b.start))))


def choose_partners(scored: Iterable[Pair], retold: Iterable[Pair]) -> tuple[Pair, ...]:
    """Of the pairs of like words and those inside events, those in which each claim has its best partner.

    Of two pairs of the same claims that of like words is kept, if it says enough; that the event holds it is ground for
    it too. A claim whose figure the other
    article confirms is no ground to doubt it against a third figure there.
    """
    found = {_places(pair): pair for pair in scored}
    weighed = set()
    for pair in retold:
        places = _places(pair)
        weighed.add(places)
        known = found.get(places)
        if known is None or (known.weight < weights().sure and known.weight < pair.weight):
            found[places] = pair
        elif pair.verdict.disputes and is_retelling(pair):
            found[places] = hold_in_event(known)
    by_articles: defaultdict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in found.values():
        by_articles[pair.a.doc, pair.b.doc].append(pair)
    kept: list[Pair] = []
    for group in by_articles.values():
        kept += _of_one_thing(list(_partners(group)), weighed)
    return tuple(sorted(kept, key=lambda pair: (pair.a.doc, pair.a.start, pair.b.doc, pair.b.start)))


def _partners(group: Iterable[Pair]) -> Iterator[Pair]:
    """The best pairs of two articles; a figure that one of them states again is a partner at each of its places."""
    partner: dict[tuple[str, int], Claim] = {}
    for pair in sorted(group, key=_best_first):
        one, other = (pair.a.doc, pair.a.start), (pair.b.doc, pair.b.start)
        if _states(partner.get(one, pair.b), pair.b) and _states(partner.get(other, pair.a), pair.a):
            partner.setdefault(one, pair.b)
            partner.setdefault(other, pair.a)
            yield pair


def _states(known: Claim, claim: Claim) -> bool:
    return (known.kind, known.low, known.high, known.unit) == (claim.kind, claim.low, claim.high, claim.unit)


def _of_one_thing(group: list[Pair], weighed: Collection[_Places]) -> list[Pair]:
    """The pairs of two articles; only those that agree, where the articles would differ in most of what they share.

    A slip is one figure among many that agree; articles of one form on other months or companies differ throughout.
    Inside an event that has been weighed, and `weighed` are the places of such pairs.
    """
    agreeing = [pair for pair in group if pair.verdict.agrees or _places(pair) in weighed]
    differing = len(group) - len(agreeing)
    return agreeing if differing >= _TOO_MANY and differing > len(agreeing) else group


def _best_first(pair: Pair) -> tuple[float, str, int, int]:
    bonus = _AGREEMENT if pair.verdict.agrees else _ONE_AMOUNT if changes_one_amount(pair) else 0.0
    return -(pair.weight + bonus), pair.a.doc, pair.a.start, pair.b.start
