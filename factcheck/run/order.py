"""Each pair of places is reported once, by the first rule that applies; findings stand worst first."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model import Finding, Location

_PRECEDENCE = ("FC103", "FC303", "FC104", "FC101", "FC102", "FC105", "FC110", "FC111")
_Spot = tuple[str, int, int]
_SEVERITY = {"error": 0, "warning": 1, "note": 2}


def once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those about figures whose every disagreeing pair an earlier rule has reported.

    A figure that changed inside a quotation is the quotation's change.
    """
    about_figures: dict[str, list[Finding]] = {code: [] for code in _PRECEDENCE}
    kept: list[Finding] = []
    for finding in findings:
        about_figures.get(finding.rule, kept).append(finding)
    quoted = [place for finding in kept if finding.rule == "FC201" for place in finding.locations]
    seen = _Seen()
    for code in _PRECEDENCE:
        for finding in about_figures[code]:
            if not seen.covers(finding.locations) and not all(_within(place, quoted) for place in finding.locations):
                kept.append(finding)
            seen.add(finding.locations)
    return kept


class _Seen:
    """Which pairs of places findings have set against one another: for each place, its group in each finding.

    Many copies make many pairs; these are never listed.
    """

    def __init__(self) -> None:
        self._groups: defaultdict[_Spot, dict[int, int]] = defaultdict(dict)
        self._count = 0

    def add(self, locations: Iterable[Location]) -> None:
        """Take the places of one more finding."""
        for place in locations:
            self._groups[_spot(place)][self._count] = place.group
        self._count += 1

    def covers(self, locations: Sequence[Location]) -> bool:
        """Whether every two places of different groups were set against one another; no if there are no two."""
        if len({place.group for place in locations}) < 2:
            return False  # a figure against a title that no text prints has no second place
        held = [(place.group, self._groups.get(_spot(place), {})) for place in locations]
        if any(_told_apart(held, number) for number in set.intersection(*(set(groups) for _, groups in held))):
            return True
        return all(
            any(number in b and group != b[number] for number, group in a.items())
            for (one, a), (other, b) in combinations(held, 2)
            if one != other
        )


def _told_apart(held: Sequence[tuple[int, Mapping[int, int]]], number: int) -> bool:
    """Whether one finding has no two places together that stand apart here."""
    homes: dict[int, int] = {}
    return all(homes.setdefault(groups[number], group) == group for group, groups in held)


def _spot(place: Location) -> _Spot:
    return place.doc, place.start, place.end


def _within(place: Location, quoted: Iterable[Location]) -> bool:
    return any(place.doc == other.doc and other.start <= place.start and place.end <= other.end for other in quoted)


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """By severity, confidence, code and place: the same for any order of documents and any number of workers."""
    return sorted(findings, key=_rank)


def _rank(finding: Finding) -> tuple[object, ...]:
    first = finding.locations[0]
    return _SEVERITY[finding.severity], -finding.confidence, finding.rule, first.doc, first.start, finding.message
