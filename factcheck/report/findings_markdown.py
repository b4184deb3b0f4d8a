"""Findings as Markdown, for a pull request or the summary of a build: counts first, then one by one, below 900 KB."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.marker import MARKER
from factcheck.messages import head_line, reason, rule_name, tell, text
from factcheck.report.context import Context
from factcheck.report.escape import visible
from factcheck.report.places import count_in_words, kinds
from factcheck.report.sides import find_changed_spans, group_places
from factcheck.report.wire import summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.messages import Language
    from factcheck.model import Finding, Location, Report, Skipped, Span
    from factcheck.report.style import Style

MOST = 900_000  # bytes; a build server takes a megabyte at most
_SENTENCE = 400  # letters of a sentence, around what is marked
_PLACES = 3  # places of one side that are named
_UNREAD = 10  # of what was passed over, named one by one
_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#!|~&@$^]|:(?=//))|^(?=[-+=>])|(?<=^\d)(?=[.)](?: |$))|(?<=www)(?=\.)")
_SIGNS = {"error": "🔴", "warning": "🟡", "note": "🔵"}


def render(report: Report, style: Style) -> bytes:
    """UTF-8; what does not fit is counted in the last line."""
    language = style.language
    written = _head(report, language).encode("utf-8", "backslashreplace")
    context = Context(report.documents)
    left = len(report.findings)
    for finding in report.findings:
        block = _block(finding, context, language).encode("utf-8", "backslashreplace")
        if len(written) + len(block) > MOST - 1000:
            break
        written += block
        left -= 1
    if left:
        written += text(f"report.left-out.{'one' if left == 1 else 'many'}", language, n=left).encode() + b"\n"
    return written


def plain(words: str) -> str:
    """Words that Markdown shows as they are, on one line."""
    return _MARKUP.sub(lambda found: "\\" + (found[1] or ""), visible(words))


def _head(report: Report, language: Language) -> str:
    counts = summary(report)
    all_of_it = text(
        "count.two", language,
        articles=count_in_words("article", counts.articles, language),
        claims=count_in_words("claim", counts.claims, language),
    )  # fmt: skip
    told = kinds(counts, language) if counts.findings else text("report.clean", language)
    head = f"<!-- {MARKER} -->\n\n# {text('report.title', language)}\n\n**{told}** · {all_of_it}\n\n"
    return head + "".join(f"{line}\n" for line in _list_skipped(report.skipped, language))


def _list_skipped(skipped: Sequence[Skipped], language: Language) -> Iterator[str]:
    """What is not among the articles, and why; what should have been comes first."""
    if not skipped:
        return
    yield from (text("page.skipped", language, n=len(skipped)), "")
    ranked = sorted(skipped, key=lambda one: not one.fatal)
    for one in ranked[:_UNREAD]:
        kind = text("skipped.error" if one.fatal else "skipped.warning", language)
        place = one.path if one.line is None else f"{one.path}:{one.line}"
        yield f"- {head_line(kind, head_line(plain(place), plain(reason(one, language)), language), language)}"
    if len(ranked) > _UNREAD:
        yield f"- {text('report.passed-over.more', language, n=len(ranked) - _UNREAD)}"
    yield ""


def _block(finding: Finding, context: Context, language: Language) -> str:
    sign, severity = _SIGNS[finding.severity], text(f"severity.{finding.severity}", language)
    lines = [f"## {sign} {finding.rule} {plain(finding.message)}", ""]
    lines += [f"{severity} · {plain(rule_name(finding.rule, finding.name, language))} · {finding.confidence:.2f}", ""]
    groups = group_places(finding.locations)
    figures = all(place.claim is not None for place in finding.locations)
    for group in groups:
        against = next((other[0] for other in groups if other is not group), None)
        lines += [*_side(group, None if figures else against, context, language), ""]
    if finding.because:
        lines += [f"- {plain(line)}" for line in finding.because]
        lines.append("")
    return "\n".join(lines) + "\n"


def _side(group: Sequence[Location], against: Location | None, context: Context, language: Language) -> Iterator[str]:
    first, *others = group
    marks = (find_changed_spans(first, against) if against is not None else []) or [(first.start, first.end)]
    yield f"> {_quote_sentence(first, marks, context)}"
    yield ">"
    named = [_where(place, language) for place in (first, *others[: _PLACES - 1])]
    if len(others) >= _PLACES:
        named.append(text("report.more", language, n=len(others) - _PLACES + 1))
    yield f"> {'; '.join(named)}"


def _where(place: Location, language: Language) -> str:
    if place.where is not None:
        return head_line(plain(place.path or place.doc), plain(tell(place.where, language)), language)
    return f"{plain(place.path or place.doc)}:{place.line}:{place.column}"


def _quote_sentence(place: Location, marks: Sequence[Span], context: Context) -> str:
    """The sentence, what matters in bold: as HTML, for stars beside Chinese punctuation do not make bold."""
    stored = context.text(place)
    if not stored:
        return plain(place.text)
    sentence = place.sentence
    first = max(min(sentence[0], marks[0][0]), marks[0][0] - _SENTENCE)
    last = min(max(sentence[1], marks[0][1]), marks[0][0] + _SENTENCE)
    parts, at = [], first
    for start, end in marks:
        if at <= start < min(end, last):
            parts += [plain(stored[at:start]), f"<b>{plain(stored[start : min(end, last)])}</b>"]
            at = min(end, last)
    return "".join([*parts, plain(stored[at:last])])
