"""What code says in English is there in Chinese too: errors, cures, reasons of what was passed over, vetoes."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import factcheck
from factcheck.messages import translated
from factcheck.messages.catalogue import _VALUE, _messages
from factcheck.pair.vetoes import name_vetoes

ROOT = Path(factcheck.__file__).parent
# Told to who writes for factcheck, not to who uses it.
INTERNAL = {"__init__.py", "strict_yaml.py", "tables.py"}


def _flat(node):
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(part.value if isinstance(part, ast.Constant) else "7" for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from _flat(node.body)
        yield from _flat(node.orelse)


def _said(file):
    """The literal texts of errors, cures and reasons in a file; 7 stands for what is put in."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name.endswith("Error") and name not in {"DataError", "AttributeError", "KeyError"} and node.args:
                yield from _flat(node.args[0])
            for keyword in node.keywords:
                if keyword.arg in {"cure", "reason"}:
                    yield from _flat(keyword.value)
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in {
            "what",
            "why",
            "cure",
            "REPORT",
            "_BINARY",
            "_CURE",
        }:
            yield from _flat(node.value)


SAID = sorted(
    {
        (text, file.relative_to(ROOT).as_posix())
        for file in ROOT.rglob("*.py")
        if file.name not in INTERNAL
        for text in _said(file)
        if re.search("[a-z]{3}", text)
    }
)


@pytest.mark.parametrize(("said", "file"), SAID)
def test_whatever_is_said_in_english_is_there_in_chinese(said, file):
    assert re.search("[一-鿿]", translated(said, "zh-hans")), (
        f"factcheck/messages/data/messages.yaml lacks {file}: {said}"
    )


def test_there_is_something_to_translate():
    assert len(SAID) > 80


@pytest.mark.parametrize("said", name_vetoes())
def test_every_veto_is_there_in_chinese(said):
    assert translated(said, "zh-hant") != said


def test_english_stays_and_so_does_what_nobody_put():
    assert translated("empty", "en") == "empty"
    assert translated("what no one says here", "zh-hans") == "what no one says here"


def test_values_from_outside_are_never_translated_nor_read_as_templates():
    assert translated("no rule has the code 'empty'", "zh-hans") == "没有编号为 'empty' 的规则"
    assert (
        translated("no rule has the code '{why}{0.__class__}'", "zh-hans") == "没有编号为 '{why}{0.__class__}' 的规则"
    )
    assert translated("cannot be read: permission denied", "zh-hant") == "無法讀取：沒有權限"


def test_every_row_says_the_same_values_and_none_stands_twice():
    rows = [row for _, row in _messages()]
    assert len({row.en for row in rows}) == len(rows)
    for row in rows:
        names = sorted(_VALUE.findall(row.en))
        assert sorted(_VALUE.findall(row.zh_hans)) == names
        assert row.zh_hant is None or sorted(_VALUE.findall(row.zh_hant)) == names
