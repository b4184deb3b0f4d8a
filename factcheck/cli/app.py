"""The commands, put together. Everything heavy is imported by the command that needs it."""

import sys
from inspect import cleandoc
from typing import Annotated

import typer

from factcheck import __version__
from factcheck.cli import config_show, index, ledger
from factcheck.cli.baseline import baseline
from factcheck.cli.check import check
from factcheck.cli.compare import compare
from factcheck.cli.diff import diff
from factcheck.cli.explain import explain
from factcheck.cli.extract import extract
from factcheck.cli.facts import facts
from factcheck.cli.lsp import lsp
from factcheck.cli.mistakes import Commands
from factcheck.cli.review import review
from factcheck.cli.rule import rule
from factcheck.cli.scan import scan
from factcheck.cli.watch import watch

app = typer.Typer(
    name="factcheck",
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=cleandoc("""Find the figures, quotations and passages in Chinese articles that cannot all be right.

    [bold]Examples[/bold]

      factcheck scan articles/
      factcheck check today.txt --against articles/
      factcheck rule FC101
    """),
)
_WRONG, _DECIDED, _KNOWN = "What is wrong", "What people decide", "What there is"  # panels of the help, in this order


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


for _command in (scan, check, facts, extract, explain, compare, diff, watch, lsp):
    app.command(rich_help_panel=_WRONG)(_command)
for _command in (review, baseline):
    app.command(rich_help_panel=_DECIDED)(_command)
app.add_typer(ledger.app, name="ledger", rich_help_panel=_DECIDED)
app.command(rich_help_panel=_KNOWN)(rule)
app.add_typer(index.app, name="index", rich_help_panel=_KNOWN)
app.add_typer(config_show.app, name="config", rich_help_panel=_KNOWN)


def main() -> None:
    """Run the command line; exit with its code, never with a traceback unless --verbose asks for it."""
    from factcheck.cli.completion import script
    from factcheck.cli.guard import open_streams, run_app

    open_streams()
    done = script(sys.argv[1:])
    sys.exit(run_app(app, sys.argv[1:]) if done is None else done)
