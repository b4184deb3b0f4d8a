"""Processor time of pairing over the first 1, 2, 4 and 8 thousand articles, one process.

    pairing_growth.py FILE.jsonl[.gz] [--articles N …] [--repeat N]

Records hold `id` and `text`, and `title` and `date` where they are known. The articles are read first, and not timed;
the time is that of the views of all claims, their candidates, the comparisons and the verdicts, the best of some
processes: a second run in one would find the words of a small corpus already cut, and not those of a large one.
The exponent is the slope of log time over log number of articles, and of claims.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import itertools
import json
import math
import multiprocessing
import time
from pathlib import Path

from factcheck import zh
from factcheck.corpus import corpus_stats
from factcheck.model import Article, Document
from factcheck.pair.aliases import Aliases
from factcheck.pair.blocks import find_candidates
from factcheck.pair.match import pairs, view_claims
from factcheck.pair.rows import outline_corpus
from factcheck.run import read_article


def records(path: Path, count: int) -> list[Article]:
    """The first articles of a file, as the stages before have read them."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, count)]
    return [
        read_article(Document(id=row["id"], text=row["text"], title=row.get("title"), date=row.get("date")))
        for row in rows
    ]


def measured(path: Path, count: int) -> tuple[int, int, int, float]:
    """Claims, candidates, pairs, and seconds of pairing."""
    articles = records(path, count)
    lexicon = zh.lexicon()
    few = articles[:20]
    pairs(few, Aliases(few, lexicon=lexicon), corpus_stats(few), lexicon=lexicon)  # tables are read once
    stats = corpus_stats(articles)
    gc.disable()  # as in a scan
    began = time.process_time()
    aliases = Aliases(articles, lexicon=lexicon)
    found = pairs(articles, aliases, stats, lexicon=lexicon)
    seconds = time.process_time() - began
    views, _ = view_claims(articles, aliases, lexicon)
    rows = outline_corpus(views, {one.document.id: one for one in articles}, lexicon)
    return sum(len(one.claims) for one in articles), len(find_candidates(rows, stats)), len(found), seconds


def main() -> None:
    """Print a line a size, and the exponents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_file", type=Path, metavar="FILE")
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 2000, 4000, 8000])
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args()
    rows = []
    for count in args.articles:
        with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
            runs = pool.starmap(measured, [(args.articles_file, count)] * args.repeat, chunksize=1)
        claims, compared, found, seconds = min(runs, key=lambda run: run[3])
        rows.append((claims, count, seconds))
        print(
            f"{count:>6} articles {claims:>7,} claims {compared:>9,} candidates {found:>6,} pairs {seconds:6.2f} s",
            flush=True,
        )
    for least, most in [*itertools.pairwise(rows), (rows[0], rows[-1])]:
        grown = math.log(most[2] / least[2])
        by_claims, by_articles = grown / math.log(most[0] / least[0]), grown / math.log(most[1] / least[1])
        print(f"{least[1]:,} to {most[1]:,} articles: n^{by_articles:.2f}, by claims n^{by_claims:.2f}")


if __name__ == "__main__":
    main()
