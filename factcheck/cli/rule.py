"""`factcheck rule`: the rules, or the page of one."""

from typing import Annotated

import typer

from factcheck.cli import options as o
from factcheck.cli.completion import codes
from factcheck.cli.settings import Settings


def rule(
    code: Annotated[
        str | None,
        typer.Argument(
            help="A rule, such as FC101; without it, all of them.",
            show_default=False,
            metavar="[CODE]",
            autocompletion=codes,
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
    from factcheck.cli.work.rule import show_rule

    settings = Settings(output_format=output_format or "terminal", color=color or "auto", lang=lang or "auto")
    show_rule(code, settings)
