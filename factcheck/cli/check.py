"""`factcheck check`: new articles against what is on file."""

from typing import Annotated

import typer

from factcheck.cli import options as o
from factcheck.cli.settings import HELP


@o.takes(o.Reported, o.Written, o.Told, o.Reading)
def check(
    paths: o.Paths,
    against: Annotated[
        str | None,
        typer.Option("--against", help=HELP["against"], metavar="CORPUS|INDEX", rich_help_panel="What is read"),
    ] = None,
    **options: object,
) -> None:
    """Check new articles against those on file: what a scan of both finds, where a new one has a part in it.

    A new article takes the place of the filed one of its path. Exit code as for scan.

    [bold]Examples[/bold]

      factcheck check inbox/today.txt --against corpus/
      factcheck check corpus/2025/today.txt --against desk.index
      pbpaste | factcheck check - --against corpus/
    """
    given = {"paths": paths, "against": against} | options
    from factcheck.cli.checking import run_check

    raise typer.Exit(run_check(given))
