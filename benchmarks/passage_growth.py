"""Processor time and memory of the passage search over 1, 2, 4 and 8 thousand articles, one process.

    passage_growth.py FILE.jsonl[.gz] [--articles N …] [--repeat N]

    passage_growth.py --made MEGABYTES

Records hold `id` and `text`. Each size is measured in a process of its own, the best of some runs. Time is that of the
text stage (folding, sentences, quotations) and the search together, and of the search alone; memory is what the search
adds at its peak to the articles as read. The exponent is the slope of log time over log size: the search alone grows
as what is found, and the pairs of articles on one event grow faster than the articles.

With `--made` the records are multiplied: each round gets other Han letters in place of its own, one for one, so that it
is as repetitive in itself as real text, and a tenth of its articles stay as they are, as reprints.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import itertools
import json
import math
import multiprocessing
import random
import resource
import time
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import zh
from factcheck.model import Article, Document
from factcheck.passage import passages
from factcheck.quotation.quotations import quotations
from factcheck.text import prepare

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEGABYTE = 1_000_000
_SHORTER = 20  # letters; what is shorter may be pure chance among so many

Row = dict[str, str]


def article(row: Row) -> Article:
    """One record as the search sees it."""
    text = prepare(row["text"], lexicon=zh.lexicon())
    return Article(Document(id=row["id"], text=row["text"]), text, (), quotations(row["id"], text, zh.lexicon()))


def records(path: Path, count: int | None = None) -> list[Row]:
    """The first records of a file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in itertools.islice(lines, count)]


def made(rows: list[Row], size: int) -> Iterator[Row]:
    """The records again and again, until they hold `size` bytes; see the head of this file."""
    chance = random.Random(1)  # noqa: S311 - made-up text, no secret
    letters = sorted({letter for row in rows for letter in row["text"] if "\u4e00" <= letter <= "\u9fff"})
    held = 0
    for number in itertools.count():
        others = letters[:]
        if number:
            chance.shuffle(others)
        table = str.maketrans(dict(zip(letters, others, strict=True)))
        for row in rows:
            text = row["text"] if chance.random() < 0.1 else row["text"].translate(table)
            held += len(text.encode())
            yield {"id": f"{number}/{row['id']}", "text": text}
            if held >= size:
                return


def peak() -> int:
    """The most memory that this process has held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def measured(path: Path, count: int, repeat: int) -> tuple[int, float, float, int]:
    """Bytes of text, seconds from the text on and of the search alone, and bytes of memory that the search took."""
    rows = records(path, count)
    passages([article(row) for row in rows[:20]], lexicon=zh.lexicon())  # tables and patterns are made once
    whole, alone = [], []
    gc.disable()  # as in a scan
    began = time.process_time()
    articles = [article(row) for row in rows]
    before = peak()
    for _ in range(repeat):
        searched = time.process_time()
        passages(articles, lexicon=zh.lexicon())
        ended = time.process_time()
        whole.append(ended - began)
        alone.append(ended - searched)
        began = time.process_time()
        articles = [article(row) for row in rows]
    return sum(len(row["text"].encode()) for row in rows), min(whole), min(alone), peak() - before


def large(path: Path, megabytes: int) -> tuple[int, float, int, int, int]:
    """Bytes of text, seconds of the search, bytes of memory before it and at the peak, and the passages found."""
    rows = made(records(path), megabytes * _MEGABYTE)
    articles = [article(row) for row in rows]
    size = sum(len(one.text.stored.encode()) for one in articles)
    before, began = peak(), time.process_time()
    found = passages(articles, lexicon=zh.lexicon())
    return size, time.process_time() - began, before, peak(), sum(one.letters >= _SHORTER for one in found)


def growth(path: Path, counts: list[int], repeat: int) -> None:
    """Print a line a size, and the exponents."""
    rows = []
    for count in counts:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            size, whole, alone, memory = pool.apply(measured, (path, count, repeat))
        rows.append((size, whole, alone))
        print(
            f"{count:>6} articles {size / _MEGABYTE:6.2f} MB: from the text {whole:5.2f} s"
            f" {size / whole / _MEGABYTE:5.2f} MB/s,"
            f" search {alone:5.2f} s {size / alone / _MEGABYTE:5.2f} MB/s, {memory / size:4.1f} bytes a byte",
            flush=True,
        )
    for least, most in [*itertools.pairwise(rows), (rows[0], rows[-1])]:
        grown = math.log(most[0] / least[0])
        slopes = [math.log(late / early) / grown for early, late in zip(least[1:], most[1:], strict=True)]
        sizes = f"{least[0] / _MEGABYTE:5.1f} to {most[0] / _MEGABYTE:5.1f} MB"
        print(f"{sizes}: n^{slopes[0]:.2f} from the text, search n^{slopes[1]:.2f}")


def main() -> None:
    """Measure every size, or one large one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 2000, 4000, 8000])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--made", type=int, metavar="MEGABYTES")
    args = parser.parse_args()
    if args.made is None:
        growth(args.texts, args.articles, args.repeat)
        return
    size, seconds, before, most, found = large(args.texts, args.made)
    print(
        f"{size / 1e6:.0f} MB: {seconds:.0f} s, {size / 1e6 / seconds:.2f} MB/s;"
        f" {before / 1e6:.0f} MB of memory as read, {most / 1e6:.0f} MB at the peak; {found:,} passages"
    )


if __name__ == "__main__":
    main()
