"""Workers end with the one who started them, however that comes to pass."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck.run.engine import map_parts

ROOT = Path(__file__).parents[2]
# A worker that sleeps, and one that matches a pattern which does not end and lets no other thread run meanwhile.
BUSY = {
    "sleeps": "time.sleep, [600] * 40",
    "matches": "functools.partial(re.match, '(a+)+$'), ['a' * 60 + 'b'] * 40",
}
pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")


def children(parent):
    """The processes that a process started and that still run, without Python's own helper."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, above = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
            command = (folder / "cmdline").read_bytes()
        except OSError:  # it has ended meanwhile
            continue
        if int(above) == parent and state != "Z" and b"spawn_main" in command:
            found.append(int(folder.name))
    return found


def running(pid):
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def until(holds, seconds=30):
    end = time.monotonic() + seconds
    while not (got := holds()) and time.monotonic() < end:
        time.sleep(0.05)
    return got


def ignoring_interrupts(pid):
    """Whether Ctrl-C cannot reach a process: blocked, or ignored."""
    status = (Path("/proc") / str(pid) / "status").read_text()
    masks = [int(line.split()[1], 16) for line in status.splitlines() if line.startswith(("SigBlk", "SigIgn"))]
    return any(mask >> (signal.SIGINT - 1) & 1 for mask in masks)


@pytest.fixture(params=BUSY)
def parent(request):
    code = (
        "import functools, re, time; from factcheck.run.engine import map_parts\n"
        f"list(map_parts({BUSY[request.param]}, 2))"
    )
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE
    ) as process:
        yield process
        process.kill()


def test_workers_end_when_their_parent_is_killed(parent):
    workers = until(lambda: len(found := children(parent.pid)) == 2 and found)
    time.sleep(1)  # so that they are at work
    parent.kill()
    parent.wait(30)
    try:
        assert until(lambda: not any(map(running, workers)))
    finally:
        for worker in filter(running, workers):
            os.kill(worker, signal.SIGKILL)


@pytest.mark.parametrize("after", [0, 1])
def test_ctrl_c_is_not_seen_by_workers_and_ends_them(parent, after):
    workers = until(lambda: len(found := children(parent.pid)) == 2 and found)
    time.sleep(after)
    assert all(map(ignoring_interrupts, workers))
    parent.send_signal(signal.SIGINT)
    _, err = parent.communicate(timeout=30)
    assert (parent.returncode, err.count(b"Traceback")) == (-signal.SIGINT, 1)  # its own: no command line around it
    assert until(lambda: not any(map(running, workers)))


def test_who_wants_no_more_results_waits_for_no_worker():
    results = map_parts(time.sleep, [0.01] * 32 + [600] * 32, 2)
    assert next(results) is None
    start = time.monotonic()
    results.close()
    assert time.monotonic() - start < 20
