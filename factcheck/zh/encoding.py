"""What tells Chinese text from mojibake."""

from __future__ import annotations

from functools import cache

from factcheck.zh.tables import read_words


@cache
def common_letters() -> frozenset[str]:
    """The Han letters and marks that make up most of any Chinese text, in both scripts."""
    return frozenset(read_words("common_letters.txt")) - {"\n"}
