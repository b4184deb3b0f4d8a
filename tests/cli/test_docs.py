"""Nothing that can be typed goes without documentation."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest
import typer

from factcheck.cli.app import app
from factcheck.cli.settings import DEFAULTS, HELP, NAMES, key
from factcheck.report import EXTRACT, SCAN

DOCS = Path(__file__).parents[2] / "docs"


def commands():
    """Every command with its path and its options as typer knows them."""

    def walk(group, path):
        for name, command in group.commands.items():
            if hasattr(command, "commands"):
                yield from walk(command, f"{path} {name}")
            else:
                yield f"{path} {name}", command

    return dict(walk(typer.main.get_command(app), "factcheck"))


@pytest.mark.parametrize("path", commands())
def test_every_command_and_option_is_in_the_documentation(path):
    page = (DOCS / "cli.md").read_text("utf-8")
    section = re.search(rf"^## `{re.escape(path)}[` ].*?(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    assert section is not None, f"docs/cli.md has no section on {path}"
    options = [option for parameter in commands()[path].params for option in parameter.opts if option.startswith("--")]
    missing = [option for option in options if option != "--help" and f"`{option}" not in section[0]]
    assert not missing


@pytest.mark.parametrize("path", commands())
def test_the_help_of_every_command_has_examples_and_of_every_option_words(path):
    command = commands()[path]
    assert f"\n  {path}" in command.help.replace("pbpaste | ", "")
    assert all(parameter.help for parameter in command.params)


def test_every_setting_is_in_the_documentation_with_its_default():
    page = (DOCS / "configuration.md").read_text("utf-8")
    for name in NAMES:
        default = getattr(DEFAULTS, name)
        written = "unset" if default is None else f"`{json.dumps(default)}`"
        assert f"| `{key(name)}` | {written} |" in page
        assert HELP[name].endswith(".")


def test_every_format_has_a_section_in_the_documentation():
    page = (DOCS / "formats.md").read_text("utf-8")
    assert all(f"\n## {name}\n" in page for name in {*SCAN, *EXTRACT})


def test_the_examples_of_formats_are_what_the_tool_writes(monkeypatch):
    monkeypatch.chdir(DOCS.parent)
    spec = importlib.util.spec_from_file_location("examples", DOCS / "examples.py")
    examples = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(examples)
    page = examples.PAGE.read_text("utf-8")
    assert page.count("<!-- example: ") >= 7
    assert page == examples.made(page), "write them anew: python docs/examples.py"
