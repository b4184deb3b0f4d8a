"""Notes on places that agree, gathered by who shares with whom: a list of pairs says more than hundreds of notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from factcheck.messages import rule_name, text
from factcheck.report.escape import visible
from factcheck.report.layout import COLORS, shorten_text
from factcheck.report.whereabouts import link_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.messages import Language
    from factcheck.model import Finding
    from factcheck.report.style import Style

    Gathered = tuple[Finding, ...]

_INDENT = 2
_SHOWN = 3  # places that are named


def is_brief(finding: Finding) -> bool:
    """Whether a line says it all: a note on places that agree."""
    return finding.severity == "note" and len({place.group for place in finding.locations}) == 1


def gather_shared(findings: Iterable[Finding]) -> list[Gathered]:
    """Each finding alone, in its order; at the end the notes that a line is enough for.

    Of these the ones of a rule on the same articles are together, the one that shares most first; so are the articles.
    """
    alone: list[Gathered] = []
    together: dict[tuple[object, ...], list[Finding]] = {}
    for one in findings:
        if is_brief(one):
            articles = sorted({place.path or place.doc for place in one.locations})
            together.setdefault((one.rule, *articles), []).append(one)
        else:
            alone.append((one,))
    held = [tuple(sorted(some, key=lambda one: -count_letters(one))) for some in together.values()]
    return alone + sorted(held, key=lambda some: -sum(map(count_letters, some)))


def tell_shared(held: Gathered, style: Style) -> Iterator[Text]:
    """What some articles share, in a line or two, and the longest of it."""
    longest, language = held[0], style.language
    line = tell_title(longest, language)
    if len(held) > 1:
        letters = sum(map(count_letters, held))
        line = tell_title(longest, language, sure=False)
        line += Text("  " + text("report.passages", language, n=len(held), letters=letters))
    first, *others = longest.locations
    parts = [
        Text("  " if number == 0 else " = ") + link_place(place.path, place.doc, place.line, place.column, style)
        for number, place in enumerate((first, *others[: _SHOWN - 1]))
    ]
    if len(others) >= _SHOWN:
        parts.append(Text(" ") + tell_more(len(others) - _SHOWN + 1, language))
    for part in parts:
        if cell_len(line.plain) + cell_len(part.plain) > style.width:
            yield line
            line = Text(" " * _INDENT)
        line += part
    yield line
    head = " " * _INDENT * 2 + text("report.letters", language, n=count_letters(longest))
    yield Text(head + shorten_text(visible(longest.locations[0].text[:200]), style.width - cell_len(head)), style="dim")


def count_letters(finding: Finding) -> int:
    """The letters that the places share, as the finding counts them; else those of the first."""
    told = dict(finding.phrases[0].values) if finding.phrases else {}
    count = told.get("count")
    return count if isinstance(count, int) else len(finding.locations[0].text)


def tell_title(finding: Finding, language: Language, *, sure: bool = True) -> Text:
    """Code, name and severity; where `sure`, how sure it is."""
    return Text.assemble(
        (finding.rule, "bold"), " ", rule_name(finding.rule, finding.name, language), "  ",
        (text(f"severity.{finding.severity}", language), COLORS[finding.severity]),
        (f"  {finding.confidence:.2f}" if sure else "", "dim"),
    )  # fmt: skip


def tell_more(number: int, language: Language) -> Text:
    """So many more."""
    return Text(text("report.more", language, n=number), style="dim")
