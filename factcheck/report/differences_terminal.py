"""What changed between two reports, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factcheck.marker import MARKER
from factcheck.messages import head_line, rule_name, text
from factcheck.report.difference import list_spots
from factcheck.report.escape import visible
from factcheck.report.layout import COLORS, print_lines, wrap_words
from factcheck.report.places import count_in_words
from factcheck.report.severities import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.messages import Language
    from factcheck.report.difference import Difference, Spots
    from factcheck.report.style import Style
    from factcheck.report.wire_forms import WireFinding

_SHOWN = 4  # places that are named


def render(difference: Difference, style: Style) -> bytes:
    """New findings, gone ones, moved ones, and a line that counts them."""
    return print_lines(_lines(difference, style), style)


def _lines(difference: Difference, style: Style) -> Iterator[Text]:
    language = style.language
    parts: tuple[tuple[str, Sequence[tuple[WireFinding, Spots | None]]], ...] = (
        ("new", [(one, None) for one in difference.new]),
        ("gone", [(one, None) for one in difference.gone]),
        ("moved", [(one.finding, one.before) for one in difference.moved]),
    )
    for name, held in parts:
        if held:
            yield Text(text(f"difference.{name}", language), style="bold")
        for finding, before in held:
            yield from _block(finding, before, style)
        if held:
            yield Text()
    yield from wrap_words(Text(count_difference(difference, language)), style.width)
    if not style.terminal:
        yield Text(MARKER, style="dim")


def _block(finding: WireFinding, before: Spots | None, style: Style) -> Iterator[Text]:
    language = style.language
    yield Text.assemble(
        "  ", (finding.rule, "bold"), " ", rule_name(finding.rule, finding.name, language), "  ",
        (text(f"severity.{finding.severity}", language), COLORS[finding.severity]),
        (f"  {finding.confidence:.2f}", "dim"),
    )  # fmt: skip
    yield from wrap_words(Text(visible(finding.message)), style.width, 4)
    spots = tell_spots(list_spots([finding]), language)
    if before is not None:
        spots = text("difference.from-to", language, before=tell_spots(before, language), after=spots)
    yield from wrap_words(Text(spots, style="cyan"), style.width, 4)


def tell_spots(spots: Spots, language: Language) -> str:
    """Where a finding is, the first places of many."""
    told = [
        f"{visible(path)}:{line}" if where is None else head_line(visible(path), visible(where), language)
        for path, line, where in spots[:_SHOWN]
    ]
    if len(spots) > _SHOWN:
        told.append(text("report.more", language, n=len(spots) - _SHOWN))
    return text("count.join", language).join(told)


def count_difference(difference: Difference, language: Language) -> str:
    """How many are new, by severity, how many gone, moved, and as they were."""
    severities = [one.severity for one in difference.new]
    kinds = [count_in_words(kind, severities.count(kind), language) for kind in SEVERITIES]
    return text(
        "difference.count", language, new=len(difference.new), kinds=text("count.join", language).join(kinds),
        gone=len(difference.gone), moved=len(difference.moved), same=difference.same,
    )  # fmt: skip
