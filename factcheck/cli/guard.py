"""Every way a run can end badly, said in two lines: `error: WHERE: WHAT` and `help: CURE`."""

from __future__ import annotations

import os
import sys
import traceback
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

USAGE, INTERRUPTED, PIPE = 2, 130, 141


def guarded(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Run `app`; its exit code."""
    try:
        code = app(list(arguments), prog_name="factcheck", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        what = error.format_message()
        # `no_args_is_help` raises with nothing to say once the help is printed.
        if what:
            command = getattr(getattr(error, "ctx", None), "command_path", "factcheck")
            tell(what, None, f"{command} --help shows what there is")
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        silence()
        return PIPE
    except Exception as error:  # noqa: BLE001 - the last line of defence: whatever it is, no traceback
        return _failed(error, verbose={"-v", "--verbose"} & set(arguments) != set())
    return code if isinstance(code, int) else 0


def _failed(error: Exception, *, verbose: bool) -> int:
    from factcheck.errors import FactcheckError

    if isinstance(error, FactcheckError):
        tell(error.what, error.where, error.cure)
        return USAGE
    if verbose:
        traceback.print_exception(error)
    what = f"{type(error).__name__}: {error}".split("\n", 1)[0]
    tell(
        what, "unexpected", "please report this line, and with --verbose the traceback, with the command that led to it"
    )
    return USAGE


def tell(what: str, where: str | None, cure: str | None) -> None:
    """Print an error to standard error, harmless whatever it quotes."""
    from factcheck.report.escape import visible

    head = f"{where}: " if where else ""
    typer.echo(f"error: {visible(head + what)}", err=True)
    if cure:
        typer.echo(f"help: {visible(cure)}", err=True)


def silence() -> None:
    """Send the rest of standard output nowhere: its reader is gone, and Python would complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
