"""`factcheck explain`: everything that is behind one finding."""

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options as o


@o.takes(o.Ledgered, o.Verbosity, o.InputChoice)
def explain(
    fingerprint: Annotated[
        str,
        typer.Argument(help="Of the finding, or the first letters of it.", show_default=False, metavar="FINGERPRINT"),
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Articles, as for scan; none with --from.", show_default=False, metavar="[PATH…]"),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option("--from", help="Take the finding from this JSON report; scan nothing.", metavar="FILE"),
    ] = None,
    *,
    common: o.CommonOptions,
) -> None:
    """Show why two places were taken for one fact, and why both cannot be right.

    The frame of each claim, every comparison level with its weight, the vetoes that were tested, and the figures as
    intervals. The articles are scanned for it, or a report in JSON is read.

    [bold]Examples[/bold]

      factcheck explain 3f2a90bb articles/
      factcheck explain 3f2a90bb articles/ --lang zh-hans
      factcheck explain 3f2a90bb --from report.json
    """
    from factcheck.cli.session import open_session
    from factcheck.cli.work.explain import run_explain

    raise typer.Exit(run_explain(open_session(common, paths=paths or ()), fingerprint, report))
