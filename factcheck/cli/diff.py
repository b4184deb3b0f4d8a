"""`factcheck diff`: what changed between two reports."""

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options as o
from factcheck.cli.settings import Settings


def diff(
    old: Annotated[Path, typer.Argument(help="The older report, in JSON.", show_default=False, metavar="OLD.json")],
    new: Annotated[Path, typer.Argument(help="The newer report, in JSON.", show_default=False, metavar="NEW.json")],
    output_format: o.FormatOption = None,
    output: o.Output = None,
    fail_on: o.FailOnOption = None,
    lang: o.LangOption = None,
    color: o.ColorOption = None,
) -> None:
    """Compare two reports: which findings are new, gone, or in other places.

    A finding is known by the fingerprints of its pairs. Exit code: 0 nothing new at or above --fail-on; 1 something is;
    2 what was named is no report.

    [bold]Examples[/bold]

      factcheck diff yesterday.json today.json
      factcheck diff main.json branch.json -f markdown -o comment.md
    """
    from factcheck.cli.work.diff import run_diff

    settings = Settings(
        output_format=output_format or "terminal",
        fail_on=fail_on or "error",
        color=color or "auto",
        lang=lang or "auto",
    )
    raise typer.Exit(run_diff(old, new, output, settings))
