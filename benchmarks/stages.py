"""What each stage costs, over n and 10 n articles of our own making; writes RESULTS.md.

    python benchmarks/stages.py [--articles 300] [--seed 1] [--jobs 1] [--out benchmarks/RESULTS.md]

Each stage is a process of its own, measured by the system: processor time of it and of its workers, wall time, and
the most memory that one of them had. The floor is a process that only decodes the same JSON lines. `growth` is the
processor time at ten times the articles over that at once, start-up included. What a machine does beside it shows in
the wall time, and hardly in the processor time.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
from generate import write_corpus

ROOT = Path(__file__).parents[1]
_FLOOR = "import json, sys; [json.loads(line) for line in open(sys.argv[1], encoding='utf-8')]"


class Cost(NamedTuple):
    """Seconds of the processor and of the clock, and megabytes at the peak."""

    cpu: float
    wall: float
    peak: float


def measure(arguments: list[str], folder: Path) -> Cost:
    """What a command costs. Raises `RuntimeError` where it fails; findings are no failure."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own
        arguments, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    said = process.stderr.read() if process.stderr is not None else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.stderr is not None:
        process.stderr.close()
    if process.returncode not in {0, 1}:
        raise RuntimeError(f"{' '.join(arguments)}: exit code {process.returncode}: {said.decode()}")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / unit)


def run_stages(folder: Path, articles: int, seed: int, jobs: int) -> tuple[float, dict[str, Cost]]:
    """The megabytes of a corpus, and the cost of each stage over it, by name."""
    corpus, new = folder / "corpus.jsonl", folder / "new.jsonl"
    write_corpus(corpus, articles, seed)
    write_corpus(new, 1, seed + 1)
    tool = [sys.executable, "-m", "factcheck"]
    many = ["--jobs", str(jobs)]
    costs = {
        "floor: decode the lines": measure([sys.executable, "-c", _FLOOR, "corpus.jsonl"], folder),
        "extract one article": measure([*tool, "extract", "new.jsonl"], folder),
        "extract": measure([*tool, "extract", "corpus.jsonl", "-f", "jsonl", *many], folder),
        "index build": measure([*tool, "index", "build", "x.index", "corpus.jsonl", *many], folder),
        "index update, nothing new": measure([*tool, "index", "update", "x.index", *many], folder),
    }
    with corpus.open("a", encoding="utf-8") as feed:
        feed.write(json.dumps({"text": "河岸上有三家书店。", "id": "one-more"}, ensure_ascii=False) + "\n")
    costs["index update, one line more"] = measure([*tool, "index", "update", "x.index", *many], folder)
    costs["check one article"] = measure([*tool, "check", "new.jsonl", "--against", "x.index", *many], folder)
    costs["scan"] = measure([*tool, "scan", "corpus.jsonl", "-f", "jsonl", *many], folder)
    return corpus.stat().st_size / 1e6, costs


def write_results(articles: int, seed: int, jobs: int) -> str:
    """The page of results."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as ten:
        size, small = run_stages(Path(one), articles, seed, jobs)
        more, large = run_stages(Path(ten), 10 * articles, seed, jobs)
    command = f"python benchmarks/stages.py --articles {articles} --seed {seed} --jobs {jobs}"
    machine = f"{platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} cores"
    sizes = f"{articles} articles are {size:.2f} MB, {10 * articles} are {more:.2f} MB"
    lines = [
        "# Results",
        "",
        f"Made by `{command}` on {machine}. {sizes}.",
        "Seconds are those of the processor, in brackets those of the clock.",
        "",
        f"| stage | {articles} articles | {10 * articles} articles | MB/s | peak MB | growth |",
        "|---|---|---|---|---|---|",
    ]
    for name, cost in large.items():
        before = small[name]
        lines.append(
            f"| {name} | {before.cpu:.2f} s ({before.wall:.2f}) | {cost.cpu:.2f} s ({cost.wall:.2f}) "
            f"| {more / cost.cpu:.2f} | {cost.peak:.0f} | {cost.cpu / before.cpu:.1f} |"
        )
    return "\n".join([*lines, ""])


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "RESULTS.md")
    given = parser.parse_args()
    given.out.write_text(write_results(given.articles, given.seed, given.jobs), "utf-8")


if __name__ == "__main__":
    main()
