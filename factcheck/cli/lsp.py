"""`factcheck lsp`: a language server on standard input and output."""

from typing import Annotated

import typer

from factcheck.cli import options as o
from factcheck.cli.settings import HELP


@o.takes(o.Ledgered, o.Chosen, o.Verbosity, o.InputChoice)
def lsp(
    against: Annotated[
        str | None,
        typer.Option("--against", help=HELP["against"], metavar="INDEX", rich_help_panel="What is read"),
    ] = None,
    *,
    common: o.CommonOptions,
) -> None:
    """Show the findings in an article while it is written: a language server, which an editor starts.

    What is open is checked against an index as it is opened, changed and saved. It needs the extra `lsp`.

    [bold]Examples[/bold]

      factcheck lsp --against desk.index
      factcheck lsp --against desk.index --min-confidence 0.8 --lang zh-hans
    """
    from factcheck.cli.session import open_session
    from factcheck.cli.work.live import run_lsp

    raise typer.Exit(run_lsp(open_session(common, against=against)))
