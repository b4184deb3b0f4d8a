"""`factcheck extract`: the numeric claims of articles."""

from dataclasses import replace

import typer

from factcheck.cli import options as o


@o.takes(o.Written, o.Verbosity, o.InputChoice)
def extract(
    paths: o.Paths,
    stdin_format: o.StdinFormatOption = None,
    *,
    common: o.CommonOptions,
) -> None:
    """List the numeric claims of articles; as CSV, a worksheet to tick off in a spreadsheet.

    [bold]Examples[/bold]

      factcheck extract article.txt
      factcheck extract articles/ -f csv -o worksheet.csv
      pbpaste | factcheck extract -
      zcat news.jsonl.gz | head -n 100 | factcheck extract -
    """
    from factcheck.cli.session import StandardInput, open_session
    from factcheck.cli.work.extract import run_extract

    # whoever asks for claims gets them in every format
    session = open_session(replace(common, with_claims=True), paths=paths, stdin=StandardInput(stdin_format))
    raise typer.Exit(run_extract(session))
