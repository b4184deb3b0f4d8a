"""`factcheck compare`: why two figures are, or are not, one fact."""

from typing import Annotated

import typer

from factcheck.cli import options as o


@o.takes(o.Ledgered, o.Verbosity, o.InputChoice)
def compare(
    one: Annotated[
        str,
        typer.Argument(
            help="A figure: FILE:LINE:COLUMN as reports print it, or FILE:LINE@OFFSET in JSON lines.",
            show_default=False,
            metavar="PLACE",
        ),
    ],
    other: Annotated[str, typer.Argument(help="The other figure.", show_default=False, metavar="PLACE")],
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Articles, as for scan; without any, only those of the two places are read.",
            show_default=False,
            metavar="[PATH…]",
        ),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            help="Compare among the articles on file: a folder, or an index.",
            metavar="CORPUS|INDEX",
            rich_help_panel="What is read",
        ),
    ] = None,
    output_format: o.FormatOption = None,
    output: o.Output = None,
    *,
    common: o.CommonOptions,
) -> None:
    """Show why two figures are, or are not, one fact.

    Both frames, what is left over, every comparison level with its weight, the vetoes that strike, what sum would have
    been needed, and whether both can be right; all as in a scan of the articles. Exit code: 0; 2 where a place has no
    figure, or something could not be read.

    [bold]Examples[/bold]

      factcheck compare a.txt:5:9 b.txt:3:12 articles/
      factcheck compare a.jsonl:17@204 b.txt:2:8 --against desk.index
    """
    from dataclasses import replace

    from factcheck.cli.session import open_session
    from factcheck.cli.work.compare_figures import run_compare

    session = open_session(replace(common, output_format=output_format, output=output), paths=paths or ())
    raise typer.Exit(run_compare(session, one, other, against))
