"""Fit the weights by which two statements are taken for one fact, on figures that people judged.

    python training/fit_facts.py POOL.jsonl.gz=JUDGED.jsonl [POOL=JUDGED …]  > factcheck/facts/data/weights.yaml

A pool holds articles, one JSON object a line (id, text, and where known title, date, source). A judged file holds
pairs, {"a": {"doc", "start", "end"}, "b": {…}, "label": "same" | "apart" | "unclear", "values": …} a line, or facts of
`draw_facts.py`, {"places": [{"doc", "start", "end"}, …], "facts": "AABA"}: of each two places of two
articles whether they have one letter. The places of one fact weigh together as much as there are articles.

Three logistic regressions: for figures that agree, of two articles that report one event, and of two of which that is
not certain; and one that looks at no value, for figures that differ. Of one fact and yet different are too few
judged pairs to learn from; so the last learns what all pairs of one fact have in common, however their figures
relate, against those of two facts that differ. What they are worth is told on standard error, each fifth of the
articles judged by weights fitted on the others; what is written is fitted on all of them.

What ships was written with the pairs of news-hans and news-hongkong and the facts of
`training/annotations/facts-*.jsonl`, in this order, the last only for figures that agree. The likeness is read by the
frames of the day, so the weights move by some hundredths when the reader learns: then run it again.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from factcheck import zh
from factcheck.corpus import corpus_stats
from factcheck.facts.likeness import NAMES, describe_likeness
from factcheck.facts.statements import Statement, view_statements
from factcheck.facts.stories import Bonds, Themes, find_kin
from factcheck.model import Article, Document
from factcheck.run.article import read_articles
from factcheck.verdict import compare_figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RIDGE = {"agree": 1.0, "outside": 1.0, "differ": 3.0}  # how much a weight must be worth
_ROUNDS = 60
_FOLDS = 5
_NEARLY = 0.999  # what tells a pair of a fact from one that was judged alone


class Judged(NamedTuple):
    """Two statements that were judged: what they have in common, whether they are of one fact, how much that counts."""

    table: str
    likeness: tuple[float, ...]
    same: bool
    counts: float
    fold: int


def list_pairs(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any], bool, float]]:
    """Each two places that were judged, whether they are of one fact, and how much that counts: a pair counts 1."""
    for row in rows:
        if "places" in row:
            told = [(place, fact) for place, fact in zip(row["places"], row["facts"], strict=True) if fact != "?"]
            pairs = [pair for pair in combinations(told, 2) if pair[0][0]["doc"] != pair[1][0]["doc"]]
            docs = len({place["doc"] for place, _ in told})
            yield from ((a, b, one == other, docs / len(pairs) / 2 * _NEARLY) for (a, one), (b, other) in pairs)
        elif row["label"] != "unclear" and row.get("why") != "misread":
            yield row["a"], row["b"], row["label"] == "same", 1.0


def read_pool(pool: str, wanted: set[str]) -> list[Article]:
    """The articles of a pool that are wanted, by id."""
    with gzip.open(pool, "rt", encoding="utf-8") as lines:
        held = [one for one in map(json.loads, lines) if one["id"] in wanted]
    documents = [Document(**{key: one.get(key) for key in ("id", "text", "title", "date", "source")}) for one in held]
    return list(read_articles(documents, 2, None, skipped=[]))


def view_pairs(rows: Sequence[dict[str, Any]], articles: Sequence[Article]) -> Iterator[Judged]:
    """What each two places that were judged have in common."""
    lexicon = zh.lexicon()
    by_id, stats = {article.document.id: article for article in articles}, corpus_stats(articles, lexicon)
    bonds = Bonds(find_kin(by_id, stats), Themes(by_id, stats))
    at: dict[tuple[str, int, int], Statement] = {}
    for article in articles:
        at |= {(*one.place, one.claim.end): one for one in view_statements(article, lexicon)}
    for one, other, same, counts in list_pairs(rows):
        a, b = (at.get((place["doc"], place["start"], place["end"])) for place in (one, other))
        if a is None or b is None or a.kind != b.kind:
            continue
        bond = bonds.of(a.claim.doc, b.claim.doc)
        fold = hashlib.blake2b(min(one["doc"], other["doc"]).encode(), digest_size=2).digest()[1] % _FOLDS
        agrees = a.figure == b.figure or compare_figures(a.claim, b.claim).outcome.agrees
        if agrees:
            table = "agree" if bond.is_sure else "outside"
            yield Judged(table, describe_likeness(a, b, bond, lexicon, agrees=True), same, counts, fold)
        if counts == 1 and (same or not agrees):  # what a program has put together says little of what differs
            yield Judged("differ", describe_likeness(a, b, bond, lexicon, agrees=False), same, counts, fold)


def fit(rows: Sequence[Judged], ridge: float) -> np.ndarray:
    """The weights of a logistic regression, by Newton's method."""
    x, y = np.array([one.likeness for one in rows]), np.array([float(one.same) for one in rows])
    counts = np.array([one.counts for one in rows])
    weights = np.zeros(len(NAMES))
    penalty = np.full(len(NAMES), ridge)
    penalty[0] = 1e-3
    for _ in range(_ROUNDS):
        odds = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (counts * (odds - y)) + penalty * weights
        curve = (x.T * (counts * odds * (1 - odds))) @ x + np.diag(penalty)
        weights -= np.linalg.solve(curve, slope)
    return weights


def rank(scores: np.ndarray, same: np.ndarray) -> float:
    """The area under the curve: how often one of one fact weighs more than one of two."""
    order = scores.argsort().argsort() + 1
    good = same.sum()
    return float((order[same].sum() - good * (good + 1) / 2) / (good * (len(same) - good)))


def describe_worth(rows: Sequence[Judged], ridge: float) -> str:
    """What weights are worth on articles that they were not fitted on."""
    scores, same = np.zeros(len(rows)), np.array([one.same for one in rows])
    for fold in range(_FOLDS):
        weights = fit([one for one in rows if one.fold != fold], ridge)
        scores += [float(np.array(one.likeness) @ weights) if one.fold == fold else 0.0 for one in rows]
    counts = np.array([one.counts for one in rows])
    told = [f"n={len(rows)} same={same.sum()} auc={rank(scores, same):.3f}"]
    for least in (-2, -1, 0, 1, 2, 3):
        taken = counts * (scores >= least)
        precision = (same * taken).sum() / max(taken.sum(), 1e-9)
        told.append(f">={least}: p={precision:.2f} r={(same * taken).sum() / (same * counts).sum():.2f}")
    return "  ".join(told)


def main(arguments: list[str]) -> None:
    """Fit, tell what it is worth, write."""
    judged: list[Judged] = []
    for pool, path in (pair.split("=") for pair in arguments):
        rows = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
        docs = {place["doc"] for row in rows for place in row.get("places") or (row["a"], row["b"])}
        judged += view_pairs(rows, read_pool(pool, docs))
        print(Path(path).name, Counter(one.table for one in judged), file=sys.stderr)
    print("# Made by training/fit_facts.py: the logarithm of the odds that two statements are of one fact.")
    for table, ridge in _RIDGE.items():
        rows = [one for one in judged if one.table == table]
        print(table, describe_worth(rows, ridge), file=sys.stderr)
        print(f"{table}:")
        for name, weight in zip(NAMES, fit(rows, ridge), strict=True):
            print(f"  {name}: {weight:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
