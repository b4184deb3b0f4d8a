"""Where a report goes: a file or standard output; and what else is said, on standard error."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck.cli.guard import describe_stuck_output, silence
from factcheck.cli.language import choose_language, choose_report_language
from factcheck.errors import UsageError, describe_refusal
from factcheck.messages import head_line, reason, say, tell, text
from factcheck.read.source import printable
from factcheck.report import PLAIN_WIDTH, Style
from factcheck.report.escape import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.cli.settings import Settings
    from factcheck.messages import Language
    from factcheck.model import Skipped, Stale
    from factcheck.read import InputSource

_NAMED = 10  # warnings that are printed one by one without --verbose


def style(settings: Settings, output: Path | None, output_format: str) -> Style:
    """The layout for where the report goes. NO_COLOR counts only where color is `auto`."""
    terminal = output is None and sys.stdout.isatty()
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    color = settings.color == "always" or (settings.color == "auto" and terminal and not plain)
    width = shutil.get_terminal_size((PLAIN_WIDTH, 0)).columns if terminal else PLAIN_WIDTH
    return Style(
        width=max(width, 40), color=color, terminal=terminal, with_claims=settings.with_claims,
        lang=choose_report_language(settings.lang, output_format), root=str(Path.cwd()) if terminal and color else None,
        severity=settings.severity, most=settings.max_findings or None if terminal else None,
    )  # fmt: skip


def refuse_input(output: Path | None, sources: Iterable[InputSource]) -> None:
    """Raise `UsageError` where the report would overwrite an article it reads, also through `>`."""
    refuse_overwriting(output, (source.path for source in sources))


def refuse_overwriting(output: Path | None, paths: Iterable[str]) -> None:
    """Raise `UsageError` where the output is one of the files at `paths`; `-` is none."""
    target = _identity(str(output)) if output is not None else _identity(sys.stdout)
    if target is None:
        return
    for path in paths:
        if path != "-" and _identity(path) == target:
            raise UsageError(say("error.output-is-input"), where=printable(path), cure=say("cure.write-elsewhere"))


def _identity(file: object) -> tuple[int, int] | None:
    try:
        status = Path(file).stat() if isinstance(file, str) else os.fstat(file.fileno())  # type: ignore[attr-defined]
    except (OSError, ValueError, AttributeError):
        return None
    return status.st_dev, status.st_ino


def write(rendered: bytes, output: Path | None, *, append: bool = False) -> None:
    """Put a report where it belongs. A reader that has gone away is no error."""
    if output is not None:
        try:
            with output.open("ab" if append else "wb") as file:
                file.write(rendered)
        except OSError as error:
            what = say("error.unwritable", why=describe_refusal(error))
            raise UsageError(what, where=str(output), cure=say("cure.other-output")) from error
        return
    _put(rendered)


def print_line(line: str) -> None:
    """Print a line. Raises `UsageError` where standard output takes none."""
    _put(f"{line}\n".encode())


def confirm(line: str, language: Language) -> None:
    """Print what has been done. It is done, whether anybody can be told or not: where not, that is a warning."""
    try:
        print_line(line)
    except UsageError as error:
        why = head_line(str(error.where), head_line(tell(error.phrase, language), line, language), language)
        typer.echo(head_line(text("skipped.warning", language), why, language), err=True)


def _put(rendered: bytes) -> None:
    """Put bytes on standard output. A reader that has gone away is no error."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(rendered)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        silence()
    except OSError as error:
        silence()
        raise describe_stuck_output(error) from error


def tell_skipped(skipped: Iterable[Skipped], settings: Settings) -> None:
    """Name on standard error what was passed over: all that is fatal, and of the rest as much as is wanted."""
    language = choose_language(settings.lang)
    fatal, warning = text("skipped.error", language), text("skipped.warning", language)
    warnings = 0
    for item in skipped:
        warnings += not item.fatal
        if item.fatal or settings.verbose or (not settings.quiet and warnings <= _NAMED):
            place = item.path if item.line is None else f"{item.path}:{item.line}"
            why = head_line(visible(place), visible(reason(item, language)), language)
            typer.echo(head_line(fatal if item.fatal else warning, why, language), err=True)
    if warnings > _NAMED and not settings.quiet and not settings.verbose:
        typer.echo(head_line(warning, text("skipped.more", language, n=warnings - _NAMED), language), err=True)


def tell_stale(stale: Iterable[Stale], settings: Settings) -> None:
    """Name on standard error the rulings on what no longer stands."""
    language = choose_language(settings.lang)
    for one in () if settings.quiet else stale:
        ruling = one.ruling if language == "en" else text(f"web.{one.ruling}", language)
        told = text("stale", language, ruling=ruling, one=one.fingerprint)
        what = head_line(visible(one.where), told, language)
        typer.echo(head_line(text("skipped.warning", language), what, language), err=True)
