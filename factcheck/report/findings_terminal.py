"""Findings for people: worst first, the figures of one fact under one another, each in its sentence."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from factcheck.marker import MARKER
from factcheck.messages import rule_name, text
from factcheck.report.context import Context
from factcheck.report.escape import visible
from factcheck.report.gathered import gather_shared, is_brief, tell_more, tell_shared, tell_title
from factcheck.report.layout import COLORS, excerpt, pad_cells, print_lines, shorten_text, wrap_words
from factcheck.report.places import count_in_words, kinds
from factcheck.report.reasons import reasons
from factcheck.report.severities import SEVERITIES, is_severe
from factcheck.report.sides import find_changed_spans, group_places
from factcheck.report.whereabouts import link_location, tell_origin
from factcheck.report.wire import summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.messages import Language
    from factcheck.model import Finding, Location, Report, Severity
    from factcheck.report.gathered import Gathered
    from factcheck.report.style import Style
    from factcheck.report.wire_forms import Summary

_LEAST: Severity = "warning"  # what is told where nothing else is asked for
_LABEL = 26  # cells of the column that holds the figures, at most
_INDENT = 2
_LINES = 3  # lines that one sentence may take
_REASONS = 10  # of one finding that are shown; `explain` has all
_SHOWN = 3  # places of one group that are shown
_GROUPS = 8  # groups of one finding that are shown
_MESSAGE = 6  # lines that a message may take
_BREAK = re.compile(r"[^\w.,%]")  # where a message may be cut: half a figure would be another one


def render(report: Report, style: Style) -> bytes:
    """Findings, then one line that counts them."""
    context = Context(report.documents)
    return print_lines(_lines(report, context, style), style)


def _lines(report: Report, context: Context, style: Style) -> Iterator[Text]:
    least = style.severity or _LEAST
    severe = [one for one in report.findings if is_severe(one, least)]
    if severe:
        yield from _headline(report, style)
        yield Text()
    shown, left = _take(gather_shared(severe), style.most)
    for brief, together in groupby(shown, key=lambda held: is_brief(held[0])):
        for held in together:
            if brief:
                yield from tell_shared(held, style)
            else:
                yield from _block(held[0], context, style)
                yield Text()
        if brief:
            yield Text()
    yield from _tell_left_out(left, report, least, style)
    yield from wrap_words(_count_in_color(summary(report), style.language), style.width)
    if style.terminal and len(severe) > _SHOWN:
        yield from wrap_words(_worst(report, style), style.width)  # the first lines have run off the screen by now
    if not style.terminal:
        yield Text(MARKER, style="dim")


def _take(held: Sequence[Gathered], most: int | None) -> tuple[Sequence[Gathered], int]:
    """As many as are wanted, and how many findings are left over."""
    rest = held[most:] if most is not None else ()
    return held[: len(held) - len(rest)], sum(map(len, rest))


def _tell_left_out(left: int, report: Report, least: Severity, style: Style) -> Iterator[Text]:
    """What is not shown, and how to see it."""
    language = style.language
    told = []
    if left:
        told.append(text(f"report.left-out.{'one' if left == 1 else 'many'}", language, n=left))
        told.append(text("report.see-all", language))
    lesser = text("count.join", language).join(
        count_in_words(kind, n, language)
        for kind in SEVERITIES[SEVERITIES.index(least) + 1 :]
        if (n := sum(one.severity == kind for one in report.findings))
    )
    if lesser:
        told.append(text("report.not-severe", language, counts=lesser, least=SEVERITIES[-1]))
    for line in told:
        yield from wrap_words(Text(line, style="dim"), style.width)
    if told:
        yield Text()


def _headline(report: Report, style: Style) -> Iterator[Text]:
    """Is something wrong, what is worst, where: the first lines answer."""
    worst, language = report.findings[0], style.language
    told = Text(kinds(summary(report), language), COLORS[worst.severity])
    first = _worst(report, style)
    whole = Text.assemble(told, "  ", first)
    if cell_len(whole.plain) <= style.width:
        yield whole
    else:
        yield from wrap_words(told, style.width)
        yield from wrap_words(first, style.width)
    yield from _articles(report, style)


def _worst(report: Report, style: Style) -> Text:
    """The finding to look at first, and where it stands."""
    worst = report.findings[0]
    name = f"{worst.rule} {rule_name(worst.rule, worst.name, style.language)}"
    return Text.assemble(text("report.worst", style.language, finding=name), "  ", _where(worst.locations[0], style))


def _articles(report: Report, style: Style) -> Iterator[Text]:
    """The articles with most findings of the worst severity, where there are several."""
    found = [one for one in report.findings if one.severity == report.findings[0].severity]
    records = {one.id: one.record for one in report.documents}
    paths = Counter(path for one in found for path in {_name_article(place, records) for place in one.locations})
    most = sorted(paths.items(), key=lambda item: (-item[1], item[0]))
    if most[0][1] < 2:
        return
    language = style.language
    kind = report.findings[0].severity
    shown = [(path, n) for path, n in most[:_SHOWN] if n > 1]
    told = [text("report.in", language, place=visible(path), n=count_in_words(kind, n, language)) for path, n in shown]
    line = text("report.most", language, places=text("count.join", language).join(told))
    yield from wrap_words(Text(line, style="dim"), style.width)


def _name_article(place: Location, records: Mapping[str, int | None]) -> str:
    """The file; of JSON lines the record in it."""
    record = records.get(place.doc)
    return (place.path or place.doc) + (f":{record}" if record is not None else "")


def _block(finding: Finding, context: Context, style: Style) -> Iterator[Text]:
    yield tell_title(finding, style.language)
    yield from wrap_words(Text(_cut_middle(visible(finding.message), style.width * _MESSAGE)), style.width, _INDENT)
    every = group_places(finding.locations)
    groups = _shown_groups(every, context)
    figures = all(place.claim is not None for place in finding.locations)
    labels = [shorten_text(visible(group[0].text), _LABEL) if figures else "" for group in groups]
    column = max(cell_len(label) for label in labels)
    for number, (group, label) in enumerate(zip(groups, labels, strict=True)):
        against = groups[1 if number == 0 else 0] if len(groups) > 1 and not figures else None
        yield from _group(group, pad_cells(Text(label, style="bold"), column), against, context, style)
    if len(groups) < len(every):
        yield from wrap_words(_more_groups(every, groups, style.language), style.width, _INDENT)
    yield from reasons(finding.because, style, _REASONS)
    if finding.fingerprints:
        yield Text(" " * _INDENT + _fingerprint(finding, style.language), style="dim")


def _cut_middle(message: str, cells: int) -> str:
    """A message without its middle where it takes more cells; how it begins and ends says what is wrong."""
    if cell_len(message) <= cells:
        return message
    head, tail = message[: cells * 3 // 8], message[-(cells // 8) :]  # a letter takes two cells at most
    last = max((found.end() for found in _BREAK.finditer(head)), default=len(head))
    first = _BREAK.search(tail)
    return head[:last] + "…" + tail[first.start() if first else 0 :]


def _shown_groups(groups: list[list[Location]], context: Context) -> list[list[Location]]:
    """The first groups, and what is on file in a ledger wherever it stands; one more is no longer than to say so."""
    if len(groups) <= _GROUPS + 1:
        return groups
    filed = {one.id for one in context.documents.values() if one.role == "ledger"}
    return groups[:_GROUPS] + [group for group in groups[_GROUPS:] if group[0].doc in filed]


def _more_groups(groups: Sequence[Sequence[Location]], shown: Sequence[Sequence[Location]], language: Language) -> Text:
    places = sum(map(len, groups)) - sum(map(len, shown))
    told = text("report.more-groups", language, n=len(groups) - len(shown), places=places)
    return Text(told, style="dim")


def _fingerprint(finding: Finding, language: Language) -> str:
    first, *others = finding.fingerprints
    if others:
        return text("report.fingerprints", language, one=first, n=len(others))
    return text("report.fingerprint", language, one=first)


def _group(
    group: Sequence[Location], label: Text, against: Sequence[Location] | None, context: Context, style: Style
) -> Iterator[Text]:
    gap = 2 if label.plain else 0
    indent = _INDENT + cell_len(label.plain) + gap
    first = group[0]
    beside = [one for one in group if (one.doc, one.path, one.sentence) == (first.doc, first.path, first.sentence)]
    others = [place for place in group if place not in beside]
    yield Text(" " * _INDENT) + label + Text(" " * gap) + _from(first, context, style, indent)[indent:]
    yield from wrap_words(_sentence(beside, against, context, (style.width - indent) * _LINES), style.width, indent)
    for place in others[: _SHOWN - 1]:
        yield _from(place, context, style, indent)
        if not _say_the_same(place, first):  # a figure that the side is made of, and no reprint
            yield from wrap_words(
                _sentence([place], None, context, (style.width - indent) * _LINES), style.width, indent
            )
    if len(others) >= _SHOWN:
        yield Text(" " * indent) + tell_more(len(others) - _SHOWN + 1, style.language)


def _say_the_same(one: Location, other: Location) -> bool:
    if one.claim is None or other.claim is None:
        return True
    return (one.claim.low, one.claim.high) == (other.claim.low, other.claim.high)


def _where(place: Location, style: Style) -> Text:
    return link_location(place, style)


def _from(place: Location, context: Context, style: Style, indent: int) -> Text:
    """Where a place stands, and what its article is."""
    shown = Text(" " * indent) + _where(place, style)
    return shown + tell_origin(context.documents.get(place.doc), style, style.width - shown.cell_len)


def _sentence(beside: Sequence[Location], against: Sequence[Location] | None, context: Context, cells: int) -> Text:
    """The sentence of some places, with their figures marked, or where wordings differ the words that do."""
    place = beside[0]
    figures = sorted((one.start, one.end) for one in beside)
    stored = context.text(place)
    if not stored:
        return Text(visible(place.text))
    return excerpt(stored, place.sentence, (find_changed_spans(place, against[0]) if against else []) or figures, cells)


def _count_in_color(counts: Summary, language: Language) -> Text:
    articles, claims = (
        count_in_words("article", counts.articles, language),
        count_in_words("claim", counts.claims, language),
    )
    worst = next((kind for kind in COLORS if getattr(counts, f"{kind}s")), None)
    told = text(
        "count.kinds", language,
        findings=count_in_words("finding", counts.findings, language), kinds=kinds(counts, language),
    )  # fmt: skip
    line = Text(text("count.all", language, articles=articles, claims=claims))
    line.append(told, style=COLORS[worst] if worst else "bold green")
    if counts.silenced:
        line.append(text("count.silenced", language, n=counts.silenced))
    return line.append(text("count.commented", language, n=counts.commented)) if counts.commented else line
