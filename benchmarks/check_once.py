"""What a check of one article costs against each of some indexes, in turns: a whole process, and one that stays.

    python benchmarks/check_once.py NEW.jsonl[.gz] INDEX… [--articles 8] [--again 2] [--stay]

The articles of NEW are on file nowhere. `factcheck check` and `factcheck extract` are whole processes, each the quicker
of some runs; with `--stay`, a check by one `Index` that holds what is on file is timed instead, after a first one. All
times are of the processor; the rows are a table in Markdown, of medians.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from factcheck import Document, Index
from factcheck.read import read


def run(*arguments: str) -> tuple[float, float]:
    """Seconds of the processor of a whole process, and megabytes at its peak."""
    command = [sys.executable, "-m", "factcheck", *arguments]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ) as process:  # noqa: S603 - this very program
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{' '.join(arguments)}: exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (1 << (20 if sys.platform == "darwin" else 10))


def measure_once(documents: list[Document], indexes: list[str], again: int, work: Path) -> list[str]:
    """The rows of whole processes."""
    rows: dict[str, list[tuple[float, float, float]]] = {index: [] for index in indexes}
    for number, document in enumerate(documents):
        file = work / f"{number}.txt"
        file.write_text(document.text, "utf-8")
        for index in indexes:
            extract = min(run("extract", str(file))[0] for _ in range(again))
            check, peak = min(run("check", str(file), "--against", index) for _ in range(again))
            rows[index].append((check, extract, peak))
    return [
        f"| {Index(index).info().articles:,} | {statistics.median(e for _, e, _ in held):.2f} s"
        f" | {statistics.median(c for c, _, _ in held):.2f} s"
        f" | {statistics.median(c / e for c, e, _ in held):.2f} | {max(c / e for c, e, _ in held):.2f}"
        f" | {max(p for _, _, p in held):.0f} MB |"
        for index, held in rows.items()
    ]


def measure_stay(documents: list[Document], indexes: list[str]) -> list[str]:
    """The rows of one process that holds them all."""
    held = {index: Index(index) for index in indexes}
    rows: dict[str, list[float]] = {index: [] for index in indexes}
    for number, document in enumerate([documents[0], *documents]):
        for name, index in held.items():
            start = time.process_time()
            index.check([document])
            if number:
                rows[name].append(time.process_time() - start)
    return [
        f"| {held[name].info().articles:,} | {statistics.median(times) * 1000:.0f} ms | {max(times) * 1000:.0f} ms |"
        for name, times in rows.items()
    ]


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("new", type=Path)
    parser.add_argument("indexes", nargs="+")
    parser.add_argument("--articles", type=int, default=8)
    parser.add_argument("--again", type=int, default=2)
    parser.add_argument("--stay", action="store_true")
    given = parser.parse_args()
    documents = list(islice((one for one in read([str(given.new)]) if isinstance(one, Document)), given.articles))
    if given.stay:
        print("| on file | check, median | slowest |\n|---:|---:|---:|")
        print("\n".join(measure_stay(documents, given.indexes)))
        return
    print("| on file | `extract` | `check` | times | at most | memory |\n|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as work:
        print("\n".join(measure_once(documents, given.indexes, given.again, Path(work))))


if __name__ == "__main__":
    main()
