"""Options without a value, on a page of help: nothing heavy is imported for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk_commands(command: Any) -> Iterator[Any]:  # noqa: ANN401 - the types are none of typer's public ones
    """A command, and all below it."""
    yield command
    for below in getattr(command, "commands", {}).values():
        yield from walk_commands(below)


def hide_types(command: Any) -> None:  # noqa: ANN401 - as above
    """Have options without a value say no type: `<bool>` tells a person nothing."""
    names = command.context_settings.get("help_option_names", [])
    for one in walk_commands(command):
        own = one.get_help_option(typer.Context(one, help_option_names=list(names)))
        for option in (*one.params, own):
            if getattr(option, "is_flag", False):
                option.display_type_rich = lambda ctx: None  # noqa: ARG005 - typer names it
