"""How deep YAML nests: what only looks like nesting comes first."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.strict_yaml import MAX_DEPTH, load
from factcheck.yaml_depth import openings

MANY = "[{" * 30


def deepest(text):
    return max((depth for depth, _ in openings(text)), default=0)


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        ("", 0),
        ("园区新增36家企业", 0),
        (f"# {MANY}\n", 0),
        (f'"{MANY}"', 0),
        (f"a: '{MANY}'", 1),
        (f"a: 'it''s {MANY}'", 1),
        (f'a: "\\"{MANY}\n  {MANY}"', 1),
        (f'"{MANY}": a', 1),
        (f"a: 园区{MANY}", 1),
        (f"a: 园区\n  {MANY}\n  - - - - {MANY}", 1),
        (f"a: it's {MANY}", 1),
        (f"a: b # {MANY}", 1),
        (f"a: # {MANY}\n  b", 1),
        (f"a: b#{MANY}", 1),
        (f"a: |\n  {MANY}\n\n    - - - {MANY}\nb: c", 1),
        (f"a: >-\n  {MANY}\n  b: c\n   d: e", 1),
        (f"- |\n {MANY}\n- b", 1),
        (f"a:\n- >\n  {MANY}\n- b", 2),
        (f"[a, '{MANY}', \"{MANY}\"]", 1),
        (f"[a, # {MANY}\n b]", 1),
        (f'[it\'s, "{MANY}"]', 1),
        (f'[a \'b, "{MANY}"]', 1),
        (f"{{'a':'{MANY}', b: ! '{MANY}'}}", 1),
        ("[" + "[], " * 500 + "]", 2),
        ("- - a\n" * 500, 2),
        ("a:\n- b: c\n- b: c\n  d:\n  - e\nf: [g]\n", 4),
        ("a: " * 500, 1),
        ("a: - - - - - b", 1),
        ("a:\n" + "".join(f"  b{n}: {n}\n" for n in range(500)), 2),
        ("--- [a]\n---\n- a\n", 1),
    ],
)
def test_what_only_looks_like_nesting_is_none(text, depth):
    assert deepest(text) == depth


@pytest.mark.parametrize(
    "nested",
    [
        lambda n: "[" * n + "]" * n,
        lambda n: "[" * n,
        lambda n: "title: " + "[" * (n - 1),
        lambda n: "- " * n + "a",
        lambda n: "? " * n + "a",
        lambda n: "- ? " * (n // 2) + "- a" * (n % 2),
        lambda n: "{a: " * n + "b" + "}" * n,
        lambda n: "".join(" " * depth + "a:\n" for depth in range(n)) + " " * n + "b",
        lambda n: "".join(" " * depth + "-\n" for depth in range(n)) + " " * n + "b",
        lambda n: "a:\n" + "- " * (n - 1) + "b",
        lambda n: '"[": ' + "[" * (n - 1),
        lambda n: "a: ! " + "[" * (n - 1),
        lambda n: "a: '[' # [\nb: " + "['[', \"]\", # ]\n" * (n - 1),
        lambda n: "--- " + "[" * n,
        lambda n: "a: |\n  [\nb: " + "[" * (n - 1),
        lambda n: "a: b\n  [\nc: " + "[" * (n - 1),
    ],
)
def test_one_level_too_many_is_an_error_whatever_the_form(nested):
    assert deepest(nested(MAX_DEPTH)) == MAX_DEPTH
    for depth in (MAX_DEPTH + 1, 900, 5000):
        with pytest.raises(FactcheckError, match="nested too deeply"):
            load(nested(depth), "a.yaml", FactcheckError)


def test_twenty_levels_are_read_and_the_error_names_the_line():
    assert load("[" * MAX_DEPTH + "a" + "]" * MAX_DEPTH, "a.yaml", FactcheckError).value
    with pytest.raises(FactcheckError) as raised:
        load("a: b\r\nc:\r- d\n- " + "[" * 20, "a.yaml", FactcheckError)
    assert raised.value.where == "a.yaml:4"


def truth(text):
    """The depth that PyYAML's own parser sees; None where the text is not valid."""
    depth = most = 0
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            most = max(most, depth)
    except yaml.YAMLError:
        return None
    return most


LETTERS = st.sampled_from(
    ["a", "b: ", "- ", "? ", ": ", "[", "]", "{", "}", ",", "'", '"', "#", " ", "\n", "|\n", "\\"]
)
LINES = st.tuples(
    st.sampled_from(["", " ", "  ", "   "]),
    st.sampled_from(["", "- ", "- - ", "a: ", "'b': ", "? ", "- a: "]),
    st.sampled_from(["a", "", "[a, b]", "{a: b}", "'[ [' ", '"["', "|", "a # [", "a: b", "a [[", "[\n", "]"]),
).map(lambda line: "".join(line) + "\n")


@settings(max_examples=500)
@given(st.lists(LETTERS, max_size=14).map("".join) | st.lists(LINES, max_size=6).map("".join))
@example("? - a\n: - b\n")
@example("a:\n- b\nc: d\n")
def test_a_valid_text_is_as_deep_as_its_parser_says(text):
    depth = truth(text)
    if depth is not None:
        # A pair without braces in a list, `[a: b]`, is a mapping that only the parser counts.
        assert deepest(text) <= depth <= 2 * deepest(text), text
        assert depth == deepest(text) or "[" in text


@pytest.mark.parametrize(
    "piece",
    ["[", "]", "- ", "'", "''", '"', '\\"', "a: ", "a:\n", "#", " #", "|\n", "! ", "\n", " ", "\t", "a", ":", "? "],
)
@pytest.mark.parametrize("before", ["", "[", "a: ", "'", "- "])
def test_time_grows_no_faster_than_the_text(before, piece):
    text = before + piece * (100_000 // len(piece))
    start = time.process_time()
    for depth, _ in openings(text):
        if depth > MAX_DEPTH:
            break
    assert time.process_time() - start < 2
