"""Processor time of pairing over the first 1, 2, 4 and 8 thousand articles, one process.

    pairing_growth.py FILE.jsonl[.gz] [--articles N …] [--repeat N]

Records hold `id` and `text`, and `title` and `date` where they are known. The articles are read first, and not timed;
the time is that of the views of all claims, their candidates, the comparisons and the verdicts, the best of some runs.
The exponent is the slope of log time over log number of claims.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import math
import time
from pathlib import Path

from factcheck.model import Article, Document
from factcheck.pair.blocks import candidates
from factcheck.pair.match import pairs, views_of
from factcheck.run import read_article
from factcheck.stats import corpus_stats


def records(path: Path, count: int) -> list[Article]:
    """The first articles of a file, as the stages before have read them."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, count)]
    return [
        read_article(Document(id=row["id"], text=row["text"], title=row.get("title"), date=row.get("date")))
        for row in rows
    ]


def measured(articles: list[Article], repeat: int) -> tuple[int, int, int, float]:
    """Claims, candidates, pairs, and seconds of pairing."""
    stats = corpus_stats(articles)
    seconds = []
    for _ in range(repeat):
        began = time.process_time()
        found = pairs(articles, (), stats)
        seconds.append(time.process_time() - began)
    views, _ = views_of(articles, ())
    return sum(len(one.claims) for one in articles), sum(1 for _ in candidates(views, stats)), len(found), min(seconds)


def main() -> None:
    """Print a line a size, and the exponents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_file", type=Path, metavar="FILE")
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 2000, 4000, 8000])
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args()
    articles = records(args.articles_file, max(args.articles))
    measured(articles[:20], 1)  # tables are made once
    rows = []
    for count in args.articles:
        claims, compared, found, seconds = measured(articles[:count], args.repeat)
        rows.append((claims, seconds))
        print(
            f"{count:>6} articles {claims:>7,} claims {compared:>9,} candidates {found:>6,} pairs {seconds:6.2f} s",
            flush=True,
        )
    for least, most in [*itertools.pairwise(rows), (rows[0], rows[-1])]:
        slope = math.log(most[1] / least[1]) / math.log(most[0] / least[0])
        print(f"{least[0]:,} to {most[0]:,} claims: n^{slope:.2f}")


if __name__ == "__main__":
    main()
