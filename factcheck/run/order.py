"""Each pair of places is reported once, by the first rule that applies; findings stand worst first."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.rules import Ranks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model import Finding, Location
    from factcheck.rules import Rule

_Spot = tuple[str, int, int]
_SEVERITY = {"error": 0, "warning": 1, "note": 2}


def keep_first(findings: Iterable[Finding], rules: Iterable[Rule]) -> list[Finding]:
    """The findings without those whose every disagreeing pair a rule that outranks theirs has reported.

    A figure that changed inside a quotation is the quotation's change. Those of rules that none outranks come first,
    as they came; then rule by rule, those that outrank others before them. Rules are asked what they declare; of one
    that is not known nothing is left out.
    """
    ranks = Ranks(rules)
    reported = _Reported(ranks)
    by_rule: defaultdict[str, list[Finding]] = defaultdict(list)
    kept: list[Finding] = []
    for finding in findings:
        if ranks.above(finding.rule):
            by_rule[finding.rule].append(finding)
        else:
            kept.append(finding)
            reported.add(finding)
    for code in ranks.outranked:
        for finding in by_rule[code]:
            if not reported.covers(finding):
                kept.append(finding)
            reported.add(finding)
    return kept


class _Reported:
    """What findings have reported so far, for each rule that theirs outranks."""

    def __init__(self, ranks: Ranks) -> None:
        self._ranks = ranks
        self._seen: defaultdict[str, _Seen] = defaultdict(_Seen)
        self._quoted: defaultdict[str, list[Location]] = defaultdict(list)

    def add(self, finding: Finding) -> None:
        """Take one more finding."""
        quoted = self._ranks.places(finding.rule) == "quotations"
        for code in self._ranks.below(finding.rule):
            if quoted:
                self._quoted[code] += finding.locations
            else:
                self._seen[code].add(finding.locations)

    def covers(self, finding: Finding) -> bool:
        """Whether all of a finding was reported: each pair of places, or all of it as the change of a quotation."""
        quoted = self._quoted.get(finding.rule, ())
        if all(_within(place, quoted) for place in finding.locations):
            return True
        return self._seen[finding.rule].covers(finding.locations)


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
        if any(_are_told_apart(held, number) for number in set.intersection(*(set(groups) for _, groups in held))):
            return True
        return all(
            any(number in b and group != b[number] for number, group in a.items())
            for (one, a), (other, b) in combinations(held, 2)
            if one != other
        )


def _are_told_apart(held: Sequence[tuple[int, Mapping[int, int]]], number: int) -> bool:
    """Whether one finding has no two places together that stand apart here."""
    homes: dict[int, int] = {}
    return all(homes.setdefault(groups[number], group) == group for group, groups in held)


def _spot(place: Location) -> _Spot:
    return place.doc, place.start, place.end


def _within(place: Location, quoted: Iterable[Location]) -> bool:
    return any(place.doc == other.doc and other.start <= place.start and place.end <= other.end for other in quoted)


def order_findings(findings: Iterable[Finding]) -> list[Finding]:
    """By severity, confidence, code and place: the same for any order of documents and any number of workers."""
    return sorted(findings, key=_rank)


def _rank(finding: Finding) -> tuple[object, ...]:
    first = finding.locations[0]
    return _SEVERITY[finding.severity], -finding.confidence, finding.rule, first.doc, first.start, finding.message
