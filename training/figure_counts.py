"""Count in how many articles of news a figure stands: 24GB in many, 13.7万人 in few.

figure_counts.py POOL.jsonl[.gz][=N] … [--least N] [--write]

What two articles share by chance is what many articles have. Each pool counts alike: the share is the mean of the
shares of the pools, in millionths; of a pool the first N articles, or all. Reprints count once. Figures of fewer than
N articles in every pool (default 4) are left out. What ships was made of news-hans and the first 1,500 articles of
news-hongkong.
"""

from __future__ import annotations

import argparse
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from figures import read_documents

from factcheck.facts.rarity import FIGURES, spell_figure
from factcheck.run.article import read_article

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Article

MILLION = 1_000_000


def count_figures(articles: Iterable[Article]) -> tuple[Counter[str], int]:
    """In how many articles each figure stands, and how many articles there are; what has the same figures is one."""
    seen = {frozenset(map(spell_figure, article.claims)) for article in articles}
    return Counter(figure for held in seen for figure in held), len(seen)


def write_counts(counted: Iterable[tuple[Counter[str], int]], least: int) -> str:
    """The list as it ships, of what is counted of each pool."""
    shares, often, pools = Counter[str](), set[str](), list(counted)
    for counts, articles in pools:
        often.update(figure for figure, count in counts.items() if count >= least)
        for figure, count in counts.items():
            shares[figure] += round(MILLION * count / articles / len(pools))
    return "".join(f"{figure} {shares[figure]}\n" for figure in sorted(often))


def main() -> None:
    """Print how many figures were kept; write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pools", nargs="+")
    parser.add_argument("--least", type=int, default=4)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    pools = (pool.partition("=")[::2] for pool in args.pools)
    read = (map(read_article, read_documents(Path(pool), int(first) if first else None)) for pool, first in pools)
    counted = map(count_figures, read)
    written = write_counts(counted, args.least)
    print(f"{written.count(chr(10))} figures")
    if args.write:
        Path(str(files("factcheck.facts").joinpath("data", FIGURES))).write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
