"""Mine words that may mean the same from unlabelled news.

synonyms.py POOL.jsonl[.gz]… [--limit N]

Two texts of one event (within a few days of one another, sharing rare words) that state the same telling figure (three
digits and more, of one kind and unit) state one fact nearly always. Of the few words that one has beside its figure and
the other has not, each of the one with each of the other is a candidate. Printed, most frequent first: both words, the
number of events (a day and a figure count once), and in how many sentences the two stand beside two different figures,
which speaks against them. A person reads the list and keeps what is a fact of the language in
factcheck/zh/words/synonyms.yaml.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from itertools import combinations, product
from pathlib import Path

from figures import Article, Figure, read_documents, read_figures

DAYS = 3  # within which two texts tell of one event
DIGITS = 3  # significant digits from which an equal figure is no chance
RARE = 0.004  # of the articles hold a rare word at the most
SHARED = 3  # rare words that two texts of one event share at the least
OWN = 3  # words that one has beside its figure and the other has not, at the most
CROWD = 12  # texts with one figure, above which it is no telling one


def main() -> None:
    """Print the candidates as a table: word, word, events, sentences against."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pools", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, help="articles read of each pool")
    parser.add_argument("--least", type=int, default=2, help="events from which a candidate is printed")
    args = parser.parse_args()
    events: Counter[tuple[str, str]] = Counter()
    against: Counter[tuple[str, str]] = Counter()
    for pool in args.pools:
        articles = [read_figures(document) for document in read_documents(pool, args.limit)]
        events.update(count_events(articles))
        against.update(count_side_by_side(articles))
    for (one, other), count in sorted(events.items(), key=lambda item: (-item[1], item[0])):
        if count >= args.least:
            print(one, other, count, against[one, other], sep="\t")


def count_events(articles: list[Article]) -> Counter[tuple[str, str]]:
    """Pairs of words, sorted, to the number of events in which they stand beside the same figure."""
    held = Counter(word for article in articles for word in article.words)
    rare = {
        article.doc: frozenset(w for w in article.words if 1 < held[w] <= max(4, RARE * len(articles)))
        for article in articles
    }
    days = {article.doc: article.day for article in articles}
    same: defaultdict[tuple[str, str, str], dict[str, Figure]] = defaultdict(dict)
    for article in articles:
        for figure in article.figures:
            if figure.digits >= DIGITS and figure.kind != "date":
                same[figure.kind, figure.unit, figure.value].setdefault(article.doc, figure)
    found: set[tuple[str, str, int, str]] = set()
    for (_, _, value), figures in same.items():
        if len(figures) > CROWD:
            continue
        for one, other in combinations(figures.values(), 2):
            first, second = days[one.doc], days[other.doc]
            if first is None or second is None or abs(first - second) > DAYS:
                continue
            if len(rare[one.doc] & rare[other.doc]) < SHARED:
                continue
            ours, theirs = one.beside - other.beside, other.beside - one.beside
            if len(ours) <= OWN and len(theirs) <= OWN:
                event = min(first, second) // DAYS, value
                found.update((min(pair), max(pair), *event) for pair in product(ours, theirs))
    return Counter((one, other) for one, other, _, _ in found)


def count_side_by_side(articles: list[Article]) -> Counter[tuple[str, str]]:
    """Pairs of words, sorted, to the number of sentences in which each stands beside a figure of its own."""
    return Counter(pair for article in articles for pair in find_side_by_side(article))


def find_side_by_side(article: Article) -> set[tuple[str, str]]:
    """The pairs of words, sorted, of which each stands beside a figure of its own in one sentence."""
    sentences: defaultdict[tuple[int, int], list[Figure]] = defaultdict(list)
    for figure in article.figures:
        sentences[figure.sentence].append(figure)
    return {
        (min(one, other), max(one, other))
        for figures in sentences.values()
        for a, b in combinations(figures, 2)
        if a.kind == b.kind and a.value != b.value
        for one in a.beside - b.beside
        for other in b.beside - a.beside
    }


if __name__ == "__main__":
    main()
