"""Learn which figures are no claim: weights of a logistic regression, counted by cross-validation, and for good.

    python training/noclaims.py gather FRAMES NEWS SAMPLES.pickle    what is seen of the figures of one pool
    python training/noclaims.py count SAMPLES…                       what is left out, and what is lost, by the bar
    python training/noclaims.py write MODEL.json SAMPLES…            the weights, from all samples

The bar is set so that less than two claims in a hundred are lost.
"""

from __future__ import annotations

import argparse
import pickle
from collections import Counter
from importlib import import_module
from pathlib import Path

import numpy as np
from frames import FOLDS, fold_of, match_claim, read_pool
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from tables import may_be_learnt, write_tables

from factcheck import zh
from factcheck.frame import claims
from factcheck.frame.no_claims import TEMPLATES, see_figure
from factcheck.quantity import recognise
from factcheck.text import prepare
from factcheck.text.joins import CleanText

BAR = 1.2
_RARE = 3
_STIFFNESS = 1.0

Sample = tuple[str, str, bool, tuple[str, ...] | None]  # pool, article, whether it is no claim, what is seen


def gather(frames: Path, news: Path) -> list[Sample]:
    """The samples of a pool; nothing is seen of a figure that the grammar leaves out already."""
    lexicon, seen = zh.lexicon(), {}
    room = import_module("factcheck.frame.no_claims")

    def watch(sentence, claim, weights) -> bool:  # noqa: ANN001, ARG001 - stands in for `is_no_claim`
        seen[claim.start] = see_figure(sentence, claim)
        return False

    held, room.is_no_claim = room.is_no_claim, watch
    samples = []
    try:
        for document, rows in read_pool(frames, news):
            seen.clear()
            text = prepare(document.text, lexicon=lexicon)
            clean = CleanText.of(text)
            found = claims(document, text, recognise(text, lexicon), lexicon)
            for row in rows:
                claim = match_claim(row, found)
                start = claim and clean.inward((claim.start, claim.end))[0]
                samples.append((row.pool, row.doc, bool(row.skip), claim and seen.get(start)))
    finally:
        room.is_no_claim = held
    return samples


def fit(samples: list[Sample]) -> dict[tuple[int, str], float]:
    """Weights by (number of the template, value)."""
    counts = Counter(pair for sample in samples for pair in enumerate(sample[3]))
    learnt = sorted(pair for pair, n in counts.items() if n >= _RARE and may_be_learnt(TEMPLATES[pair[0]], pair[1]))
    column = {pair: number for number, pair in enumerate(learnt)}
    rows = [[column[pair] for pair in enumerate(sample[3]) if pair in column] for sample in samples]
    pointers = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    matrix = csr_matrix((np.ones(pointers[-1]), np.concatenate(rows), pointers), (len(rows), len(learnt)))
    turned, wanted = matrix.T.tocsr(), np.array([sample[2] for sample in samples], float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        value = (np.logaddexp(0, scores) - wanted * scores).sum() + 0.5 * _STIFFNESS * weights @ weights
        return float(value), turned @ (1 / (1 + np.exp(-scores)) - wanted) + _STIFFNESS * weights

    found = minimize(loss, np.zeros(len(learnt)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return dict(zip(learnt, found.x, strict=True))


def count(samples: list[Sample]) -> None:
    """Print, by the bar, how many of what is no claim are left out, and how many claims are lost."""
    scored = []
    for fold in range(FOLDS):
        weights = fit([one for one in samples if one[3] and fold_of(one[1]) != fold])
        test = [one for one in samples if one[3] and fold_of(one[1]) == fold]
        scored += [(sum(weights.get(pair, 0.0) for pair in enumerate(one[3])), one[2]) for one in test]
    none = sum(one[2] for one in samples)
    unread = Counter(one[2] for one in samples if not one[3])  # the grammar leaves it out
    for bar in (0.0, 0.5, 0.8, BAR, 1.5, 2.0):
        out = Counter(skip for score, skip in scored if score > bar)
        lost = (out[False] + unread[False]) / (len(samples) - none)
        print(f"bar {bar}: no claim where none is {(out[True] + unread[True]) / none:.3f}, claims lost {lost:.4f}")


def main() -> None:
    """Gather, count or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", choices=["gather", "count", "write"])
    parser.add_argument("files", nargs="+", type=Path)
    args = parser.parse_args()
    if args.work == "gather":
        frames, news, out = args.files
        out.write_bytes(pickle.dumps(gather(frames, news)))
        return
    files = args.files if args.work == "count" else args.files[1:]
    samples = [one for path in files for one in pickle.loads(path.read_bytes())]  # noqa: S301 - what `gather` wrote
    if args.work == "count":
        count(samples)
    else:
        weights = fit([one for one in samples if one[3]])
        write_tables(args.files[0], TEMPLATES, weights.items(), bar=-BAR)


if __name__ == "__main__":
    main()
