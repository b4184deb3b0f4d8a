"""`factcheck watch`: an article is checked again whenever it is saved."""

from typing import Annotated

import typer

from factcheck.cli import options as o
from factcheck.cli.settings import HELP


@o.takes(o.Ledgered, o.Chosen, o.Verbosity, o.InputChoice)
def watch(
    paths: o.Paths,
    against: Annotated[
        str | None,
        typer.Option("--against", help=HELP["against"], metavar="INDEX", rich_help_panel="What is read"),
    ] = None,
    *,
    common: o.CommonOptions,
) -> None:
    """Check an article against an index whenever it is saved; Ctrl-C ends it.

    The index stays in memory, and is read again when it has changed. It needs the extra `watch`.

    [bold]Examples[/bold]

      factcheck watch drafts/ --against desk.index
      factcheck watch drafts/today.md --against desk.index --select FC1
    """
    from factcheck.cli.session import open_session
    from factcheck.cli.work.live import run_watch

    raise typer.Exit(run_watch(open_session(common, paths=paths, against=against)))
