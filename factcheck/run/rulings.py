"""What people have decided, applied to findings: explained and accepted pairs leave, confirmed ones stay."""

from __future__ import annotations

import os
from itertools import chain, combinations
from typing import TYPE_CHECKING

import msgspec

from factcheck.ledger import Baselined
from factcheck.messages import say, tell
from factcheck.model import Finding, Stale
from factcheck.rules.build import hash_identities, identity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.evidence import Evidence
    from factcheck.ledger import Ledger, Ruling
    from factcheck.model import Document, Location

_Spot = tuple[str, int, int]
_MOST = 12  # places of a pair that a baseline names


def find_explained(ledger: Ledger) -> frozenset[str]:
    """The fingerprints that a person has silenced."""
    return frozenset(ruling.fingerprint for ruling in ledger.rulings if ruling.ruling != "confirmed")


def find_places(findings: Iterable[Finding], evidence: Evidence) -> dict[str, set[_Spot]]:
    """Fingerprint → the places in which its pair stands."""
    found: dict[str, set[_Spot]] = {}
    for finding in findings:
        for one, spots in find_spots(finding, evidence).items():
            found.setdefault(one, set()).update(spots)
    return found


def apply_rulings(findings: Sequence[Finding], evidence: Evidence, ledger: Ledger) -> tuple[list[Finding], int]:
    """The findings without what was explained or accepted, and the number of those that left altogether."""
    confirmed = {ruling.fingerprint: ruling for ruling in ledger.rulings if ruling.ruling == "confirmed"}
    places = find_places(findings, evidence) if ledger.baseline else {}
    accepted = {one.fingerprint for one in ledger.baseline if len(places.get(one.fingerprint, ())) <= one.places}
    silenced = (find_explained(ledger) | accepted) - confirmed.keys()
    kept = [one for finding in findings if (one := keep_open(finding, evidence, silenced)) is not None]
    return [_with_ruling(finding, confirmed) for finding in kept], len(findings) - len(kept)


def find_stale(
    findings: Iterable[Finding],
    read_documents: Iterable[Document],
    ledger: Ledger,
    checked: Iterable[Document] | None = None,
) -> tuple[Stale, ...]:
    """The rulings on pairs that no finding has, where their places were read; places not known are taken for read.

    Where only what lies in some documents was looked for, only those rulings of which a place is in one `checked`.
    """
    seen = {one for finding in findings for one in finding.fingerprints}
    asked = None if checked is None else _list_paths(checked)
    unseen = [
        ruling
        for ruling in ledger.rulings
        if ruling.fingerprint not in seen and (asked is None or not asked.isdisjoint(ruling.places))
    ]
    read = _list_paths(chain(read_documents, ledger.files)) if unseen else set()
    return tuple(
        Stale(fingerprint=ruling.fingerprint, ruling=ruling.ruling, where=ruling.where, places=ruling.places)
        for ruling in unseen
        if read.issuperset(ruling.places)
    )


def _list_paths(documents: Iterable[Document]) -> set[str]:
    return {os.path.abspath(one.path) for one in documents if one.path is not None}  # noqa: PTH100 - follows no link


def baseline(findings: Iterable[Finding], evidence: Evidence, ledger: Ledger) -> tuple[Baselined, ...]:
    """Every pair that is there today, with what a person needs to review it; nothing that a person has ruled on."""
    ruled = {ruling.fingerprint for ruling in ledger.rulings}
    findings = list(findings)
    homes = {one: finding for finding in findings for one in finding.fingerprints}
    return tuple(
        Baselined(
            fingerprint=one,
            rule=homes[one].rule,
            places=len(spots),
            severity=homes[one].severity,
            message=homes[one].message,
            where=_list_places(homes[one], spots),
        )
        for one, spots in find_places(findings, evidence).items()
        if one not in ruled
    )


def _list_places(finding: Finding, spots: set[_Spot]) -> tuple[str, ...]:
    """`path:line` of the places of a pair, the first of very many."""
    held = [f"{place.path or place.doc}:{place.line}" for place in finding.locations if _spot(place) in spots]
    return tuple(dict.fromkeys(held))[:_MOST]


def keep_open(finding: Finding, evidence: Evidence, silenced: frozenset[str]) -> Finding | None:
    """The finding with the pairs that are open, and the places they stand in; None where none is."""
    still = tuple(one for one in finding.fingerprints if one not in silenced)
    if len(still) == len(finding.fingerprints):
        return finding
    if not still:
        return None
    spots = find_spots(finding, evidence)
    closed = set().union(*(spots[one] for one in finding.fingerprints if one in silenced))
    closed -= set().union(*(spots[one] for one in still))
    places = tuple(place for place in finding.locations if _spot(place) not in closed)
    return msgspec.structs.replace(finding, fingerprints=still, locations=places)


def _with_ruling(finding: Finding, confirmed: dict[str, Ruling]) -> Finding:
    rulings = [confirmed[one] for one in finding.fingerprints if one in confirmed]
    said = tuple(say("ruling.confirmed", by=one.by, day=one.date, reason=one.reason) for one in rulings)
    if not said:
        return finding
    return msgspec.structs.replace(
        finding, because=(*finding.because, *map(tell, said)), phrases=(*finding.phrases, *said)
    )


def find_spots(finding: Finding, evidence: Evidence) -> dict[str, set[_Spot]]:
    """Fingerprint → the places of a finding whose pair has it; all of them where that cannot be told."""
    everywhere = {_spot(place) for place in finding.locations}
    if len(finding.fingerprints) == 1:
        return {finding.fingerprints[0]: everywhere}
    cited = {(one.fact.file.id, one.fact.cited.start): one.fact for one in evidence.ledger_matches}
    letters: list[tuple[_Spot, int, str]] = []
    for place in finding.locations:
        if place.doc in evidence.articles:
            who = identity(evidence.articles[place.doc], place.start, place.end, evidence.lexicon)
            letters.append((_spot(place), place.group, who))
        elif (fact := cited.get((place.doc, place.start))) is not None:
            who = identity(fact.article, fact.claim.start, fact.claim.end, evidence.lexicon)
            letters.append((_spot(place), place.group, who))
    several = len({group for _, group, _ in letters}) > 1
    found: dict[str, set[_Spot]] = {one: set() for one in finding.fingerprints}
    for (a, group, one), (b, other_group, other) in combinations(letters, 2):
        if several and group == other_group:
            continue
        print_of_both = hash_identities(finding.rule, (one, other))
        if print_of_both in found:
            found[print_of_both] |= {a, b}
    return {one: spots or everywhere for one, spots in found.items()}


def _spot(place: Location) -> _Spot:
    return place.doc, place.start, place.end
