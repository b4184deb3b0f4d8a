"""Two processes that write one index and two that read it, for a while: nobody fails, nothing acknowledged is lost.

    python benchmarks/at_once.py [--seconds 60] [--articles 60] [--seed 1]

Each writer changes files of its own and adds to a feed of its own, brings the index up to date, and sees that it holds
what was just written. Each reader checks an article, and reads all. At the end the index must be sound, and hold the
same as one built in one go.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

from factcheck import Document, Index, check
from factcheck.read import find

_TEXT = "望澜市第{}区去年新开{}家书店，带动就业{}人。"


class AtOnceOutcome(NamedTuple):
    """How often was written and read, and what was wrong."""

    written: int
    read: int
    faults: tuple[str, ...]


def _make_text(random: Random) -> str:
    return "".join(_TEXT.format(random.randrange(40), random.randrange(9999), random.randrange(9999)) for _ in range(5))


def write(work: Path, name: str, seconds: float, seed: int) -> tuple[int, list[str]]:
    """Change what is called by a name, and update; how often, and what was wrong."""
    random, corpus, index = Random(seed), work / "corpus", Index(work / "x.index")  # noqa: S311 - the same for a seed
    files, feed = sorted(corpus.glob(f"{name}-*.txt")), corpus / f"{name}.jsonl"
    end, times, faults = time.monotonic() + seconds, 0, list[str]()
    while time.monotonic() < end:
        for file in random.sample(files, min(3, len(files))):
            file.write_text(_make_text(random), "utf-8")
        with feed.open("a", encoding="utf-8") as lines:
            lines.write(f'{{"text": "{_make_text(random)}"}}\n')
        try:
            index.update(find([str(corpus)])[0], roots=[str(corpus)])
            held = {one.document.text for one in index.articles()}
        except Exception as error:  # noqa: BLE001 - it is told
            faults.append(f"{name}: {error!r}")
            continue
        faults += [f"{name}: lost {file.name}" for file in files if file.read_text("utf-8") not in held]
        times += 1
    return times, faults


def read(work: Path, name: str, seconds: float, seed: int) -> tuple[int, list[str]]:
    """Check an article against the index, and read it; how often, and what was wrong."""
    random, index = Random(seed), Index(work / "x.index")  # noqa: S311 - the same for a seed
    files = sum(1 for _ in (work / "corpus").iterdir())
    end, times, faults = time.monotonic() + seconds, 0, list[str]()
    while time.monotonic() < end:
        try:
            with index.open_known() as known:
                report = check([Document(id="new", text=_make_text(random))], known)
            held = len(index.articles())
        except Exception as error:  # noqa: BLE001 - it is told
            faults.append(f"{name}: {error!r}")
            continue
        if not report.claims or held < files:
            faults.append(f"{name}: {len(report.claims)} claims, {held} articles of {files} files")
        times += 1
    return times, faults


def run_at_once(work: Path, seconds: float, articles: int, seed: int) -> AtOnceOutcome:
    """All four, and what is left when they are done."""
    random, corpus, index = Random(seed), work / "corpus", Index(work / "x.index")  # noqa: S311 - the same for a seed
    corpus.mkdir()
    for name in ("a", "b"):
        for number in range(articles // 2):
            (corpus / f"{name}-{number}.txt").write_text(_make_text(random), "utf-8")
        (corpus / f"{name}.jsonl").write_text(f'{{"text": "{_make_text(random)}"}}\n', "utf-8")
    index.update(find([str(corpus)])[0], roots=[str(corpus)])
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        asked = [
            pool.apply_async(work_on, (work, name, seconds, seed + at + 1))
            for at, (work_on, name) in enumerate(((write, "a"), (write, "b"), (read, "c"), (read, "d")))
        ]
        came = [one.get() for one in asked]
    faults = [fault for _, some in came for fault in some]
    index.update(find([str(corpus)])[0], roots=[str(corpus)])
    fresh = Index(work / "fresh.index")
    fresh.update(find([str(corpus)])[0], roots=[str(corpus)])
    if index.articles() != fresh.articles():
        faults.append("at the end: not what is built in one go")
    return AtOnceOutcome(came[0][0] + came[1][0], came[2][0] + came[3][0], (*faults, *index.problems()))


def main() -> None:
    """Run it, print what came of it, and exit with 1 where anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        outcome = run_at_once(Path(work), given.seconds, given.articles, given.seed)
    print(f"{outcome.written} updates, {outcome.read} checks")
    print("\n".join(outcome.faults) or "nobody failed, nothing lost, the index is sound")
    sys.exit(bool(outcome.faults))


if __name__ == "__main__":
    main()
