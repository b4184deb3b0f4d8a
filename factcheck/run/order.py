"""Each pair of places is reported once, by the first rule that applies; findings stand worst first."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Finding, Location

_PRECEDENCE = ("FC103", "FC303", "FC104", "FC101", "FC102", "FC105", "FC110", "FC111")
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
    seen: set[frozenset[tuple[str, int, int]]] = set()
    for code in _PRECEDENCE:
        for finding in about_figures[code]:
            disagreeing = _disagreeing(finding.locations)
            # a figure against a title that no text prints has no second place
            if (not disagreeing or not disagreeing <= seen) and not all(
                _within(place, quoted) for place in finding.locations
            ):
                kept.append(finding)
            seen |= disagreeing
    return kept


def _within(place: Location, quoted: Iterable[Location]) -> bool:
    return any(place.doc == other.doc and other.start <= place.start and place.end <= other.end for other in quoted)


def _disagreeing(locations: tuple[Location, ...]) -> set[frozenset[tuple[str, int, int]]]:
    return {
        frozenset({(a.doc, a.start, a.end), (b.doc, b.start, b.end)})
        for a, b in combinations(locations, 2)
        if a.group != b.group
    }


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """By severity, confidence, code and place: the same for any order of documents and any number of workers."""
    return sorted(findings, key=_rank)


def _rank(finding: Finding) -> tuple[object, ...]:
    first = finding.locations[0]
    return _SEVERITY[finding.severity], -finding.confidence, finding.rule, first.doc, first.start, finding.message
