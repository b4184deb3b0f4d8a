"""Letters of a text, whatever they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST, LAST = chr(0x3400), chr(0x9FFF)  # the ideographs of Unicode, their first extension included


def is_han(letter: str) -> bool:
    """Whether a letter is Chinese; none is not."""
    return FIRST <= letter <= LAST


def find_longest(text: str, at: int, words: Mapping[str, object], lengths: Mapping[str, tuple[int, ...]]) -> str:
    """The longest of `words` that stands in `text` at `at`, or an empty string.

    `lengths` gives to a first letter the lengths of the words that begin with it, longest first.
    """
    for length in lengths.get(text[at : at + 1], ()):
        word = text[at : at + length]
        if word in words:
            return word
    return ""
