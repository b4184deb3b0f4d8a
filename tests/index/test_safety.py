"""Kills, interrupts, and several who write and read at once."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from factcheck import Index
from factcheck.read import find

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def kills():
    spec = importlib.util.spec_from_file_location("kills", ROOT / "benchmarks" / "kills.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(12):
        (folder / f"n{number}.txt").write_text(f"望澜市有{number}家孵化器，带动就业{number}万人。", "utf-8")
    return folder


@pytest.mark.skipif(os.name != "posix", reason="kills a process")
def test_kills_at_random_moments_lose_nothing(kills, tmp_path):
    outcome = kills.run_kills(tmp_path, 4, 200, 3)
    assert outcome.faults == ()
    assert outcome.killed + outcome.ended == 4
    assert outcome.killed


def start(index, corpus, *more):
    arguments = [sys.executable, "-m", "factcheck", "index", "build", str(index.path), str(corpus), "--jobs", "1"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(  # noqa: S603 - our own
        [*arguments, *more], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_an_interrupt_ends_it_within_a_second_and_leaves_a_usable_index(tmp_path, corpus):
    index = Index(tmp_path / "x.index")
    index.update(find([str(corpus)])[0])
    before = index.articles()
    for number in range(2000):
        (corpus / f"m{number}.txt").write_text(f"望澜市有{number}家孵化器，带动就业{number}万人。" * 20, "utf-8")
    process = start(index, corpus)
    end = time.monotonic() + 60
    while not Path(f"{index.path}-wal").exists() and time.monotonic() < end:
        time.sleep(0.02)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    sent = time.monotonic()
    process.communicate(timeout=60)
    assert process.returncode == 130
    assert time.monotonic() - sent < 5  # a second, and what a busy machine adds
    assert [one for one in index.articles() if one.document.id.startswith("n")] == before
    assert not [one for one in index.problems() if "cannot be read" in one]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "x.index"]


def test_two_who_write_and_two_who_read_are_not_in_each_others_way(tmp_path, corpus):
    index = Index(tmp_path / "x.index")
    index.update(find([str(corpus)])[0])
    writers = [start(index, corpus) for _ in range(2)]
    failed = []

    def read():
        try:
            while any(one.poll() is None for one in writers):
                assert len(index.articles()) >= 12
                assert index.info().whole in {True, False}
        except Exception as error:  # noqa: BLE001 - told below
            failed.append(error)

    for number in range(40):
        (corpus / f"m{number}.txt").write_text(f"望澜市有{number}家书店，带动就业{number}万人。", "utf-8")
    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    said = [writer.communicate(timeout=120)[1] for writer in writers]
    for reader in readers:
        reader.join()
    assert failed == []
    assert [writer.returncode for writer in writers] == [0, 0], said
    index.update(find([str(corpus)])[0])
    assert len(index.articles()) == 52
    assert list(index.problems()) == []


def test_a_reader_sees_what_was_committed_while_another_writes(tmp_path, corpus):
    index = Index(tmp_path / "x.index")
    index.update(find([str(corpus)])[0])
    with index._file.open_to_write() as db:  # noqa: SLF001 - a writer in the midst of a step
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM places")
        assert len(index.articles()) == 12
        db.execute("ROLLBACK")
    assert len(index.articles()) == 12
