"""What `review` does: show a finding, ask, write the answer, go on."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

import typer
from rich.text import Text

from factcheck.cli.output import confirm, style, tell_skipped, write
from factcheck.cli.work.finish import CLEAN, UNREADABLE
from factcheck.cli.work.ledger_folder import make_ledger_folder
from factcheck.cli.work.scan import scan_inputs
from factcheck.ledger import Ruling, edit
from factcheck.ledger.rulings import places_of, rulings
from factcheck.messages import head_line, text
from factcheck.report.context import Context
from factcheck.report.in_full import sides
from factcheck.report.layout import print_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.cli.session import Session
    from factcheck.ledger.rulings import Verdict
    from factcheck.model import Finding
    from factcheck.report.style import Style

_RULINGS: dict[str, Verdict] = {"c": "confirmed", "x": "explained", "f": "false-alarm"}


def run_review(session: Session, by: str | None) -> int:
    """The exit code of `factcheck review`; `by` is who rules, else the login."""
    folder = make_ledger_folder(session)  # said before a long scan
    _, report = scan_inputs(session)
    tell_skipped(report.skipped, session.settings)
    review = _Review(
        report.findings,
        Context(report.documents),
        folder,
        name_ruler(by),
        style(session.settings, None, "terminal"),
    )
    review.step_through()
    confirm(review.summarize(), style(session.settings, None, "terminal").language)
    return UNREADABLE if any(item.fatal for item in report.skipped) else CLEAN


def name_ruler(by: str | None) -> str:
    """Who rules: as --by says, or the login."""
    if by:
        return by
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


class _Review:
    """The findings, where the person stands among them, and what was answered so far."""

    def __init__(self, findings: Sequence[Finding], context: Context, folder: Path, by: str, layout: Style) -> None:
        self._findings, self._context, self._folder, self._by, self._layout = findings, context, folder, by, layout
        self._at = 0
        self._answers: list[tuple[int, tuple[Ruling, ...]]] = []  # of which finding, and the rulings written

    def step_through(self) -> None:
        """Ask about every finding that nobody has ruled on, until all are answered or the person leaves."""
        while self._at < len(self._findings):
            open_now = self._open(self._findings[self._at])
            if not open_now:
                self._at += 1
                continue
            self._show(self._findings[self._at])
            if not self._take_answer(open_now):
                return

    def summarize(self) -> str:
        """How it went, in one line."""
        ruled = sum(bool(written) for _, written in self._answers)
        return self._say("review.done", ruled=ruled, left=len(self._findings) - self._at)

    def _say(self, key: str, **values: int) -> str:
        return text(key, self._layout.language, **values)

    def _question(self, key: str) -> str:
        return head_line(self._say(key), "", self._layout.language)

    def _open(self, finding: Finding) -> tuple[str, ...]:
        # read anew: another window may have ruled in the meantime
        ruled = {ruling.fingerprint for ruling in edit.current_rulings(self._folder)}
        return tuple(one for one in finding.fingerprints if one not in ruled)

    def _show(self, finding: Finding) -> None:
        head = Text(self._say("review.at", at=self._at + 1, all=len(self._findings)), style="dim")
        write(print_lines([Text(), head, *sides(finding, self._context, self._layout)], self._layout), None)

    def _take_answer(self, open_now: tuple[str, ...]) -> bool:
        """Take one answer; False where the person leaves."""
        answer = _line(self._question("review.ask"))
        key = answer.strip().lower() if answer is not None else "q"
        if key == "q":
            return False
        if key == "u":
            self._undo()
        elif key == "s":
            self._go_on(())
        elif key in _RULINGS:
            reason = _line(self._question("review.reason"))
            if reason is None:
                return False
            if reason.strip():
                places = places_of(self._findings[self._at])
                self._rule(rulings(open_now, _RULINGS[key], reason.strip(), self._by, places))
        return True

    def _rule(self, written: tuple[Ruling, ...]) -> None:
        if edit.rule_on(self._folder, written):
            self._go_on(written)
        else:  # it is looked at again, and passed over where nothing of it is open
            typer.echo(self._say("review.overtaken"))

    def _go_on(self, written: tuple[Ruling, ...]) -> None:
        self._answers.append((self._at, written))
        self._at += 1

    def _undo(self) -> None:
        if not self._answers:
            typer.echo(self._say("review.nothing"))
            return
        self._at, written = self._answers.pop()
        if written and not edit.take_back(self._folder, written):
            typer.echo(self._say("review.changed"))


def _line(question: str) -> str | None:
    """A line from the person, harmless to read; None where there is no more."""
    typer.echo(question, nl=False)
    sys.stdout.flush()
    try:
        line = sys.stdin.readline()
    except OSError:  # it was closed before the program began
        line = ""
    if not line:
        typer.echo()
        return None
    return line
