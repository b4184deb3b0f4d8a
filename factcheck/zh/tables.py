"""The data files of this language, and what patterns are made from them."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, TypeVar

from factcheck.errors import DataError
from factcheck.strict_yaml import load

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


def read_table(path: str, kind: type[T]) -> T:
    """The file at `path` below this room as a typed value. Raises `DataError` naming the line of what breaks it."""
    return load(read_text(path), f"factcheck/zh/{path}", DataError).convert(kind)


def read_text(path: str) -> str:
    """The text of the file at `path` below this room."""
    return files("factcheck.zh").joinpath(*path.split("/")).read_text("utf-8")


def any_of(words: Iterable[str]) -> str:
    """The alternatives of a pattern that match one of the words, the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
