"""A shared passage whose figure changed on the way.

Two places print the same passage, and at one spot in it the figures cannot both be right, while the words around them
are the same: a slip of the pen in one of the copies, or a correction that never reached the other. There is no stronger
evidence of an error than this.

Figures of which one rounds to the other are no change, and under twenty letters are no copy. Nothing is said where a
date or a name beside the figure changed too, where a good part of all figures changed (a report of another day, made
with the same words), where nothing names what both tell of (no rare word in the passage, no town on the same day, and
few rare words that the two articles share: a form, a turn of phrase), where the figure moved on from one day to another
(FC110), where it counts the articles or days of one source (第120期, 还有4天: at the head or foot, and another value in
every copy), and between versions of one page: the same URL, or the same source and four fifths of both texts.

## Example

> 该园区入驻企业达1.7万家。 — 该园区入驻企业达17万家。

## What to do

Look at the source, and correct the copy.
"""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.corpus.corpus import content
from factcheck.corpus.versions import days_apart
from factcheck.frame.places import gazetteer
from factcheck.messages import say
from factcheck.passage.agree import agree
from factcheck.passage.changes import Change, changes
from factcheck.passage.figures import Slip, slips
from factcheck.passage.standing import is_counter
from factcheck.rules.build import finding, fingerprint, location
from factcheck.rules.wording import copied, described
from factcheck.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.model import Claim, Finding, Pair, Passage, Phrase, Severity, Span
    from factcheck.rules.registry import Evidence

CODE = "FC303"
NAME = "changed-figure-in-copy"
SEVERITY: Severity = "error"
_LONG = 40  # letters from which a passage is a copy; a shorter one may be a form that is filled in every day
_SHORTEST = 20  # letters; what is shorter may be a turn of phrase, whatever the days
_DAYS = 3  # between the articles of a short one
_KIN = 0.3  # of the rare words of an article, those in the other that make both tell of one thing
_NAMED = 12  # figures named in the message; every one is among the places
_GROUPS = 50  # figures with which another is compared; where a passage has more, a rounding may stand by itself
Spot = tuple[str, int, int]


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for a figure, with every copy of it that takes part in a disagreement."""
    told: set[tuple[Spot, Spot]] = set()
    agreeing = _agreeing(evidence)
    moved_on = {_spots(pair.a, pair.b) for pair in evidence.pairs if _is_later_state(evidence, pair)}
    for passage in evidence.passages:
        fresh = [
            slip
            for slip in slips(passage, evidence.articles)
            if (_spot(slip.a), _spot(slip.b)) not in told and _spots(slip.a, slip.b) not in moved_on
        ]
        for together in _joined(fresh):
            if not _tied(evidence, passage, together):
                continue
            if is_counter(evidence.articles, passage, _groups(together)):
                continue
            if passage.letters >= _LONG or (passage.letters >= _SHORTEST and _settled(evidence, together)):
                told |= {(_spot(slip.a), _spot(slip.b)) for slip in together}
                yield _finding(evidence, passage, together, agreeing)


def _tied(evidence: Evidence, passage: Passage, together: list[Slip]) -> bool:
    """Whether the words of the passage, or those of the two articles, name what they tell of."""
    if (stats := evidence.stats) is None:
        return True
    place = passage.places[0]
    named = words(evidence.articles[place.doc].text.folded[place.start : place.end])
    if any(stats.is_rare(word) for word in content(named)):
        return True
    # of an event that all papers tell, no word is rare
    in_town = any(_is_town(word) for word in named)
    return any(
        (kin := stats.kinship(slip.a.doc, slip.b.doc)) is None
        or kin >= _KIN
        or (in_town and _apart(evidence, slip) in {0, 1})
        for slip in together
    )


def _is_town(word: str) -> bool:
    """Whether a word is a place below the provinces."""
    places = gazetteer()
    return word in places.names and len(places.parents.get(places.names[word], ())) > 1


def _apart(evidence: Evidence, slip: Slip) -> int | None:
    return days_apart(evidence.articles[slip.a.doc].document, evidence.articles[slip.b.doc].document)


def _agreeing(evidence: Evidence) -> dict[Spot, list[Claim]]:
    """For each figure, those that state the same fact alike."""
    found: defaultdict[Spot, list[Claim]] = defaultdict(list)
    for pair in evidence.pairs:
        if pair.verdict == "equal":
            found[_spot(pair.a)].append(pair.b)
            found[_spot(pair.b)].append(pair.a)
    return found


def _spot(claim: Claim) -> Spot:
    return claim.doc, claim.start, claim.end


def _is_later_state(evidence: Evidence, pair: Pair) -> bool:
    """Whether a figure moved on from one day to another; copies of one day, or of no date, have no such excuse."""
    if pair.verdict != "revision":
        return False
    return bool(days_apart(evidence.articles[pair.a.doc].document, evidence.articles[pair.b.doc].document))


def _spots(a: Claim, b: Claim) -> frozenset[Spot]:
    return frozenset({_spot(a), _spot(b)})


def _joined(found: Iterable[Slip]) -> list[list[Slip]]:
    """Slips that share a figure, put together."""
    rows: list[tuple[set[Spot], list[Slip]]] = []
    for slip in found:
        spots, together = {_spot(slip.a), _spot(slip.b)}, [slip]
        for row in [row for row in rows if row[0] & spots]:
            rows.remove(row)
            spots, together = spots | row[0], row[1] + together
        rows.append((spots, together))
    return [together for _, together in rows]


def _settled(evidence: Evidence, together: list[Slip]) -> bool:
    """Whether a short passage is a copy all the same: of these days, or told alike by all but one."""
    days = [_apart(evidence, slip) for slip in together]
    if all(gap is not None and gap <= _DAYS for gap in days):
        return True
    sizes = sorted(len(group) for group in _groups(together))
    return len(sizes) == 2 and sizes[0] == 1 < sizes[1]


def _groups(together: list[Slip], agreeing: Mapping[Spot, Iterable[Claim]] = MappingProxyType({})) -> list[list[Claim]]:
    """The figures, those that agree together, in the order of places; `agreeing` of the same articles come too."""
    claims = {_spot(c): c for slip in together for c in (slip.a, slip.b)}
    docs = {doc for doc, _, _ in claims}
    for spot in tuple(claims):
        claims |= {_spot(other): other for other in agreeing.get(spot, ()) if other.doc in docs}
    groups: list[list[Claim]] = []
    alike: dict[object, list[Claim]] = {}  # of many copies most state one figure
    for claim in sorted(claims.values(), key=_spot):
        stated = claim.kind, claim.unit, claim.low, claim.high, claim.qualifier
        home = alike.get(stated) or next((group for group in groups[:_GROUPS] if agree(group[0], claim)), None)
        if home is None:
            groups.append(home := [])
        home.append(claim)
        alike.setdefault(stated, home)
    return groups


def _finding(
    evidence: Evidence, passage: Passage, together: list[Slip], agreeing: Mapping[Spot, Iterable[Claim]]
) -> Finding:
    groups = _groups(together, agreeing)
    texts = [group[0].text for group in groups[:_NAMED]] + ["…"] * (len(groups) > _NAMED)
    likeness = max(slip.likeness for slip in together)
    return finding(
        rule=CODE,
        name=NAME,
        severity=SEVERITY,
        confidence=round(min(0.98, 0.55 + 0.35 * likeness + min(passage.letters, 80) / 1000), 3),
        message=say("copy.figure", figures=" / ".join(texts)),
        locations=tuple(
            location(evidence.articles[claim.doc], claim.start, claim.end, number, claim)
            for number, group in enumerate(groups)
            for claim in group
        ),
        because=_because(evidence, passage, together, likeness),
        fingerprints=tuple(
            sorted(
                {
                    fingerprint(
                        CODE,
                        (evidence.articles[s.a.doc], s.a.start, s.a.end),
                        (evidence.articles[s.b.doc], s.b.start, s.b.end),
                    )
                    for s in together
                }
            )
        ),
    )


def _because(evidence: Evidence, passage: Passage, together: list[Slip], likeness: float) -> tuple[Phrase, ...]:
    because = [
        say("copy.likeness", count=passage.letters, share=f"{likeness:.0%}"),
        say("copy.beside"),
    ]
    if more := _else_changed(evidence, passage, together[0]):
        because.append(say("copy.else", changes=described(more)))
    because += copied(evidence.articles, passage)
    return tuple(because)


def _else_changed(evidence: Evidence, passage: Passage, slip: Slip) -> list[Change]:
    place = {p.doc: p for p in passage.places}
    one, other = place[slip.a.doc], place[slip.b.doc]
    return [
        change
        for change in changes(evidence.articles[one.doc], one, evidence.articles[other.doc], other)
        if not _touches(change.a, slip.a) and not _touches(change.b, slip.b)
    ]


def _touches(span: Span, claim: Claim) -> bool:
    return span[0] < claim.end and claim.start < span[1]
