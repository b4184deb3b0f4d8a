"""A function is named by a verb and its object, or a noun: never by a bare participle, which tells neither."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import factcheck

PACKAGE = Path(factcheck.__file__).parent
# Participles that do not end in -ed; what is a verb or a noun as well is none: read, cut, put, set, bound.
IRREGULAR = frozenset({
    "begun", "bought", "broken", "brought", "built", "caught", "chosen", "dealt", "done", "drawn", "found", "frozen",
    "given", "gone", "grown", "held", "hidden", "hung", "kept", "known", "laid", "led", "left", "lost", "made", "met",
    "paid", "said", "seen", "sent", "shown", "sold", "spent", "spoken", "stood", "taken", "taught", "thought", "thrown",
    "told", "torn", "understood", "won", "worn", "woven", "written",
})  # fmt: skip
# Nouns that end as participles do.
NOUNS = frozenset({
    "doubling", "ending", "finding", "landing", "mapping", "meeting", "nothing", "reading", "rounding", "speed",
    "string", "warning", "wording",
})  # fmt: skip
# What may stand behind a participle without making it say more: checked_against, altered_at_checkout, told_apart.
PARTICLES = frozenset({
    "against", "apart", "around", "as", "at", "away", "behind", "by", "from", "in", "of", "off", "on", "out", "over",
    "since", "to", "up", "with",
})  # fmt: skip
# Named so all the same, and why. This list only shrinks.
EXCEPTIONS = {
    "quantity/compounds.py": {"_ended", "_spoken"},
    "quantity/figures.py": {"_mixed", "_unsigned", "_written"},
    "quantity/ranges.py": {"_shared"},
    "quantity/reach.py": {"_grown"},
}


def is_participle(word: str) -> bool:
    if word in NOUNS:
        return False
    return word in IRREGULAR or (len(word) > len("need") and word.endswith("ed")) or word.endswith("ing")


def is_bare(name: str) -> bool:
    """Whether a name is a participle, with nothing behind it or a particle: it says what was done, not what it does."""
    if name.startswith("__"):
        return False  # Python's own
    first, *rest = name.strip("_").split("_")
    return is_participle(first) and (not rest or rest[0] in PARTICLES)


@pytest.mark.parametrize(
    "name",
    ["tell_skipped", "read", "cut", "_finding", "stated_bound", "narrowed_measure", "is_joined", "may_have_been_read",
     "find_doubled", "wording", "nothing_on_file", "speed", "__init_subclass__"],
)  # fmt: skip
def test_names_that_say_what_they_are(name):
    assert not is_bare(name)


@pytest.mark.parametrize(
    "name",
    ["told", "_held", "skipped", "linking", "checked_against", "altered_at_checkout", "_told_apart", "left_over"],
)
def test_names_that_do_not(name):
    assert is_bare(name)


def named_by_participles() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            # a property is read as a field is, and a field may say what was done
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and is_bare(node.name) and not is_field(node):
                found.setdefault(path.relative_to(PACKAGE).as_posix(), set()).add(node.name)
    return found


def is_field(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(ast.unparse(one).split(".")[-1] in {"property", "cached_property"} for one in node.decorator_list)


def test_no_function_is_named_by_a_bare_participle():
    assert named_by_participles() == EXCEPTIONS
