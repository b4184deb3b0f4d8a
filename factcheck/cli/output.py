"""Where a report goes: a file or standard output; and what else is said, on standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.guard import silence
from factcheck.errors import UsageError
from factcheck.report import PLAIN_WIDTH, Style
from factcheck.report.escape import visible

if TYPE_CHECKING:
    from factcheck.cli.settings import Settings
    from factcheck.model import Skipped
    from factcheck.read import Source

_NAMED = 10  # warnings that are printed one by one without --verbose


def style(settings: Settings, output: Path | None) -> Style:
    """The layout for where the report goes. NO_COLOR counts only where color is `auto`."""
    terminal = output is None and sys.stdout.isatty()
    color = settings.color == "always" or (settings.color == "auto" and terminal and not os.environ.get("NO_COLOR"))
    width = shutil.get_terminal_size((PLAIN_WIDTH, 0)).columns if terminal else PLAIN_WIDTH
    return Style(width=max(width, 40), color=color, terminal=terminal, with_claims=settings.with_claims)


def refuse_input(output: Path | None, sources: Iterable[Source]) -> None:
    """Raise `UsageError` where the report would overwrite an article it reads, also through `>`."""
    target = _identity(str(output)) if output is not None else _identity(sys.stdout)
    if target is None:
        return
    for source in sources:
        if source.path != "-" and _identity(source.path) == target:
            raise UsageError("the output is one of the inputs", where=source.shown, cure="write to another file")


def _identity(file: object) -> tuple[int, int] | None:
    try:
        status = os.stat(file) if isinstance(file, str) else os.fstat(file.fileno())  # type: ignore[attr-defined]
    except (OSError, ValueError, AttributeError):
        return None
    return status.st_dev, status.st_ino


def write(rendered: bytes, output: Path | None) -> None:
    """Put a report where it belongs. A reader that has gone away is no error."""
    if output is not None:
        try:
            output.write_bytes(rendered)
        except OSError as error:
            raise UsageError(f"cannot be written: {(error.strerror or str(error)).lower()}", where=str(output), cure="choose another file with -o") from error  # fmt: skip
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(rendered)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        silence()


def tell_skipped(skipped: Iterable[Skipped], settings: Settings) -> None:
    """Name on standard error what was passed over: all that is fatal, and of the rest as much as is wanted."""
    warnings = 0
    for item in skipped:
        warnings += not item.fatal
        if item.fatal or settings.verbose or (not settings.quiet and warnings <= _NAMED):
            place = item.path if item.line is None else f"{item.path}:{item.line}"
            print(f"{'error' if item.fatal else 'warning'}: {visible(place)}: {visible(item.reason)}", file=sys.stderr)
    if warnings > _NAMED and not settings.quiet and not settings.verbose:
        print(f"warning: and {warnings - _NAMED} more; --verbose names them", file=sys.stderr)
