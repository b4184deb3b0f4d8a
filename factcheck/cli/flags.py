"""What typer makes of a page of help, made plainer: nothing heavy is imported for it."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def walk_commands(command: Any) -> Iterator[Any]:  # noqa: ANN401 - the types are none of typer's public ones
    """A command, and all below it."""
    yield command
    for below in getattr(command, "commands", {}).values():
        yield from walk_commands(below)


def paragraphs(written: str) -> list[str]:
    """The paragraphs of a text of help, each on one line; examples keep their lines."""
    held = inspect.cleandoc(written).split("\n\n")
    return [one if one.startswith(" ") else " ".join(one.split()) for one in held]


def tidy_help(command: Any) -> None:  # noqa: ANN401 - as above
    """Have arguments and options without a value say no type: `<bool>` and `<list[str]>` tell a person nothing.

    A paragraph goes on to the end of its line, and the usage says [PATH…], not [[PATH…]]....
    """
    names = command.context_settings.get("help_option_names", [])
    for one in walk_commands(command):
        one.help = "\n\n".join(paragraphs(one.help or ""))
        one.get_usage = _tidy_usage(one.get_usage)
        own = one.get_help_option(typer.Context(one, help_option_names=list(names)))
        for option in (*one.params, own):
            if getattr(option, "is_flag", False) or option.param_type_name == "argument":
                option.display_type_rich = lambda ctx: None  # noqa: ARG005 - typer names it


_BRACED = re.compile(
    r"""
    \{ (?P<name> [^{}|]+ ) \} (?: \.\.\. )?           # {PATH…}...
    | \[ (?P<twice> \[ [^\[\]]+ \] ) \] (?: \.\.\. )? # [[PATH…]]...
    | (?P<many> \[ [^\[\]]+ … \] ) \.\.\.             # [PATH…]...
    """,
    re.VERBOSE,
)


def _tidy_usage(usage: Callable[[Any], str]) -> Callable[[Any], str]:
    return lambda context: _BRACED.sub(lambda found: found[found.lastgroup or 0], usage(context))
