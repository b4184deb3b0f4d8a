"""`factcheck review`: findings one by one, and a person's ruling on each."""

from typing import Annotated

import typer

from factcheck.cli import options as o


@o.takes(o.Ledgered, o.Chosen, o.Verbosity, o.InputChoice)
def review(
    paths: o.Paths,
    by: Annotated[
        str | None,
        typer.Option("--by", help="Who rules, as it is written down. Default: your login.", metavar="NAME"),
    ] = None,
    web: Annotated[
        bool, typer.Option("--web", help="Rule in a browser, on a page served to this machine alone.")
    ] = False,
    port: Annotated[
        int, typer.Option("--port", help="The port of that page; 0 is a free one.", min=0, max=65535, metavar="NUMBER")
    ] = 0,
    browser: Annotated[
        bool | None,
        typer.Option("--open/--no-browser", help="Open it in a browser. Default: if a person looks at the terminal."),
    ] = None,
    *,
    common: o.CommonOptions,
) -> None:
    """Rule on findings, one by one; every answer is in claims/rulings.yaml before the next is asked for.

    c confirmed: a real error, which keeps failing. x explained: both are right. f false alarm: never one fact. Each
    asks for a reason. s skip, u undo the last answer, q quit. An answer is a letter and the return key; with --web, a
    key or a click on the page of the report.

    [bold]Examples[/bold]

      factcheck review articles/
      factcheck review articles/ --select FC101,FC103 --by 某甲
      factcheck review articles/ --web
    """
    from factcheck.cli.session import open_session

    session = open_session(common, paths=paths)
    if web:
        from factcheck.cli.work.review_web import run_review_web

        raise typer.Exit(run_review_web(session, by, port=port, browser=browser))
    from factcheck.cli.work.review import run_review

    raise typer.Exit(run_review(session, by))
