"""Every page of help has examples, and every example is understood by the parser itself."""

from __future__ import annotations

import inspect
import re
import shlex

import pytest
import typer
from rich.cells import cell_len

from factcheck.cli.app import app

EXAMPLE = re.compile(r"^ {2}(?:pbpaste \| )?(factcheck .+)$", re.MULTILINE)
_WIDTH = 78  # cells that a line of help has on the narrowest terminal that is usual, its frame aside


def pages():
    """Every command and group with its path, as typer knows them."""

    def walk(command, path):
        yield path, command
        for name, below in getattr(command, "commands", {}).items():
            yield from walk(below, f"{path} {name}")

    return dict(walk(typer.main.get_command(app), "factcheck"))


PAGES = pages()
EXAMPLES = [(path, line) for path, page in PAGES.items() for line in EXAMPLE.findall(inspect.cleandoc(page.help or ""))]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_two_examples_of_its_own(path):
    own = [line for page, line in EXAMPLES if page == path]
    assert len(own) >= 2
    assert all(f"{line} ".startswith(f"{path} ") for line in own)
    assert max(cell_len(f"    {line}") for line in own) <= _WIDTH


@pytest.mark.parametrize(("path", "line"), EXAMPLES)
def test_every_example_is_understood(path, line):
    _, *words = shlex.split(line)
    command, name, context = PAGES["factcheck"], "factcheck", None
    while hasattr(command, "commands"):
        name, *words = words
        command = command.commands[name]
    context = command.make_context(name, words)  # raises for what it does not know
    assert context.params
    assert path


@pytest.mark.parametrize("path", PAGES)
def test_help_is_printed_with_all_its_examples(run, path):
    ran = run(*path.split()[1:], "--help")
    assert (ran.code, ran.err) == (0, "")
    told = re.sub(r"\s+", " ", ran.out)
    for page, line in EXAMPLES:
        assert page != path or line in told


@pytest.mark.parametrize("words", [[], ["ledger"], ["index"], ["config"]])
def test_without_a_command_help_is_shown_and_no_error(run, words):
    ran = run(*words)
    assert (ran.code, ran.err) == (2, "")
    assert "Usage: factcheck" in ran.out
    assert "Examples" in ran.out


def test_what_is_most_used_comes_first(run):
    out = run("--help").out
    named = [name for name in re.findall(r"^│ (\w+)", out, re.MULTILINE) if f"factcheck {name}" in PAGES]
    assert named == [
        "scan",
        "check",
        "facts",
        "extract",
        "explain",
        "compare",
        "diff",
        "watch",
        "lsp",
        "review",
        "baseline",
        "ledger",
        "rule",
        "index",
        "config",
    ]


def test_the_options_of_the_groups_are_those_that_a_session_takes():
    from dataclasses import fields

    from factcheck.cli import options as o

    held = {one.name: one.default for one in fields(o.CommonOptions)}
    declared = {}
    for group in (o.Reported, o.Written, o.Ledgered, o.Verbosity, o.InputChoice, o.Clustered):
        for kind in group.__mro__[:-1]:
            declared |= {name: getattr(kind, name) for name in kind.__annotations__}
    assert held == declared


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_what_takes_no_choice_names_no_type_of_python(run, monkeypatch, path, lang):
    monkeypatch.setenv("FACTCHECK_LANG", lang)
    out = run(*path.split()[1:], "--help").out
    for word in ("bool", "<str>", "list[", "{", "[[", "…]..."):
        assert word not in out


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_usage_names_arguments_plainly_and_a_paragraph_fills_its_lines(run, monkeypatch, lang):
    monkeypatch.setenv("FACTCHECK_LANG", lang)
    monkeypatch.setenv("COLUMNS", "90")
    out = run("explain", "--help").out
    if lang == "en":
        assert "factcheck explain [OPTIONS] FINGERPRINT [PATH…]" in out
        assert re.search(r"the vetoes that were *\n tested, and the figures as intervals", out)
    else:
        assert "factcheck explain [选项] 指纹 [路径…]" in out
