"""What only a process of its own can show: start-up, pipes, signals, another package of our name."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck_zh
from factcheck import __version__

HEAVY = (
    "msgspec",
    "rich",
    "yaml",
    "opencc",
    "jieba",
    "rjieba",
    "rapidfuzz",
    "numpy",
    "multiprocessing",
    "tomllib",
    "starlette",
    "uvicorn",
)


@pytest.mark.parametrize("arguments", [["--version"], ["scan", "--help"], ["review", "--help"]])
def test_start_up_imports_nothing_heavier_than_typer(process, arguments):
    code = (
        "import sys\nfrom factcheck.cli.app import app\nfrom factcheck.cli.guard import run_app\n"
        f"code = run_app(app, {arguments})\n"
        f"print('heavy:', code, sorted(set(sys.modules) & set({HEAVY})))"
    )
    ran = process(code, code="-c", environment={"TYPER_USE_RICH": "0"})
    assert ran.stdout.decode().splitlines()[-1] == "heavy: 0 []"


@pytest.mark.parametrize("module", ["factcheck", "factcheck_zh"])
def test_the_module_runs(process, module):
    ran = process(module, "--version")
    assert (ran.returncode, ran.stdout.decode(), ran.stderr) == (0, f"factcheck {__version__}\n", b"")


@pytest.mark.parametrize("form", ["package", "module", "folder"])
def test_another_package_of_our_name_is_told_of(process, tmp_path, form):
    other = tmp_path / "other"
    other.mkdir()
    if form == "module":
        (other / "factcheck.py").write_text("raise SystemExit('the wrong one ran')\n", "utf-8")
    else:
        (other / "factcheck").mkdir()
        (other / "factcheck" / "__init__.py").write_text("raise SystemExit('the wrong one ran')\n", "utf-8")
    code = f"import sys; sys.path.insert(0, {str(other)!r}); import factcheck_zh; factcheck_zh.main()"
    ran = process(code, code="-c")
    assert ran.returncode == 2
    assert b"another package named factcheck is in the way" in ran.stderr
    assert str(other).encode() in ran.stderr
    assert b"help: " in ran.stderr
    assert b"Traceback" not in ran.stderr
    assert ran.stdout == b""


def test_a_package_that_overwrote_ours_is_told_of(process, tmp_path):
    (tmp_path / "factcheck").mkdir()
    (tmp_path / "factcheck" / "__init__.py").write_text("# someone else\n", "utf-8")
    (tmp_path / "factcheck_zh.py").write_text(Path(factcheck_zh.__file__).read_text("utf-8"), "utf-8")
    ran = process("import factcheck_zh; factcheck_zh.main()", code="-c")
    assert ran.returncode == 2
    assert b"in the way" in ran.stderr


@pytest.mark.slow
def test_a_reader_that_goes_away_is_no_error(process, tmp_path):
    text = "".join(f"第{n}号园区共有{n + 3}家企业。\n" for n in range(3000))
    (tmp_path / "a.txt").write_text(text, "utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    ran = process("factcheck", "extract", "a.txt", stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_output_redirected_into_an_input_is_refused(process, tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("城北园区共有36家企业。", "utf-8")
    with article.open("ab") as target:
        ran = process("factcheck", "extract", "a.txt", stdout=target, stderr=subprocess.PIPE)
    assert ran.returncode == 2
    assert b"the output is one of the inputs" in ran.stderr
    assert article.read_text("utf-8") == "城北园区共有36家企业。"


def test_an_interrupt_ends_quietly(tmp_path):
    reading = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    # More than a pipe holds: once it is written, the program has begun to read.
    reading.stdin.write(b"x" * 500_000)
    reading.send_signal(signal.SIGINT)
    out, err = reading.communicate(timeout=60)
    assert (reading.returncode, out, err) == (130, b"", b"")


def test_a_full_disk_is_said(process, tmp_path):
    (tmp_path / "a.txt").write_text("城北园区共有36家企业。", "utf-8")
    with Path("/dev/full").open("wb") as full:
        ran = process("factcheck", "extract", "a.txt", stdout=full, stderr=subprocess.PIPE)
    assert ran.returncode == 2
    assert ran.stderr.decode().splitlines()[0] == "error: standard output: cannot be written: no space left on device"
