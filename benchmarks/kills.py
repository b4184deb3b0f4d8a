"""Kill `factcheck index build` and `update` at random moments, and see that nothing acknowledged is lost.

    python benchmarks/kills.py [--kills 200] [--articles 400] [--seed 1]

After each kill the index must be sound (`Index.problems` names nothing but that an update was broken off and files that
are not read yet), must still hold whatever it held after the last step that was seen on the disk, and the next update
must go on from there. At the end it must hold the same as one built in one go. One in eight is the whole command; the
others are forked off, so that they are killed at their work and not while they start.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import signal
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from factcheck import Index, errors
from factcheck.read import find

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

ROOT = Path(__file__).parents[1]
_OTHERS = 80  # articles that change between two runs
_TOLD = ("has changed since", "is gone", "an update was broken off")  # no damage


class KillsOutcome(NamedTuple):
    """How many runs were killed and how many had ended before, what was wrong, and how often a kill left steps."""

    killed: int
    ended: int
    faults: tuple[str, ...]
    went_on: int


def write_corpus(folder: Path, articles: int, random: Random) -> None:
    """Files of one article, and a feed."""
    folder.mkdir(exist_ok=True)
    for number in range(articles // 2):
        (folder / f"n{number}.txt").write_text(_text(number, random), "utf-8")
    lines = (f'{{"text": "{_text(number, random)}"}}\n' for number in range(articles // 2))
    (folder / "feed.jsonl").write_text("".join(lines), "utf-8")


def _text(number: int, random: Random) -> str:
    return "".join(
        f"望澜市第{number}区去年新开{random.randrange(9999)}家书店，带动就业{random.randrange(99)}万人。"
        for _ in range(6)
    )


def change_corpus(folder: Path, random: Random) -> None:
    """More articles are others than one step takes, a few come, a few go; the feed goes on."""
    names = sorted(folder.glob("*.txt"))
    for file in random.sample(names, min(_OTHERS, len(names) - 1)):
        if random.random() < 0.1:
            file.unlink()
            new = folder / f"n{random.randrange(10**6)}.txt"
            new.write_text(_text(random.randrange(10**6), random), "utf-8")
        else:
            file.write_text(_text(random.randrange(10**6), random), "utf-8")
    with (folder / "feed.jsonl").open("a", encoding="utf-8") as feed:
        feed.writelines(f'{{"text": "{_text(random.randrange(10**6), random)}"}}\n' for _ in range(4))


def run_kills(work: Path, kills: int, articles: int, seed: int) -> KillsOutcome:
    """So many runs, each killed at a random moment; the corpus changes between them."""
    random = Random(seed)  # noqa: S311 - the same moments each time, as far as a clock can
    corpus, index = work / "corpus", Index(work / "x.index")
    write_corpus(corpus, articles, random)
    faults: list[str] = []
    killed = ended = went_on = 0
    longest = _time_update(work, corpus, random)
    for turn in range(kills):
        change_corpus(corpus, random)
        before = _held(index)
        process = _start(index.path, corpus, whole=turn % 8 == 0)
        if turn % 8:
            _wait_for_writer(process, index)
        process.join(random.uniform(0, longest))
        if process.exitcode is None:
            process.kill()
        process.join()
        killed += process.exitcode == -signal.SIGKILL
        ended += process.exitcode == 0
        if process.exitcode not in {0, -signal.SIGKILL}:
            faults.append(f"{turn}: exit code {process.exitcode}")
        after = _held(index)
        went_on += after != before
        wanted = {str(source.path) for source in find([str(corpus)])[0]}
        lost = {text for name, text in before if name in wanted and text in Path(name).read_text("utf-8")}
        lost -= {text for _, text in after}
        faults += [f"{turn}: lost: {text[:30]}" for text in sorted(lost)]
        faults += [f"{turn}: {fault}" for fault in _faults(index)]
    index.update(find([str(corpus)])[0], roots=[str(corpus)])
    fresh = Index(work / "fresh.index")
    fresh.update(find([str(corpus)])[0], roots=[str(corpus)])
    if index.articles() != fresh.articles() or list(index.problems()):
        faults.append("at the end: not what is built in one go")
    known = {"corpus", "x.index", "fresh.index"}
    left = sorted(one.name for one in work.iterdir() if one.name not in known)
    return KillsOutcome(killed, ended, (*faults, *(f"left behind: {name}" for name in left)), went_on)


def _time_update(work: Path, corpus: Path, random: Random) -> float:
    """Seconds that an update takes after a change; what is loaded for it is loaded from then on."""
    index = Index(work / "timed.index")
    index.update(find([str(corpus)])[0])
    change_corpus(corpus, random)
    start = time.perf_counter()
    index.update(find([str(corpus)])[0])
    index.path.unlink()
    return time.perf_counter() - start


def _wait_for_writer(process: BaseProcess, index: Index) -> None:
    log = index.path.with_name(f"{index.path.name}-wal")
    before = log.stat().st_mtime_ns if log.exists() else 0
    while process.is_alive() and not (log.exists() and log.stat().st_mtime_ns != before):
        time.sleep(0.002)


def _start(index: Path, corpus: Path, *, whole: bool) -> BaseProcess:
    process = multiprocessing.get_context("fork").Process(
        target=_run_command if whole else _update, args=(index, corpus)
    )
    process.start()
    return process


def _update(index: Path, corpus: Path) -> None:
    Index(index).update(find([str(corpus)])[0], roots=[str(corpus)])


def _run_command(index: Path, corpus: Path) -> None:
    arguments = [sys.executable, "-m", "factcheck", "index", "build", str(index), str(corpus), "--jobs", "1"]
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    os.execve(sys.executable, arguments, {**os.environ, "PYTHONPATH": str(ROOT)})  # noqa: S606 - our own


def _held(index: Index) -> set[tuple[str, str]]:
    """Path and text of each article held; nothing where there is no file yet."""
    if not index.path.exists() or not index.path.stat().st_size:
        return set()
    try:
        return {(str(one.document.path), one.document.text) for one in index.articles(current=False)}
    except errors.UsageError as error:
        return set() if _is_empty(error) else {("damaged", str(error))}


def _is_empty(error: errors.UsageError) -> bool:
    """Whether it was killed before its first step was done: it holds nothing, and the next build begins anew."""
    return "it has no" in str(error)


def _faults(index: Index) -> list[str]:
    if not index.path.exists() or not index.path.stat().st_size:
        return []
    try:
        return [one for one in index.problems() if not any(told in one for told in _TOLD)]
    except errors.UsageError as error:
        return [] if _is_empty(error) else [str(error)]


def main() -> None:
    """Run it, print what came of it, and exit with 1 where anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        outcome = run_kills(Path(work), given.kills, given.articles, given.seed)
    print(f"{outcome.killed} killed, {outcome.ended} ended before, {outcome.went_on} left something new on the disk")
    print("\n".join(outcome.faults) or "nothing lost, every index sound")
    sys.exit(bool(outcome.faults))


if __name__ == "__main__":
    main()
