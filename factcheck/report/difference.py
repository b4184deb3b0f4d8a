"""What changed between two reports, by the fingerprints of pairs: moved lines and renamed files are no news."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from factcheck.model import Value
from factcheck.report.wire_forms import WireFinding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.report.wire_forms import WireReport

Spot = tuple[str, int, str | None]  # path, line, and in a file that is no plain text the place in words
Spots = tuple[Spot, ...]  # of each place, in order


class Moved(Value, frozen=True):
    """A finding that is in both, in other places: `before` are those of the older report."""

    finding: WireFinding
    before: Spots


class Difference(Value, frozen=True):
    """What the newer report has that the older has not, what it no longer has, what moved; `same` is how many did not.

    A finding with a pair that the older report lacks is new; one with a pair that the newer lacks is gone.
    """

    new: tuple[WireFinding, ...]
    gone: tuple[WireFinding, ...]
    moved: tuple[Moved, ...]
    same: int


def compare_reports(old: WireReport, new: WireReport) -> Difference:
    """The difference of two reports, each finding in the order of its own."""
    known, left = _by_pair(old.findings), _by_pair(new.findings)
    fresh: list[WireFinding] = []
    moved: list[Moved] = []
    same = 0
    for one in new.findings:
        if not identify(one) <= known.keys():
            fresh.append(one)
            continue
        before = list_spots(found for name in sorted(identify(one)) for found in known[name])
        if _lines(before) == _lines(list_spots([one])):
            same += 1
        else:
            moved.append(Moved(one, before))
    gone = tuple(one for one in old.findings if not identify(one) <= left.keys())
    return Difference(tuple(fresh), gone, tuple(moved), same)


def _by_pair(findings: Iterable[WireFinding]) -> dict[str, list[WireFinding]]:
    held: defaultdict[str, list[WireFinding]] = defaultdict(list)
    for one in findings:
        for name in identify(one):
            held[name].append(one)
    return dict(held)


def identify(finding: WireFinding) -> frozenset[str]:
    """The pairs of a finding, by their fingerprints; one without any is known by its rule and its words."""
    if finding.fingerprints:
        return frozenset(finding.fingerprints)
    return frozenset({"\x1f".join([finding.rule, *sorted(place.text for place in finding.locations)])})


def list_spots(findings: Iterable[WireFinding]) -> Spots:
    """Where every place of some findings is, each once, in order."""
    places = (place for one in findings for place in one.locations)
    spots = {(one.path or one.doc, one.line, None if one.where is msgspec.UNSET else one.where) for one in places}
    return tuple(sorted(spots, key=lambda spot: (spot[0], spot[1], spot[2] or "")))


def _lines(spots: Spots) -> set[tuple[str, int]]:
    """Paths and lines: the words for a place depend on the language of the report."""
    return {(path, line) for path, line, _ in spots}


class WireSpot(msgspec.Struct, frozen=True):
    """Where a finding was before."""

    path: str
    line: int


class WireMoved(msgspec.Struct, frozen=True):
    """A finding in other places than before."""

    finding: WireFinding
    before: list[WireSpot]
