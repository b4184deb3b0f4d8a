"""`factcheck baseline`: accept what is found today."""

import typer

from factcheck.cli import options as o


@o.takes(o.Ledgered, o.InputChoice)
def baseline(
    paths: o.Paths,
    *,
    common: o.CommonOptions,
) -> None:
    """Accept what is found today: write every pair to claims/baseline.jsonl.

    From then on a scan reports only what is new, and what is in more places than before. A pair that a person has
    confirmed as an error is never accepted.

    [bold]Examples[/bold]

      factcheck baseline articles/
      factcheck baseline articles/ --claims desk/claims
    """
    from factcheck.cli.session import open_session
    from factcheck.cli.work.baseline import run_baseline

    raise typer.Exit(run_baseline(open_session(common, paths=paths)))
