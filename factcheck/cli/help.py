"""The pages of `--help` in the language of who reads them.

What commands and options say of themselves is in English beside them. Only where a page of help is asked for in
another language is it looked up in the catalogue, so that all else stays quick.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer
from typer import rich_utils

from factcheck.cli.flags import paragraphs, tidy_help, walk_commands

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.text import Text

    from factcheck.messages import Language

_NAMES = {"-h", "--help"}
_USAGE = "Usage: "
# What typer says on every page, by the names that it has for it.
FIXED = (
    "ARGUMENTS_PANEL_TITLE", "OPTIONS_PANEL_TITLE", "COMMANDS_PANEL_TITLE", "REQUIRED_LONG_STRING", "DEFAULT_STRING",
)  # fmt: skip


class _Folding(rich_utils.OptionHighlighter):
    """Has a text go on in the next line wherever it is full: Chinese has no spaces, and would be cut."""

    def __call__(self, text: str | Text) -> Text:
        shown = super().__call__(text)
        shown.overflow = "fold"
        return shown


def asks_for_help(app: typer.Typer, arguments: Sequence[str]) -> bool:
    """Whether a page of help may be printed: it is asked for, or a group is named without a command."""
    groups = {(group.name,) for group in app.registered_groups}
    return not arguments or tuple(arguments) in groups or not _NAMES.isdisjoint(arguments)


@contextmanager
def help_in(command: Any, language: Language) -> Iterator[None]:  # noqa: ANN401 - the types are none of typer's public ones
    """Have a command and all below it say what they do in a language; typer's own words too, until it is done."""
    from factcheck.messages import help_text

    names = command.context_settings.get("help_option_names", [])
    tidy_help(command)
    for one in walk_commands(command):
        _translate(one, names, language)
    before = {name: getattr(rich_utils, name) for name in (*FIXED, "highlighter")}
    ours = {name: help_text(before[name], language) for name in FIXED} | {"highlighter": _Folding()}
    _set(ours)
    try:
        yield
    finally:
        _set(before)


def _set(values: Mapping[str, object]) -> None:
    for name, value in values.items():
        setattr(rich_utils, name, value)


def _translate(command: Any, names: Sequence[str], language: Language) -> None:  # noqa: ANN401 - as above
    from factcheck.messages import help_text

    command.help = "\n\n".join(help_text(one, language) for one in paragraphs(command.help or ""))
    own = command.get_help_option(typer.Context(command, help_option_names=list(names)))
    for part in (command, *command.params, own):
        for name in ("rich_help_panel", "metavar", "options_metavar", "subcommand_metavar"):
            if isinstance(words := getattr(part, name, None), str):
                setattr(part, name, help_text(words, language))
        if part is not command and part.help:
            part.help = help_text(part.help, language)
    usage, heading = command.get_usage, help_text(_USAGE, language)
    command.get_usage = lambda context: usage(context).replace(_USAGE, heading, 1)
