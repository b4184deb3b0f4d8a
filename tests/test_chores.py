"""Chores: the pins are those of the project, and what is written about the commands holds."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
DIRECT = [
    one
    for text in (*PROJECT["dependencies"], *(row for rows in PROJECT["optional-dependencies"].values() for row in rows))
    if (one := Requirement(text)).name != PROJECT["name"]
]
PINS = [
    Requirement(line) for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if line and line[0] != "#"
]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
READMES = [(ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh.md")]


@pytest.mark.parametrize("wanted", DIRECT, ids=str)
def test_every_dependency_is_pinned_within_its_bounds(wanted):
    pins = [one for one in PINS if canonicalize_name(one.name) == canonicalize_name(wanted.name)]
    assert pins, f"{wanted.name} is not pinned: make upgrade"
    for pin in pins:
        (only,) = pin.specifier
        assert wanted.specifier.contains(only.version), f"{pin} is not within {wanted}: make upgrade"


def test_pins_are_exact_and_name_no_place_to_get_them_from():
    assert len(PINS) > len(DIRECT)
    assert all(str(pin.specifier).startswith("==") and pin.url is None for pin in PINS)
    text = (ROOT / "constraints.txt").read_text("utf-8")
    assert not re.search(r"://|^\s*-", text, re.MULTILINE)


@pytest.mark.parametrize("wanted", DIRECT, ids=str)
def test_a_lower_bound_is_given_and_an_upper_one_has_its_reason(wanted):
    operators = {one.operator for one in wanted.specifier}
    assert ">=" in operators
    if operators - {">="}:
        line = next(one for one in (ROOT / "pyproject.toml").read_text("utf-8").splitlines() if str(wanted.name) in one)
        assert "#" in line, f"{wanted}: say beside it what breaks above"


def test_the_test_command_is_one_everywhere_and_is_pinned():
    commands = [re.findall(r"^python3 -m venv .*pytest.*$", text, re.MULTILINE) for text in READMES]
    assert commands[0] == commands[1]
    (command,) = commands[0]
    assert "-c constraints.txt" in command
    assert f"<!-- the test command -->\n```sh\n{command}\n```" in READMES[0]
    assert "-m " not in command.partition("pytest")[2]  # everything is run, what is slow too


def test_every_target_is_explained_and_every_one_explained_is_there():
    targets = set(re.findall(r"^([a-z]\w*):", MAKEFILE, re.MULTILINE))
    assert targets == set(re.findall(r"`make (\w+)`", GUIDE))
    assert targets == set(re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)[1].split())


@pytest.mark.parametrize("target", ["test", "check", "docs", "upgrade"])
def test_what_a_target_runs_is_there(target):
    done = subprocess.run(  # noqa: S603 - our own Makefile, and nothing of it is run
        ["make", "--dry-run", "--always-make", target],  # noqa: S607
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    scripts = re.findall(r"(?<=python )[\w/]+\.py|\.ci/\w+", done.stdout)
    assert all((ROOT / script).is_file() for script in scripts)
    assert scripts or "pytest" in done.stdout


def test_check_is_what_the_build_server_runs_and_test_leaves_out_what_is_slow():
    assert re.search(r"^check:\n\t\.ci/run\b", MAKEFILE, re.MULTILINE)
    assert "-m 'not slow'" in MAKEFILE


def test_every_file_that_the_guide_names_is_there():
    named = [one for one in re.findall(r"`([\w./-]+/[\w./-]*)`", GUIDE) if not re.search("NNN|nnn|NAME", one)]
    assert len(named) > 20
    assert [one for one in named if not (ROOT / one).exists()] == []


def test_the_guide_is_linked():
    assert all("](CONTRIBUTING.md)" in text for text in READMES)


@pytest.mark.parametrize("script", sorted((ROOT / "benchmarks").glob("*.py")), ids=lambda path: path.name)
def test_a_benchmark_finds_what_it_imports_of_the_program(script, monkeypatch):
    monkeypatch.syspath_prepend(script.parent)  # as where it is run
    spec = importlib.util.spec_from_file_location(f"benchmark_{script.stem}", script)
    module = importlib.util.module_from_spec(spec)
    needed = ""
    try:
        spec.loader.exec_module(module)
    except ModuleNotFoundError as missing:
        needed = missing.name
    # what is not there may be a peer to compare with: no dependency of the program
    peers = (ROOT / "benchmarks" / "requirements.txt").read_text("utf-8")
    assert needed in peers if needed else callable(module.main)
