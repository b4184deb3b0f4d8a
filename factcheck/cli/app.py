"""The command line: options → one call. Everything heavy is imported by the command that needs it."""

import sys
from inspect import cleandoc
from typing import Annotated

import typer

from factcheck import __version__
from factcheck.cli import index, ledger
from factcheck.cli import options as o
from factcheck.cli.check import check
from factcheck.cli.completion import codes
from factcheck.cli.explain import explain
from factcheck.cli.mistakes import Commands
from factcheck.cli.review import review

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
config = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    help=cleandoc("""What is configured, and where.

    [bold]Examples[/bold]

      factcheck config show
      factcheck config show --isolated -f json
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


@app.command(rich_help_panel=_WRONG)
@o.takes(o.Reported, o.Written, o.Told, o.Reading)
def scan(
    paths: o.SomePaths = None,
    files0_from: o.FilesFrom = None,
    since: o.Since = None,
    stdin_format: o.StdinFormatOption = None,
    **options: object,
) -> None:
    """Find what in a corpus cannot all be right.

    Exit code: 0 clean; 1 findings at or above --fail-on; 2 usage, configuration, or an input that could not be read.

    [bold]Examples[/bold]

      factcheck scan articles/
      factcheck scan articles/ --select FC1 --fail-on warning
      factcheck scan articles/ --since main
      factcheck scan 'news/**/*.jsonl.gz' -f json -o report.json
      git ls-files -z articles/ | factcheck scan --files0-from -
      factcheck scan articles/ --report html=a.html --report sarif=a.sarif
    """
    given = {"paths": paths, "files0_from": files0_from, "since": since, "stdin_format": stdin_format} | options
    from factcheck.cli.work.inputs import run_scan

    raise typer.Exit(run_scan(given))


app.command(rich_help_panel=_WRONG)(check)


@app.command(rich_help_panel=_WRONG)
@o.takes(o.Written, o.Told, o.Reading)
def extract(
    paths: o.Paths,
    stdin_format: o.StdinFormatOption = None,
    **options: object,
) -> None:
    """List the numeric claims of articles; as CSV, a worksheet to tick off in a spreadsheet.

    [bold]Examples[/bold]

      factcheck extract article.txt
      factcheck extract articles/ -f csv -o worksheet.csv
      pbpaste | factcheck extract -
      zcat news.jsonl.gz | head -n 100 | factcheck extract -
    """
    given = {"paths": paths, "stdin_format": stdin_format} | options
    from factcheck.cli.work.inputs import run_extract

    raise typer.Exit(run_extract(given))


app.command(rich_help_panel=_WRONG)(explain)
app.command(rich_help_panel=_DECIDED)(review)


@app.command(rich_help_panel=_DECIDED)
@o.takes(o.Reading)
def baseline(
    paths: o.Paths,
    claims: o.Claims = None,
    **options: object,
) -> None:
    """Accept what stands today: write every pair that is found to claims/baseline.jsonl.

    From then on a scan reports only what is new, and what stands in more places than before. A pair that a person has
    confirmed as an error is never accepted.

    [bold]Examples[/bold]

      factcheck baseline articles/
      factcheck baseline articles/ --claims desk/claims
    """
    given = {"paths": paths, "claims": claims} | options
    from factcheck.cli.work.baseline import run_baseline

    raise typer.Exit(run_baseline(given))


app.add_typer(ledger.app, name="ledger", rich_help_panel=_DECIDED)


@app.command(rich_help_panel=_KNOWN)
def rule(
    code: Annotated[
        str | None,
        typer.Argument(
            help="A rule, such as FC101; without it, all of them.", show_default=False, autocompletion=codes
        ),
    ] = None,
    output_format: o.FormatOption = None,
    lang: o.LangOption = None,
    color: o.ColorOption = None,
) -> None:
    """List the rules, or print the page of one.

    [bold]Examples[/bold]

      factcheck rule
      factcheck rule FC101
      factcheck rule -f json
    """
    given = locals()
    from factcheck.cli.work.rule import show_rule

    show_rule(code, given)


app.add_typer(index.app, name="index", rich_help_panel=_KNOWN)
app.add_typer(config, name="config", rich_help_panel=_KNOWN)


@config.command()
def show(
    output_format: o.FormatOption = None,
    config: o.Config = None,
    isolated: o.Isolated = False,
) -> None:
    """Print every setting, its value, and where it comes from.

    [bold]Examples[/bold]

      factcheck config show
      factcheck config show --config desk.toml -f json
    """
    given = locals()
    from factcheck.cli.work.rule import show_config

    show_config(given)


def main() -> None:
    """Run the command line; exit with its code, never with a traceback unless --verbose asks for it."""
    from factcheck.cli.completion import script
    from factcheck.cli.guard import guarded, open_streams

    open_streams()
    done = script(sys.argv[1:])
    sys.exit(guarded(app, sys.argv[1:]) if done is None else done)
