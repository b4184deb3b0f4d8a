"""A scan on Apache Spark beside one on this machine: the same bytes, seconds, and the memory of driver and workers.

    python benchmarks/on_spark.py [--articles 2500 5000 10000] [--seed 1] [--master local-cluster[2,1,1024]] [--kill]

For each number so many articles are generated (`generate.py`) and scanned by one process here, and by Spark: by default
by two executors of one core, each a process of its own. With --kill one of them is killed in the midst of each run on
Spark. Each scan is a process of its own, and so is its peak; of the Python workers of Spark the largest is told, looked
at twice a second. The extra `spark` and Java are needed; the rows are a table in Markdown.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections import defaultdict
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

import msgspec
from generate import generate

import factcheck

_PAUSE = 0.5  # seconds
_EXECUTOR, _WORKER = "CoarseGrainedExecutorBackend", "pyspark.daemon"
_MB = 1024  # kilobytes, as the system tells them


class Run(NamedTuple):
    """What a scan found, as a digest, and took: seconds by the clock, and megabytes."""

    digest: str
    findings: int
    facts: int
    seconds: float
    driver: int
    worker: int
    killed: bool


class Watch(threading.Thread):
    """Looks at the processes of Spark below this one, and kills an executor once, if asked."""

    def __init__(self, *, kill_after: float | None) -> None:
        super().__init__(daemon=True)
        self.most, self.killed, self._over = 0, False, threading.Event()
        self._kill_after = kill_after

    def run(self) -> None:
        """Until it is stopped."""
        begun = time.monotonic()
        while not self._over.wait(_PAUSE):
            for pid, command in list_below(os.getpid()):
                if _WORKER in command:
                    self.most = max(self.most, read_peak(pid))
                late = self._kill_after is not None and time.monotonic() - begun > self._kill_after
                if late and not self.killed and _EXECUTOR in command:
                    os.kill(pid, signal.SIGKILL)
                    self.killed = True

    def stop(self) -> None:
        """Look no longer."""
        self._over.set()
        self.join()


def list_below(process: int) -> list[tuple[int, str]]:
    """The processes that one has started, and those that these have, each with its command line; no others."""
    commands, started = {}, defaultdict(list)
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
            parent = int((folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[1])
        except OSError:  # it has ended
            continue
        commands[int(folder.name)] = command
        started[parent].append(int(folder.name))
    found = list(started[process])
    for pid in found:  # which grows on the way
        found += started[pid]
    return [(pid, commands[pid]) for pid in found]


def read_peak(pid: int) -> int:
    """The most memory that a process has held, in megabytes; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // _MB for line in lines if line.startswith("VmHWM")), 0)


def scan(articles: int, seed: int, master: str | None, kill_after: float | None) -> Run:
    """Scan generated articles, here or by Spark, in this process."""
    documents = [factcheck.Document(**record) for record in generate(articles, seed)[0]]
    watch = Watch(kill_after=kill_after)
    carrying = nullcontext(None)
    if master is not None:
        from factcheck.run.spark import open_spark  # Spark is an extra

        carrying = open_spark(master)
    with carrying as carrier:
        watch.start()
        begun = time.monotonic()
        report = factcheck.scan(documents, **({"carrier": carrier} if carrier is not None else {}))
        seconds = time.monotonic() - begun
        watch.stop()
    digest = hashlib.sha256(msgspec.json.encode(report.to_dict(), order="sorted")).hexdigest()[:16]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MB
    return Run(digest, len(report.findings), len(report.facts), seconds, peak, watch.most, watch.killed)


def run_apart(articles: int, seed: int, master: str | None, kill_after: float | None) -> Run:
    """As `scan`, in a process of its own."""
    home = Path(importlib.util.find_spec("pyspark").origin).parent if master is not None else None
    told = msgspec.json.encode((articles, seed, master, kill_after)).decode()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "PYSPARK_PYTHON": sys.executable}
    if home is not None:
        environment |= {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1"}
    done = subprocess.run(  # noqa: S603 - this file
        [sys.executable, __file__, "--one", told], env=environment, stdout=subprocess.PIPE, check=True
    )
    return msgspec.json.decode(done.stdout.splitlines()[-1], type=Run)


def main() -> None:
    """Print a row for each number of articles and each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[2500, 5000, 10000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--master", default="local-cluster[2,1,1024]")
    parser.add_argument("--kill", action="store_true")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one is not None:
        print(msgspec.json.encode(scan(*msgspec.json.decode(args.one))).decode())
        return
    print("| articles | engine | seconds | driver, MB | worker, MB | findings | facts | the same |", flush=True)
    print("|---:|---|---:|---:|---:|---:|---:|---|", flush=True)
    for articles in args.articles:
        here = run_apart(articles, args.seed, None, None)
        runs = {"here": here, "spark": run_apart(articles, args.seed, args.master, None)}
        if args.kill:
            runs["spark, an executor killed"] = run_apart(articles, args.seed, args.master, runs["spark"].seconds / 3)
        for name, run in runs.items():
            late = "" if run.killed or "killed" not in name else " (too late)"
            same = "yes" if run.digest == here.digest else "NO"
            cells = (f"{articles:,}", name + late, f"{run.seconds:.0f}", run.driver, run.worker or "", run.findings)
            print("|", " | ".join(map(str, (*cells, run.facts, same))), "|", flush=True)


if __name__ == "__main__":
    main()
