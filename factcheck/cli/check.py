"""`factcheck check`: new articles against what is on file."""

from typing import Annotated

import typer

from factcheck.cli import options as o
from factcheck.cli.settings import HELP


@o.takes(o.Reported, o.Written, o.Verbosity, o.InputChoice)
def check(
    paths: o.SomePaths = None,
    against: Annotated[
        str | None,
        typer.Option("--against", help=HELP["against"], metavar="CORPUS|INDEX", rich_help_panel="What is read"),
    ] = None,
    files0_from: o.FilesFrom = None,
    force_exclude: o.ForceExclude = False,
    stdin_format: o.StdinFormatOption = None,
    date: Annotated[
        str | None,
        typer.Option("--date", help="The date of what - holds, where it does not say so itself.", metavar="DATE"),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", help="The source of what - holds, where it does not say so itself.", metavar="NAME"),
    ] = None,
    *,
    common: o.CommonOptions,
) -> None:
    """Check new articles against those on file: what a scan of both finds, where a new one has a part in it.

    A new article takes the place of the filed one of its path. Exit code as for scan.

    [bold]Examples[/bold]

      factcheck check inbox/today.txt --against corpus/
      factcheck check corpus/2025/today.txt --against desk.index
      git diff -z --name-only main -- corpus/ | factcheck check --files0-from - --against corpus/
      pbpaste | factcheck check - --date 2025-02-05 --against corpus/
    """
    from factcheck.cli.session import StandardInput, open_session
    from factcheck.cli.work.check import run_check

    stdin = StandardInput(stdin_format, date, source)
    session = open_session(common, paths=paths or (), against=against, stdin=stdin)
    raise typer.Exit(run_check(session, files0_from, force_exclude=force_exclude))
