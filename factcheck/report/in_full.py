"""One finding with every side in view: its figure, its place, its whole sentence; and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factcheck.messages import because, message, rule_name, text
from factcheck.report.escape import visible
from factcheck.report.layout import COLORS, excerpt, wrap_words
from factcheck.report.whereabouts import link_location, tell_origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Finding
    from factcheck.report.context import Context
    from factcheck.report.style import Style

_INDENT = 2
_LINES = 6  # that one sentence may take
_PLACES = 6  # of one finding that are shown


def sides(finding: Finding, context: Context, style: Style) -> Iterator[Text]:
    """The lines of a finding for one who must judge it."""
    language = style.language
    yield Text.assemble(
        (finding.rule, "bold"), " ", rule_name(finding.rule, finding.name, language), "  ",
        (text(f"severity.{finding.severity}", language), COLORS[finding.severity]),
        (f"  {finding.confidence:.2f}", "dim"),
    )  # fmt: skip
    yield from wrap_words(Text(visible(message(finding, language))), style.width, _INDENT)
    # one place of every group first, so that no side is hidden behind the reprints of another
    first = {place.group: number for number, place in reversed(list(enumerate(finding.locations)))}
    leads = [finding.locations[number] for number in sorted(first.values())]
    ranked = [*leads, *(place for place in finding.locations if place not in leads)]
    for place in ranked[:_PLACES]:
        shown = Text(" " * _INDENT) + link_location(place, style)
        yield shown + tell_origin(context.documents.get(place.doc), style, style.width - shown.cell_len)
        stored = context.text(place)
        told = (
            excerpt(stored, place.sentence, [(place.start, place.end)], (style.width - 2 * _INDENT) * _LINES)
            if stored
            else Text(visible(place.text))
        )
        yield from wrap_words(told, style.width, 2 * _INDENT)
    if len(ranked) > _PLACES:
        yield Text(" " * _INDENT + text("review.more", language, n=len(ranked) - _PLACES), style="dim")
    yield Text(" " * _INDENT + text("report.because", language), style="dim")
    for line in because(finding, language):
        yield from wrap_words(Text(visible(line), style="dim"), style.width, 2 * _INDENT)
