"""Fit the weights by which two statements are taken for one fact, on pairs of figures that people judged.

    python training/fit_facts.py POOL.jsonl.gz=JUDGED.jsonl [POOL=JUDGED …]  > factcheck/facts/data/weights.yaml

A pool holds articles, one JSON object a line (id, text, and where known title, date, source). A judged file holds
{"a": {"doc", "start", "end"}, "b": {…}, "label": "same" | "apart" | "unclear", "values": …} a line. Two logistic
regressions: one for figures that agree, and one that looks at no value. Of one fact and yet different are too few
judged pairs to learn from; so the second learns what all pairs of one fact have in common, however their figures
relate, against those of two facts that differ. What the two are worth is told on standard error, each pool judged by
weights fitted on the others; what is written is fitted on all of them.

What ships was written with news-hans, news-hans-july and news-hongkong, in this order. The likeness is read by the
frames of the day, so the weights move by some hundredths when the reader learns: then run it again.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import numpy as np

from factcheck import zh
from factcheck.corpus import corpus_stats
from factcheck.facts.likeness import NAMES, describe_likeness
from factcheck.facts.statements import view_statements
from factcheck.facts.stories import find_kin
from factcheck.model import Document
from factcheck.run.article import read_articles
from factcheck.verdict import compare_figures

_RIDGE = {"agree": 1.0, "differ": 3.0}  # how much a weight must be worth
_ROUNDS = 60


def read_judged(pool: str, judged: str) -> dict[str, list[tuple[tuple[float, ...], bool]]]:
    """The likeness of each judged pair and whether it is of one fact, for figures that agree and that differ."""
    rows = [json.loads(line) for line in Path(judged).read_text("utf-8").splitlines()]
    rows = [row for row in rows if row["label"] != "unclear" and row.get("why") != "misread"]
    wanted = {row[side]["doc"] for row in rows for side in "ab"}
    with gzip.open(pool, "rt", encoding="utf-8") as lines:
        held = [one for one in map(json.loads, lines) if one["id"] in wanted]
    documents = [Document(**{key: one.get(key) for key in ("id", "text", "title", "date", "source")}) for one in held]
    lexicon = zh.lexicon()
    articles = list(read_articles(documents, 2, None, skipped=[]))
    statements = {one.place: one for article in articles for one in view_statements(article, lexicon)}
    at = {(doc, start, end): one for (doc, start), one in statements.items() for end in (one.claim.end,)}
    kin = find_kin({article.document.id: article for article in articles}, corpus_stats(articles, lexicon))
    found: dict[str, list[tuple[tuple[float, ...], bool]]] = {"agree": [], "differ": []}
    for row in rows:
        a, b = (at.get((row[side]["doc"], row[side]["start"], row[side]["end"])) for side in "ab")
        if a is None or b is None or a.kind != b.kind:
            continue
        docs = sorted((a.claim.doc, b.claim.doc))
        near = kin.get((docs[0], docs[1]))
        kinship = near.share if near else 0.0
        agrees, same = a.figure == b.figure or compare_figures(a.claim, b.claim).outcome.agrees, row["label"] == "same"
        if agrees:
            found["agree"].append((describe_likeness(a, b, kinship, lexicon, agrees=True), same))
        if same or not agrees:
            found["differ"].append((describe_likeness(a, b, kinship, lexicon, agrees=False), same))
    return found


def fit(rows: list[tuple[tuple[float, ...], bool]], ridge: float) -> np.ndarray:
    """The weights of a logistic regression, by Newton's method."""
    x, y = np.array([one for one, _ in rows]), np.array([float(same) for _, same in rows])
    weights = np.zeros(len(NAMES))
    penalty = np.full(len(NAMES), ridge)
    penalty[0] = 1e-3
    for _ in range(_ROUNDS):
        odds = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (odds - y) + penalty * weights
        curve = (x.T * (odds * (1 - odds))) @ x + np.diag(penalty)
        weights -= np.linalg.solve(curve, slope)
    return weights


def rank(scores: np.ndarray, same: np.ndarray) -> float:
    """The area under the curve: how often one of one fact weighs more than one of two."""
    order = scores.argsort().argsort() + 1
    good = same.sum()
    return float((order[same].sum() - good * (good + 1) / 2) / (good * (len(same) - good)))


def main(arguments: list[str]) -> None:
    """Fit, tell what it is worth, write."""
    pools = {pair.split("=")[0]: read_judged(*pair.split("=")) for pair in arguments}
    print("# Made by training/fit_facts.py: the logarithm of the odds that two statements are of one fact.")
    for kind in ("agree", "differ"):
        for left_out, rows in pools.items():
            others = [row for name, held in pools.items() if name != left_out for row in held[kind]]
            if not others or not rows[kind]:
                continue
            weights = fit(others, _RIDGE[kind])
            scores = np.array([one for one, _ in rows[kind]]) @ weights
            same = np.array([same for _, same in rows[kind]])
            told = [f"{Path(left_out).name} {kind} n={len(same)} same={same.sum()} auc={rank(scores, same):.3f}"]
            for least in (-2, -1, 0, 1, 2, 3):
                taken = scores >= least
                precision = (same & taken).sum() / max(taken.sum(), 1)
                told.append(f">={least}: p={precision:.2f} r={(same & taken).sum() / max(same.sum(), 1):.2f}")
            print("  ".join(told), file=sys.stderr)
        weights = fit([row for held in pools.values() for row in held[kind]], _RIDGE[kind])
        print(f"{kind}:")
        for name, weight in zip(NAMES, weights, strict=True):
            print(f"  {name}: {weight:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
