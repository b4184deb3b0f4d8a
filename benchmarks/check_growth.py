"""What a check of one article costs, by how many are on file: in a process that stays, and from the command line.

    python benchmarks/check_growth.py [--from FILE.jsonl[.gz]] [--articles 500 2000 8000] [--draw 30] [--seed 1]

For each number so many articles are generated (`generate.py`), or taken from the head of a file, and put into an index.
Articles drawn from them are checked, each in place of its filed self: with one `Index` that stays (the first check,
which reads what is on file, is told by itself), and one of them by `factcheck check`, beside `factcheck extract` of the
same text. All times are of the processor; the rows are a table in Markdown.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec
from generate import write_corpus

from factcheck import Document, Index
from factcheck.read import find, read

_AGAIN = 3  # runs of the command line, of which the quickest counts


class Growth(NamedTuple):
    """Seconds of the processor that checks against so many articles take."""

    articles: int
    first: float
    median: float
    worst: float
    once: float  # a whole process
    extract: float


def measure(file: Path, work: Path, articles: int, draw: int, seed: int) -> Growth:
    """What checks against the first articles of a file take."""
    documents = list(islice((item for item in read([str(file)]) if isinstance(item, Document)), articles))
    part = work / f"{articles}.jsonl"
    part.write_bytes(b"".join(_record(one) for one in documents))
    index = Index(work / f"{articles}.index")
    index.update(find([str(part)])[0])
    documents = [item for item in read([str(part)]) if isinstance(item, Document)]
    drawn = Random(seed).sample(documents, min(draw, len(documents)))  # noqa: S311 - the same for a seed
    first, *_ = times = [_time_check(index, one) for one in (drawn[0], *drawn)]
    alone = work / "one.txt"
    alone.write_text(drawn[0].text, "utf-8")
    return Growth(
        articles=len(documents),
        first=first,
        median=statistics.median(times[1:]),
        worst=max(times[1:]),
        once=_run("check", str(alone), "--against", str(index.path)),
        extract=_run("extract", str(alone)),
    )


def _time_check(index: Index, document: Document) -> float:
    start = time.process_time()
    index.check([document])
    return time.process_time() - start


def _run(*arguments: str) -> float:
    """Seconds of the processor of a whole process; the quickest of a few."""
    found = []
    for _ in range(_AGAIN):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(  # noqa: S603 - this very program
            [sys.executable, "-m", "factcheck", *arguments], capture_output=True, check=False, env=os.environ
        )
        if done.returncode not in {0, 1}:
            raise SystemExit(done.stderr.decode("utf-8", "replace"))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(found)


def _record(one: Document) -> bytes:
    fields = {name: getattr(one, name) for name in ("id", "text", "title", "date", "source", "url")}
    return msgspec.json.encode(fields) + b"\n"


_HEAD = (
    "| on file | check, median | slowest | first check | `check`, whole process | `extract` of the same | times |\n"
    "|---:|---:|---:|---:|---:|---:|---:|"
)


def tell(one: Growth) -> str:
    """A row of the table."""
    return (
        f"| {one.articles} | {one.median * 1000:.0f} ms | {one.worst * 1000:.0f} ms | {one.first:.2f} s"
        f" | {one.once:.2f} s | {one.extract:.2f} s | {one.once / one.extract:.1f} |"
    )


def main() -> None:
    """Measure, and print the table, each row as it is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="file", type=Path)
    parser.add_argument("--articles", type=int, nargs="+", default=[500, 2000, 8000])
    parser.add_argument("--draw", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        file = given.file
        if file is None:
            file = work / "all.jsonl"
            write_corpus(file, max(given.articles), given.seed)
        print(_HEAD)
        for articles in given.articles:
            print(tell(measure(file, work, articles, given.draw, given.seed)), flush=True)


if __name__ == "__main__":
    main()
