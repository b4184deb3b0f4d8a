"""Streams that are closed or take nothing, and Ctrl-C: a line and an exit code, no traceback, nothing half done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck import Ledger

from .conftest import ROOT

FACT = ("ledger", "add", "--id", "b", "--subject", "北桥", "--measure", "全长", "--value", "3.7公里")
PRINTS = [("scan", "articles"), ("extract", "articles"), ("rule",), ("--help",), ("--version",), ("config", "show")]
FULL = "error: standard output: cannot be written: no space left on device\n"
CLOSED = "error: standard output: cannot be written: it is closed\n"
HELP = "help: send it elsewhere: > FILE, or -o FILE where the command has it\n"
pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a shell and a device that is full")


@pytest.fixture
def shell(corpus):
    """`factcheck …` with a redirection, as a shell makes it; its exit code and what is on standard error."""

    def call(arguments, redirection, **environment):
        line = f'exec "$@" {redirection}'
        command = ["sh", "-c", line, "sh", sys.executable, "-m", "factcheck", *arguments]
        kept = {name: one for name, one in os.environ.items() if not name.startswith(("LC_", "LANG", "FACTCHECK_"))}
        ran = subprocess.run(  # noqa: S603 - our own interpreter
            command, cwd=corpus.parent, env={**kept, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **environment},
            capture_output=True, stdin=subprocess.DEVNULL, timeout=120, check=False,
        )  # fmt: skip
        return ran.returncode, ran.stderr.decode()

    return call


@pytest.mark.parametrize("arguments", PRINTS)
def test_a_full_disk_and_a_closed_output_are_said(shell, arguments):
    assert shell(arguments, "> /dev/full") == (2, FULL + HELP)
    assert shell(arguments, ">&-") == (2, CLOSED + HELP)
    assert shell(arguments, "> /dev/full", PYTHONUNBUFFERED="1") == (2, FULL + HELP)


def test_a_report_to_a_file_needs_no_output(shell, corpus):
    assert shell(["scan", "articles", "-f", "json", "-o", "r.json", "--jobs", "2"], ">&- <&-") == (1, "")
    assert (corpus.parent / "r.json").read_bytes().startswith(b"{")


@pytest.mark.parametrize(
    ("arguments", "where"), [(("scan", "-"), "-"), (("extract", "-"), "-"), (("scan", "--files0-from", "-"), "-")]
)
def test_a_closed_input_cannot_be_read(shell, arguments, where):
    code, err = shell(arguments, "<&-")
    assert (code, err.splitlines()[0]) == (2, f"error: {where}: cannot be read: bad file descriptor")
    assert "Traceback" not in err


def test_a_review_without_an_input_ends(shell):
    code, err = shell(["review", "articles", "--select", "FC201"], "<&-")
    assert (code, "Traceback" in err, "unexpected" in err) == (0, False, False)


@pytest.mark.parametrize("redirection", ["2>&-", "2> /dev/full", "2>&- >&- <&-"])
def test_an_error_that_nobody_can_be_told_is_in_the_exit_code(shell, redirection):
    assert shell(["scan", "nothing"], redirection)[0] == 2
    assert shell(["rule", "FC999"], redirection)[0] == 2


@pytest.mark.parametrize("redirection", ["> /dev/full", ">&-"])
def test_what_has_been_written_is_no_error_where_it_cannot_be_told(shell, corpus, redirection):
    why = "no space left on device" if "full" in redirection else "it is closed"
    code, err = shell(FACT, redirection)
    assert (code, err.splitlines()[-1]) == (
        0, f"warning: standard output: cannot be written: {why}: claims/facts.yaml:1: added",
    )  # fmt: skip
    assert [fact.id for fact in Ledger.load(corpus.parent / "claims").facts] == ["b"]
    for arguments in (["baseline", "articles"], ["index", "build", "desk.index", "articles"]):
        code, err = shell(arguments, redirection)
        assert (code, f"warning: standard output: cannot be written: {why}: " in err) == (0, True)


def test_a_reader_of_what_has_been_written_that_goes_away_is_no_error(shell, corpus):
    code, err = shell(FACT, "| true")
    assert (code, "Traceback" in err) == (0, False)
    assert (corpus.parent / "claims" / "facts.yaml").exists()


@pytest.mark.parametrize("after", [0.5, 2.5])
@pytest.mark.parametrize("command", [["scan", "many"], ["index", "build", "desk.index", "many"]])
def test_ctrl_c_ends_all_processes_quietly(tmp_path, command, after):
    (tmp_path / "many").mkdir()
    for number in range(1500):
        text = f"第{number}号园区共有{number + 3}家企业，去年增长{number % 90}%。\n" * 40
        (tmp_path / "many" / f"{number}.txt").write_text(text, "utf-8")
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "factcheck", *command, "-j", "2"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        time.sleep(after)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["many"]
