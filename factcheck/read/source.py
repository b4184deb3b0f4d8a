"""Where articles come from, and in which form."""

from __future__ import annotations

import os
from typing import Literal

from factcheck.model import Value

Form = Literal["text", "records"]
_FORMS: dict[str, Form] = {".txt": "text", ".md": "text", ".jsonl": "records"}


class Source(Value, frozen=True):
    """A file to read, or standard input (`path` is "-"). `shown` is its path for people, safe to encode."""

    path: str
    shown: str
    id: str
    form: Form
    gzipped: bool = False


def form_of(name: str) -> tuple[Form, bool] | None:
    """The form a file name promises and whether it is compressed; None for a kind that is not read."""
    stem, gzipped = (name[:-3], True) if name.lower().endswith(".gz") else (name, False)
    form = _FORMS.get(os.path.splitext(stem)[1].lower())
    return (form, gzipped) if form is not None else None


def printable(path: str) -> str:
    r"""The path with the bytes that are no text in its encoding as \xNN, so that it can be encoded again."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
