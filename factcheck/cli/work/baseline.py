"""What `baseline` does: accept what stands today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import typer

from factcheck.cli.language import said
from factcheck.cli.output import confirm, tell_skipped
from factcheck.cli.progress import progress_of, timed
from factcheck.cli.work.inputs import CLEAN, UNREADABLE, begun, jobs, ledger_of, made_folder_of, resolved
from factcheck.ledger import Ledger
from factcheck.ledger.edit import write_baseline
from factcheck.messages import text
from factcheck.report import SCAN
from factcheck.report.escape import visible
from factcheck.run import stands

if TYPE_CHECKING:
    from collections.abc import Mapping


def run_baseline(given: Mapping[str, Any]) -> int:
    """The exit code of `factcheck baseline` for its arguments."""
    folder = made_folder_of(resolved(given))
    run = begun(given, SCAN)
    ledger = msgspec.structs.replace(ledger_of(run.resolved) or Ledger(), baseline=())
    with timed(run.settings), progress_of(run.settings) as progress:
        found = stands(
            run.articles,
            ledger=ledger,
            hedges=run.resolved.hedges,
            jobs=jobs(run.settings),
            skipped=run.skipped,
            progress=progress,
        )
    tell_skipped(run.skipped, run.settings)
    language = said(run.settings.lang)
    if any(item.fatal for item in run.skipped):
        # what could not be read would come back as new, or never be looked at again
        typer.echo(f"{text('skipped.error', language)}: {text('baseline.nothing', language)}", err=True)
        return UNREADABLE
    written = write_baseline(folder, found)
    confirm(f"{visible(str(written))}: {text('baseline.written', language, n=len(found))}", language)
    return CLEAN
