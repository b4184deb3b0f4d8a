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
from factcheck.cli.guard import guarded

ROOT = Path(__file__).parents[2]


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
        if name.startswith(("FACTCHECK_", "LC_", "LANG", "GITHUB_")) or name == "NO_COLOR":
            monkeypatch.delenv(name)

    def call(*arguments):
        capfdbinary.readouterr()
        code = guarded(app, [str(argument) for argument in arguments])
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
