"""Fit the weights of factcheck/pair/data/retellings.yaml: how much each level says that two figures are one fact.

fit_pairs.py POOL.jsonl[.gz]=PAIRS.jsonl … [--articles N] [--write]

POOL holds articles, one JSON object a line (id, text, title, date, source); PAIRS holds pairs of figures of it, judged
same or apart by reading: {"a": {"doc", "start", "end"}, "b": …, "label": same|apart|unclear}. Two sources of labels:

- the judged pairs, those aside that a veto forbids;
- the pool itself: in two articles of one event, figures of three digits and more that are equal state one fact nearly
  always, those that differ hardly ever. Clauses in the same words are left out: what is learnt is how the same fact is
  said in other words.

A logistic regression (iteratively reweighted least squares, ridge) over the levels on which the pairs land gives
each level its weight in bits. First each pool is judged with weights learnt from the others, and how well they rank is
printed; then all pools together make the weights, which --write puts into the data file. The head of the file
(thresholds) is kept.
At most N articles of a pool are read (default 3,000), those of the judged pairs first.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

import factcheck
from factcheck import zh
from factcheck.corpus import corpus_stats
from factcheck.pair.aliases import Aliases
from factcheck.pair.event_pairs import EventPairs
from factcheck.pair.events import LIKE, Event, find_events
from factcheck.pair.match import view_claims, view_each_claim
from factcheck.pair.retellings import RETELLING_LEVELS, land_retelling
from factcheck.run.article import read_articles
from factcheck.verdict import Outcome, compare_figures, significant_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.model import Article
    from factcheck.pair.surroundings import Meeting, Surroundings

DIGITS = 3  # significant digits from which an equal figure is no chance
RIDGE = 3.0
JUDGED = 3.0  # how much a judged pair counts beside one of the pool
KEPT = 8  # of the differing pairs of a pool one in so many is kept, by a hash of its places
STEPS = 40
SELF_KINDS = frozenset({"money", "count", "percent", "length", "area", "mass", "energy", "power", "volume"})
DATA = "retellings.yaml"


class Row(NamedTuple):
    """One pair: the levels it lands on, 1 for one fact and 0 for two, and whether a reader judged it."""

    levels: dict[str, str]
    same: int
    judged: bool


def main() -> None:
    """Print how well pools are ranked that were not learnt from; write the weights of all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pools", nargs="+", metavar="POOL=PAIRS")
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows = {}
    for pool in args.pools:
        articles, _, pairs = pool.partition("=")
        judged = [row for row in read_jsonl(Path(pairs)) if row["label"] != "unclear"]
        rows[pool] = list(observe(read_pool(Path(articles), judged, args.articles), judged))
        same = sum(row.same for row in rows[pool])
        print(f"{Path(articles).name}: {len(rows[pool])} pairs, {same} of one fact", flush=True)
    for held in rows if len(rows) > 1 else ():
        weights = fit([row for pool in rows if pool != held for row in rows[pool]])
        for judged in (True, False):
            tried = [row for row in rows[held] if row.judged == judged]
            scores, labels = [weigh(row.levels, weights) for row in tried], [row.same for row in tried]
            print(
                f"{Path(held.partition('=')[0]).name} held out, {'judged' if judged else 'unlabelled'}: "
                f"AUC {measure_auc(scores, labels):.3f}, average precision {measure_precision(scores, labels):.3f}"
            )
    weights = fit([row for held in rows.values() for row in held])
    text = files("factcheck.pair").joinpath("data", DATA).read_text(encoding="utf-8")
    written = write_weights(text, weights)
    print(written)
    if args.write:
        Path(str(files("factcheck.pair").joinpath("data", DATA))).write_text(written, encoding="utf-8")


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """The rows of a file, compressed or not."""
    opened = gzip.open if path.suffix == ".gz" else Path.open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_pool(path: Path, judged: Iterable[Mapping[str, Any]], most: int) -> list[Article]:
    """Articles of a pool, those of judged pairs first."""
    wanted = {row[side]["doc"] for row in judged for side in ("a", "b")}
    rows = sorted(read_jsonl(path), key=lambda row: row["id"] not in wanted)[: max(most, len(wanted))]
    fields = ("id", "text", "title", "date", "source")
    documents = [factcheck.Document(**{name: row.get(name) for name in fields}) for row in rows]
    return sorted(read_articles(documents, 2, skipped=[]), key=lambda article: article.document.id)


def observe(articles: Sequence[Article], judged: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    """The pairs of a pool with the levels they land on."""
    lexicon = zh.lexicon()
    stats = corpus_stats(articles, lexicon)
    aliases, by_id = Aliases(articles, lexicon=lexicon), {article.document.id: article for article in articles}
    events = find_events(articles, stats)
    known = {(event.a, event.b): event for event in events}
    unlike, _ = view_claims(articles, aliases, lexicon)  # a sentence that is reprinted teaches nothing of other words
    pairs = EventPairs(unlike, by_id, stats)
    for event in events:
        for meeting in pairs.meet(event):
            label = label_by_figures(meeting)
            if label is not None:
                yield Row(land_retelling(meeting, event.likeness), label, judged=False)
    pairs = EventPairs(view_each_claim(articles, aliases, lexicon), by_id, stats)
    for row in judged:
        a, b = sorted((row["a"], row["b"]), key=lambda side: side["doc"])
        event = known.get((a["doc"], b["doc"]), Event(a["doc"], b["doc"], LIKE))
        for meeting in pairs.meet(event):
            if all(covers(side, at) for side, at in ((meeting.one, a), (meeting.other, b))):
                yield Row(land_retelling(meeting, event.likeness), int(row["label"] == "same"), judged=True)


def covers(side: Surroundings, at: Mapping[str, Any]) -> bool:
    """Whether a figure stands at a judged place."""
    claim = side.view.claim
    return bool(claim.doc == at["doc"] and claim.start < at["end"] and at["start"] < claim.end)


def label_by_figures(meeting: Meeting) -> int | None:
    """1 for equal figures that are no chance, 0 for some of those that differ; None for what teaches nothing."""
    a, b = meeting.one.view.claim, meeting.other.view.claim
    if a.kind not in SELF_KINDS or meeting.one.view.clause_text == meeting.other.view.clause_text:
        return None
    if min(len(significant_digits(a)), len(significant_digits(b))) < DIGITS:
        return None
    outcome = compare_figures(a, b).outcome
    if outcome == Outcome.EQUAL:
        return 1
    place = hashlib.sha256(f"{a.doc} {a.start} {b.doc} {b.start}".encode()).digest()[0]
    return 0 if outcome == Outcome.DIFFER and place % KEPT == 0 else None


def fit(rows: Sequence[Row]) -> dict[tuple[str, str], float]:
    """Comparison and level → bits; the weight of (prior, prior) is that of any pair at all."""
    names = sorted({level for row in rows for level in row.levels.items()})
    index = {name: at for at, name in enumerate(names)}
    features = np.zeros((len(rows), len(names) + 1))
    features[:, -1] = 1
    for at, row in enumerate(rows):
        features[at, [index[level] for level in row.levels.items()]] = 1
    labels = np.array([float(row.same) for row in rows])
    counts = np.array([JUDGED if row.judged else 1.0 for row in rows])
    found = fit_logistic(features, labels, counts) / math.log(2)
    return {**dict(zip(names, found, strict=False)), ("prior", "prior"): float(found[-1])}


def fit_logistic(features: np.ndarray, labels: np.ndarray, counts: np.ndarray, ridge: float = RIDGE) -> np.ndarray:
    """The coefficients in nats, the last one that of the constant."""
    weights = np.zeros(features.shape[1])
    penalty = np.eye(len(weights)) * ridge
    penalty[-1, -1] = 1e-6
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(features @ weights, -30, 30)))
        spread = np.maximum(chance * (1 - chance), 1e-6) * counts
        gradient = features.T @ (counts * (labels - chance)) - penalty @ weights
        step = np.linalg.solve((features * spread[:, None]).T @ features + penalty, gradient)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def weigh(levels: Mapping[str, str], weights: Mapping[tuple[str, str], float]) -> float:
    """The bits of a pair."""
    return weights["prior", "prior"] + math.fsum(weights.get(level, 0.0) for level in levels.items())


def measure_auc(scores: Sequence[float], labels: Sequence[int]) -> float:
    """How often a pair of one fact scores above one of two, ties counting half."""
    values, inverse, counts = np.unique(np.array(scores), return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse] if len(values) else np.array([])
    same = np.array(labels) == 1
    positive, negative = int(same.sum()), int((~same).sum())
    if not positive or not negative:
        return math.nan
    return float((ranks[same].sum() - positive * (positive + 1) / 2) / (positive * negative))


def measure_precision(scores: Sequence[float], labels: Sequence[int]) -> float:
    """Average precision: the mean, over the pairs of one fact, of the share of them among all that score as high."""
    ranked = np.array(labels)[np.argsort(-np.array(scores), kind="stable")]
    found = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(found[ranked == 1].mean()) if ranked.any() else math.nan


def write_weights(text: str, weights: Mapping[tuple[str, str], float]) -> str:
    """The data file with new weights; a level that no pair landed on weighs nothing."""
    head, rest = text[: text.index("comparisons:")], text[text.index("differing:") :]
    head = re.sub(r"(?m)^prior: \S+", f"prior: {weights['prior', 'prior']:.2f}", head)
    lines = [f"{head}comparisons:"]
    for comparison, levels in RETELLING_LEVELS.items():
        lines.append(f"  {comparison}:")
        lines += [f"    {level}: {weights.get((comparison, level), 0.0):.2f}" for level in sorted(map(str, levels))]
    return "\n".join(lines) + f"\n{rest}"


if __name__ == "__main__":
    main()
