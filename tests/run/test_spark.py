"""A scan on a real cluster of Apache Spark: a master and two workers, each a process of its own, on this machine."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path

import pytest

import factcheck
from factcheck.errors import EngineError
from factcheck.run import spark

pytestmark = [
    pytest.mark.skipif(
        shutil.which("java") is None or importlib.util.find_spec("pyspark") is None, reason="Java and the extra spark"
    ),
    pytest.mark.slow,
    # what Spark itself leaves open, and what it says of releases
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.timeout(900),
    pytest.mark.xdist_group("spark"),  # one cluster for all
]
ROOT = Path(__file__).parents[2]
_PATIENCE = 300  # seconds


class Cluster:
    """A standalone cluster; its processes end with it."""

    def __init__(self, folder):
        self._folder = folder
        self._running = []

    def begin(self):
        said = self._start("master", "org.apache.spark.deploy.master.Master", "--port", "0")
        self.url = _await(said, r"Starting Spark master at (spark://\S+)")
        self.workers = [self.add_worker(number) for number in range(2)]

    def add_worker(self, number):
        options = ("--cores", "1", "--memory", "1g", "--work-dir", str(self._folder / str(number)), self.url)
        _await(
            self._start(f"worker{number}", "org.apache.spark.deploy.worker.Worker", *options),
            "(registered with master)",
        )
        return self._running[-1]

    def _start(self, name, main, *options):
        home = Path(importlib.util.find_spec("pyspark").origin).parent
        said = self._folder / f"{name}.log"
        with said.open("wb") as log:
            process = subprocess.Popen(  # noqa: S603 - our own
                [home / "bin" / "spark-class", main, "--host", "127.0.0.1", "--webui-port", "0", *options],
                env={**os.environ, "SPARK_HOME": str(home), "PYTHONPATH": str(ROOT)},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._running.append(process)
        return said

    def kill(self, process):
        """A machine that goes dark: the worker and the executor that it started."""
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(_PATIENCE)
        self._running.remove(process)

    def end(self):
        for process in [*self._running]:
            self.kill(process)


def _await(log, pattern):
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        found = re.search(pattern, log.read_text("utf-8", "replace"))
        if found:
            return found[1]
        time.sleep(0.1)
    raise AssertionError(log.read_text("utf-8", "replace")[-2000:])


@pytest.fixture(scope="module")
def cluster(tmp_path_factory, at_home):  # noqa: ARG001 - the environment of its processes
    found = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        found.begin()
        yield found
    finally:
        found.end()


@pytest.fixture(scope="module", autouse=True)
def at_home():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")  # they live for seconds
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", str(ROOT))  # the executors are started with it, and import factcheck and this file
        yield


@pytest.fixture(scope="module")
def records():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "benchmarks" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.generate(120, 7)[0]


@pytest.fixture(scope="module")
def documents(records):
    return [factcheck.Document(**record) for record in records]


@pytest.fixture(scope="module")
def found_here(documents):
    return factcheck.scan(documents)


def test_a_worker_that_dies_in_mid_run_changes_nothing(cluster, documents, found_here):
    dark = []

    def go_dark():
        cluster.kill(cluster.workers.pop())
        dark.append(time.monotonic())

    def take():
        yield from documents
        threading.Timer(1.0, go_dark).start()  # all are under way

    with spark.open_spark(cluster.url) as carrier:
        found = factcheck.scan(take(), carrier=carrier)
    ended = time.monotonic()
    cluster.workers.append(cluster.add_worker(2))
    assert dark
    assert dark[0] < ended
    assert found_here.findings
    assert found_here.facts
    assert found == found_here


def fail_at(number, how, parts):
    for part in parts:
        for item in part:
            if item == number:
                how()
            yield item * 2


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def crash():
    raise ValueError("seven")


@pytest.mark.parametrize("how", [die, crash])
def test_only_the_item_that_fails_is_lost(cluster, how):
    lost = []
    with spark.open_spark(cluster.url) as carrier:
        found = list(carrier.map(partial(fail_at, 7, how), [[1, 2, 3], [6, 7, 8], [9]], lost.append))
        with pytest.raises(EngineError):
            list(carrier.map(partial(fail_at, 7, how), [[7]]))
    assert (found, lost) == ([2, 4, 6, 12, 16, 18], [7])


def test_workers_of_another_version_are_told(cluster, monkeypatch):
    monkeypatch.setattr(spark, "__version__", "0.0.0")
    told = re.escape(f"factcheck {factcheck.__version__}")
    with pytest.raises(EngineError, match=told), spark.open_spark(cluster.url):
        pass


def test_the_command_reads_parquet_and_json_lines_and_writes_tables(cluster, records, found_here, tmp_path):
    import pyarrow as pa
    from pyarrow import parquet

    half = len(records) // 2
    parquet.write_table(pa.Table.from_pylist(records[:half]), tmp_path / "old.parquet")
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records[half:])
    (tmp_path / "new.jsonl").write_text(lines, "utf-8")
    command = [sys.executable, "-m", "factcheck", "scan", "old.parquet", "file://" + str(tmp_path / "new.jsonl")]
    options = [
        "--engine",
        "spark",
        "--master",
        cluster.url,
        "--tables",
        str(tmp_path / "found"),
        "-f",
        "jsonl",
        "--fail-on",
        "note",
    ]
    done = subprocess.run(  # noqa: S603 - our own
        [*command, *options, "--isolated"], cwd=tmp_path, capture_output=True, check=False, text=True
    )
    assert done.returncode == 1, done.stderr[-2000:]
    told = [json.loads(line) for line in done.stdout.splitlines()]
    rules = [one["rule"] for one in told if "rule" in one]
    assert sorted(rules) == sorted(finding.rule for finding in found_here.findings)
    rows = {name: parquet.read_table(tmp_path / "found" / name) for name in ("findings", "facts", "claims")}
    assert rows["claims"].num_rows == len(found_here.claims)
    assert {*rows["facts"]["fact"].to_pylist()} == {fact.id for fact in found_here.facts}
    assert rows["findings"].num_rows == sum(len(finding.locations) for finding in found_here.findings)
