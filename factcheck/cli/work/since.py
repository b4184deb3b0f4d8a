"""What `scan --since` does: compare what git says has changed with all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli.work.compare import compare_new, pass_over_more
from factcheck.cli.work.finish import finish
from factcheck.cli.work.git import find_altered_sources, find_changes_since
from factcheck.cli.work.inputs import read_inputs
from factcheck.report import SCAN

if TYPE_CHECKING:
    from factcheck.cli.session import Session


def run_since(session: Session, revision: str) -> int:
    """The exit code of `factcheck scan --since REV`."""
    changed = find_changes_since(revision)
    inputs = read_inputs(session, SCAN)
    inputs = pass_over_more(inputs, find_altered_sources(inputs.sources))
    return finish(compare_new(inputs, changed), inputs, SCAN)
