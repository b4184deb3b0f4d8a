"""`factcheck scan`: what in a corpus cannot all be right."""

import typer

from factcheck.cli import options as o


@o.takes(o.Reported, o.Written, o.Verbosity, o.InputChoice, o.Clustered)
def scan(
    paths: o.SomePaths = None,
    files0_from: o.FilesFrom = None,
    since: o.Since = None,
    stdin_format: o.StdinFormatOption = None,
    *,
    common: o.CommonOptions,
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
      factcheck scan news.parquet --engine spark --master spark://head:7077
    """
    from factcheck.cli.session import StandardInput, choose_cluster, open_session
    from factcheck.cli.work.scan import run_scan

    session = open_session(common, paths=paths or (), stdin=StandardInput(stdin_format))
    raise typer.Exit(run_scan(session, files0_from, since, choose_cluster(common)))
