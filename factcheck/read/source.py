"""Where articles come from, and in which format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from factcheck.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

StdinFormat = Literal["text", "jsonl"]


class InputSource(Value, frozen=True):
    """A file to read, or standard input (`path` is "-"). `shown` is its path for people, safe to encode.

    `format` is the name of one in `factcheck/read/formats/`; None: the first line tells. `named`: someone asked for
    this very file, so that it is an error if it holds no article.
    """

    path: str
    shown: str
    id: str
    format: str | None
    gzipped: bool = False
    named: bool = False


def printable(path: str) -> str:
    r"""The path with the bytes that are no text in its encoding as \xNN, so that it can be encoded again."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def set_stdin_format(sources: Iterable[InputSource], stdin_format: StdinFormat | None) -> list[InputSource]:
    """The sources, standard input in this format; None: its first line tells."""
    return [msgspec.structs.replace(one, format=stdin_format) if one.path == "-" else one for one in sources]
