"""How common a word is in general Chinese: the counts that ship with jieba's dictionary."""

from __future__ import annotations

import importlib.util
import math
from functools import cache
from importlib.resources import files
from pathlib import Path

_ARTICLE = 600  # words in an article of ordinary length
NEWS = "news_words.txt"
_MILLION = 1_000_000
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


@cache
def _news() -> dict[str, float]:
    """Word → the share of news that holds it, for words that are far commoner there than the dictionary says."""
    lines = files("factcheck.corpus").joinpath("data", NEWS).read_text(encoding="utf-8").splitlines()
    return {word: int(count) / _MILLION for word, _, count in (line.partition(" ") for line in lines)}


def in_news(word: str) -> float:
    """The probability that an article of news holds the word: by the dictionary, or by counts of news if they say more.

    The counts are made by training/stories.py.
    """
    return max(in_an_article(word), _news().get(word, 0.0))


def in_an_article(word: str) -> float:
    """The probability that an article of ordinary length holds the word."""
    counts, total = _counts()
    return -math.expm1(-_ARTICLE * counts.get(word, _UNSEEN) / total)
