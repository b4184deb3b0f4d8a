"""How many findings there are, by rule, by file and by source."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from factcheck.marker import MARKER
from factcheck.messages import rule_name, text
from factcheck.report.columns import heads
from factcheck.report.context import Context
from factcheck.report.findings_concise import tell_unread
from factcheck.report.places import count_in_words, kinds
from factcheck.report.tables import table
from factcheck.report.wire import summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.model import Finding, Report
    from factcheck.report.style import Style

MOST = 20  # rows of a table, those with most errors first
_COUNTS = ("errors", "warnings", "notes")
_Counts = Counter[str]


def render(report: Report, style: Style) -> bytes:
    """Three tables, and a line that counts all; a finding counts once for each rule, file and source that it is in."""
    return b"\n".join(_parts(report, style))


def _parts(report: Report, style: Style) -> Iterator[bytes]:
    language, context = style.language, Context(report.documents)
    names = {one.rule: rule_name(one.rule, one.name, language) for one in report.findings}
    by_rule = _count((one, (one.rule,)) for one in report.findings)
    by_file = _count((one, {place.path or place.doc for place in one.locations}) for one in report.findings)
    by_source = _count((one, _sources(one, context, text("statistics.no-source", language))) for one in report.findings)
    if report.findings:
        rows = [(code, names[code], *counts) for code, *counts in _rows(by_rule)]
        yield table(heads(("rule", "name", *_COUNTS), language), rows, style, right=(2, 3, 4))
        for name, counted in (("file", by_file), ("source", by_source)):
            held = _rows(counted)
            written = table(heads((name, *_COUNTS), language), held[:MOST], style, right=(1, 2, 3))
            if len(held) > MOST:
                written += text("report.more", language, n=len(held) - MOST).encode() + b"\n"
            yield written
    unread = [tell_unread(one, language).plain for one in report.skipped if one.fatal]
    if unread:
        yield "\n".join([*unread, ""]).encode("utf-8", "backslashreplace")
    counts = summary(report)
    found = count_in_words("finding", counts.findings, language)
    last = text("count.kinds", language, findings=found, kinds=kinds(counts, language))
    yield "\n".join([last, *([] if style.terminal else [MARKER]), ""]).encode()


def _count(findings: Iterable[tuple[Finding, Iterable[str]]]) -> dict[str, _Counts]:
    counted: defaultdict[str, _Counts] = defaultdict(Counter)
    for finding, keys in findings:
        for key in keys:
            counted[key][finding.severity] += 1
    return counted


def _rows(counted: Mapping[str, _Counts]) -> list[tuple[str, int, int, int]]:
    rows = ((key, held["error"], held["warning"], held["note"]) for key, held in counted.items())
    return sorted(rows, key=lambda row: (-row[1], -row[2], -row[3], row[0]))


def _sources(finding: Finding, context: Context, unknown: str) -> set[str]:
    documents = (context.documents.get(place.doc) for place in finding.locations)
    return {one.source or unknown if one is not None else unknown for one in documents}
