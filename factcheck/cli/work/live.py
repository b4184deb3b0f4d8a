"""What `watch` and `lsp` do: check again what changes, against an index that stays in memory."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck.cli.output import style, tell_skipped, write
from factcheck.cli.progress import tell_time
from factcheck.cli.work.finish import CLEAN
from factcheck.cli.work.ledger_folder import load_ledger, show_path
from factcheck.errors import UsageError
from factcheck.index import Index
from factcheck.live.checker import CheckSettings, LiveChecker
from factcheck.messages import head_line, say, text
from factcheck.read import find
from factcheck.report import SCAN, render
from factcheck.report.escape import visible
from factcheck.report.places import count_in_words

if TYPE_CHECKING:
    from factcheck.cli.session import Session


def run_watch(session: Session) -> int:
    """The exit code of `factcheck watch`."""
    _insist_on_module("watch", "watchfiles")
    from factcheck.live.watch import watch_articles

    checker = _open_checker(session)
    settings, language = session.settings, session.language
    sources, skipped = find(session.paths, settings.exclude)
    missing = next((item for item in skipped if item.fatal), None)
    if missing is not None:
        raise UsageError(missing.phrase or missing.reason, where=missing.path)
    if any(source.path == "-" for source in sources):
        raise UsageError(say("error.stdin-again"), where="-", cure=say("cure.name-path"))
    if not settings.quiet:
        typer.echo(text("watch.begins", language, files=count_in_words("file", len(sources), language)), err=True)
    for saved in watch_articles(session.paths, settings.exclude):
        with tell_time(settings):
            report = checker.check_paths(saved)
        if not report.findings:
            names = visible(", ".join(saved))
            typer.echo(head_line(names, text("all-well", language), language))
        else:
            write(render(report, SCAN, "terminal", style(settings, None, "terminal")), None)
        tell_skipped(report.skipped, settings)
    return CLEAN


def run_lsp(session: Session) -> int:
    """The exit code of `factcheck lsp`."""
    _insist_on_module("lsp", "pygls")
    from factcheck.live.lsp import ArticleServer

    ArticleServer(_open_checker(session), session.language).serve()
    return CLEAN


def _insist_on_module(command: str, module: str) -> None:
    if importlib.util.find_spec(module) is None:
        what = say("error.needs-module", name=command, module=module)
        raise UsageError(what, where=command, cure=say("cure.install-extra", extra=command))


def _open_checker(session: Session) -> LiveChecker:
    settings, against = session.settings, session.settings.against
    if against is None:
        raise UsageError(say("error.nothing-to-check-against"), cure=say("cure.set-against"))
    if session.resolved.origins["against"] != "option":  # what was typed stays as it was typed
        against = str(show_path(Path(against)))
    index = Index(against)
    index.articles(hedges=session.hedges)  # what is wrong with it is said now, not at the first article
    index.insist_on_metadata(session.resolved.overrides)
    chosen = CheckSettings(
        chosen=tuple(settings.select),
        ignored=tuple(settings.ignore),
        min_confidence=settings.min_confidence,
        hedges=session.hedges,
        reading=session.reading,
        exclude=tuple(settings.exclude),
        overrides=session.resolved.overrides,
    )
    return LiveChecker(index, chosen, lambda: load_ledger(session))
