"""A disputed fact as a picture: each source a row, its value a mark between 0 and 1000."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.model import Claim, Document, Finding, Location, Number

_ROWS = 12  # sources that are drawn
_WIDE = 20.0  # the greatest value over the least, from which the scale is logarithmic
_EDGE = 90  # of 1000, kept free on both sides so that an open bound has room to run
_ANY_CURRENCY = "元"  # an amount whose currency nothing tells
_ARITHMETIC = "FC4"  # its figures are parts of one sum, not values of one fact


def strip(finding: Finding, documents: Mapping[str, Document]) -> dict[str, Any] | None:
    """The rows of a disputed fact in the order of date and source, or None where there is nothing to compare."""
    if finding.rule.startswith(_ARITHMETIC) or len({place.group for place in finding.locations}) < 2:
        return None
    return draw_places(finding.locations, documents)


def draw_places(locations: Sequence[Location], documents: Mapping[str, Document]) -> dict[str, Any] | None:
    """The rows of places in the order of date and source, or None where their figures have no one scale."""
    claims = [place.claim for place in locations if place.claim is not None]
    if not claims or len(claims) < len(locations):
        return None
    if len({(claim.kind, claim.unit) for claim in claims if claim.unit != _ANY_CURRENCY}) > 1:
        return None
    values = [_approximate(value) for claim in claims for value in (claim.low, claim.high) if value is not None]
    if not values or not all(map(math.isfinite, values)):
        return None
    scale, logarithmic = _scale(values)
    rows = _rows(locations, documents)
    return {
        "log": logarithmic,
        "rows": [[_at(claim.low, scale), _at(claim.high, scale), g, n, more] for g, n, claim, more in rows[:_ROWS]],
        "more": max(0, len(rows) - _ROWS),
    }


def _rows(locations: Sequence[Location], documents: Mapping[str, Document]) -> list[tuple[int, int, Claim, int]]:
    """Group, number of the place, claim, and how many more places of that source say the same; by date and source."""
    rows: dict[tuple[str, str, int], tuple[int, int, Claim, int]] = {}
    for number, place in enumerate(locations):
        document = documents.get(place.doc)
        date, source = (document.date or "", document.source or place.doc) if document is not None else ("", place.doc)
        group, first, claim, more = rows.get((date, source, place.group), (place.group, number, place.claim, -1))
        if claim is not None:
            rows[date, source, place.group] = group, first, claim, more + 1
    return [rows[key] for key in sorted(rows)]


def _scale(values: Sequence[float]) -> tuple[Callable[[float], float], bool]:
    least, most = min(values), max(values)
    logarithmic = least > 0 and most / least >= _WIDE
    measure: Callable[[float], float] = math.log10 if logarithmic else float
    first, room = measure(least), measure(most) - measure(least)
    if not room:
        return lambda _: 500.0, False
    return lambda value: _EDGE + (1000 - 2 * _EDGE) * (measure(value) - first) / room, logarithmic


def _approximate(value: Number) -> float:
    """Near enough for a picture; infinite where no screen is wide enough."""
    try:
        return float(value)
    except OverflowError:
        return math.inf


def _at(value: Number | None, scale: Callable[[float], float]) -> int | None:
    return None if value is None else round(scale(float(value)))
