"""Progress bars on standard error: one a stage, with its rate and the time left."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from rich.progress import BarColumn, Progress, ProgressColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Column
from rich.text import Text

from factcheck.messages import text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Task, TaskID

    from factcheck.messages import Language
    from factcheck.progress import Stage

_EVERY = 0.05  # seconds between two looks at a bar: drawing it must cost nothing beside the work
_SMALL = 10  # a rate below it is told with a decimal


class _Rate(ProgressColumn):
    """What is done in a second, in the unit of its stage."""

    def __init__(self, language: Language) -> None:
        super().__init__(Column(no_wrap=True))
        self._language = language

    def render(self, task: Task) -> Text:
        # A stage told of once has no speed between two moments yet, only one over all its time; when it is over, its
        # time stands still.
        took = task.finished_time or task.elapsed or math.inf
        speed = task.finished_speed or task.speed or task.completed / took
        return Text(rate(task.fields["stage"], speed, self._language) if speed else "", style="dim")


def rate(stage: Stage, speed: float, language: Language) -> str:
    """So much a second: 3.1 MB/s of what is read, 420 articles/s."""
    number = speed / 1e6 if stage == "read" else speed
    return text(f"progress.rate.{stage}", language, n=f"{number:,.1f}" if number < _SMALL else f"{number:,.0f}")


def bars(console: Console, language: Language) -> Progress:
    """Bars without any task yet, which vanish when all is done."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TaskProgressColumn(),
        _Rate(language),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )


class ProgressDisplay:
    """Takes what the stages tell, and moves the bar of each."""

    def __init__(self, drawn: Progress, language: Language) -> None:
        self._drawn, self._language = drawn, language
        self._tasks: dict[Stage, TaskID] = {}
        self._looked = 0.0

    def __call__(self, stage: Stage, done: int, total: int | None) -> None:
        """As `factcheck.progress.Progress` says."""
        now = time.monotonic()
        if stage not in self._tasks:
            words = text(f"progress.{stage}", self._language)
            self._tasks[stage] = self._drawn.add_task(words, total=total, stage=stage)
        elif now - self._looked < _EVERY and done != total:
            return
        self._looked = now
        self._drawn.update(self._tasks[stage], completed=done, total=total)
