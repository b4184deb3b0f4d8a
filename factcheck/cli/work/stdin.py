"""What a command is told of standard input, which has no name and no folder: its date and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcheck.errors import UsageError
from factcheck.messages import say
from factcheck.read import frontmatter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.cli.session import StandardInput
    from factcheck.model import Document
    from factcheck.read import InputSource


def make_stdin_filler(stdin: StandardInput, sources: Iterable[InputSource]) -> Callable[[Document], Document]:
    """A function that fills date and source of what comes from standard input, where it does not say so itself.

    Raises `UsageError` for a date that is none, and where nothing is read from standard input.
    """
    date, source = stdin.date, stdin.source
    told = {name: value for name, value in (("date", frontmatter.iso_date(date)), ("source", source)) if value}
    if date is not None and "date" not in told:
        raise UsageError(say("error.no-date", value=repr(date)), where="--date", cure=say("cure.date-form"))
    if told and not any(one.path == "-" for one in sources):
        raise UsageError(say("error.no-stdin"), where=f"--{next(iter(told))}", cure=say("cure.name-stdin"))

    def fill(document: Document) -> Document:
        if not told or document.path != "-":
            return document
        front = frontmatter.parse(document.text)
        document = document if front is None else front.complete(document)
        return msgspec.structs.replace(
            document, **{name: value for name, value in told.items() if getattr(document, name) is None}
        )

    return fill
