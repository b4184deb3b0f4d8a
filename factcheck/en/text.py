"""Where English is written, and where its sentences end."""

from __future__ import annotations

from functools import cache

from factcheck.en.tables import TextWords, any_of, read_table, verbose
from factcheck.lexicon.spelled import SpelledStretches

_HAN = "\u3400-\u9fff"


@cache
def stretches() -> SpelledStretches:
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    words = read_table("words/text.yaml", TextWords)
    return SpelledStretches(
        present=verbose(r"[a-z]{2}[ -][a-z]{2}"),
        run=verbose(rf"[^{_HAN}\n\r\ufffc]{{4,}}"),
        word=verbose(r"(?<![A-Za-z])[a-z]{2,30}(?![A-Za-z])"),
        other_letter=verbose(rf"[{_HAN}]"),
        common=verbose(rf"(?<![A-Za-z])(?:{any_of(words.common)})(?![A-Za-z])"),
    )


def sentence_stop() -> str:
    """The end of an English sentence, for a verbose pattern that has matched its full stop.

    A word in small letters or a number stands before it, a space and a capital behind: no initial, no item of a list.
    """
    words = read_table("words/text.yaml", TextWords)
    none = "".join(rf"(?<!\b{word}\.)" for word in words.abbreviations)
    return rf"(?:(?<=[a-z]\.)|(?<=[\d,.]\d\d\.)|(?<=\d\d\d\.)|(?<=[a-z][A-Z]\.)){none}(?=[ ][ ]?[“\"'‘]?[A-Z])"
