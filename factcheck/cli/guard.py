"""Every way a run can end badly, said in two lines: `error: WHERE: WHAT` and `help: CURE`."""

from __future__ import annotations

import os
import sys
import traceback
from itertools import pairwise
from typing import TYPE_CHECKING

import typer

from factcheck.cli.language import locale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.catalogue import Language

_LANGUAGES: tuple[Language, ...] = ("en", "zh-hans", "zh-hant")  # the catalogue's, which is heavy to import
USAGE, INTERRUPTED, PIPE = 2, 130, 141


def guarded(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Run `app`; its exit code."""
    language = _language(arguments)
    try:
        code = app(list(arguments), prog_name="factcheck", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        what = error.format_message()
        # `no_args_is_help` raises with nothing to say once the help is printed.
        if what:
            command = getattr(getattr(error, "ctx", None), "command_path", "factcheck")
            tell(what, None, f"{command} --help shows what there is", language)
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        silence()
        return PIPE
    except Exception as error:  # noqa: BLE001 - the last line of defence: whatever it is, no traceback
        return _failed(error, language, verbose={"-v", "--verbose"} & set(arguments) != set())
    return code if isinstance(code, int) else 0


def _language(arguments: Sequence[str]) -> Language:
    """What errors are told in: as chosen on the command line or in the environment, else by the locale."""
    chosen = [then for option, then in pairwise(arguments) if option == "--lang"]
    chosen += [one.removeprefix("--lang=") for one in arguments if one.startswith("--lang=")]
    wanted = chosen[-1] if chosen else os.environ.get("FACTCHECK_LANG", "auto")
    return next((one for one in _LANGUAGES if one == wanted), None) or locale()


def _failed(error: Exception, language: Language, *, verbose: bool) -> int:
    from factcheck.errors import FactcheckError

    if isinstance(error, FactcheckError):
        tell(error.what, error.where, error.cure, language)
        return USAGE
    if verbose:
        traceback.print_exception(error)
    what = f"{type(error).__name__}: {error}".split("\n", 1)[0]
    cure = "please report this line, and with --verbose the traceback, with the command that led to it"
    tell(what, "unexpected", cure, language)
    return USAGE


def tell(what: str, where: str | None, cure: str | None, language: Language) -> None:
    """Print an error to standard error, harmless whatever it quotes."""
    from factcheck.catalogue import text, translated
    from factcheck.report.escape import visible

    head = f"{where}: " if where else ""
    typer.echo(f"{text('skipped.error', language)}: {visible(head + translated(what, language))}", err=True)
    if cure:
        typer.echo(f"{text('error.help', language)}: {visible(translated(cure, language))}", err=True)


def silence() -> None:
    """Send the rest of standard output nowhere: its reader is gone, and Python would complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
