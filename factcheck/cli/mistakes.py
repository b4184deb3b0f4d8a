"""Mistakes at the command line as typer finds them, in the words of the catalogue."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import reduce
from typing import TYPE_CHECKING, Any

from typer.core import TyperGroup

if TYPE_CHECKING:
    from collections.abc import Iterable

    import typer

    from factcheck.model import Phrase


class Commands(TyperGroup):
    """A group of commands that names one it has not by key: typer has nothing but a sentence for it."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - the types are none of typer's public ones
        """As typer does it. Raises `UsageError` for a name that no command has."""
        name = args[0]
        if self.get_command(ctx, name) is not None or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        from factcheck.errors import UsageError
        from factcheck.messages import say

        near = _list_words(get_close_matches(name, self.commands))
        what = say("usage.no-command", name=name)
        if near is not None:
            what = say("usage.no-command-near", name=name, other=near)
        raise UsageError(what, cure=say("cure.help", command=ctx.command_path))


_CHOICE = re.compile(r"'(?P<value>.*)' is not one of (?P<names>.*?)\.?", re.DOTALL)
_BOUND = re.compile(r"(?P<side>greater|less) than or equal to (?P<bound>-?\d+)")


def _list_words(words: Iterable[str]) -> Phrase | None:
    """Words one after the other, as a language lists them; None where there are none."""
    from factcheck.messages import say

    told = [say("plain", text=word) for word in words]
    return reduce(lambda before, one: say("suffix.and", a=before, b=one), told) if told else None


def _describe_value(name: str, message: str) -> Phrase:
    """What is wrong with the value of an option, out of what pydantic says of it in English."""
    from factcheck.messages import say

    message = message.removeprefix("Value error, ")
    if choice := _CHOICE.fullmatch(message):
        names = _list_words(re.findall(r"'([^']*)'", choice["names"])) or choice["names"]
        return say("usage.no-choice", name=name, value=repr(choice["value"]), names=names)
    if "valid integer" in message:
        return say("usage.no-integer", name=name)
    if bound := _BOUND.search(message):
        key = "usage.too-small" if bound["side"] == "greater" else "usage.too-large"
        return say(key, name=name, bound=bound["bound"])
    return say("usage.invalid-value", name=name, rest=message)


def describe_mistake(error: typer.TyperException) -> Phrase:
    """What typer says, by the class of its error; in its own words where the catalogue has none."""
    from factcheck.messages import say

    found: Any = error  # the classes are none of typer's public ones, so they are told by their names
    kind = type(error).__name__
    if kind == "NoSuchOption":
        others = _list_words(sorted(found.possibilities or ()))
        if others is not None:
            return say("usage.no-option-near", name=found.option_name, others=others)
        return say("usage.no-option", name=found.option_name)
    if kind == "BadOptionUsage":
        needs = "requires" in found.message
        return say("usage.needs-value" if needs else "usage.takes-no-value", name=found.option_name)
    if kind == "MissingParameter" and found.param is not None:
        key = "usage.missing-option" if found.param.param_type_name == "option" else "usage.missing-argument"
        return say(key, name=found.param.get_error_hint().strip("'"))
    if kind == "BadParameter" and found.param is not None:
        return _describe_value(found.param.get_error_hint().replace("'", ""), found.message)
    return say("plain", text=error.format_message())
