"""Findings as the results of tests, in the XML of JUnit: what every build server shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from factcheck.marker import MARKER
from factcheck.messages import tell
from factcheck.model import Finding
from factcheck.report.escape import visible
from factcheck.report.places import name_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.messages import Language
    from factcheck.model import Location, Report, Skipped
    from factcheck.report.style import Style

_COMPARED = 'tests="1" failures="0" errors="0"'  # nothing found
_NO_LETTERS = re.compile("[\ufffe\uffff]")  # which XML may not hold; all other such are shown as escapes


def render(report: Report, style: Style) -> bytes:
    """A suite for each file, a case for each finding at its first place; UTF-8.

    Errors and warnings are failures, of that type; a note is a case that passed, with its message as output; what could
    not be read is an error. Where there is none of them, one case says that the articles were compared.
    """
    suites: dict[str, list[Finding | Skipped]] = {}
    for one in report.findings:
        suites.setdefault(one.locations[0].path or one.locations[0].doc, []).append(one)
    for unread in report.skipped:
        if unread.fatal:
            suites.setdefault(unread.path, []).append(unread)
    body = "".join(line for name in sorted(suites) for line in _suite(name, suites[name], style.language))
    if not suites:
        case = '<testcase classname="factcheck" name="compare"/>'
        body = f'  <testsuite name="factcheck" {_COMPARED}>\n    {case}\n  </testsuite>\n'
    counts = _count([one for held in suites.values() for one in held])
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {MARKER} -->\n'
    whole = f'{head}<testsuites name="factcheck" {counts if suites else _COMPARED}>\n{body}</testsuites>\n'
    return whole.encode("utf-8", "backslashreplace")


def _count(cases: Sequence[Finding | Skipped]) -> str:
    severities = [one.severity if isinstance(one, Finding) else "unread" for one in cases]
    failures = severities.count("error") + severities.count("warning")
    return f'tests="{len(cases)}" failures="{failures}" errors="{severities.count("unread")}"'


def _suite(name: str, cases: Sequence[Finding | Skipped], language: Language) -> Iterator[str]:
    yield f"  <testsuite name={_attribute(name)} {_count(cases)}>\n"
    for number, one in enumerate(cases, 1):
        yield from _finding(one, number, language) if isinstance(one, Finding) else _unread(one)
    yield "  </testsuite>\n"


def _finding(one: Finding, number: int, language: Language) -> Iterator[str]:
    first = one.locations[0]
    file = _attribute(first.path or first.doc)
    # cases of one suite are told apart by their names
    at, line = f"{first.line}:{first.column}", f' line="{first.line}"'
    if first.where is not None:  # lines of the text that was taken out of a file are none of the file
        at, line = tell(first.where, language), ""
    name = _attribute(f"{one.rule} {at} #{number}")
    yield f"    <testcase classname={_attribute(one.name)} name={name} file={file}{line}>\n"
    places = (_place(place, language) for place in one.locations)
    said = "\n".join([_text(one.message), *map(_text, one.because), *places])
    if one.severity == "note":
        yield f"      <system-out>{said}</system-out>\n"
    else:
        yield f'      <failure type="{one.severity}" message={_attribute(one.message)}>{said}</failure>\n'
    yield "    </testcase>\n"


def _place(place: Location, language: Language) -> str:
    named = name_place(place.path or place.doc, place.line, place.column, place.where, language)
    return _text(f"{named}: {place.text[:200]}")


def _unread(one: Skipped) -> Iterator[str]:
    place = one.path if one.line is None else f"{one.path}:{one.line}"
    yield f'    <testcase classname="read" name={_attribute(place)} file={_attribute(one.path)}>\n'
    yield f'      <error type="unread" message={_attribute(one.reason)}>{_text(one.reason)}</error>\n'
    yield "    </testcase>\n"


def _text(words: str) -> str:
    return escape(_NO_LETTERS.sub("", visible(words)))


def _attribute(words: str) -> str:
    return quoteattr(_NO_LETTERS.sub("", visible(words)))
