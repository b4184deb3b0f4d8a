"""The folder of the ledger: where it is, made where there is none, and what it holds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck.cli.config import CLAIMS
from factcheck.errors import UsageError, describe_refusal
from factcheck.ledger import Ledger
from factcheck.messages import head_line, say, text
from factcheck.report.escape import visible

if TYPE_CHECKING:
    from factcheck.cli.config import Resolved
    from factcheck.cli.session import Session


def load_ledger(session: Session) -> Ledger | None:
    """The ledger that the settings name, if there is one; its files are shown as seen from the current folder."""
    claims = session.resolved.claims
    return Ledger.load(show_path(claims), session.hedges) if claims is not None else None


def make_ledger_folder(session: Session) -> Path:
    """The folder of the ledger, to be written to; in a new project it is made, and that is said."""
    home = session.resolved.home
    if session.resolved.claims is None and home is not None:
        folder = home / CLAIMS
        try:
            folder.mkdir()
        except OSError as error:
            what = say("error.cannot-be-made", why=describe_refusal(error))
            raise UsageError(what, where=str(folder), cure=say("cure.other-claims")) from error
        made = text("ledger.made", session.language)
        named = visible(os.path.join(show_path(folder), ""))  # noqa: PTH118 - with its slash
        typer.echo(head_line(named, made, session.language), err=True)
    return find_ledger_folder(session.resolved)


def find_ledger_folder(resolved: Resolved) -> Path:
    """The folder of the ledger. Raises `UsageError` where none is known."""
    if resolved.claims is None:
        raise UsageError(say("error.no-ledger"), cure=say("cure.make-ledger"))
    if not resolved.claims.is_dir():
        raise UsageError(say("error.no-folder"), where=str(resolved.claims), cure=say("cure.make-folder"))
    return show_path(resolved.claims)


def show_path(folder: Path) -> Path:
    """The folder as seen from the current one, where it lies below, so that a report is the same on every machine."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_absolute() and folder.is_relative_to(here) else folder
