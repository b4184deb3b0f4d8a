"""The passage search against MinHash on clauses (datasketch) in one run: speed, and recall of planted copies.

    against_datasketch.py [--articles N] [--copies N] [--seed N] [--texts FILE.jsonl]

The corpus and the copies are those of reuse.py. datasketch has each clause of eight letters and more as a set of
3-grams, 64 permutations, and an LSH index at a Jaccard similarity of 0.6; a copy counts as found when two clauses
that touch its two places are a candidate pair. That is generous: no offsets are asked for, as they are of the other.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

from datasketch import MinHash, MinHashLSH
from reuse import articles, covers, paragraphs, plant

from factcheck import zh
from factcheck.model import Article, Place
from factcheck.passage import passages
from factcheck.text.sentences import clauses

_LEAST = 8  # letters of a clause
_GRAM = 3
_PERMUTATIONS = 64
_SIMILARITY = 0.6


def clause_pairs(prepared: list[Article]) -> set[tuple[Place, Place]]:
    """Pairs of clauses that the index takes for alike."""
    index = MinHashLSH(threshold=_SIMILARITY, num_perm=_PERMUTATIONS)
    found: set[tuple[Place, Place]] = set()
    for article in prepared:
        folded = article.text.folded
        for start, end in clauses(folded, 0, len(folded)):
            if end - start < _LEAST:
                continue
            sketch = MinHash(num_perm=_PERMUTATIONS)
            sketch.update_batch([folded[at : at + _GRAM].encode() for at in range(start, end - _GRAM + 1)])
            place = Place(article.document.id, start, end)
            found.update((other, place) for other in index.query(sketch))
            index.insert(place, sketch, check_duplication=False)
    return found


def touches(clause: Place, place: Place) -> bool:
    """Whether a clause shares letters with a planted place."""
    return clause.doc == place.doc and clause.start < place.end and place.start < clause.end


def main() -> None:
    """Plant, search twice, print both and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--copies", type=int, default=400)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--texts", type=Path)
    args = parser.parse_args()
    rng = random.Random(args.seed)  # noqa: S311 - copies are planted the same way every time
    if args.texts:
        rows = [json.loads(line) for line in args.texts.read_text("utf-8").splitlines() if line.strip()]
        texts = {row["id"]: row["text"] for row in rows[: args.articles]}
    else:
        texts = {f"{number:05}": text for number, text in enumerate(paragraphs(rng, args.articles))}
    planted = plant(rng, texts, args.copies)
    prepared = articles(texts)
    size = sum(len(text.encode()) for text in texts.values())

    began = time.process_time()
    found = passages(prepared, lexicon=zh.lexicon())
    ours = time.process_time() - began
    hits = sum(
        any(covers(x, source) and covers(y, target) for p in found for x in p.places for y in p.places if x != y)
        for _, source, target in planted
    )
    began = time.process_time()
    pairs = clause_pairs(prepared)
    theirs = time.process_time() - began
    theirs_hits = sum(
        any((touches(x, a) and touches(y, b)) or (touches(x, b) and touches(y, a)) for x, y in pairs)
        for _, a, b in planted
    )
    print(f"{'factcheck':<12} {size / 1e6 / ours:6.2f} MB/s  recall {hits / len(planted):.3f}")
    print(f"{'datasketch':<12} {size / 1e6 / theirs:6.2f} MB/s  recall {theirs_hits / len(planted):.3f}")
    print(f"{theirs / ours:.1f} times as fast")


if __name__ == "__main__":
    main()
