"""Fit the match weights of factcheck/pair/data/weights.yaml from unlabelled articles.

fit_weights.py ARTICLES.jsonl[.gz] [--limit N]

No hand labels are needed: two candidates whose figures are the same to three significant digits or more state the same
fact nearly always; two whose figures differ nearly never do. Over the levels that such pairs land on, a logistic
regression (iteratively reweighted least squares, ridge) gives each level its weight in bits. Reprinted sentences are
one claim before pairing, so what is learned is how the same fact is told in other words. Pairs within one article,
and of articles about others (form letters on other companies), are left out. The result is printed to compare with the
data file; nothing is overwritten.

Then the calibration of the data file on the same pairs: for each band of confidence, how many candidates landed there,
and the share of them whose figures are the same. Two texts that state one fact seldom differ in it, so the share is
about the chance that a pair of this confidence states one fact. How many *differing* pairs are errors of a text is
another question, which only reading answers: docs/precision.md.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

import factcheck
from factcheck import zh
from factcheck.corpus import corpus_stats
from factcheck.pair.aliases import Aliases
from factcheck.pair.blocks import find_candidates
from factcheck.pair.compare import compare
from factcheck.pair.match import view_claims
from factcheck.pair.rows import outline_corpus
from factcheck.pair.stories import Stories
from factcheck.pair.vetoes import find_veto
from factcheck.pair.weights import weights as table
from factcheck.run.article import read_article
from factcheck.verdict import Outcome, compare_figures, significant_digits

if TYPE_CHECKING:
    from factcheck.model import Article

DIGITS = 3  # significant digits from which an equal figure is no chance
RIDGE = 2.0
BANDS = (0.0, 0.05, 0.1, 0.25, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def main() -> None:
    """Print the fitted weights, and how many pairs stood behind them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("--limit", type=int)
    args = parser.parse_args()
    opened = gzip.open if args.articles.endswith(".gz") else Path.open
    with opened(Path(args.articles), "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][: args.limit]
    documents = (factcheck.Document(id=r["id"], text=r["text"], title=r.get("title"), date=r.get("date")) for r in rows)
    features, labels, names, confidences = observations([read_article(document) for document in documents])
    weights = logistic(features, labels)
    seen = Counter({name: int(features[:, at].sum()) for at, name in enumerate(names)})
    print(f"pairs {len(labels)}, of them the same figure {int(labels.sum())}")
    print(f"intercept {weights[-1] / np.log(2):.2f}")
    for at, name in enumerate(names):
        print(f"{name:<22} {weights[at] / np.log(2):6.2f}  ({seen[name]} pairs)")
    print("confidence     pairs  the same figure")
    for low, high in pairwise(BANDS):
        inside = labels[(confidences >= low) & (confidences < high)]
        print(f"{low:.2f} to {min(high, 1):.2f} {len(inside):>7}  {inside.mean() if len(inside) else math.nan:.2f}")


def observations(articles: list[Article]) -> tuple[np.ndarray, np.ndarray, list[str], np.ndarray]:
    """One row a pair: 1 where it landed on a level; whether its figures are the same; names of levels; confidences."""
    lexicon = zh.lexicon()
    stats = corpus_stats(articles, lexicon)
    views, _ = view_claims(articles, Aliases(articles, lexicon=lexicon), lexicon)
    stories = Stories(stats)
    rows: list[list[str]] = []
    labels: list[float] = []
    confidences: list[float] = []
    outlined = outline_corpus(views, {article.document.id: article for article in articles}, lexicon)
    for a, b in find_candidates(outlined, stats):
        x, y = views[a].claim, views[b].claim
        story = stories.level(x.doc, y.doc)
        if x.doc == y.doc or story == "others" or find_veto(views[a], views[b]) is not None:
            continue
        outcome = compare_figures(x, y).outcome
        exact = len(significant_digits(x)) >= DIGITS and len(significant_digits(y)) >= DIGITS
        if exact and outcome in {Outcome.EQUAL, Outcome.DIFFER, Outcome.SLIP}:
            levels = compare(views[a], views[b], stats, lambda level=story: level)
            rows.append([f"{level.comparison}.{level.level}" for level in levels])
            labels.append(float(outcome == Outcome.EQUAL))
            confidences.append(table().confidence(sum(level.weight for level in levels)))
    names = sorted({name for row in rows for name in row})
    index = {name: at for at, name in enumerate(names)}
    features = np.zeros((len(rows), len(names)), dtype=np.float32)
    for at, row in enumerate(rows):
        features[at, [index[name] for name in row]] = 1
    return features, np.array(labels), names, np.array(confidences)


def logistic(features: np.ndarray, labels: np.ndarray, steps: int = 40) -> np.ndarray:
    """The coefficients, the intercept last, in nats."""
    x = np.hstack([features, np.ones((len(features), 1), dtype=np.float32)]).astype(np.float64)
    weights = np.zeros(x.shape[1])
    penalty = np.eye(x.shape[1]) * RIDGE
    penalty[-1, -1] = 1e-6
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        spread = np.maximum(chance * (1 - chance), 1e-6)
        gradient = x.T @ (labels - chance) - penalty @ weights
        step = np.linalg.solve((x * spread[:, None]).T @ x + penalty, gradient)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


if __name__ == "__main__":
    main()
