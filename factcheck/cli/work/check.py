"""What `check` does: tell new articles from those on file, and compare."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from factcheck.cli.work.compare import compare_new, compare_with, pass_over_more
from factcheck.cli.work.files import leave_out_excluded, list_paths
from factcheck.cli.work.finish import finish
from factcheck.cli.work.index import describe_staleness
from factcheck.cli.work.inputs import read_inputs, read_sources
from factcheck.cli.work.ledger_folder import show_path
from factcheck.errors import UsageError
from factcheck.index import Index
from factcheck.index.index import real_path
from factcheck.index.naming import name_apart, name_as_filed
from factcheck.messages import say
from factcheck.read import find
from factcheck.read.article import REPORT
from factcheck.read.source import printable
from factcheck.report import SCAN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.cli.session import Session
    from factcheck.cli.work.inputs import Inputs
    from factcheck.model import Skipped
    from factcheck.read import InputSource


def run_check(session: Session, files0_from: str | None = None, *, force_exclude: bool = False) -> int:
    """The exit code of `factcheck check`."""
    session = replace(session, paths=list_paths(session.paths, files0_from))
    settings, against = session.settings, session.settings.against
    left_out: list[Skipped] = []
    if force_exclude:
        kept, left_out = leave_out_excluded(session.paths, settings.exclude)
        session = replace(session, paths=tuple(kept))
    if against is None:
        raise UsageError(say("error.nothing-to-check-against"), cure=say("cure.set-against"))
    if not session.paths:  # an empty list, or nothing but what is left out: no need to read what is on file
        inputs = _insist_on_new(read_inputs(session, SCAN), (), left_out)
        return finish(compare_with(inputs, [], []), inputs, SCAN)
    if session.resolved.origins["against"] != "option":  # what was typed stays as it was typed
        against = str(show_path(Path(against)))
    if not Path(against).exists() and not set(against) & set("*?["):  # nothing would contradict
        raise UsageError(say("skipped.no-such"), where=against, cure=say("cure.against-filed"))
    if Index.is_one(against):
        return _check_index(session, Index(against), left_out)
    new = {real_path(source) for source in find(session.paths, settings.exclude)[0]}
    inputs = read_inputs(replace(session, paths=(*session.paths, against)), SCAN)
    inputs = _insist_on_new(inputs, session.paths, left_out)
    if not any(item.fatal for item in inputs.skipped):  # else that is what is wrong
        _insist_on_file(inputs, find([against], settings.exclude)[0], against)
    return finish(compare_new(inputs, new), inputs, SCAN)


def _insist_on_file(inputs: Inputs, filed: Iterable[InputSource], against: str) -> None:
    """Raise `UsageError` where not one article could be read of what is on file: nothing would pass every check."""
    reals = {real_path(source) for source in filed}
    paths = {source.shown for source in inputs.sources if real_path(source) in reals}
    if not any(document.path in paths for document in inputs.articles):
        raise _make_empty_error(against)


def _make_empty_error(against: str) -> UsageError:
    return UsageError(say("error.nothing-on-file"), where=against, cure=say("cure.against-filed"))


def _insist_on_new(inputs: Inputs, paths: Iterable[str], left_out: Iterable[Skipped]) -> Inputs:
    """The inputs, ill if a file named as new calls itself a report: else any article could be hidden from the check.

    What of the named ones was left out is told beside.
    """
    named = set(map(printable, paths))
    skipped = tuple(
        msgspec.structs.replace(item, fatal=item.fatal or (item.phrase == REPORT and item.path in named))
        for item in inputs.skipped
    )
    return pass_over_more(replace(inputs, skipped=skipped), left_out)


def _check_index(session: Session, index: Index, left_out: Iterable[Skipped]) -> int:
    sources, passed_over = find(session.paths, session.settings.exclude)
    new = {real_path(source) for source in sources}
    if not index.names():
        raise _make_empty_error(str(index.path))
    index.insist_on_metadata(session.resolved.overrides)
    late = describe_staleness(index, new, session.settings.exclude)
    passed_over += [late] if late is not None else []
    inputs = read_sources(session, SCAN, name_as_filed(sources, index), passed_over)
    inputs = _insist_on_new(inputs, session.paths, left_out)
    with index.open_known(new, hedges=session.hedges) as filed:
        new_ones = [name_apart(document, filed.articles) for document in inputs.articles]
        report = compare_with(inputs, new_ones, filed, index.names())
    return finish(report, inputs, SCAN)
