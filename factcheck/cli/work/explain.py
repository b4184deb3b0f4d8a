"""What `explain` does: find the finding, and lay out what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli.output import style, write
from factcheck.cli.work.finish import CLEAN
from factcheck.cli.work.report_file import read_report
from factcheck.cli.work.scan import scan_inputs
from factcheck.errors import UsageError
from factcheck.messages import say
from factcheck.report import wire
from factcheck.report.context import Context
from factcheck.report.explanation import explain_finding
from factcheck.report.translation import translate_report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.cli.session import Session
    from factcheck.report.wire_forms import WireFinding

_LEAST = 4  # letters of a fingerprint


def run_explain(session: Session, fingerprint: str, report: Path | None) -> int:
    """The exit code of `factcheck explain`; `report` is a file in JSON that holds the finding already."""
    if (report is None) == (not session.paths):
        raise UsageError(say("error.articles-or-report"), cure=say("cure.path-or-from"))
    layout = style(session.settings, None, "terminal")
    if report is not None:
        findings = read_report(report).findings
    else:
        _, found = scan_inputs(session)
        context = Context(found.documents, layout.language)
        findings = [wire.finding(one, context) for one in translate_report(found, layout.language).findings]
    write(explain_finding(*_find_named(findings, fingerprint.lower()), layout), None)
    return CLEAN


def _find_named(findings: Sequence[WireFinding], written: str) -> tuple[WireFinding, str]:
    """The finding that has the fingerprint, and the fingerprint in full."""
    held = {one: finding for finding in findings for one in finding.fingerprints if one.startswith(written)}
    if len(written) < _LEAST:
        cure = say("cure.letters-of-fingerprint", n=str(_LEAST))
        raise UsageError(say("error.short-fingerprint", value=repr(written)), cure=cure)
    if not held:
        raise UsageError(say("error.no-fingerprint", value=repr(written)), cure=say("cure.list-fingerprints"))
    if len(held) > 1:
        what = say("error.many-fingerprints", n=str(len(held)), value=repr(written))
        raise UsageError(what, cure=say("cure.more-letters"))
    ((one, finding),) = held.items()
    return finding, one
