"""`factcheck index build|update|rebuild|info|verify`: what is on file, read once."""

from inspect import cleandoc
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options as o
from factcheck.cli.mistakes import Commands

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    help=cleandoc("""What is on file, read once: a file for `check --against`.

    [bold]Examples[/bold]

      factcheck index build desk.index articles/
      factcheck index update desk.index
    """),
)
_File = Annotated[Path, typer.Argument(help="The file of the index.", show_default=False, metavar="INDEX")]


@app.command()
@o.takes(o.InputChoice)
def build(
    file: _File,
    paths: o.Paths,
    *,
    common: o.CommonOptions,
) -> None:
    """Read a corpus into an index; where there is one already, make it hold these articles.

    [bold]Examples[/bold]

      factcheck index build desk.index corpus/
      factcheck index build desk.index 'news/**/*.jsonl.gz' --jobs 4
    """
    from factcheck.cli.session import open_session
    from factcheck.cli.work.index import run_build

    raise typer.Exit(run_build(open_session(common, paths=paths), file))


@app.command()
@o.takes(o.InputChoice)
def update(
    file: _File,
    *,
    common: o.CommonOptions,
) -> None:
    """Look at the corpus of an index again, and read what changed.

    It may be run anywhere: the index knows the folder where the paths were given.

    [bold]Examples[/bold]

      factcheck index update desk.index
      factcheck index update desk.index --exclude drafts --quiet
    """
    from factcheck.cli.session import open_session
    from factcheck.cli.work.index import run_update

    raise typer.Exit(run_update(open_session(common), file))


@app.command()
@o.takes(o.InputChoice)
def rebuild(
    file: _File,
    *,
    common: o.CommonOptions,
) -> None:
    """Read the whole corpus of an index anew; also where the index is damaged, or of an older factcheck.

    The new index takes the place of the old one once it is whole.

    [bold]Examples[/bold]

      factcheck index rebuild desk.index
      factcheck index rebuild ~/desk/archive.index --jobs 4
    """
    from factcheck.cli.session import open_session
    from factcheck.cli.work.index import run_rebuild

    raise typer.Exit(run_rebuild(open_session(common), file))


@app.command()
def info(file: _File) -> None:
    """Show what an index holds.

    [bold]Examples[/bold]

      factcheck index info desk.index
      factcheck index info ~/desk/archive.index
    """
    from factcheck.cli.work.index import run_info

    run_info(file)


@app.command()
def verify(file: _File) -> None:
    """Check an index: that it is whole, and that the files are still those that were read.

    Exit code: 0 if all is well, 2 if anything is not.

    [bold]Examples[/bold]

      factcheck index verify desk.index
      factcheck index verify ~/desk/archive.index
    """
    from factcheck.cli.work.index import run_verify

    raise typer.Exit(run_verify(file))
