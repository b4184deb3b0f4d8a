"""A folder that is watched, as a person at the command line meets it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from invented import ALTERED, FIRST

from factcheck import Index
from factcheck.read import find

ROOT = Path(__file__).parents[2]
pytest.importorskip("watchfiles")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "filed").mkdir()
    (tmp_path / "filed" / "a.txt").write_text(FIRST, "utf-8")
    Index(tmp_path / "desk.index").update(
        find([str(tmp_path / "filed")])[0], roots=[str(tmp_path / "filed")], folder=str(tmp_path)
    )
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "new.txt").write_text("河岸上新栽了一排柳树。\n", "utf-8")
    (tmp_path / "drafts" / "other.txt").write_text("河岸上新栽了一排榆树。\n", "utf-8")
    return tmp_path


@pytest.fixture
def start(folder):
    running = []

    def call(*words):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "FACTCHECK_LANG": "en", "PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(  # noqa: S603 - our own
            [sys.executable, "-m", "factcheck", "watch", *words, "--against", "desk.index"], cwd=folder,
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        )  # fmt: skip
        running.append(process)
        return process

    yield call
    for process in running:
        process.kill()
        process.communicate()


def save(file, text):
    """As an editor does: a new file in the place of the old one."""
    new = file.with_suffix(".tmp~")
    new.write_text(text, "utf-8")
    new.replace(file)


def lines_until(stream, word):
    found, timer = [], threading.Timer(60, stream.close)
    timer.start()
    while not found or word not in found[-1]:
        line = stream.readline()
        assert line, found
        found.append(line)
    timer.cancel()
    return "".join(found)


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
@pytest.mark.parametrize("path", ["drafts", "drafts/new.txt"])
def test_what_is_saved_is_checked_and_nothing_else(folder, start, path):
    process = start(path)
    assert process.stderr.readline().startswith(f"watching {2 if path == 'drafts' else 1} file")
    # it may not be watching yet at the first save
    stop = threading.Event()

    def save_again():
        while not stop.wait(1):
            save(folder / "drafts" / "new.txt", ALTERED)

    saving = threading.Thread(target=save_again)
    saving.start()
    try:
        told = lines_until(process.stdout, "FC201")
    finally:
        stop.set()
        saving.join()
    assert "other.txt" not in told
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode in {0, 130}


def test_a_path_that_is_not_there_is_an_error(start):
    process = start("none")
    _, said = process.communicate(timeout=60)
    assert process.returncode == 2
    assert said.startswith("error: none: ")
