"""`factcheck config show`: what is configured, and where."""

from inspect import cleandoc

import typer

from factcheck.cli import options as o
from factcheck.cli.mistakes import Commands

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    help=cleandoc("""What is configured, and where.

    [bold]Examples[/bold]

      factcheck config show
      factcheck config show --isolated -f json
    """),
)


@app.command()
def show(
    output_format: o.FormatOption = None,
    config: o.Config = None,
    isolated: o.Isolated = False,
) -> None:
    """Print every setting, its value, and where it comes from.

    [bold]Examples[/bold]

      factcheck config show
      factcheck config show --config desk.toml -f json
    """
    from factcheck.cli.session import open_session
    from factcheck.cli.work.config_show import show_config

    show_config(open_session(o.CommonOptions(config=config, isolated=isolated)), output_format)
