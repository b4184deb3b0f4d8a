"""How common a word is in general Chinese: the counts that ship with jieba's dictionary."""

from __future__ import annotations

import hashlib
import importlib.util
import math
import struct
import sys
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.kept import can_keep, describe_files, keep, read_kept

if TYPE_CHECKING:
    from collections.abc import Mapping

_ARTICLE = 600  # words in an article of ordinary length
NEWS = "news_words.txt"
_MILLION = 1_000_000
_RAREST = 14.0  # bits; below one article in sixteen thousand all words are alike
_UNSEEN = 0.5  # the count of a word that the dictionary does not hold
_HEAD = struct.Struct("<2sQQ")  # the order of its bytes, the words, the sum of their counts
_NAME = "word-counts"


class _Dictionary:
    """Word → count, as the dictionary has it."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts, self.total = counts, sum(counts.values())

    def get(self, word: str, otherwise: float) -> float:
        """The count of a word, or what stands for that of an unseen one."""
        return self.counts.get(word, otherwise)


class _WordCounts:
    """Word → count, found by eight bytes of its hash: read in a moment, where the dictionary itself takes long."""

    def __init__(self, hashes: array[int], counts: array[int], total: int) -> None:
        self._hashes, self._counts, self.total = hashes, counts, total

    def get(self, word: str, otherwise: float) -> float:
        """The count of a word, or what stands for that of an unseen one."""
        wanted = _hash(word)
        at = bisect_left(self._hashes, wanted)
        return self._counts[at] if at < len(self._hashes) and self._hashes[at] == wanted else otherwise

    def pack(self) -> bytes:
        """As bytes that `unpack_counts` reads on a machine of the same kind."""
        head = _HEAD.pack(_ORDER, len(self._hashes), self.total)
        return head + self._hashes.tobytes() + self._counts.tobytes()


_ORDER = sys.byteorder[:2].encode()


def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def make_counts(counts: Mapping[str, int]) -> _WordCounts:
    """The counts in the form that is quickly read. Raises `ValueError` where two words have one hash."""
    rows = sorted((_hash(word), count) for word, count in counts.items())
    if any(a[0] == b[0] for a, b in pairwise(rows)):
        raise ValueError("collision")
    hashes, numbers = array("Q", [one for one, _ in rows]), array("Q", [count for _, count in rows])
    return _WordCounts(hashes, numbers, sum(counts.values()))


def unpack_counts(data: bytes) -> _WordCounts:
    """The counts of `pack`. Raises `ValueError` for bytes that are no such thing."""
    if len(data) < _HEAD.size:
        raise ValueError("short")
    order, words, total = _HEAD.unpack_from(data)
    if order != _ORDER or len(data) != _HEAD.size + 16 * words:
        raise ValueError("foreign")  # of another machine, or cut off
    hashes, counts = array("Q"), array("Q")
    hashes.frombytes(data[_HEAD.size : _HEAD.size + 8 * words])
    counts.frombytes(data[_HEAD.size + 8 * words :])
    return _WordCounts(hashes, counts, total)


@cache
def _counts() -> _WordCounts | _Dictionary:
    spec = importlib.util.find_spec("jieba")
    folder = next(iter(spec.submodule_search_locations or ())) if spec is not None else "."
    dictionary = Path(folder, "dict.txt")
    key = f"1\n{describe_files([dictionary])}"
    held = read_kept(_NAME, key)
    if held is not None:
        try:
            return unpack_counts(held)
        except ValueError:
            held = None  # made anew below
    counts: dict[str, int] = {}
    with dictionary.open(encoding="utf-8") as lines:
        for line in lines:
            word, count, _ = line.split(" ", 2)
            counts[word] = int(count)
    if can_keep():
        keep(_NAME, key, make_counts(counts).pack())
    return _Dictionary(counts)


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
    counts = _counts()
    return -math.expm1(-_ARTICLE * counts.get(word, _UNSEEN) / counts.total)


@lru_cache(maxsize=1 << 17)
def weigh_word(word: str) -> float:
    """How rare a word is in the language at large, in bits; 14 at the most. No corpus decides on it."""
    return min(_RAREST, -math.log2(max(in_news(word), 1e-9)))
