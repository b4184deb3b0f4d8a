"""How right the learnt fields of a frame are on articles that the model did not see.

    python training/crossvalidate.py FRAMES NEWS [FRAMES NEWS …] [--curve] [--pools] [--fields measure,scope]

Folds are of articles; `--pools` learns from all pools but one instead; `--curve` learns from 500, 1,500, 3,000 and all
samples of the other folds, taken in the order of a hash of their articles' ids. Fields are counted as people count them
(`frames.meets`); beside them what the grammar alone reads.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from factcheck import zh
from factcheck.frame.labelling_choice import choose_stretch, likeliest
from factcheck.frame.labelling_model import FIELDS, load_groups
from frames import FOLDS, Board, fold_of, order_of, pair_files
from labels import Sample, fit, gather_samples, make_batches
from labels import _score as score

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CURVE = (500, 1500, 3000)


class Guess(dict[str, list[tuple[int, int, float]]]):
    """Of each field the stretches that the model ranks first, with their probabilities; `none` is one less them."""


def predict(samples: Sequence[Sample], fitted: tuple, names: Sequence[str]) -> Iterator[tuple[Sample, dict]]:
    """Each sample with its ranked stretches of each field and the probability of none."""
    vocabulary, weights = fitted
    for batch in make_batches(samples, vocabulary):
        found: list[dict] = [{} for _ in batch.samples]
        for name in names:
            scores, none = score(batch, weights[:, FIELDS.index(name)])
            top = np.maximum(scores.max(axis=(1, 2)), none)
            whole = np.log(np.exp(scores - top[:, None, None]).sum(axis=(1, 2)) + np.exp(none - top)) + top
            for k, sample in enumerate(batch.samples):
                chances = (scores[k] - whole[k])[: len(sample.texts)]
                found[k][name] = (likeliest(chances), float(np.exp(none[k] - whole[k])))
        yield from zip(batch.samples, found, strict=True)


def splits(samples: Sequence[Sample], *, pools: bool) -> Iterator[tuple[str, list[Sample], list[Sample]]]:
    """Name, training and test samples of each split."""
    if pools:
        for pool in sorted({sample.row.pool for sample in samples}):
            yield pool, [s for s in samples if s.row.pool != pool], [s for s in samples if s.row.pool == pool]
    else:
        for fold in range(FOLDS):
            own = [fold_of(sample.row.doc) == fold for sample in samples]
            train = [s for s, held in zip(samples, own, strict=True) if not held]
            yield str(fold), train, [s for s, held in zip(samples, own, strict=True) if held]


def read_stretch(sample: Sample, ranked, none: float, least: float) -> str | None:
    """The wording that is chosen, or None where its probability is too small."""
    ends = list(accumulate(map(len, sample.texts)))
    best = choose_stretch(ranked, ends)
    if best.probability < least:
        return None
    return "".join(sample.texts[best.first : best.last + 1])


def read_scopes(sample: Sample, ranked, least: float) -> list[str]:
    """The wordings of all stretches likely enough that do not overlap."""
    taken: list[tuple[int, int]] = []
    for one in ranked:
        if one.probability >= least and not any(a <= one.last and one.first <= b for a, b in taken):
            taken.append((one.first, one.last))
    return ["".join(sample.texts[a : b + 1]) for a, b in taken]


def count(guesses: Sequence[tuple[Sample, dict]], least: dict[str, float]) -> Board:
    """The board of guesses with a bound on the probability of each field."""
    board = Board()
    for sample, held in guesses:
        row, claim = sample.row, sample.claim
        for name, (ranked, none) in held.items():
            gold = row.wordings[name]
            if name == "scope":
                board.fields[name].add(read_scopes(sample, ranked, least[name]), gold)
                continue
            got = read_stretch(sample, ranked, none, least[name])
            board.fields[name].add(got, gold)
        board.fields["measure today"].add(None if "measure" in claim.inferred else claim.measure, row.wordings["measure"])
    return board


def main() -> None:
    """Print the boards."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--curve", action="store_true")
    parser.add_argument("--pools", action="store_true")
    parser.add_argument("--fields", default=",".join(FIELDS))
    args = parser.parse_args()
    names = args.fields.split(",")
    samples = list(gather_samples(pair_files(args.files), load_groups(zh.lexicon().frame.groups)))
    sizes = [*CURVE, len(samples)] if args.curve else [len(samples)]
    for size in sizes:
        guesses = []
        for _, train, test in splits(samples, pools=args.pools):
            taken = sorted(train, key=lambda sample: order_of(sample.row.doc))[:size]
            guesses += predict(test, fit(taken, names), names)
        print(f"learnt from {min(size, len(samples))}")
        for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
            print(least)
            print(count(guesses, dict.fromkeys(FIELDS, least)), flush=True)


if __name__ == "__main__":
    main()
