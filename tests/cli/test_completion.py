"""Completion as a shell asks for it: the right words, and nothing heavy imported for them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.report import SCAN
from factcheck.rules import RULES

ROOT = Path(__file__).parents[2]
HEAVY = {"numpy", "jieba", "rjieba", "jinja2", "msgspec", "yaml", "opencc", "rapidfuzz"}


@pytest.fixture
def completed(process):
    """What a shell is offered for the last of these words."""

    def call(*words, of="bash"):
        environment = {
            "_FACTCHECK_COMPLETE": f"complete_{of}", "COMP_WORDS": " ".join(words),
            "COMP_CWORD": str(len(words) - 1), "_TYPER_COMPLETE_ARGS": " ".join(words),
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        }  # fmt: skip
        ran = process("factcheck", environment=environment)
        assert ran.stderr == b""
        return ran.stdout.decode()

    return call


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (
            ["factcheck", ""],
            {
                "scan",
                "extract",
                "check",
                "watch",
                "lsp",
                "facts",
                "review",
                "explain",
                "compare",
                "diff",
                "baseline",
                "rule",
                "index",
                "ledger",
                "config",
            },
        ),
        (["factcheck", "sc"], {"scan"}),
        (["factcheck", "index", ""], {"build", "update", "rebuild", "info", "verify"}),
        (["factcheck", "ledger", ""], {"list", "add", "check"}),
        (["factcheck", "scan", "--max-fi"], {"--max-file-size", "--max-findings"}),
        (["factcheck", "check", "--ag"], {"--against"}),
        (["factcheck", "scan", "-f", ""], set(SCAN)),
        (["factcheck", "scan", "--report", ""], {f"{name}=" for name in SCAN}),
        (["factcheck", "scan", "--fail-on", ""], {"error", "warning", "note", "never"}),
        (["factcheck", "scan", "--lang", ""], {"auto", "en", "zh-hans", "zh-hant"}),
        (["factcheck", "scan", "--encoding", "g"], {"gb18030"}),
        (["factcheck", "rule", ""], set(RULES)),
        (["factcheck", "rule", "fc40"], {code.lower() for code in RULES if code.startswith("FC40")}),
        (["factcheck", "scan", "--select", ""], {*RULES, *(code[:3] for code in RULES)}),
        (
            ["factcheck", "scan", "--ignore", "FC101,FC20"],
            {f"FC101,{code}" for code in RULES if code.startswith("FC20")},
        ),
        (["factcheck", "scan", "art"], set()),  # the shell's own: files
    ],
)
def test_what_is_offered(completed, words, offered):
    assert set(completed(*words).split()) == offered


def test_zsh_and_fish_are_told_the_names_of_rules_too(completed):
    assert '"FC101":"differing-figure"' in completed("factcheck", "rule", "FC101", of="zsh")
    assert completed("factcheck", "rule", "FC101", of="fish") == "FC101\tdiffering-figure\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_imports_nothing_heavy(process, shell):
    code = (
        "import sys, atexit\n"
        f"atexit.register(lambda: sys.stderr.write('heavy: ' + str(sorted(set(sys.modules) & {HEAVY}))))\n"
        "import factcheck_zh\nfactcheck_zh.main()"
    )
    environment = {
        "_FACTCHECK_COMPLETE": f"complete_{shell}", "COMP_WORDS": "factcheck scan --select F", "COMP_CWORD": "3",
        "_TYPER_COMPLETE_ARGS": "factcheck scan --select F", "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }  # fmt: skip
    ran = process(code, code="-c", environment=environment)
    assert b"FC101" in ran.stdout
    assert ran.stderr == b"heavy: []"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_every_shell_is_shown(process, shell):
    ran = process("factcheck", "--show-completion", shell)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert f"_FACTCHECK_COMPLETE=complete_{shell}" in ran.stdout.decode()


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_the_script_works_in_a_real_bash(tmp_path, process):
    (tmp_path / "factcheck").write_text(f'#!/bin/sh\nexec {sys.executable} -m factcheck "$@"\n', "utf-8")
    (tmp_path / "factcheck").chmod(0o755)
    (tmp_path / "completion.sh").write_bytes(process("factcheck", "--show-completion", "bash").stdout)
    ask = (
        "source ./completion.sh; complete -p factcheck; "
        'COMP_WORDS=(factcheck rule FC2); COMP_CWORD=2; _factcheck_completion factcheck; echo "${COMPREPLY[@]}"'
    )
    path = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    ran = subprocess.run(  # noqa: S603 - our own words
        [shutil.which("bash"), "--norc", "-c", ask], cwd=tmp_path, capture_output=True, timeout=60, check=True,
        env={**os.environ, "PATH": path, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])},
    )  # fmt: skip
    registered, offered = ran.stdout.decode().splitlines()
    assert re.search(r"-F _factcheck_completion factcheck$", registered)
    assert offered.split() == ["FC201", "FC202", "FC203"]


def test_it_is_installed_for_the_shell_that_is_named(process, tmp_path):
    ran = process("factcheck", "--install-completion", "bash", environment={"HOME": str(tmp_path)})
    assert ran.returncode == 0
    installed = tmp_path / ".bash_completions" / "factcheck.sh"
    assert ran.stdout.decode() == f"bash: {installed}\n"
    assert "_FACTCHECK_COMPLETE" in installed.read_text("utf-8")
