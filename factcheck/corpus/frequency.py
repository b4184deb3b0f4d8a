"""How common a word is in general Chinese: the counts that ship with jieba's dictionary."""

from __future__ import annotations

import importlib.util
import math
from functools import cache
from pathlib import Path

_ARTICLE = 600  # words in an article of ordinary length
_UNSEEN = 0.5  # the count of a word that the dictionary does not hold


@cache
def _counts() -> tuple[dict[str, int], int]:
    spec = importlib.util.find_spec("jieba")
    folder = next(iter(spec.submodule_search_locations or ())) if spec is not None else "."
    counts: dict[str, int] = {}
    with Path(folder, "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count, _ = line.split(" ", 2)
            counts[word] = int(count)
    return counts, sum(counts.values())


def in_an_article(word: str) -> float:
    """The probability that an article of ordinary length holds the word."""
    counts, total = _counts()
    return -math.expm1(-_ARTICLE * counts.get(word, _UNSEEN) / total)
