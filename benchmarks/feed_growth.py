"""What one line more in a feed costs an update of its index, by how many lines the feed has.

    python benchmarks/feed_growth.py [--from FILE.jsonl[.gz]] [--lines 100 10000] [--again 5] [--at-once 200] [--seed 1]

For each number the lines are generated (`generate.py`), or taken from the head of a file, and put into an index. Then
others are added to the feed, one at a time, and `factcheck index update` is run after each; last come so many at once
that the pages of the index are changed, too. All times are of the processor, of a whole process, at the median.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
from generate import write_corpus

from factcheck import Index
from factcheck.read import find


class FeedCost(NamedTuple):
    """Seconds of the processor that an update takes: where nothing came, one line, and several lines at once."""

    lines: int
    nothing: float
    one: float
    several: float


def measure(lines: list[str], more: list[str], again: int, work: Path) -> FeedCost:
    """What updates of an index of these lines cost when others come: `again` of `more` singly, the rest at once."""
    feed, index = work / f"{len(lines)}.jsonl", Index(work / f"{len(lines)}.index")
    feed.write_text("".join(lines), "utf-8")
    index.update(find([str(feed)])[0], roots=[str(feed)])
    nothing = statistics.median(_update(index) for _ in range(again))
    singly = [_add(feed, [line], index) for line in more[:again]]
    several = _add(feed, more[again:], index)
    held = len(index.articles())
    if held != len(lines) + len(more):
        raise SystemExit(f"{held} articles on file")
    return FeedCost(len(lines), nothing, statistics.median(singly), several)


def _add(feed: Path, lines: list[str], index: Index) -> float:
    with feed.open("a", encoding="utf-8") as end:
        end.writelines(lines)
    return _update(index)


def _update(index: Index) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "factcheck", "index", "update", str(index.path), "--jobs", "1"]
    subprocess.run(command, capture_output=True, check=True, env=os.environ)  # noqa: S603 - this very program
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _read_lines(file: Path, count: int) -> list[str]:
    """The first records of a file, which may be called as they are in another one."""
    opener = gzip.open if file.suffix == ".gz" else open
    with opener(file, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in islice(lines, count))
        return [json.dumps({**row, "id": f"line-{n}"}, ensure_ascii=False) + "\n" for n, row in enumerate(rows)]


def tell(one: FeedCost) -> str:
    """A row of the table."""
    return f"| {one.lines:,} | {one.nothing:.2f} s | {one.one:.2f} s | {one.several:.2f} s |"


def main() -> None:
    """Measure, and print the table, each row as it is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="file", type=Path)
    parser.add_argument("--lines", type=int, nargs="+", default=[100, 10_000])
    parser.add_argument("--again", type=int, default=5)
    parser.add_argument("--at-once", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    added = given.again + given.at_once
    with tempfile.TemporaryDirectory() as folder:
        work, file = Path(folder), given.file
        if file is None:
            file = work / "all.jsonl"
            write_corpus(file, max(given.lines) + added, given.seed)
        lines = _read_lines(file, max(given.lines) + added)
        print("| lines | nothing new | one line more | " + f"{given.at_once} at once |\n|---:|---:|---:|---:|")
        for count in given.lines:
            print(tell(measure(lines[:count], lines[-added:], given.again, work)), flush=True)


if __name__ == "__main__":
    main()
