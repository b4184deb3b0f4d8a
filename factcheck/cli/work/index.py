"""What `index build`, `update`, `rebuild`, `info` and `verify` do."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

import msgspec
import typer

from factcheck.cli.language import read_locale
from factcheck.cli.output import confirm, print_line, tell_skipped
from factcheck.cli.progress import show_progress, tell_time
from factcheck.cli.work.finish import CLEAN, UNREADABLE
from factcheck.errors import UsageError, describe_refusal
from factcheck.index import Index
from factcheck.index.index import Root
from factcheck.index.state import list_real_paths
from factcheck.messages import head_line, say, skip_input, tell, text
from factcheck.read import find
from factcheck.read.decode import check_encoding
from factcheck.read.source import printable
from factcheck.report.escape import visible
from factcheck.report.places import count_in_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from factcheck.cli.session import Session
    from factcheck.model import Skipped
    from factcheck.read import InputSource


def run_build(session: Session, file: Path) -> int:
    """The exit code of `factcheck index build`."""
    here = os.getcwd()  # noqa: PTH109 - a text that holds bytes
    return _update(session, file, [Root(path, here) for path in session.paths])


def run_update(session: Session, file: Path) -> int:
    """The exit code of `factcheck index update`."""
    return _update(session, file, Index(file).roots())


def run_rebuild(session: Session, file: Path) -> int:
    """The exit code of `factcheck index rebuild`."""
    return _update(session, file, Index(file).roots(older=True), anew=True)


def _update(session: Session, file: Path, roots: Sequence[Root], *, anew: bool = False) -> int:
    settings = session.settings
    if any(root.given == "-" for root in roots):
        raise UsageError(say("error.stdin-again"), where="-", cure=say("cure.name-path"))
    sources, passed_over = sources_of(roots, settings.exclude)
    missing = next((item for item in passed_over if item.fatal), None)
    if missing is not None:  # whatever is below it would be taken for gone
        given_from = roots[0].folder
        where = printable(os.path.join(given_from, missing.path) if given_from != os.getcwd() else missing.path)  # noqa: PTH118, PTH109 - as `read`
        raise UsageError(missing.phrase or missing.reason, where=where, cure=say("cure.nothing-was-changed"))
    if settings.encoding is not None:
        check_encoding(settings.encoding)
    index = Index(file)
    paths, folder = [root.given for root in roots], roots[0].folder if roots else None
    with tell_time(settings), show_progress(settings) as progress:
        done = index.update(
            sources,
            session.reading,
            roots=paths,
            folder=folder,
            hedges=session.hedges,
            overrides=session.resolved.overrides,
            jobs=session.jobs,
            progress=progress,
            anew=anew,
        )
    skipped = [*passed_over, *index.list_skipped()]
    tell_skipped(skipped, settings)
    updated = text(
        "index.updated",
        session.language,
        **{**done._asdict(), "added": count_in_words("file", done.added, session.language)},
    )
    confirm(head_line(visible(str(index.path)), updated, session.language), session.language)
    return UNREADABLE if any(item.fatal for item in skipped) else CLEAN


def sources_of(roots: Sequence[Root], exclude: Sequence[str]) -> tuple[list[InputSource], list[Skipped]]:
    """What the paths of an index name today, seen from the folder where they were given: each as it was called there.

    Raises `UsageError` where that folder is gone.
    """
    folder = roots[0].folder if roots else os.curdir  # one command gave them all
    try:
        with contextlib.chdir(folder):
            sources, passed_over = find([root.given for root in roots], exclude)
    except OSError as error:
        what = say("error.no-entry", why=describe_refusal(error))
        raise UsageError(what, where=printable(folder), cure=say("cure.bring-back")) from error
    found = [msgspec.structs.replace(source, path=os.path.join(folder, source.path)) for source in sources]  # noqa: PTH118 - as `read`
    return found, passed_over


def describe_staleness(index: Index, new: Collection[bytes], exclude: Sequence[str]) -> Skipped | None:
    """What is to be said where the corpus of an index is no longer what was read; `new` are the files being checked."""
    changed = [gone for real, _, gone in index.find_outdated() if real not in new]
    known = index.names().keys() | set(new)
    try:
        sources = sources_of(index.roots(), exclude)[0]
    except UsageError:  # its files are gone, which is told
        sources = []
    added = sum(real not in known for real in list_real_paths(sources))
    if not changed and not added:
        return None
    gone = sum(changed)
    why = say("skipped.outdated-files", n=str(len(changed) - gone), gone=str(gone), new=str(added))
    return skip_input(str(index.path), say("skipped.outdated-index", why=why, path=str(index.path)))


def run_info(file: Path) -> None:
    """Print what an index holds."""
    index, language = Index(file), read_locale()
    held = index.info()
    counts = {"file": held.files, "article": held.articles, "claim": held.claims}
    told = {f"{kind}s": count_in_words(kind, number, language) for kind, number in counts.items()}
    print_line(head_line(visible(str(file)), text("index.holds", language, **told), language))
    roots = visible(", ".join(printable(root.path) for root in index.roots()))
    print_line(text("index.from", language, roots=roots, size=held.size))
    if held.dates is not None:
        first, last = map(visible, held.dates)
        print_line(text("index.dates", language, first=first, last=last))
    versions = visible(", ".join(held.versions))
    print_line(text("index.versions", language, form=held.form, versions=versions, readings=held.readings))
    for key in [
        *(["index.broken-off"] if not held.whole else []),
        *(["index.other-reader"] if not held.current else []),
    ]:
        typer.echo(head_line(text("skipped.warning", language), text(key, language), language), err=True)
        cure = visible(text("cure.update-index", language, path=str(file)))
        typer.echo(head_line(text("error.help", language), cure, language), err=True)


def run_verify(file: Path) -> int:
    """Print what is wrong with an index; 0 if nothing is, else 2."""
    wrong = list(Index(file).faults())
    for fault in wrong:
        typer.echo(
            head_line(text("skipped.error", read_locale()), visible(tell(fault, read_locale())), read_locale()),
            err=True,
        )
    if wrong:
        cure = f"factcheck index update {visible(str(file))}"
        typer.echo(head_line(text("error.help", read_locale()), cure, read_locale()), err=True)
        return UNREADABLE
    print_line(head_line(visible(str(file)), text("all-well", read_locale()), read_locale()))
    return CLEAN
