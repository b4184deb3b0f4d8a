"""What `explain` does: find the finding, and lay out what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli.output import style, write
from factcheck.cli.work.finish import CLEAN
from factcheck.cli.work.ledger_folder import load_ledger
from factcheck.cli.work.report_file import read_report
from factcheck.cli.work.scan import scan_inputs
from factcheck.errors import UsageError
from factcheck.messages import say
from factcheck.report import wire
from factcheck.report.compared_terminal import show_more
from factcheck.report.comparison_forms import encode_pair
from factcheck.report.context import Context
from factcheck.report.explanation import explain_finding
from factcheck.report.translation import translate_report
from factcheck.run.examine import examine_figures, recall_articles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.cli.session import Session
    from factcheck.model import Report
    from factcheck.report.comparison_forms import WireCompared
    from factcheck.report.wire_forms import WireFinding

_LEAST = 4  # letters of a fingerprint


def run_explain(session: Session, fingerprint: str, report: Path | None) -> int:
    """The exit code of `factcheck explain`; `report` is a file in JSON that holds the finding already."""
    if (report is None) == (not session.paths):
        raise UsageError(say("error.articles-or-report"), cure=say("cure.path-or-from"))
    layout = style(session.settings, None, "terminal")
    if report is not None:
        write(explain_finding(*_find_named(read_report(report).findings, fingerprint.lower()), layout), None)
        return CLEAN
    _, found = scan_inputs(session)
    context = Context(found.documents, layout.language)
    findings = [wire.finding(one, context) for one in translate_report(found, layout.language).findings]
    finding, whole = _find_named(findings, fingerprint.lower())
    more = _examine_pair(session, found, finding, context)
    told = show_more(more, layout) if more is not None else b""
    write(explain_finding(finding, whole, layout) + told, None)
    return CLEAN


def _examine_pair(session: Session, report: Report, finding: WireFinding, context: Context) -> WireCompared | None:
    """The two figures of a finding as `compare` has them; None where it is not on two figures of articles."""
    if finding.comparison is None:
        return None
    places = {(side.doc, side.start) for side in finding.comparison.sides}
    figures = [claim for claim in report.claims if (claim.doc, claim.start) in places]
    if len(figures) != len(finding.comparison.sides):  # a title, or a fact of the ledger
        return None
    articles = recall_articles(report, session.hedges)
    pair = examine_figures(figures[0], figures[1], articles, load_ledger(session), session.hedges)
    return encode_pair(pair, context, len(articles), alone=False)


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
