"""The word files of this language, and what patterns are made from them."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, TypeVar

from factcheck.errors import DataError
from factcheck.strict_yaml import load

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


def load_words(name: str, kind: type[T]) -> T:
    """The file `words/NAME` as a typed value. Raises `DataError` naming the line of what breaks its schema."""
    return load(read_words(name), name, DataError).convert(kind)


def read_words(name: str) -> str:
    """The text of the file `words/NAME`."""
    return files("factcheck.zh").joinpath("words", name).read_text("utf-8")


def any_of(words: Iterable[str]) -> str:
    """The alternatives of a pattern that match one of the words, the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
