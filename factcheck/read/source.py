"""Where articles come from, and in which form."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal

import msgspec

from factcheck.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

Form = Literal["text", "records", "told"]  # told: by its first line
StdinFormat = Literal["text", "jsonl"]
_FORMS: dict[str, Form] = {".txt": "text", ".md": "text", ".jsonl": "records"}


class Source(Value, frozen=True):
    """A file to read, or standard input (`path` is "-"). `shown` is its path for people, safe to encode.

    `named`: someone asked for this very file, so that it is an error if it holds no article.
    """

    path: str
    shown: str
    id: str
    form: Form
    gzipped: bool = False
    named: bool = False


def form_of(name: str) -> tuple[Form, bool] | None:
    """The form a file name promises and whether it is compressed; None for a kind that is not read."""
    stem, gzipped = (name[:-3], True) if name.lower().endswith(".gz") else (name, False)
    form = _FORMS.get(os.path.splitext(stem)[1].lower())
    return (form, gzipped) if form is not None else None


def printable(path: str) -> str:
    r"""The path with the bytes that are no text in its encoding as \xNN, so that it can be encoded again."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def in_form(sources: Iterable[Source], stdin_format: StdinFormat | None) -> list[Source]:
    """The sources, standard input in this form; None: its first line tells."""
    form: Form = "records" if stdin_format == "jsonl" else "text" if stdin_format == "text" else "told"
    return [msgspec.structs.replace(one, form=form) if one.path == "-" else one for one in sources]
