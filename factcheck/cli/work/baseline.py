"""What `baseline` does: accept what stands today."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec
import typer

from factcheck.cli.output import confirm, tell_skipped
from factcheck.cli.progress import show_progress, tell_time
from factcheck.cli.work.finish import CLEAN, UNREADABLE
from factcheck.cli.work.inputs import read_inputs
from factcheck.cli.work.ledger_folder import load_ledger, make_ledger_folder
from factcheck.ledger import Ledger
from factcheck.ledger.edit import write_baseline
from factcheck.messages import head_line, text
from factcheck.report import SCAN
from factcheck.report.escape import visible
from factcheck.report.places import count_in_words
from factcheck.report.severities import SEVERITIES
from factcheck.run import collect_baseline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.cli.session import Session
    from factcheck.ledger import Baselined
    from factcheck.messages import Language


def _count_kinds(found: Iterable[Baselined], language: Language) -> str:
    counts = Counter(one.severity for one in found)
    return text("count.join", language).join(count_in_words(kind, counts[kind], language) for kind in SEVERITIES)


def run_baseline(session: Session) -> int:
    """The exit code of `factcheck baseline`."""
    folder = make_ledger_folder(session)
    inputs = read_inputs(session, SCAN)
    skipped = list(inputs.skipped)
    ledger = msgspec.structs.replace(load_ledger(session) or Ledger(), baseline=())
    with tell_time(session.settings), show_progress(session.settings) as progress:
        found = collect_baseline(
            inputs.articles,
            ledger=ledger,
            hedges=session.hedges,
            jobs=session.jobs,
            skipped=skipped,
            progress=progress,
            overrides=session.resolved.overrides,
        )
    tell_skipped(skipped, session.settings)
    language = session.language
    if any(item.fatal for item in skipped):
        # what could not be read would come back as new, or never be looked at again
        typer.echo(head_line(text("skipped.error", language), text("baseline.nothing", language), language), err=True)
        return UNREADABLE
    written = write_baseline(folder, found)
    pairs = text(
        "count.kinds",
        language,
        findings=count_in_words("pair", len(found), language),
        kinds=_count_kinds(found, language),
    )
    confirm(head_line(visible(str(written)), text("baseline.written", language, pairs=pairs), language), language)
    return CLEAN
