"""The house holds: imports only descend, the language is data, and one name means one thing."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections import defaultdict
from pathlib import Path

import pytest

import factcheck

PACKAGE = Path(factcheck.__file__).parent
DOCS = PACKAGE.parent / "docs"
HAN = re.compile("[\u3400-\u9fff]")
ENGINES = ("quantity", "frame", "pair", "passage", "quotation", "rules", "verdict", "evidence", "corpus", "text", "run")
# Where a Han letter stands in a string of an engine all the same, and why. This list only shrinks.
IN_CODE = {
    "corpus/corpus.py": "what tells content words from numerals; asked for each word, with no lexicon at hand",
}
# Rooms that may know one language: those that put the parts together, and bridges still to be handed a lexicon.
KNOW_CHINESE = {"zh", "run", "index", "ledger", "cli", "report", "read", "factcheck"}
BRIDGES = {"text/words.py"}
# Long patterns in one line, and why. This list only shrinks.
ONE_LINE = {
    "zh/frame_names.py": "moved as they are, until frames are learnt anew",
    "ledger/edit.py": "the form of a YAML line, no words",
    "report/findings_markdown.py": "the marks of Markdown, no words",
    "report/page/names.py": "the marks of a page, no words",
}
LONG = 80


def modules():
    return sorted(PACKAGE.rglob("*.py"))


def inside(path):
    return path.relative_to(PACKAGE).as_posix()


@pytest.fixture(scope="module")
def rooms():
    spec = importlib.util.spec_from_file_location("rooms", DOCS / "rooms.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_imports_only_descend(rooms):
    layers = rooms.layers()  # raises where they go in a circle
    assert layers[0] == ["ground"]
    assert sum(map(len, layers)) == len(rooms.imports())


def test_the_picture_of_the_rooms_is_that_of_the_imports(rooms):
    drawn = (DOCS / "images" / "rooms.svg").read_text("utf-8")
    assert drawn == rooms.drawn(), "draw it anew: python docs/rooms.py"


def strings(tree):
    """The strings of code: no docstrings."""
    documented = (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node


def test_no_engine_holds_a_word_of_the_language():
    """Escaped letters are read as what they stand for."""
    held = {
        inside(path)
        for path in modules()
        if inside(path).split("/")[0] in ENGINES
        and any(HAN.search(node.value) for node in strings(ast.parse(path.read_text("utf-8"))))
    }
    assert held == set(IN_CODE)


def test_no_engine_imports_a_language():
    found = set()
    for path in modules():
        if inside(path).split("/")[0] in KNOW_CHINESE or "/" not in inside(path):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.ImportFrom | ast.Import) else []
            module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            if module.startswith("factcheck.zh") or (module == "factcheck" and "zh" in names):
                found.add(inside(path))
    assert found == BRIDGES


def compiled(tree):
    """Patterns that are compiled from one literal, with the length of what is written in it."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile" and node.args):
            continue
        written = node.args[0]
        parts = written.values if isinstance(written, ast.JoinedStr) else [written]
        length = sum(len(part.value) for part in parts if isinstance(part, ast.Constant))
        yield length, any("VERBOSE" in ast.unparse(flag) for flag in node.args[1:])


def test_long_patterns_are_verbose_or_made_of_words():
    held = {
        inside(path)
        for path in modules()
        if any(length > LONG and not verbose for length, verbose in compiled(ast.parse(path.read_text("utf-8"))))
    }
    assert held == set(ONE_LINE)


def test_no_two_public_classes_have_one_name():
    homes = defaultdict(list)
    for path in modules():
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(inside(path))
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}
