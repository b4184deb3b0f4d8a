"""What `check` and `scan --since` do: tell new articles from those on file, and compare."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from factcheck.cli.progress import progress_of, timed
from factcheck.cli.work.files import articles, listed
from factcheck.cli.work.git import altered_at_checkout, changed_since
from factcheck.cli.work.index import outdated
from factcheck.cli.work.inputs import (
    begun,
    finished,
    jobs,
    ledger_of,
    resolved,
    shown,
    sorted_out,
    tell_boilerplate,
)
from factcheck.cli.work.unread import without_unread
from factcheck.errors import UsageError
from factcheck.index import Index
from factcheck.index.index import real_path
from factcheck.messages import say
from factcheck.quantity.hedge_table import hedges_from
from factcheck.read import find
from factcheck.read.article import REPORT
from factcheck.read.source import printable
from factcheck.report import SCAN
from factcheck.run import check

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from factcheck.cli.work.inputs import Run
    from factcheck.model import Document, Report, Skipped
    from factcheck.read import Source


def run_check(given: Mapping[str, Any]) -> int:
    """The exit code of `factcheck check` for its arguments."""
    given = listed(given)
    settled = resolved(given)
    settings, against = settled.settings, settled.settings.against
    left_out: list[Skipped] = []
    if given["force_exclude"]:
        paths, left_out = articles(given["paths"], settings.exclude)
        given = {**given, "paths": paths}
    if against is None:
        raise UsageError(say("error.nothing-to-check-against"), cure=say("cure.set-against"))
    if not given["paths"]:  # an empty list, or nothing but what is left out: no need to read what is on file
        run = _insisted(begun(given, SCAN), (), left_out)
        return finished(_report(run, [], []), run, SCAN)
    if settled.origins["against"] != "option":  # what was typed stays as it was typed
        against = str(shown(Path(against)))
    if Index.is_one(against):
        return _against_index(given, Index(against), left_out)
    new = {real_path(source) for source in find(given["paths"], settings.exclude)[0]}
    run = _insisted(begun({**given, "paths": [*given["paths"], against]}, SCAN), given["paths"], left_out)
    if not any(item.fatal for item in run.skipped):  # else that is what is wrong
        _insist_on_file(run, find([against], settings.exclude)[0], against)
    return finished(_checked(run, new), run, SCAN)


def _insist_on_file(run: Run, filed: Iterable[Source], against: str) -> None:
    """Raise `UsageError` where not one article could be read of what is on file: nothing would pass every check."""
    reals = {real_path(source) for source in filed}
    paths = {source.shown for source in run.sources if real_path(source) in reals}
    if not any(document.path in paths for document in run.articles):
        raise _nothing_on_file(against)


def _nothing_on_file(against: str) -> UsageError:
    return UsageError(say("error.nothing-on-file"), where=against, cure=say("cure.against-filed"))


def run_since(given: Mapping[str, Any]) -> int:
    """The exit code of `factcheck scan --since REV` for its arguments."""
    changed = changed_since(given["since"])
    run = begun(given, SCAN)
    run = _beside(run, altered_at_checkout(run.sources))
    return finished(_checked(run, changed), run, SCAN)


def _insisted(run: Run, paths: Iterable[str], left_out: Iterable[Skipped]) -> Run:
    """The run, ill if a file named as new calls itself a report: else any article could be hidden from the check.

    What of the named ones was left out is told beside.
    """
    named = set(map(printable, paths))
    skipped = [
        msgspec.structs.replace(item, fatal=item.fatal or (item.phrase == REPORT and item.path in named))
        for item in run.skipped
    ]
    return _beside(replace(run, skipped=skipped), left_out)


def _beside(run: Run, skipped: Iterable[Skipped]) -> Run:
    """The run with more that is passed over."""
    return replace(run, skipped=sorted([*run.skipped, *skipped], key=lambda item: (item.path, item.line or 0)))


def _checked(run: Run, new: Collection[bytes]) -> Report:
    paths = {source.shown for source in run.sources if real_path(source) in new}
    return _report(
        run,
        [document for document in run.articles if document.path in paths],
        [document for document in run.articles if document.path not in paths],
    )


def _against_index(given: Mapping[str, Any], index: Index, left_out: Iterable[Skipped]) -> int:
    settled = resolved(given)
    sources, passed_over = find(given["paths"], settled.settings.exclude)
    new = {real_path(source) for source in sources}
    if not index.names():
        raise _nothing_on_file(str(index.path))
    late = outdated(index, new, settled.settings.exclude)
    passed_over += [late] if late is not None else []
    run = sorted_out(settled, given, SCAN, _as_filed(sources, index), passed_over)
    run = _insisted(run, given["paths"], left_out)
    with hedges_from(settled.hedges):
        filed = index.articles(without=new)
    taken = {article.document.id for article in filed}
    report = _report(run, [_unlike(document, taken) for document in run.articles], _Filed(filed), index.names())
    return finished(report, run, SCAN)


class _Filed:
    """Articles that are read already, where `check` looks for an index."""

    def __init__(self, articles: Sequence[Any]) -> None:
        self._articles = articles

    def articles(self) -> Sequence[Any]:
        """Those articles."""
        return self._articles


def _report(
    run: Run,
    new: Sequence[Document],
    filed: Any,  # noqa: ANN401 - an index, or documents
    indexed: Iterable[bytes] = (),
) -> Report:
    settings = run.settings
    with timed(settings), progress_of(settings) as progress:
        report = check(
            new,
            filed,
            ledger=ledger_of(run.resolved),
            chosen=settings.select,
            ignored=settings.ignore,
            min_confidence=settings.min_confidence,
            hedges=run.resolved.hedges,
            jobs=jobs(settings),
            skipped=run.skipped,
            progress=progress,
        )
    tell_boilerplate(run)
    return without_unread(report, run, indexed)


def _as_filed(sources: Iterable[Source], index: Index) -> list[Source]:
    """The new sources under the ids that they have, or would have, in the index."""
    names, roots = index.names(), [root.path for root in index.roots() if os.path.isdir(root.path)]  # noqa: PTH112 - as `read`
    return [msgspec.structs.replace(source, id=_filed_id(source, names, roots)) for source in sources]


def _filed_id(source: Source, names: Mapping[bytes, tuple[str, str]], roots: Iterable[str]) -> str:
    real = real_path(source)
    if real in names:
        return names[real][0]
    for root in sorted(roots, key=len):
        folder = os.path.join(os.fsencode(os.path.realpath(root)), b"")  # noqa: PTH118 - bytes
        if real.startswith(folder):
            return printable(os.fsdecode(real[len(folder) :]))
    return source.id


def _unlike(document: Document, taken: Collection[str]) -> Document:
    """The document under an id that no filed one has."""
    number, name = 1, document.id
    while name in taken:
        number += 1
        name = f"{document.id}#{number}"
    return msgspec.structs.replace(document, id=name)
