"""What `explain` does: find the finding, and lay out what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from factcheck.cli.commands import CLEAN, resolved, scanned
from factcheck.cli.output import style, write
from factcheck.errors import UsageError
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
        raise UsageError("give either articles or a report", cure="PATH…, or --from report.json")
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
        raise UsageError(f"too short: {written!r}", cure=f"give at least {_LEAST} letters of the fingerprint")
    if not held:
        cure = "-f json lists the fingerprints of every finding; what is silenced is not among them"
        raise UsageError(f"no finding has the fingerprint {written!r}", cure=cure)
    if len(held) > 1:
        raise UsageError(f"{len(held)} fingerprints begin with {written!r}", cure="give more letters of it")
    ((one, finding),) = held.items()
    return finding, one


def _reported(path: Path) -> Sequence[WireFinding]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=wire.WireReport).findings
    except OSError as error:
        what = f"cannot be read: {(error.strerror or str(error)).lower()}"
        raise UsageError(what, where=str(path), cure="--from names a report that `scan -f json` wrote") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        cure = "--from takes what this version of `scan -f json` writes"
        raise UsageError(f"no report: {error}", where=str(path), cure=cure) from error
