"""How far a run has come, for a person who looks at standard error; not a byte of it anywhere else."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from factcheck.cli.language import choose_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.cli.settings import Settings
    from factcheck.progress import Progress


@contextmanager
def tell_time(settings: Settings) -> Iterator[None]:
    """With --verbose, tell on standard error how long it took."""
    start = time.perf_counter()
    yield
    if settings.verbose:
        typer.echo(f"{time.perf_counter() - start:.1f} s", err=True)


@contextmanager
def show_progress(settings: Settings) -> Iterator[Progress | None]:
    """Bars on standard error, gone when all is done; None where no person looks at it, or none is wanted."""
    if settings.quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console

    from factcheck.cli.bars import ProgressDisplay, bars

    console = Console(stderr=True, no_color=True if settings.color == "never" else None, highlight=False)
    if console.is_dumb_terminal:
        yield None
        return
    language = choose_language(settings.lang)
    with bars(console, language) as drawn:
        yield ProgressDisplay(drawn, language)
