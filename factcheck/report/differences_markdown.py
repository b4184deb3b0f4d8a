"""What changed between two reports, as Markdown for a pull request: below 60 KB, which a comment takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.marker import MARKER
from factcheck.messages import rule_name, text
from factcheck.report.difference import list_spots
from factcheck.report.differences_terminal import count_difference, tell_spots
from factcheck.report.findings_markdown import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.messages import Language
    from factcheck.report.difference import Difference, Spots
    from factcheck.report.style import Style
    from factcheck.report.wire_forms import WireFinding

MOST = 60_000  # bytes; a comment on a forge takes 65,536 letters


def render(difference: Difference, style: Style) -> bytes:
    """Counts first, then a list of what is new, gone and moved; what does not fit is counted."""
    language = style.language
    written = f"<!-- {MARKER} -->\n\n**{count_difference(difference, language)}**\n".encode()
    lines = list(_lines(difference, language))
    left = 0
    for line in lines:
        block = line.encode("utf-8", "backslashreplace")
        if left or len(written) + len(block) > MOST:
            left += line.startswith("- ")
        else:
            written += block
    if left:
        written += b"\n" + text(f"report.left-out.{'one' if left == 1 else 'many'}", language, n=left).encode() + b"\n"
    return written


def _lines(difference: Difference, language: Language) -> Iterator[str]:
    for name, held in (("new", difference.new), ("gone", difference.gone)):
        if held:
            yield f"\n## {text(f'difference.{name}', language)}\n\n"
        yield from (_item(one, None, language) for one in held)
    if difference.moved:
        yield f"\n## {text('difference.moved', language)}\n\n"
    yield from (_item(one.finding, one.before, language) for one in difference.moved)


def _item(finding: WireFinding, before: Spots | None, language: Language) -> str:
    severity = text(f"severity.{finding.severity}", language)
    spots = tell_spots(list_spots([finding]), language)
    if before is not None:
        spots = text("difference.from-to", language, before=tell_spots(before, language), after=spots)
    name = rule_name(finding.rule, finding.name, language)
    return f"- **{finding.rule}** {plain(name)} · {severity} · {plain(finding.message)} · {plain(spots)}\n"
