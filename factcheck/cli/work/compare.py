"""New articles against those on file, shared by `check` and `scan --since`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.cli.progress import show_progress, tell_time
from factcheck.cli.work.finish import tell_boilerplate
from factcheck.cli.work.ledger_folder import load_ledger
from factcheck.cli.work.unread import without_unread
from factcheck.index.index import real_path
from factcheck.run import check
from factcheck.run.inputs import order_skipped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from factcheck.cli.work.inputs import Inputs
    from factcheck.model import Document, Report, Skipped


def compare_new(inputs: Inputs, new: Collection[bytes]) -> Report:
    """The articles of the real paths in `new` against all others that were read."""
    paths = {source.shown for source in inputs.sources if real_path(source) in new}
    return compare_with(
        inputs,
        [document for document in inputs.articles if document.path in paths],
        [document for document in inputs.articles if document.path not in paths],
    )


def compare_with(
    inputs: Inputs,
    new: Sequence[Document],
    filed: Any,  # noqa: ANN401 - an index, or documents
    indexed: Iterable[bytes] = (),
) -> Report:
    """New articles against those on file; `indexed` are the real paths of what was read from an index."""
    session, settings = inputs.session, inputs.settings
    with tell_time(settings), show_progress(settings) as progress:
        report = check(
            new,
            filed,
            ledger=load_ledger(session),
            chosen=settings.select,
            ignored=settings.ignore,
            min_confidence=settings.min_confidence,
            hedges=session.hedges,
            jobs=session.jobs,
            skipped=inputs.skipped,
            progress=progress,
            overrides=session.resolved.overrides,
        )
    tell_boilerplate(inputs)
    return without_unread(report, inputs, indexed)


def pass_over_more(inputs: Inputs, skipped: Iterable[Skipped]) -> Inputs:
    """The inputs with more that is passed over."""
    return replace(inputs, skipped=tuple(order_skipped([*inputs.skipped, *skipped])))
