"""Classes of words that stand in the same company, learnt from news that nobody annotated.

    python training/clusters.py OUT NEWS [NEWS …]

A word of the segmenter's dictionary is counted with its neighbours on either side; positive pointwise mutual
information, its first singular vectors, and k-means of two sizes. The same news gives the same bytes on one machine.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from frames import read_jsonl
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

import factcheck_zh  # noqa: F401  the package beside this folder, not one of the same name elsewhere
from factcheck.text.words import tag, words

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORDS, _CONTEXTS = 16_000, 4_000
_LEAST = 8  # times that a word is seen
_DIMENSIONS, _ROUNDS = 60, 25
SIZES = (64, 400)
_NAMES = frozenset({"x", "nr", "nrt", "nrfg"})  # no dictionary has them all, and none of them is a class


def count_neighbours(texts: Iterable[str]) -> tuple[list[str], csr_matrix]:
    """The words counted most, and for each how often a context word is on its left or on its right."""
    from opencc import OpenCC

    simplified = OpenCC("t2s").convert
    lines = [words(simplified(text)) for text in texts]
    seen = Counter(word for line in lines for word in line)
    known = [w for w, n in seen.most_common() if n >= _LEAST and w[0] >= "\u4e00" and tag(w) not in _NAMES][:_WORDS]
    contexts = {w: i for i, (w, _) in enumerate(seen.most_common(_CONTEXTS))}
    number = {w: i for i, w in enumerate(known)}
    pairs: Counter[tuple[int, int]] = Counter()
    for line in lines:
        for left, right in pairwise(line):
            if left in number and right in contexts:
                pairs[number[left], contexts[right]] += 1
            if right in number and left in contexts:
                pairs[number[right], contexts[left] + _CONTEXTS] += 1
    rows, columns = np.array(sorted(pairs)).T
    values = np.array([pairs[r, c] for r, c in zip(rows, columns, strict=True)], dtype=np.float64)
    return known, csr_matrix((values, (rows, columns)), shape=(len(known), 2 * _CONTEXTS))


def find_vectors(counts: csr_matrix) -> np.ndarray[Any, Any]:
    """Unit vectors of the words [words, dimensions], of positive pointwise mutual information."""
    total = counts.sum()
    by_row, by_column = np.asarray(counts.sum(1)).ravel(), np.asarray(counts.sum(0)).ravel() ** 0.75
    by_column *= total / by_column.sum()
    held = counts.tocoo()
    information = np.log(held.data * total / (by_row[held.row] * by_column[held.col] + 1e-9))
    matrix = csr_matrix((np.maximum(information, 0), (held.row, held.col)), shape=counts.shape)
    start = np.random.default_rng(0).normal(size=min(matrix.shape))
    left, values, _ = svds(matrix, k=_DIMENSIONS, v0=start)
    vectors = left * np.sqrt(values)
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def group_vectors(vectors: np.ndarray[Any, Any], size: int) -> np.ndarray[Any, Any]:
    """The number of the group of each vector, by spherical k-means from the `size` first ones."""
    centres = vectors[:size].copy()
    for _ in range(_ROUNDS):
        nearest = (vectors @ centres.T).argmax(1)
        for group in range(size):
            if (inside := nearest == group).any():
                centre = vectors[inside].mean(0)
                centres[group] = centre / max(float(np.linalg.norm(centre)), 1e-9)
    return (vectors @ centres.T).argmax(1)


def main(out: Path, news: list[Path]) -> None:
    """Write a word a line with its groups."""
    known, counts = count_neighbours(
        line for path in news for row in read_jsonl(path) for line in row["text"].split("\n")
    )
    vectors = find_vectors(counts)
    groups = [group_vectors(vectors, size) for size in SIZES]
    rows = sorted(zip(known, *groups, strict=True))
    out.write_text("".join(f"{word} {' '.join(str(int(one)) for one in rest)}\n" for word, *rest in rows), "utf-8")
    print(f"{len(rows)} words, {' and '.join(map(str, SIZES))} groups: {out}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(one) for one in sys.argv[2:]])
