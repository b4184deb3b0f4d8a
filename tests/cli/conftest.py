"""The command line run in this process, and a small corpus of our own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from invented import ALTERED, FIRST

from factcheck.cli.app import app
from factcheck.cli.guard import run_app

ROOT = Path(__file__).parents[2]
_SPEAKING = ("FACTCHECK_", "LC_", "LANG", "GITHUB_", "NO_COLOR", "FORCE_COLOR")  # what changes how a run speaks


class Ran(NamedTuple):
    """What a run said, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capfdbinary, monkeypatch, tmp_path):
    """`factcheck` with arguments, in an empty folder; standard output and error as text."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith(_SPEAKING):
            monkeypatch.delenv(name)

    def call(*arguments):
        capfdbinary.readouterr()
        code = run_app(app, [str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return call


@pytest.fixture
def corpus(tmp_path):
    """Two articles, one quotation, changed in the retelling: one error."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, "utf-8")
    (folder / "b.txt").write_text(ALTERED, "utf-8")
    return folder


@pytest.fixture
def process(tmp_path):
    """`python …` as a process of its own, in an empty folder."""

    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])

    def call(*arguments, stdin=None, environment=None, code="-m", **more):
        return subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, *([code] if code else []), *map(str, arguments)],
            input=stdin, capture_output="stdout" not in more, cwd=tmp_path, timeout=120, check=False,
            env={**os.environ, "PYTHONPATH": path, **(environment or {})}, **more,
        )  # fmt: skip

    return call


@pytest.fixture
def terminal(tmp_path):
    """`factcheck …` with standard error on a real terminal, and standard output there too if `both`.

    What standard output holds where it goes to a file, and what a person sees.
    """
    pty = pytest.importorskip("pty", reason="a real terminal is opened by the pty module, which Windows has not")

    def call(*words, both=False, **environment):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_SPEAKING)}
        path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        here = {**kept, "PYTHONPATH": path, "TERM": "xterm-256color", "COLUMNS": "100", **environment}
        master, slave = pty.openpty()
        with (tmp_path / "out").open("wb") as out:
            running = subprocess.Popen(  # noqa: S603 - our own interpreter
                [sys.executable, "-m", "factcheck", *words],
                stdout=slave if both else out, stderr=slave, cwd=tmp_path, env=here,
            )  # fmt: skip
        os.close(slave)
        seen = b"".join(iter(lambda: _read(master), b""))
        os.close(master)
        assert running.wait(timeout=60) in {0, 1}
        return (tmp_path / "out").read_bytes(), seen.decode()

    return call


def _read(terminal):
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # how Linux says that the other end is closed
        return b""
