"""What `index build`, `update`, `info` and `verify` do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from factcheck.catalogue import text, translated
from factcheck.cli.commands import CLEAN, UNREADABLE, jobs, resolved
from factcheck.cli.config import size_in_bytes
from factcheck.cli.language import locale, said
from factcheck.cli.output import tell_skipped
from factcheck.cli.progress import progress_of, timed
from factcheck.errors import UsageError
from factcheck.index import Index
from factcheck.quantity.hedge_table import hedges_from
from factcheck.read import Options, find
from factcheck.read.decode import check_encoding
from factcheck.report.escape import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def run_build(given: Mapping[str, Any]) -> int:
    """The exit code of `factcheck index build` for its arguments."""
    return _updated(given, given["paths"])


def run_update(given: Mapping[str, Any]) -> int:
    """The exit code of `factcheck index update` for its arguments."""
    return _updated(given, Index(given["file"]).roots())


def _updated(given: Mapping[str, Any], roots: Sequence[str]) -> int:
    settled = resolved(given)
    settings = settled.settings
    sources, passed_over = find(roots, settings.exclude)
    if any(source.path == "-" for source in sources):
        raise UsageError("standard input cannot be read again", where="-", cure="name a file or a folder")
    if settings.encoding is not None:
        check_encoding(settings.encoding)
    index = Index(given["file"])
    options = Options(encoding=settings.encoding, max_size=size_in_bytes(settings.max_file_size))
    with timed(settings), hedges_from(settled.hedges), progress_of(settings) as progress:
        done = index.update(sources, options, roots=roots, jobs=jobs(settings), progress=progress)
    skipped = [*passed_over, *index.skipped()]
    tell_skipped(skipped, settings)
    told = text("index.updated", said(settings.lang), **done._asdict())
    typer.echo(f"{visible(str(index.path))}: {told}")
    return UNREADABLE if any(item.fatal for item in skipped) else CLEAN


def run_info(file: Path) -> None:
    """Print what an index holds."""
    index = Index(file)
    articles = index.articles(current=False)
    claims = sum(len(article.claims) for article in articles)
    counts = {"files": len(index.names()), "articles": len(articles), "claims": claims}
    typer.echo(f"{visible(str(file))}: {text('index.holds', locale(), **counts)}")
    roots = visible(", ".join(index.roots()))
    typer.echo(text("index.from", locale(), roots=roots, size=file.stat().st_size))


def run_verify(file: Path) -> int:
    """Print what is wrong with an index; 0 if nothing is, else 2."""
    wrong = list(Index(file).problems())
    for problem in wrong:
        typer.echo(f"{text('skipped.error', locale())}: {visible(translated(problem, locale()))}", err=True)
    if wrong:
        typer.echo(f"{text('error.help', locale())}: factcheck index update {visible(str(file))}", err=True)
        return UNREADABLE
    typer.echo(f"{visible(str(file))}: {text('all-well', locale())}")
    return CLEAN
