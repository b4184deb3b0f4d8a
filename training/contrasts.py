"""Mine words that are set against one another from unlabelled news.

contrasts.py POOL.jsonl[.gz]… [--limit N]

What one sentence lists side by side, each with a figure of its own of the same kind, are different things to its
author: 出口2亿元，进口3亿元. Two neighbouring figures of a sentence are taken, and the letters that lead up to each;
of the one or two words that one has and the other has not, each with each is a candidate. Printed, the strongest first:
both words, the number of articles that list them, how much of all that the two stand in it is (the cosine, so that
其中, which is listed with anything, comes last), and the words that they share most often. A person reads the list and
keeps what is a fact of the language in factcheck/zh/words/contrasts.yaml.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter, defaultdict
from itertools import pairwise, product
from pathlib import Path
from typing import TYPE_CHECKING

from figures import Article, read_documents, read_figures

from factcheck.corpus.corpus import content
from factcheck.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_LED = re.compile(r"[\u4e00-\u9fffA-Za-z]{1,16}[ \u2060]?$")  # the letters that lead up to a figure
_OWN = 2  # words that one has and the other has not, at the most
_BETWEEN = 24  # letters between two figures of one list at the most


def main() -> None:
    """Print the candidates as a table: word, word, articles, what they share."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pools", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, help="articles read of each pool")
    parser.add_argument("--least", type=int, default=2, help="articles from which a candidate is printed")
    parser.add_argument("--cosine", type=float, default=0.12, help="from which a candidate is printed")
    args = parser.parse_args()
    articles: Counter[tuple[str, str]] = Counter()
    shared: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for pool in args.pools:
        for document in read_documents(pool, args.limit):
            listed = set(find_listed(read_figures(document)))
            articles.update({(one, other) for one, other, _ in listed})
            for one, other, common in listed:
                shared[one, other][common] += 1
    stands: Counter[str] = Counter()
    for pair, count in articles.items():
        stands.update(dict.fromkeys(pair, count))
    cosine = {pair: count / math.sqrt(stands[pair[0]] * stands[pair[1]]) for pair, count in articles.items()}
    for pair, count in sorted(articles.items(), key=lambda item: (-item[1] * cosine[item[0]], item[0])):
        if count >= args.least and cosine[pair] >= args.cosine:
            most = min(shared[pair].items(), key=lambda item: (-item[1], item[0]))[0]
            print(*pair, count, f"{cosine[pair]:.2f}", most, sep="\t")


def find_listed(article: Article) -> Iterator[tuple[str, str, str]]:
    """Two words, sorted, that a sentence sets against one another, and the words that both figures share."""
    for one, other in pairwise(article.figures):
        if one.sentence != other.sentence or one.kind != other.kind or one.value == other.value:
            continue
        between = article.folded[one.end : other.start]
        if len(between) > _BETWEEN:
            continue
        led = [_lead_up(article.folded, figure.sentence[0], figure.start) for figure in (one, other)]
        ours, theirs = led[0] - led[1], led[1] - led[0]
        if len(ours) <= _OWN and len(theirs) <= _OWN:
            common = "".join(sorted(led[0] & led[1]))
            yield from ((min(pair), max(pair), common) for pair in product(ours, theirs))


def _lead_up(folded: str, first: int, start: int) -> frozenset[str]:
    """The content words right before a figure, up to the mark before them."""
    found = _LED.search(folded[max(first, start - 16) : start])
    return frozenset(content(words(found.group()))) if found else frozenset()


if __name__ == "__main__":
    main()
