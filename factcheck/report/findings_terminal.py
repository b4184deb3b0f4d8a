"""Findings for people: worst first, the figures of one fact under one another, each in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from factcheck.marker import MARKER
from factcheck.report.context import Context
from factcheck.report.escape import visible
from factcheck.report.layout import COLORS, excerpt, padded, printed, shortened, wrapped
from factcheck.report.sides import changed, grouped
from factcheck.report.wire import Summary, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Finding, Location, Report
    from factcheck.report.style import Style

_LABEL = 26  # cells of the column that holds the figures, at most
_INDENT = 2
_LINES = 3  # lines that one sentence may take
_SHOWN = 3  # places of one group that are shown


def render(report: Report, style: Style) -> bytes:
    """Findings, then one line that counts them."""
    context = Context(report.documents)
    return printed(_lines(report, context, style), style)


def _lines(report: Report, context: Context, style: Style) -> Iterator[Text]:
    if not style.terminal:
        yield Text(MARKER, style="dim")
        yield Text()
    for finding in report.findings:
        if _brief(finding):
            yield from _one_line(finding, style)
        else:
            yield from _block(finding, context, style)
            yield Text()
    if report.findings and _brief(report.findings[-1]):
        yield Text()
    yield from wrapped(_counted(summary(report)), style.width)


def _brief(finding: Finding) -> bool:
    """Whether a line says it all: a note on places that agree."""
    return finding.severity == "note" and len({place.group for place in finding.locations}) == 1


def _title(finding: Finding) -> Text:
    return Text.assemble(
        (finding.rule, "bold"), " ", finding.name, "  ", (finding.severity, COLORS[finding.severity]),
        (f"  {finding.confidence:.2f}", "dim"),
    )  # fmt: skip


def _one_line(finding: Finding, style: Style) -> Iterator[Text]:
    first, *others = finding.locations
    line = _title(finding) + Text("  ") + _where(first)
    for place in others[: _SHOWN - 1]:
        line += Text(" = ") + _where(place)
    if len(others) >= _SHOWN:
        line += Text(f" and {len(others) - _SHOWN + 1} more", style="dim")
    yield line
    room = style.width - 2 * _INDENT - cell_len(f"{len(first.text)} letters: ")
    yield Text(
        f"{' ' * _INDENT * 2}{len(first.text)} letters: {shortened(visible(first.text[:200]), room)}", style="dim"
    )


def _block(finding: Finding, context: Context, style: Style) -> Iterator[Text]:
    yield _title(finding)
    yield from wrapped(Text(visible(finding.message)), style.width, _INDENT)
    groups = grouped(finding.locations)
    figures = all(place.claim is not None for place in finding.locations)
    labels = [shortened(visible(group[0].text), _LABEL) if figures else "" for group in groups]
    column = max(cell_len(label) for label in labels)
    for number, (group, label) in enumerate(zip(groups, labels, strict=True)):
        against = groups[1 if number == 0 else 0] if len(groups) > 1 and not figures else None
        yield from _group(group, padded(Text(label, style="bold"), column), against, context, style)
    for number, line in enumerate(finding.because):
        head = "because " if number == 0 else "        "
        yield from wrapped(Text(head + visible(line), style="dim"), style.width, _INDENT)


def _group(
    group: Sequence[Location], label: Text, against: Sequence[Location] | None, context: Context, style: Style
) -> Iterator[Text]:
    gap = 2 if label.plain else 0
    indent = _INDENT + cell_len(label.plain) + gap
    first, *others = group
    yield Text(" " * _INDENT) + label + Text(" " * gap) + _where(first)
    yield from wrapped(_sentence(first, against, context, (style.width - indent) * _LINES), style.width, indent)
    for place in others[: _SHOWN - 1]:
        yield Text(" " * indent) + _where(place)
    if len(others) >= _SHOWN:
        yield Text(f"{' ' * indent}and {len(others) - _SHOWN + 1} more", style="dim")


def _where(place: Location) -> Text:
    return Text(f"{visible(place.path or place.doc)}:{place.line}:{place.column}", style="cyan")


def _sentence(place: Location, against: Sequence[Location] | None, context: Context, cells: int) -> Text:
    """The sentence of a place, with the figure marked, or where wordings differ the words that do."""
    marks = changed(place, against[0]) if against else [(place.start, place.end)]
    text = context.text(place)
    if not text:
        return Text(visible(place.text))
    return excerpt(text, context.sentence(place), marks or [(place.start, place.end)], cells)


def _counted(counts: Summary) -> Text:
    def some(number: int, what: str) -> str:
        return f"{number:,} {what}{'' if number == 1 else 's'}"

    kinds = ", ".join(some(getattr(counts, f"{kind}s"), kind) for kind in COLORS)
    line = Text(f"{some(counts.articles, 'article')}, {some(counts.claims, 'claim')}, ")
    worst = next((kind for kind in COLORS if getattr(counts, f"{kind}s")), None)
    return line.append(f"{some(counts.findings, 'finding')} ({kinds})", style=COLORS[worst] if worst else "bold green")
