"""The engine and the reports know no rule: what sets one apart, it declares."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import factcheck

ROOT = Path(factcheck.__file__).parent
ROOMS = ("corpus", "evidence", "pair", "passage", "report", "run", "web")


def texts(file):
    """The strings of a module that are no docstrings."""
    tree = ast.parse(file.read_text("utf-8"))
    pages = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pages:
            yield node.value


@pytest.mark.parametrize("room", ROOMS)
def test_no_string_names_a_rule(room):
    files = sorted((ROOT / room).rglob("*.py"))
    assert files
    assert [(file.name, text) for file in files for text in texts(file) if re.search(r"FC\d{3}", text)] == []
