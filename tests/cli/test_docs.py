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
from factcheck.rules import RULES

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


def script(name):
    """A script of docs/, as a module."""
    spec = importlib.util.spec_from_file_location(Path(name).name, DOCS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_format_has_a_page_with_a_real_example_and_the_list_links_to_it():
    listed = (DOCS / "formats.md").read_text("utf-8")
    for name in {*SCAN, *EXTRACT}:
        page = (DOCS / "formats" / f"{name}.md").read_text("utf-8")
        assert page.startswith(f"# {name}: ")
        assert f"<!-- example: {name} " in page or (name == "html" and "](../images/report.png)" in page)
        assert f"](formats/{name}.md)" in listed
    only_read = {file.stem for file in (DOCS / "formats").iterdir()} - {*SCAN, *EXTRACT}
    assert only_read == {"docx", "pdf", "rtf", "eml"}
    for name in only_read:
        assert (DOCS / "formats" / f"{name}.md").read_text("utf-8").startswith(f"# {name}: ")
        assert f"](formats/{name}.md)" in listed


@pytest.mark.slow
@pytest.mark.parametrize("name", [*(f"formats/{name}" for name in sorted({*SCAN, *EXTRACT})), "zh/reading"])
def test_the_examples_of_formats_are_what_the_tool_writes(monkeypatch, name):
    monkeypatch.chdir(DOCS.parent)
    page = (DOCS / f"{name}.md").read_text("utf-8")
    assert page == script("examples").made(page), "write them anew: python docs/examples.py"


def test_every_rule_has_a_page_in_both_languages_made_from_its_docstring():
    made = script("pages").made()
    assert {f"rules/{code}.md" for code in RULES} | {f"zh/rules/{code}.md" for code in RULES} < set(made)
    for path, page in made.items():
        assert (DOCS / path).read_text("utf-8") == page, "write them anew: python docs/pages.py"
    there = {
        file.relative_to(DOCS).as_posix() for folder in ("rules", "zh/rules") for file in (DOCS / folder).iterdir()
    }
    assert there == {path for path in made if path.count("/") and "rules/" in path}


def test_every_command_and_rule_stands_in_the_chinese_pages_and_every_page_is_reached():
    pages = {file.relative_to(DOCS / "zh").as_posix(): file.read_text("utf-8") for file in (DOCS / "zh").rglob("*.md")}
    assert [path for path in commands() if f"`{path}" not in pages["commands.md"]] == []
    assert [code for code in RULES if f"](rules/{code}.md)" not in pages["rules.md"]] == []
    first = pages["README.md"]
    assert [name for name in pages if "/" not in name and name != "README.md" and f"]({name})" not in first] == []
    assert all(
        re.search(r"\]\((?:\.\./)?(?:README|rules)\.md\)", page) for name, page in pages.items() if name != "README.md"
    )
    assert "](docs/zh/README.md)" in (DOCS.parent / "README.zh.md").read_text("utf-8")
    assert "繁體" in first


def test_the_measured_table_in_the_chinese_pages_is_the_english_one():
    rows = re.compile(r"^\|.*?\|.*?\|(.*?\d.*)\|$", re.MULTILINE)  # what was read, and how much of it was true
    english, chinese = (
        [sorted(re.findall(r"\d[\d.]*", row)) for row in rows.findall((DOCS / name).read_text("utf-8"))]
        for name in ("precision.md", "zh/limits.md")
    )
    assert len(chinese) == 7
    assert chinese == english[:7]


@pytest.mark.slow
def test_the_screens_in_the_documentation_are_what_the_tool_prints(monkeypatch):
    monkeypatch.chdir(DOCS.parent)
    make = script("images/make")
    for name, words in make.PICTURES.items():
        drawn = make.picture(words, make.SHOWN.get(name, slice(None)))
        stored = (DOCS / "images" / name).read_text("utf-8")
        assert _letters(stored) == _letters(drawn), f"draw {name} anew: python docs/images/make.py"
        assert "http" not in re.sub(r"https?://www\.w3\.org|https?://www\.textualize\.io", "", stored)


def _letters(svg):
    """What is written in a picture; how it is drawn depends on the version of rich."""
    return "".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg)).replace("&#160;", " ")


def test_every_link_between_pages_leads_somewhere():
    pages = [*DOCS.rglob("*.md"), DOCS.parent / "README.md", DOCS.parent / "README.zh.md"]
    for page in pages:
        text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
        for link in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
            assert "://" in link or (page.parent / link).exists(), f"{page}: {link}"


def test_the_finding_that_the_readme_reads_is_a_real_one(run):
    page, printed = (DOCS.parent / "README.md").read_text("utf-8"), run("scan", DOCS.parent / "corpus").out
    for part in (
        "FC104 magnitude-slip  error  0.47",
        "基金首期规模: 20亿元 (1 article) against 200億元 (1 article)",
        "corpus/07-lanwan-fund.md:8:41",
        "because one is ten times the other",
        "nearly the same words around the figure (+9)",
        "fingerprint eec6ac7fcfca398b",
    ):
        assert part in page
        assert part in printed
