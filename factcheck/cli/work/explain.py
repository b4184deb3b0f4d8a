"""What `explain` does: find the finding, and lay out what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from factcheck.cli.output import style, write
from factcheck.cli.work.inputs import CLEAN, resolved, scanned
from factcheck.errors import UsageError, describe_refusal
from factcheck.messages import say
from factcheck.report import wire
from factcheck.report.context import Context
from factcheck.report.explained import explained
from factcheck.report.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from factcheck.report.wire import WireFinding

_LEAST = 4  # letters of a fingerprint


def run_explain(given: Mapping[str, Any]) -> int:
    """The exit code of `factcheck explain` for its arguments."""
    if (given["report"] is None) == (not given["paths"]):
        raise UsageError(say("error.articles-or-report"), cure=say("cure.path-or-from"))
    layout = style(resolved(given).settings, None, "terminal")
    if given["report"] is not None:
        findings = _reported(given["report"])
    else:
        _, report = scanned({**given, "select": None, "ignore": None})
        context = Context(report.documents)
        findings = [wire.finding(one, context) for one in told(report, layout.language).findings]
    write(explained(*_named(findings, given["fingerprint"].lower()), layout), None)
    return CLEAN


def _named(findings: Sequence[WireFinding], written: str) -> tuple[WireFinding, str]:
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


def _reported(path: Path) -> Sequence[WireFinding]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=wire.WireReport).findings
    except OSError as error:
        what = say("error.unreadable", why=describe_refusal(error))
        raise UsageError(what, where=str(path), cure=say("cure.name-report")) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        what = say("error.no-report", error=str(error))
        raise UsageError(what, where=str(path), cure=say("cure.report-of-this-version")) from error
