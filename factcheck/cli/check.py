"""`factcheck check`: new articles against what is on file."""

from typing import Annotated

import typer

from factcheck.cli import options as o
from factcheck.cli.settings import HELP


def check(
    paths: o.SomePaths = None,
    against: Annotated[
        str | None,
        typer.Option("--against", help=HELP["against"], metavar="CORPUS|INDEX", rich_help_panel="What is read"),
    ] = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    min_confidence: o.MinConfidence = None,
    fail_on: o.FailOnOption = None,
    claims: o.Claims = None,
    output_format: o.FormatOption = None,
    output: o.Output = None,
    report: o.Reports = None,
    lang: o.LangOption = None,
    with_claims: o.WithClaims = None,
    color: o.ColorOption = None,
    quiet: o.Quiet = None,
    verbose: o.Verbose = None,
    jobs: o.Jobs = None,
    encoding: o.Encoding = None,
    exclude: o.Exclude = None,
    max_file_size: o.MaxFileSize = None,
    files0_from: o.FilesFrom = None,
    force_exclude: o.ForceExclude = False,
    config: o.Config = None,
    isolated: o.Isolated = False,
) -> None:
    """Check new articles against those on file: what a scan of both finds, where a new one has a part in it.

    A new article takes the place of the filed one of its path. Exit code as for scan.

    [bold]Examples[/bold]

      factcheck check inbox/today.txt --against corpus/
      factcheck check corpus/2025/today.txt --against desk.index
      git diff -z --name-only main -- corpus/ | factcheck check --files0-from - --against corpus/
      pbpaste | factcheck check - --against corpus/
    """
    given = locals()
    from factcheck.cli.checking import run_check

    raise typer.Exit(run_check(given))
