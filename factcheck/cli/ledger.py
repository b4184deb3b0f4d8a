"""`factcheck ledger list|add|check`: the verified facts, by hand."""

from inspect import cleandoc
from pathlib import Path
from typing import Annotated, Any

import typer

from factcheck.cli import options as o
from factcheck.cli.mistakes import Commands
from factcheck.cli.settings import FactStatus

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    help=cleandoc("""The verified facts, aliases and rulings in claims/.

    [bold]Examples[/bold]

      factcheck ledger list
      factcheck ledger check desk/claims
    """),
)
_FACT, _SOURCE = "The fact", "Where it was verified"


def _option(name: str, words: str, panel: str = _FACT) -> Any:  # noqa: ANN401 - typer's options have no public type
    return typer.Option(f"--{name}", help=words, rich_help_panel=panel, metavar="TEXT")


@app.command("list")
def list_(
    claims: o.Claims = None,
    output_format: o.FormatOption = None,
    color: o.ColorOption = None,
    config: o.Config = None,
    isolated: o.Isolated = False,
) -> None:
    """List the verified facts.

    [bold]Examples[/bold]

      factcheck ledger list
      factcheck ledger list --claims desk/claims -f json
    """
    from factcheck.cli.session import open_session
    from factcheck.cli.work.ledger import list_facts

    common = o.CommonOptions(claims=claims, output_format=output_format, color=color, config=config, isolated=isolated)
    list_facts(open_session(common))


@app.command()
def add(
    id: Annotated[str, _option("id", "Its name, unique in the ledger.")],  # noqa: A002 - the key of the file
    subject: Annotated[str | None, _option("subject", "Whom or what the figure is about.")] = None,
    measure: Annotated[str | None, _option("measure", "What is measured.")] = None,
    value: Annotated[str | None, _option("value", "One figure, as an article would write it: 557.6万美元.")] = None,
    period: Annotated[str | None, _option("period", "When it holds: 2025, 2025-01/2025-10, by 2025-06.")] = None,
    place: Annotated[str | None, _option("place", "Where it holds.")] = None,
    unit: Annotated[str | None, _option("unit", "Its unit, where the value leaves it open: TWD.")] = None,
    status: Annotated[
        FactStatus | None, typer.Option("--status", help="What kind of figure. Default: actual.", rich_help_panel=_FACT)
    ] = None,
    title: Annotated[str | None, _option("title", "The title of the source.", _SOURCE)] = None,
    url: Annotated[str | None, _option("url", "Its address.", _SOURCE)] = None,
    checked: Annotated[str | None, _option("checked", "The day it was looked up: 2025-02-01.", _SOURCE)] = None,
    from_fact: Annotated[
        str | None,
        typer.Option(
            "--from-fact",
            help="Take what is not given from this fact of `factcheck facts`; --articles says of which articles.",
            rich_help_panel=_FACT,
            metavar="ID",
        ),
    ] = None,
    articles: Annotated[
        list[str] | None,
        typer.Option(
            "--articles",
            help="The articles that state the fact of --from-fact. May be given again.",
            rich_help_panel=_FACT,
            metavar="PATH",
        ),
    ] = None,
    file: Annotated[
        str, typer.Option("--file", help="The file in the folder of the ledger to add it to.", metavar="NAME")
    ] = "facts.yaml",
    claims: o.Claims = None,
    config: o.Config = None,
    isolated: o.Isolated = False,
) -> None:
    """Add a verified fact to a file of the ledger; what the file holds, comments too, stays as it is.

    [bold]Examples[/bold]

      factcheck ledger add --id b1 --subject 北桥 --measure 全长 --value 3.7公里
      factcheck ledger add --id j1 --subject 某市 --measure 就业 --value 12万人
      factcheck ledger add --id b2 --from-fact 1c7d471a --articles articles/
    """
    from factcheck.cli.session import open_session
    from factcheck.cli.work.from_fact import complete_fact
    from factcheck.cli.work.ledger import add_fact

    fact = {
        "id": id, "subject": subject, "measure": measure, "value": value,
        "place": place, "period": period, "unit": unit, "status": status,
    }  # fmt: skip
    source = {"title": title, "url": url, "checked": checked}
    common = o.CommonOptions(claims=claims, config=config, isolated=isolated)
    session = open_session(common, paths=articles or ())
    fact, source = complete_fact(session, from_fact, fact, source)
    add_fact(session, file, fact, source)


@app.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(help="The folder of the ledger.", show_default=False, metavar="[FOLDER]")
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against", help="Name the facts that nothing here states or contradicts.", metavar="CORPUS|INDEX"
        ),
    ] = None,
    claims: o.Claims = None,
    config: o.Config = None,
    isolated: o.Isolated = False,
) -> None:
    """Check every file of the ledger, and name what is wrong with file and line.

    A fact that no sentence can meet is named, and with --against each that met nothing in those articles.

    Exit code: 0 if all is well, 1 if with --against a fact is named, 2 if anything is wrong.

    [bold]Examples[/bold]

      factcheck ledger check
      factcheck ledger check desk/claims
      factcheck ledger check --against corpus/
    """
    from factcheck.cli.session import open_session
    from factcheck.cli.work.ledger import check_ledger

    named = str(folder) if folder is not None else claims
    common = o.CommonOptions(claims=named, config=config, isolated=isolated)
    raise typer.Exit(check_ledger(open_session(common), against))
