"""`factcheck facts`: what articles state, and who differs."""

from typing import Annotated

import typer

from factcheck.cli import options as o

_SHOWN = "Which facts are shown"


@o.takes(o.Ledgered, o.Written, o.Verbosity, o.InputChoice)
def facts(
    paths: o.Paths,
    min_sources: Annotated[
        int,
        typer.Option(
            "--min-sources",
            help="Only facts of which so many independent sources state one value.",
            rich_help_panel=_SHOWN,
            min=1,
            metavar="NUMBER",
        ),
    ] = 1,
    disputed: Annotated[
        bool, typer.Option("--disputed", help="Only facts whose values cannot all be right.", rich_help_panel=_SHOWN)
    ] = False,
    about: Annotated[
        list[str] | None,
        typer.Option(
            "--about",
            help="Only facts whose subject, measure, place or a sentence has this word. May be given again.",
            rich_help_panel=_SHOWN,
            metavar="WORD",
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            help="Only facts that an article of this day or later states.",
            rich_help_panel=_SHOWN,
            metavar="DATE",
        ),
    ] = None,
    stdin_format: o.StdinFormatOption = None,
    *,
    common: o.CommonOptions,
) -> None:
    """List what two articles and more state: each value, how many independent sources have it, and who differs.

    What is disputed comes first, then what most sources state. Exit code: 0; 2 where something could not be read.

    [bold]Examples[/bold]

      factcheck facts articles/
      factcheck facts articles/ --disputed
      factcheck facts articles/ --min-sources 3 --about 死亡 -f csv -o facts.csv
      factcheck facts articles/ --since 2025-03-01 --report html=facts.html
    """
    from factcheck.cli.session import StandardInput, open_session
    from factcheck.cli.work.facts import Choice, list_facts

    session = open_session(common, paths=paths, stdin=StandardInput(stdin_format))
    choice = Choice(min_sources=min_sources, disputed=disputed, about=tuple(about or ()), since=since)
    raise typer.Exit(list_facts(session, choice))
