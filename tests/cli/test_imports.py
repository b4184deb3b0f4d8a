"""The modules of the command line import one another in one direction; imports inside functions count."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import factcheck.cli

HERE = Path(factcheck.cli.__file__).parent


def _module(path):
    return ".".join(("factcheck", "cli", *path.relative_to(HERE).with_suffix("").parts)).removesuffix(".__init__")


MODULES = {_module(path): path for path in HERE.rglob("*.py")}


def _typing_only(tree):
    """The statements that only a type checker runs."""
    guarded = [
        node for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
    ]
    return {inner for node in guarded for inner in ast.walk(node)}


def _imported(path):
    tree = ast.parse(path.read_text("utf-8"))
    unseen = _typing_only(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node not in unseen:
            yield from (f"{node.module}.{name.name}" for name in node.names if f"{node.module}.{name.name}" in MODULES)
            if node.module in MODULES:
                yield node.module


def test_imports_go_in_no_circle():
    graph = {name: set(_imported(path)) - {name} for name, path in MODULES.items()}
    assert len(graph) > 30
    assert any(graph.values())
    assert set(TopologicalSorter(graph).static_order()) >= set(graph)  # raises CycleError


def test_a_command_is_declared_in_a_file_of_its_name_and_done_in_another():
    declared = {path.stem for path in HERE.glob("*.py")}
    done = {path.stem for path in (HERE / "work").glob("*.py")}
    for name in ("scan", "check", "extract", "explain", "review", "baseline", "ledger", "rule", "index", "config_show"):
        assert {name} <= declared & done
