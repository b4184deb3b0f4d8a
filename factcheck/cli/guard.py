"""Every way a run can end badly, said in two lines: `error: WHERE: WHAT` and `help: CURE`."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

import typer

from factcheck.cli.language import read_locale
from factcheck.cli.settings import Lang

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from factcheck.errors import FactcheckError, UsageError
    from factcheck.messages import Language
    from factcheck.model import Phrase

_LANGUAGES: tuple[Language, ...] = tuple(one for one in get_args(Lang) if one != "auto")
USAGE, INTERRUPTED, PIPE = 2, 130, 141
_COMPLETING = "_FACTCHECK_COMPLETE"  # set where a shell asks what may follow
_STUCK = frozenset({errno.ENOSPC, errno.EBADF, errno.EIO, errno.EFBIG})


def run_app(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Run `app`; its exit code."""
    language = _language(arguments)
    try:
        code = _run(app, arguments, language)
        sys.stdout.flush()
    except typer.TyperException as error:
        # `no_args_is_help` raises with nothing to say once the help is printed.
        if error.format_message():
            from factcheck.cli.mistakes import describe_mistake
            from factcheck.messages import say

            command = getattr(getattr(error, "ctx", None), "command_path", "factcheck")
            tell_problem(describe_mistake(error), None, say("cure.help", command=command), language)
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        silence()
        return PIPE
    except OSError as error:
        stuck = _is_stuck(error)
        if stuck:
            silence()
        return _tell_failure(describe_stuck_output(error) if stuck else error, language, verbose=_is_verbose(arguments))
    except Exception as error:  # noqa: BLE001 - the last line of defence: whatever it is, no traceback
        return _tell_failure(error, language, verbose=_is_verbose(arguments))
    return code if isinstance(code, int) else 0


def _run(app: typer.Typer, arguments: Sequence[str], language: Language) -> object:
    if language != "en":
        from factcheck.cli.help import asks_for_help, help_in

        if asks_for_help(app, arguments):
            command = typer.main.get_command(app)
            with help_in(command, language):
                return command(list(arguments), prog_name="factcheck", standalone_mode=False)
    elif _may_ask_for_help(arguments):
        from factcheck.cli.flags import tidy_help

        command = typer.main.get_command(app)
        tidy_help(command)
        return command(list(arguments), prog_name="factcheck", standalone_mode=False)
    return app(list(arguments), prog_name="factcheck", standalone_mode=False)


def _may_ask_for_help(arguments: Sequence[str]) -> bool:
    """Whether a page of help may be printed, as far as can be told at a glance."""
    if len(arguments) < 2:
        return _COMPLETING not in os.environ and (
            not arguments or arguments[0] in {"-h", "--help"} or arguments[0][:1] != "-"
        )
    return not {"-h", "--help"}.isdisjoint(arguments)


def _is_verbose(arguments: Sequence[str]) -> bool:
    return not {"-v", "--verbose"}.isdisjoint(arguments)


def _is_stuck(error: OSError) -> bool:
    """Whether it is standard output that takes nothing: it keeps what it could not write, and fails again."""
    try:
        sys.stdout.flush()
    except OSError:
        return True
    # where Python keeps nothing back; a file of ours would be named
    return error.filename is None and error.errno in _STUCK


def describe_stuck_output(error: OSError) -> UsageError:
    """What is said where standard output takes nothing."""
    from factcheck.errors import UsageError, describe_refusal
    from factcheck.messages import say

    why = say("error.closed") if error.errno == errno.EBADF else describe_refusal(error)
    return UsageError(say("error.unwritable", why=why), where="standard output", cure=say("cure.send-elsewhere"))


def _language(arguments: Sequence[str]) -> Language:
    """What errors are told in: as chosen on the command line or in the environment, else by the locale."""
    chosen = [then for option, then in pairwise(arguments) if option == "--lang"]
    chosen += [one.removeprefix("--lang=") for one in arguments if one.startswith("--lang=")]
    wanted = chosen[-1] if chosen else os.environ.get("FACTCHECK_LANG", "auto")
    return next((one for one in _LANGUAGES if one == wanted), None) or read_locale()


def _tell_failure(error: Exception, language: Language, *, verbose: bool) -> int:
    from factcheck.errors import FactcheckError
    from factcheck.messages import say

    if isinstance(error, FactcheckError):
        tell_error(error, language)
        return USAGE
    if verbose:
        traceback.print_exception(error)
    what = say("plain", text=f"{type(error).__name__}: {error}".split("\n", 1)[0])
    tell_problem(what, "unexpected", say("cure.report-this"), language)
    return USAGE


def tell_error(error: FactcheckError, language: Language) -> None:
    """Print an error to standard error."""
    tell_problem(error.phrase, error.where, error.remedy, language)


def tell_problem(what: Phrase, where: str | None, cure: Phrase | None, language: Language) -> None:
    """Print what went wrong to standard error, harmless whatever it quotes."""
    from factcheck.messages import head_line, tell, text
    from factcheck.report.escape import visible

    said = head_line(where, tell(what, language), language) if where else tell(what, language)
    try:
        typer.echo(head_line(text("skipped.error", language), visible(said), language), err=True)
        if cure is not None:
            typer.echo(head_line(text("error.help", language), visible(tell(cure, language)), language), err=True)
    except OSError:  # standard error takes nothing either: the exit code alone is left to tell it
        silence(sys.stderr)


def open_streams() -> None:
    """Give a stream that was closed before the program began an end that refuses, so that no file takes its number.

    Standard error takes all and keeps nothing.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            refusing = os.O_WRONLY if name == "stdin" else os.O_RDONLY
            opened = os.open(os.devnull, os.O_WRONLY if name == "stderr" else refusing)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
            os.set_inheritable(number, True)  # noqa: FBT003 - no name to give it by; by workers, who would be in the same plight
            setattr(sys, name, open(number, "r" if name == "stdin" else "w", encoding="utf-8", closefd=False))  # noqa: SIM115 - a descriptor, open to the end


def silence(stream: TextIO | None = None) -> None:
    """Send the rest of standard output, or of `stream`, nowhere: nobody takes it, and Python would complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), (stream or sys.stdout).fileno())
