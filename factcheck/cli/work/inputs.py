"""What `scan` and `extract` do: read, run, render, and say how it went."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from factcheck.cli.config import CLAIMS, Resolved, resolve, size_in_bytes
from factcheck.cli.language import said
from factcheck.cli.output import refuse_input, style, tell_skipped, tell_stale, write
from factcheck.cli.progress import progress_of, timed
from factcheck.cli.settings import NAMES, Settings
from factcheck.cli.work.files import listed
from factcheck.cli.work.stdin import stdin_filled
from factcheck.cli.work.targets import Target, targets
from factcheck.cli.work.unread import without_unread
from factcheck.errors import UsageError, describe_refusal
from factcheck.messages import say, text
from factcheck.model import Document, Report, Skipped
from factcheck.read import Options, documents, find, set_stdin_format
from factcheck.report import EXTRACT, SCAN, render
from factcheck.report.escape import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.ledger import Ledger
    from factcheck.read import Source

_SEVERITIES = ("error", "warning", "note")
CLEAN, FINDINGS, UNREADABLE = 0, 1, 2


@dataclass(frozen=True)
class Run:
    """A run as its options set it up, with what it reads."""

    resolved: Resolved
    targets: tuple[Target, ...]
    articles: list[Document]
    skipped: list[Skipped]
    sources: Sequence[Source]

    @property
    def settings(self) -> Settings:
        """The settings as resolved."""
        return self.resolved.settings


def run_scan(given: Mapping[str, Any]) -> int:
    """The exit code of `factcheck scan` for its arguments."""
    given = listed(given)
    if given["since"] is not None:
        from factcheck.cli.work.check import run_since

        return run_since(given)
    run, report = scanned(given)
    return finished(report, run, SCAN)


def scanned(given: Mapping[str, Any], *, ruled: bool = True) -> tuple[Run, Report]:
    """A run with what was found; where not `ruled`, what people have ruled on as if they had not."""
    from factcheck.run import scan

    run = begun(given, SCAN)
    ledger = ledger_of(run.resolved)
    if ledger is not None and not ruled:
        ledger = ledger.unruled()
    with timed(run.settings), progress_of(run.settings) as progress:
        report = scan(
            run.articles,
            ledger=ledger,
            chosen=run.settings.select,
            ignored=run.settings.ignore,
            min_confidence=run.settings.min_confidence,
            hedges=run.resolved.hedges,
            jobs=jobs(run.settings),
            skipped=run.skipped,
            progress=progress,
        )
    tell_boilerplate(run)
    return run, without_unread(report, run)


def run_extract(given: Mapping[str, Any]) -> int:
    """The exit code of `factcheck extract` for its arguments."""
    from factcheck.quantity.hedge_table import hedges_from
    from factcheck.run.article import read_articles
    from factcheck.run.corpus import by_id, by_place

    run = begun({**given, "with_claims": True}, EXTRACT)
    with timed(run.settings), hedges_from(run.resolved.hedges), progress_of(run.settings) as progress:
        told: list[Skipped] = []
        articles = by_id(read_articles(run.articles, jobs(run.settings), progress, skipped=told))
    report = Report(
        findings=(),
        documents=tuple(article.document for article in articles),
        claims=tuple(claim for article in articles for claim in article.claims),
        skipped=(*run.skipped, *by_place(told)),
        settings={},
    )
    return finished(report, run, EXTRACT)


def ledger_of(resolved: Resolved) -> Ledger | None:
    """The ledger that the settings name, if there is one; its files are shown as seen from the current folder."""
    from factcheck.ledger import Ledger

    return Ledger.load(shown(resolved.claims)) if resolved.claims is not None else None


def resolved(given: Mapping[str, Any]) -> Resolved:
    """The settings of a command, from its options, the environment and the configuration."""
    options = {name: given.get(name) for name in NAMES}
    for name in ("select", "ignore", "exclude"):
        listed = options[name] or ()
        options[name] = tuple(part for value in listed for part in value.split(",") if part) or None
    return resolve(options, file=given["config"], isolated=given["isolated"])


def made_folder_of(resolved: Resolved) -> Path:
    """The folder of the ledger, to be written to; in a new project it is made, and that is said."""
    if resolved.claims is None and resolved.home is not None:
        folder = resolved.home / CLAIMS
        try:
            folder.mkdir()
        except OSError as error:
            what = say("error.cannot-be-made", why=describe_refusal(error))
            raise UsageError(what, where=str(folder), cure=say("cure.other-claims")) from error
        made = text("ledger.made", said(resolved.settings.lang))
        typer.echo(f"{visible(os.path.join(shown(folder), ''))}: {made}", err=True)  # noqa: PTH118 - with its slash
    return folder_of(resolved)


def folder_of(resolved: Resolved) -> Path:
    """The folder of the ledger. Raises `UsageError` where none is known."""
    if resolved.claims is None:
        raise UsageError(say("error.no-ledger"), cure=say("cure.make-ledger"))
    if not resolved.claims.is_dir():
        raise UsageError(say("error.no-folder"), where=str(resolved.claims), cure=say("cure.make-folder"))
    return shown(resolved.claims)


def shown(folder: Path) -> Path:
    """The folder as seen from the current one, where it lies below, so that a report is the same on every machine."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_absolute() and folder.is_relative_to(here) else folder


def begun(given: Mapping[str, Any], formats: Mapping[str, str]) -> Run:
    """The settings of a run, and the articles it reads."""
    settled = resolved(given)
    sources, passed_over = find(given["paths"], settled.settings.exclude)
    return sorted_out(settled, given, formats, sources, passed_over)


def sorted_out(
    resolved: Resolved,
    given: Mapping[str, Any],
    formats: Mapping[str, str],
    sources: Sequence[Source],
    passed_over: Iterable[Skipped],
) -> Run:
    """A run on the articles of `sources`, with all that is passed over."""
    settings = resolved.settings
    sources = set_stdin_format(sources, given.get("stdin_format"))
    dated = stdin_filled(given, sources)
    wanted = targets(settings.output_format, given.get("output"), given.get("report") or (), formats)
    for target in wanted:
        refuse_input(target.file, sources)
    articles: list[Document] = []
    skipped = list(passed_over)
    reading = Options(encoding=settings.encoding, max_size=size_in_bytes(settings.max_file_size))
    with progress_of(settings) as progress:
        for item in documents(sources, reading, progress=progress):
            if isinstance(item, Document):
                articles.append(dated(item))
            else:
                skipped.append(item)
    # Sorted, so that the order of the arguments does not show in the report.
    told = sorted(dict.fromkeys(skipped), key=lambda item: (item.path, item.line or 0, item.reason))
    return Run(resolved, wanted, articles, told, sources)


def finished(report: Report, run: Run, formats: Mapping[str, str]) -> int:
    """Print a report, tell what was passed over, and say how it went as an exit code."""
    settings = run.settings
    for target in run.targets:
        write(
            render(report, formats, target.format, style(settings, target.file, target.format)),
            target.file,
            append=target.append,
        )
    tell_skipped(report.skipped, settings)
    tell_stale(report.stale, settings)
    if any(item.fatal for item in report.skipped):
        return UNREADABLE
    failing = _SEVERITIES[: _SEVERITIES.index(settings.fail_on) + 1] if settings.fail_on != "never" else ()
    return FINDINGS if any(finding.severity in failing for finding in report.findings) else CLEAN


def tell_boilerplate(run: Run) -> None:
    """With --verbose, name on standard error what of the articles read was taken for nobody's prose."""
    if not run.settings.verbose or run.settings.quiet:
        return
    from factcheck.run.boilerplate import boilerplate

    language = said(run.settings.lang)
    held = boilerplate(run.articles, jobs(run.settings)).items()
    counts = text("count.join", language).join(
        f"{text(f'boilerplate.{name}', language)} {count}" for name, count in held
    )
    typer.echo(text("boilerplate", language, counts=counts or text("boilerplate.none", language)), err=True)


def jobs(settings: Settings) -> int:
    """The number of worker processes: as set, or the cores this process may use."""
    if settings.jobs:
        return settings.jobs
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
