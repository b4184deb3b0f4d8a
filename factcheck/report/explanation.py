"""Everything that stands behind one finding: frames, levels, vetoes, intervals."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.text import Text

from factcheck.messages import head_line, name, rule_name, text
from factcheck.report.columns import period_in_words
from factcheck.report.escape import visible
from factcheck.report.layout import COLORS, excerpt, print_lines, wrap_words
from factcheck.report.reasons import reasons
from factcheck.report.tables import table
from factcheck.report.whereabouts import link_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.messages import Language
    from factcheck.report.style import Style
    from factcheck.report.wire_forms import WireClaim, WireComparison, WireFinding, WireLevel, WireLocation, WireSide

_FRAME = (
    "subject",
    "part",
    "measure",
    "scope",
    "basis",
    "aspects",
    "place",
    "period",
    "time",
    "status",
    "attribution",
    "kind",
    "unit",
    "qualifier",
)
_NAMED = {"aspects": "aspect", "status": "status", "kind": "kind", "qualifier": "qualifier"}  # parts that are keys
_LINES = 6  # that one sentence may take


def explain_finding(finding: WireFinding, fingerprint: str, style: Style) -> bytes:
    """The finding as tables for a terminal."""
    parts = [print_lines(_head(finding, fingerprint, style), style)]
    if (comparison := finding.comparison) is not None:
        if len(finding.fingerprints) > 1:
            note = text("explain.strongest", style.language, n=len(finding.fingerprints))
            parts.append(print_lines(wrap_words(Text(note, style="dim"), style.width), style))
        one, other = (_place(finding, side) for side in comparison.sides)
        parts += [
            show_title("explain.frames", style), _frames(one, other, style),
            show_title("explain.levels", style),
            show_levels(comparison.levels, comparison.weight, comparison.threshold, style),
            show_title("explain.vetoes", style), print_lines(_vetoes(comparison, style), style),
            show_title("explain.arithmetic", style),
            show_arithmetic(comparison.sides, comparison.unit, comparison.verdict, style),
        ]  # fmt: skip
    return b"".join(parts)


def show_title(key: str, style: Style) -> bytes:
    """The title of a table, below an empty line."""
    return print_lines([Text(), Text(text(key, style.language), style="bold")], style)


def _head(finding: WireFinding, fingerprint: str, style: Style) -> Iterator[Text]:
    language = style.language
    yield Text.assemble(
        (visible(finding.rule), "bold"), " ", visible(rule_name(finding.rule, finding.name, language)), "  ",
        (text(f"severity.{finding.severity}", language), COLORS[finding.severity]),
        (f"  {finding.confidence:.2f}  {visible(fingerprint)}", "dim"),
    )  # fmt: skip
    yield from wrap_words(Text(visible(finding.message)), style.width, 2)
    for place in finding.locations:
        yield Text("  ") + link_place(
            place.path, place.doc, place.line, place.column, style, where=place.where or None
        )  # fmt: skip
        marks = [(place.start - place.sentence_start, place.end - place.sentence_start)]
        told = excerpt(place.sentence, (0, len(place.sentence)), marks, (style.width - 4) * _LINES)
        yield from wrap_words(told, style.width, 4)
    yield from reasons(finding.because, style)


def _place(finding: WireFinding, side: WireSide) -> WireLocation | None:
    return next((place for place in finding.locations if (place.doc, place.start) == (side.doc, side.start)), None)


def _name_side(place: WireLocation, style: Style) -> str:
    path = place.path or place.doc
    return head_line(path, place.where, style.language) if place.where else f"{path}:{place.line}"


def _frames(one: WireLocation | None, other: WireLocation | None, style: Style) -> bytes:
    header = ["", *(_name_side(place, style) if place is not None else "" for place in (one, other))]
    return show_frames(header, [place.claim if place is not None else None for place in (one, other)], style)


def show_frames(header: Sequence[str], claims: Sequence[WireClaim | None], style: Style) -> bytes:
    """Two frames side by side, part by part; what neither has is left out."""
    rows = [[text("frame.figure", style.language), *(claim.text if claim is not None else "" for claim in claims)]]
    rows += [[name("frame", part, style.language), *(_value(one, part, style) for one in claims)] for part in _FRAME]
    return table(header, [row for row in rows if any(row[1:])], style)


def _value(claim: WireClaim | None, part: str, style: Style) -> str:
    """A part of the frame; in brackets where it comes from outside the sentence."""
    held = getattr(claim, part, None)
    language = style.language
    held = period_in_words(held, language) if part == "period" else held
    listed = held if isinstance(held, list) else [held] if held else []
    group = _NAMED.get(part)
    comma = text("count.join", language)
    told = comma.join(name(group, one, language) if group else one for one in listed)
    return text("bracketed", language, a=told) if told and claim is not None and part in claim.inferred else told


def show_levels(levels: Sequence[WireLevel], weight: float, needed: float, style: Style) -> bytes:
    """Every level with its weight, the heaviest first, and their sum beside what is needed."""
    language = style.language
    ranked = sorted(levels, key=lambda level: -abs(level.weight))
    rows = [[name("comparison", one.comparison, language), _label(one, language), f"{one.weight:+g}"] for one in ranked]
    least = text("explain.needed", language, least=f"{needed:g}")
    rows.append([text("explain.sum", language), least, f"{weight:+g}"])
    header = [text(f"explain.{key}", language) for key in ("comparison", "level", "weight")]
    return table(header, rows, style, right=[2])


def _label(level: WireLevel, language: Language) -> str:
    """A report may come from another version, with levels that this one does not know."""
    key = f"level.{level.comparison}"
    told = name(key, level.level, language)
    return level.label if told == level.level or language == "en" else told


def _vetoes(comparison: WireComparison, style: Style) -> Iterator[Text]:
    for key, english in zip_longest(comparison.veto_names[: len(comparison.vetoes)], comparison.vetoes, fillvalue=""):
        told = name("veto", key, style.language)  # as a level, one may be of another version
        yield from wrap_words(Text(visible(english if told == key else told)), style.width, 2)


def show_arithmetic(sides: Sequence[WireSide], unit: str | None, verdict: str, style: Style) -> bytes:
    """Both figures as intervals, and what they are to one another."""
    language = style.language
    rows = [
        [
            side.text,
            _interval(side.low, side.high, language),
            _interval(side.reach_low, side.reach_high, language),
            _figure(side.step),
        ]
        for side in sides
    ]
    rows.append([text("explain.verdict", language), name("outcome", verdict, language), "", ""])
    header = [text("frame.figure", language), _label_unit(unit, language)]
    header += [text(f"explain.{key}", language) for key in ("reaches", "step")]
    return table(header, rows, style, right=[3])


def _label_unit(unit: str | None, language: Language) -> str:
    if unit is None:
        return text("explain.written.each", language)
    return text("explain.written.in", language, unit=unit) if unit else text("explain.written", language)


def _interval(low: str | None, high: str | None, language: Language) -> str:
    if low == high:
        return _figure(low) or text("explain.anything", language)
    return text("explain.range", language, low=_figure(low) or "…", high=_figure(high) or "…")


def _figure(exact: str | None) -> str:
    """The figure with its thousands apart; a date, or a fraction, as it is."""
    whole, point, rest = (exact or "").partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.isdecimal() else exact or ""
