"""Why two figures are, or are not, one fact, as tables for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from rich.text import Text

from factcheck.messages import head_line, name, text
from factcheck.report.escape import visible
from factcheck.report.explanation import show_arithmetic, show_frames, show_levels, show_title
from factcheck.report.layout import excerpt, print_lines, wrap_words
from factcheck.report.tables import table
from factcheck.report.whereabouts import link_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.report.comparison_forms import WireCompared, WireWay
    from factcheck.report.style import Style
    from factcheck.report.wire_forms import WireClaim

_LINES = 6  # that one sentence may take


def render(compared: WireCompared, style: Style) -> bytes:
    """What a scan makes of the two, then everything that it asked of them."""
    heads = ["", *(_name(claim, style) for claim in compared.figures)]
    return b"".join((
        print_lines(_head(compared, style), style),
        show_title("explain.frames", style), show_frames(heads, compared.figures, style),
        show_left_over(compared, style),
        *(_show_way(way, style) for way in compared.ways),
        show_title("compare.vetoes", style), print_lines(_list(compared.vetoes, style), style),
        show_title("explain.arithmetic", style),
        show_arithmetic(compared.sides, compared.unit, compared.verdict, style),
        print_lines(wrap_words(Text(visible(compared.because)), style.width, 2), style),
    ))  # fmt: skip


def show_more(compared: WireCompared, style: Style) -> bytes:
    """What an explained finding has beside its tables: how it was compared, what is left over, the other ways.

    A finding of what was copied, or of a title, is no pair of a scan, and nothing is said of how.
    """
    how = b""
    if compared.way is not None:
        how = show_title("compare.way", style)
        how += print_lines(_say(text(f"compare.way.{compared.way}", style.language), style), style)
    others = (way for way in compared.ways if way.way != compared.way and compared.way is not None)
    return b"".join((how, show_left_over(compared, style), *(_show_way(way, style) for way in others)))


def show_left_over(compared: WireCompared, style: Style) -> bytes:
    """The words of each side that the other article never says, by class."""
    language = style.language
    heads = ["", *(_name(claim, style) for claim in compared.figures)]
    comma = text("count.join", language)
    rows = [[text(f"left.{one.words}", language), *map(comma.join, one.sides)] for one in compared.left_over]
    title = show_title("compare.left-over", style)
    if not rows:
        return title + print_lines(_list([], style), style)
    told = table(heads, rows, style)
    if compared.contrast is not None:
        contrast = text("compare.contrast", language)
        if language == "en":  # the names of contrasts, in the data of the language, are English
            contrast = head_line(contrast, compared.contrast, language)
        told += print_lines(_say(contrast, style), style)
    return title + told


def _head(compared: WireCompared, style: Style) -> Iterator[Text]:
    language = style.language
    verdict = text("compare.one-fact" if compared.one_fact else "compare.two-facts", language)
    yield Text.assemble((verdict, "bold"), "  ", (name("outcome", compared.verdict, language), "dim"))
    yield from _say(text(f"compare.way.{compared.way or 'none'}", language), style)
    if compared.alone:
        yield from _say(text("compare.alone", language), style)
    else:
        yield from _say(text("compare.corpus", language, n=compared.articles), style)
    for claim in compared.figures:
        yield from _place(claim, style)
    if compared.partners:
        yield from _say(text("compare.partners", language), style)
        for claim in compared.partners:
            yield from _place(claim, style)


def _place(claim: WireClaim, style: Style) -> Iterator[Text]:
    where = claim.where if isinstance(claim.where, str) else None
    place = link_place(claim.path, claim.doc, claim.line, claim.column, style, where=where)
    yield Text.assemble("  ", visible(claim.text), "  ", place)
    marks = [(claim.start - claim.sentence_start, claim.end - claim.sentence_start)]
    told = excerpt(claim.sentence, (0, len(claim.sentence)), marks, (style.width - 4) * _LINES)
    yield from wrap_words(told, style.width, 4)


def _show_way(way: WireWay, style: Style) -> bytes:
    language = style.language
    title = show_title(f"compare.levels.{way.way}", style)
    held = show_levels(way.levels, way.weight, way.needed, style) if way.levels else b""
    lines = list(way.against)
    if way.lacks:
        lines.insert(0, text("compare.lacks", language, bits=f"{way.lacks:g}"))
    return title + held + (print_lines(_list(lines, style), style) if lines else b"")


def _list(lines: Iterable[str], style: Style) -> Iterator[Text]:
    for line in [*lines] or [text("compare.none", style.language)]:
        yield from _say(line, style)


def _say(line: str, style: Style) -> Iterator[Text]:
    return wrap_words(Text(visible(line)), style.width, 2)


def _name(claim: WireClaim, style: Style) -> str:
    path = claim.path or claim.doc
    if claim.where is not msgspec.UNSET:
        return head_line(path, claim.where, style.language)
    return f"{path}:{claim.line}:{claim.column}"
