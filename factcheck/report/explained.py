"""Everything that stands behind one finding: frames, levels, vetoes, intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factcheck.report.escape import visible
from factcheck.report.layout import COLORS, excerpt, printed, wrapped
from factcheck.report.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.report.style import Style
    from factcheck.report.wire import WireClaim, WireComparison, WireFinding, WireLocation, WireSide

_FRAME = ("subject", "measure", "aspects", "place", "period", "status", "attribution", "kind", "unit", "qualifier")
_LINES = 6  # that one sentence may take


def explained(finding: WireFinding, fingerprint: str, style: Style) -> bytes:
    """The finding as tables for a terminal."""
    parts = [printed(_head(finding, fingerprint, style), style)]
    if (comparison := finding.comparison) is not None:
        if len(finding.fingerprints) > 1:
            note = f"The strongest of {len(finding.fingerprints)} pairs that disagree:"
            parts.append(printed([Text(note, style="dim")], style))
        one, other = (_place(finding, side) for side in comparison.sides)
        parts += [
            _title("The frame of each claim", style), _frames(one, other, style),
            _title("Taken for one fact", style), _levels(comparison, style),
            _title("Vetoes tested, none applied", style),
            printed(_vetoes(comparison, style), style),
            _title("Can both be right?", style), _arithmetic(comparison, style),
        ]  # fmt: skip
    return b"".join(parts)


def _title(words: str, style: Style) -> bytes:
    return printed([Text(), Text(words, style="bold")], style)


def _head(finding: WireFinding, fingerprint: str, style: Style) -> Iterator[Text]:
    yield Text.assemble(
        (visible(finding.rule), "bold"), " ", visible(finding.name), "  ", (finding.severity, COLORS[finding.severity]),
        (f"  {finding.confidence:.2f}  {visible(fingerprint)}", "dim"),
    )  # fmt: skip
    yield from wrapped(Text(visible(finding.message)), style.width, 2)
    for place in finding.locations:
        yield Text(f"  {visible(place.path or place.doc)}:{place.line}:{place.column}", style="cyan")
        marks = [(place.start - place.sentence_start, place.end - place.sentence_start)]
        told = excerpt(place.sentence, (0, len(place.sentence)), marks, (style.width - 4) * _LINES)
        yield from wrapped(told, style.width, 4)
    for number, line in enumerate(finding.because):
        yield from wrapped(Text(("because " if not number else " " * 8) + visible(line), style="dim"), style.width, 2)


def _place(finding: WireFinding, side: WireSide) -> WireLocation | None:
    return next((place for place in finding.locations if (place.doc, place.start) == (side.doc, side.start)), None)


def _frames(one: WireLocation | None, other: WireLocation | None, style: Style) -> bytes:
    header = ["", *(f"{place.path or place.doc}:{place.line}" if place is not None else "" for place in (one, other))]
    claims = [place.claim if place is not None else None for place in (one, other)]
    rows = [["figure", *(claim.text if claim is not None else "" for claim in claims)]]
    rows += [[name, *(_value(claim, name) for claim in claims)] for name in _FRAME]
    return table(header, [row for row in rows if any(row[1:])], style)


def _value(claim: WireClaim | None, name: str) -> str:
    """A part of the frame; in brackets where it comes from outside the sentence."""
    held = getattr(claim, name, None)
    told = ", ".join(held) if isinstance(held, list) else held or ""
    return f"({told})" if told and claim is not None and name in claim.inferred else told


def _levels(comparison: WireComparison, style: Style) -> bytes:
    ranked = sorted(comparison.levels, key=lambda level: -abs(level.weight))
    rows = [[level.comparison, level.label, f"{level.weight:+g}"] for level in ranked]
    rows.append(["sum", f"of {comparison.threshold:g} that are needed", f"{comparison.weight:+g}"])
    return table(["comparison", "level", "weight (bits)"], rows, style, right=[2])


def _vetoes(comparison: WireComparison, style: Style) -> Iterator[Text]:
    for veto in comparison.vetoes:
        yield from wrapped(Text(visible(veto)), style.width, 2)


def _arithmetic(comparison: WireComparison, style: Style) -> bytes:
    unit = "each in its own unit" if comparison.unit is None else f"in {comparison.unit}" if comparison.unit else ""
    rows = [
        [side.text, _interval(side.low, side.high), _interval(side.reach_low, side.reach_high), side.step]
        for side in comparison.sides
    ]
    rows.append(["verdict", comparison.verdict, "", ""])
    return table(["figure", f"as written {unit}".rstrip(), "reaches", "last digit"], rows, style, right=[3])


def _interval(low: str | None, high: str | None) -> str:
    if low == high:
        return low or "anything"
    return f"{low or '…'} to {high or '…'}"
