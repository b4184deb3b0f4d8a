"""Processor time and memory of the passage search over 1, 2, 4 and 8 thousand articles, one process.

    passage_growth.py FILE.jsonl[.gz] [--articles N …] [--repeat N]

Records hold `id` and `text`. Each size is measured in a process of its own, the best of some runs; memory is what the
search adds at its peak to the articles as read. The exponent is the slope of log time over log size.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import math
import multiprocessing
import resource
import time
from pathlib import Path

from factcheck.model import Article, Document
from factcheck.passage import passages
from factcheck.text import prepare
from factcheck.text.quotations import quotations


def article(row: dict[str, str]) -> Article:
    """One record as the search sees it."""
    text = prepare(row["text"])
    return Article(Document(id=row["id"], text=row["text"]), text, (), quotations(row["id"], text))


def measured(path: Path, count: int, repeat: int) -> tuple[int, float, int]:
    """Bytes of text, seconds, and bytes of memory that the search took."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        articles = [article(json.loads(line)) for line in itertools.islice(lines, count)]
    size = sum(len(one.text.stored.encode()) for one in articles)
    passages(articles[:20])  # tables and patterns are made once
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds = []
    for _ in range(repeat):
        began = time.process_time()
        passages(articles)
        seconds.append(time.process_time() - began)
    return size, min(seconds), (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024


def main() -> None:
    """Measure every size, print a table and the exponent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 2000, 4000, 8000])
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args()
    rows = []
    for count in args.articles:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            size, seconds, memory = pool.apply(measured, (args.texts, count, args.repeat))
        rows.append((size, seconds))
        print(
            f"{count:>6} articles {size / 1e6:7.2f} MB {seconds:7.2f} s {size / 1e6 / seconds:6.2f} MB/s"
            f" {memory / size:6.1f} bytes a byte",
            flush=True,
        )
    for (size, seconds), (larger, longer) in [*itertools.pairwise(rows), (rows[0], rows[-1])]:
        slope = math.log(longer / seconds) / math.log(larger / size)
        print(f"n^{slope:.2f} from {size / 1e6:.1f} to {larger / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
