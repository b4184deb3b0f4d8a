"""What `scan` does: read, run, report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.cli.progress import show_progress, tell_time
from factcheck.cli.work.files import list_paths
from factcheck.cli.work.finish import finish, tell_boilerplate
from factcheck.cli.work.inputs import Inputs, read_inputs
from factcheck.cli.work.ledger_folder import load_ledger
from factcheck.cli.work.since import run_since
from factcheck.cli.work.unread import without_unread
from factcheck.report import SCAN
from factcheck.run import scan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.carrier import Carrier
    from factcheck.cli.session import Cluster, Session
    from factcheck.model import Report


def run_scan(
    session: Session, files0_from: str | None = None, since: str | None = None, cluster: Cluster | None = None
) -> int:
    """The exit code of `factcheck scan`."""
    session = replace(session, paths=list_paths(session.paths, files0_from))
    if cluster is not None:
        from factcheck.cli.work.cluster import run_on_cluster  # Spark takes seconds to load

        return run_on_cluster(session, cluster, since, scan_read)
    if since is not None:
        return run_since(session, since)
    inputs, report = scan_inputs(session)
    return finish(report, inputs, SCAN)


def scan_inputs(session: Session, formats: Mapping[str, str] = SCAN, *, ruled: bool = True) -> tuple[Inputs, Report]:
    """What is read with what was found in it; where not `ruled`, what people have ruled on as if they had not.

    `formats` are those of the reports.
    """
    inputs = read_inputs(session, formats)
    return inputs, scan_read(inputs, ruled=ruled)


def scan_read(inputs: Inputs, *, ruled: bool = True, carrier: Carrier | None = None) -> Report:
    """What is found in articles that are read; `carrier` carries the stages."""
    session = inputs.session
    settings = session.settings
    ledger = load_ledger(session)
    if ledger is not None and not ruled:
        ledger = ledger.forget_rulings()
    with tell_time(settings), show_progress(settings) as progress:
        report = scan(
            inputs.articles,
            ledger=ledger,
            chosen=settings.select,
            ignored=settings.ignore,
            min_confidence=settings.min_confidence,
            hedges=session.hedges,
            jobs=session.jobs,
            skipped=inputs.skipped,
            progress=progress,
            overrides=session.resolved.overrides,
            carrier=carrier,
        )
    tell_boilerplate(inputs)
    return without_unread(report, inputs)
