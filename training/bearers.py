"""Learn who bears a figure: weights of a ranking of mentions, counted by cross-validation, and for good.

    python training/bearers.py gather FRAMES NEWS SAMPLES.pickle      what is seen of the figures of one pool
    python training/bearers.py count SAMPLES… [--curve] [--pools]     how right it is on articles that it did not see
    python training/bearers.py write MODEL.json SAMPLES…              the weights, from all samples

A figure is a choice among its mentions and nobody: their probabilities are a softmax of summed weights, and what is
made likely are all mentions that are right (`frames.meets`, bearer or part). Where none is, nobody is what an honest
reader would say, at a part of the weight.
"""

from __future__ import annotations

import argparse
import pickle
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from frames import FOLDS, fold_of, fold_wording, match_claim, meets, order_of, read_pool
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from tables import may_be_learnt, write_tables

from factcheck import zh
from factcheck.frame import claims
from factcheck.frame.bearer import BEST, MOST, NEARBY, UNSURE, BearerReader, name_the_same
from factcheck.frame.bearer_features import NOBODY, OWN, PAIR, nobody_values
from factcheck.quantity import recognise
from factcheck.text import prepare
from factcheck.text.joins import CleanText

if TYPE_CHECKING:
    from collections.abc import Iterable

TEMPLATES = (
    *(f"own {name}" for name in OWN),
    *(f"pair {name}" for name in PAIR),
    *(f"nobody {name}" for name in NOBODY),
)
SEEN = len(OWN) + len(PAIR)  # values of a mention
_RARE = 4  # figures at least in which a value is seen that is learnt
_UNREACHED = 0.1  # the weight of a figure none of whose mentions is right
_STIFFNESS = 8.0  # of the prior that holds weights near zero
_STEPS = 60
_CURVE = (500, 1500, 3000)
_FAR_BELOW = -99.0


@dataclass
class Sample:
    """An annotated figure: its mentions, nobody last, which are right, and their values as numbers of the pool."""

    pool: str
    doc: str
    texts: list[str]
    sides: list[str]
    right: list[bool]
    values: list[np.ndarray]
    ruled: str | None  # whom the grammar reads
    said: str  # where: n in the clause of the figure, s in its sentence, o outside
    gold: list[str]


def gather(frames: Path, news: Path) -> tuple[list[Sample], list[tuple[int, str]]]:
    """The samples of a pool, and what the numbers of their values mean: (number of the template, value)."""
    lexicon, seen, numbers = zh.lexicon(), [], {}

    def watch(reader: BearerReader, number: int, figure: object) -> tuple[str | None, bool]:
        rows = reader.candidates(number, figure, every=True)
        values = [
            [numbers.setdefault(pair, len(numbers)) for pair in enumerate(reader.describe(one, figure))] for one in rows
        ]
        values.append([numbers.setdefault((SEEN + i, v), len(numbers)) for i, v in enumerate(nobody_values(figure))])
        seen.append((figure, rows, [np.array(one, np.int32) for one in values]))
        return figure.ruled, figure.said != "o"

    choose, BearerReader.choose = BearerReader.choose, watch
    samples = []
    try:
        for document, rows in read_pool(frames, news):
            seen.clear()
            text = prepare(document.text, lexicon=lexicon)
            clean = CleanText.of(text)
            found = claims(document, text, recognise(text, lexicon), lexicon)
            by_start = {figure.start: (figure, mentions, values) for figure, mentions, values in seen}
            for row in rows:
                claim = match_claim(row, found)
                start = clean.inward((claim.start, claim.end))[0] if claim is not None else -1
                if row.skip or start not in by_start:
                    continue
                figure, mentions, values = by_start[start]
                gold = row.wordings["bearer"] + row.wordings["part"]
                texts = [one.mention.text for one in mentions]
                right = [bool(gold) and meets(one, gold) for one in texts]
                samples.append(
                    Sample(row.pool, row.doc, texts, [one.side for one in mentions], [*right, not gold], values,
                           figure.ruled, figure.said, [fold_wording(one) for one in gold])
                )  # fmt: skip
    finally:
        BearerReader.choose = choose
    return samples, list(numbers)


def load(paths: list[Path]) -> tuple[list[Sample], list[tuple[int, str]]]:
    """The samples of several pools, their values numbered alike."""
    return join_samples([pickle.loads(path.read_bytes()) for path in paths])  # noqa: S301 - what `gather` wrote


def join_samples(
    pools: Iterable[tuple[list[Sample], list[tuple[int, str]]]],
) -> tuple[list[Sample], list[tuple[int, str]]]:
    """The samples of several pools as `gather` gives them, their values numbered alike."""
    numbers: dict[tuple[int, str], int] = {}
    samples: list[Sample] = []
    for held, names in pools:
        renumber = np.array([numbers.setdefault(name, len(numbers)) for name in names], np.int32)
        for sample in held:
            sample.values = [renumber[one] for one in sample.values]
        samples += held
    return samples, list(numbers)


class Fitted:
    """Weights by the numbers of values."""

    def __init__(self, samples: list[Sample], names: list[tuple[int, str]], stiffness: float = _STIFFNESS) -> None:
        self.weights = np.zeros(len(names))
        self._own = np.array([number < len(OWN) for number, _ in names])
        self._place = len(OWN) + PAIR.index("place")
        self._names = names
        counts = np.zeros(len(names), np.int32)
        for sample in samples:
            counts[np.unique(np.concatenate(sample.values))] += 1
        learnt = np.array([counts[i] >= _RARE and may_be_learnt(TEMPLATES[n], v) for i, (n, v) in enumerate(names)])
        self._fit(samples, learnt, stiffness)

    def _fit(self, samples: list[Sample], learnt: np.ndarray, stiffness: float) -> None:
        kept = np.flatnonzero(learnt)
        column = np.full(len(learnt), -1, np.int32)
        column[kept] = np.arange(len(kept), dtype=np.int32)
        rows = [column[one] for sample in samples for one in sample.values]
        rows = [one[one >= 0] for one in rows]
        pointers = np.concatenate([[0], np.cumsum([len(one) for one in rows])])
        matrix = csr_matrix((np.ones(pointers[-1]), np.concatenate(rows), pointers), (len(rows), len(kept)))
        turned = matrix.T.tocsr()
        sizes = np.array([len(sample.values) for sample in samples])
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        right = np.concatenate([np.array(sample.right, float) for sample in samples])
        reached = np.add.reduceat(right, starts) > 0
        right[(starts + sizes - 1)[~reached]] = 1.0
        group = np.repeat(np.arange(len(samples)), sizes)
        weight = np.where(reached, 1.0, _UNREACHED)

        def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
            scores = matrix @ weights
            shares = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
            whole, good = np.add.reduceat(shares, starts), np.add.reduceat(shares * right, starts) + 1e-30
            value = (weight * (np.log(whole) - np.log(good))).sum() + 0.5 * stiffness * weights @ weights
            slope = shares / whole[group] - shares * right / good[group]
            return float(value), turned @ (slope * weight[group]) + stiffness * weights

        found = minimize(
            loss, np.zeros(len(kept)), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS, "ftol": 1e-6}
        )
        self.weights[kept] = found.x

    def scores(self, sample: Sample) -> np.ndarray:
        """The scores of the mentions, nobody last; of those that the program does not look at far below all."""
        scores = np.array([self.weights[one].sum() for one in sample.values])
        held = defaultdict(list)
        for i, side in enumerate(sample.sides):
            place = self._names[sample.values[i][self._place]][1]
            held[place if side in "plt" else side].append(i)
        for key, numbers in held.items():
            if len(numbers) > MOST[key[0]]:
                own = {i: self.weights[sample.values[i]][self._own[sample.values[i]]].sum() for i in numbers}
                scores[sorted(numbers, key=lambda i: -own[i])[MOST[key[0]] :]] = _FAR_BELOW
        return scores

    def choose(self, sample: Sample) -> tuple[int, float]:
        """The number of the mention that the program chooses, and its share; the number of nobody is the last."""
        scores = self.scores(sample)
        order = [int(i) for i in np.argsort(-scores, kind="stable")]
        if order[0] == len(sample.texts):
            return order[0], 0.0
        best = [i for i in order if i < len(sample.texts)][:BEST]
        shares = np.exp(scores - scores[order[0]])
        shares /= shares.sum()
        texts = sample.texts
        held = [sum(shares[j] for j in best if name_the_same(texts[i], texts[j])) for i in best]
        return best[int(np.argmax(held))], max(held)


def count(samples: list[Sample], fitted: Fitted, tally: Counter[tuple[str, str]]) -> None:
    """Add how many are right, said, and right where said."""
    for sample in samples:
        chosen, share = fitted.choose(sample)
        good, said = sample.right[chosen], chosen < len(sample.texts)
        ruled = meets(sample.ruled, sample.gold)
        tally["ranking alone", "rows"] += 1
        tally["ranking alone", "right"] += good
        tally["ranking alone", "said"] += said
        tally["ranking alone", "held"] += said and good
        if sample.said == NEARBY and share < UNSURE:  # what the grammar reads stands
            tally["ranking where what the grammar reads stands", "rows"] += 1
            tally["ranking where what the grammar reads stands", "right"] += good
            tally["ranking where what the grammar reads stands", "grammar"] += ruled
            good, said = ruled, True
        for name in ("all", sample.pool):
            tally[name, "rows"] += 1
            tally[name, "right"] += good
            tally[name, "said"] += said
            tally[name, "held"] += said and good
            tally[name, "grammar"] += ruled


def show(tally: Counter[tuple[str, str]], title: str = "") -> None:
    """Print the shares of a tally."""
    for name in sorted({name for name, _ in tally}):
        rows = tally[name, "rows"]
        said = tally[name, "held"] / max(1, tally[name, "said"])
        print(
            f"{title}{name}: right {tally[name, 'right'] / rows:.3f}, where said {said:.3f}, said "
            f"{tally[name, 'said'] / rows:.3f}; grammar {tally[name, 'grammar'] / rows:.3f}; {rows} figures", flush=True
        )  # fmt: skip


def crossvalidate(
    samples: list[Sample], names: list[tuple[int, str]], most: int | None, stiffness: float
) -> Counter[tuple[str, str]]:
    """The tally over all folds of articles; `most` samples are learnt from, whole articles first."""
    tally: Counter[tuple[str, str]] = Counter()
    for fold in range(FOLDS):
        learn = [one for one in samples if fold_of(one.doc) != fold]
        learn = sorted(learn, key=lambda one: order_of(one.doc))[:most]
        count([one for one in samples if fold_of(one.doc) == fold], Fitted(learn, names, stiffness), tally)
    return tally


def main() -> None:
    """Gather, count or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", choices=["gather", "count", "write"])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--curve", action="store_true")
    parser.add_argument("--pools", action="store_true")
    parser.add_argument("--stiffness", type=float, default=_STIFFNESS)
    args = parser.parse_args()
    if args.work == "gather":
        frames, news, out = args.files
        out.write_bytes(pickle.dumps(gather(frames, news)))
    elif args.work == "write":
        samples, names = load(args.files[1:])
        fitted = Fitted(samples, names, args.stiffness)
        write_tables(args.files[0], TEMPLATES, zip(names, fitted.weights, strict=True))
    else:
        samples, names = load(args.files)
        if args.pools:
            for pool in sorted({one.pool for one in samples}):
                tally: Counter[tuple[str, str]] = Counter()
                fitted = Fitted([one for one in samples if one.pool != pool], names, args.stiffness)
                count([one for one in samples if one.pool == pool], fitted, tally)
                show(Counter({key: n for key, n in tally.items() if key[0] != "all"}), "not learnt from ")
            return
        for most in _CURVE if args.curve else ():
            show(crossvalidate(samples, names, most, args.stiffness), f"learnt from {most}: ")
        show(crossvalidate(samples, names, None, args.stiffness), "learnt from all: ")


if __name__ == "__main__":
    main()
