"""Weights as the program reads them: JSON, a table a template, its values in order."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.quantity.letters import is_han
from factcheck.text.words import tag

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_DIGITS = 3
_FEEBLE = 0.02  # a weight below it changes nothing


Weights = Iterable[tuple[tuple[int, str], float]]


def make_tables(templates: Sequence[str], weights: Weights) -> dict[str, dict[str, float]]:
    """The weights by (number of their template, value) as tables; what weighs next to nothing is left out."""
    tables: dict[str, dict[str, float]] = {name: {} for name in templates}
    for (number, value), weight in sorted(weights):
        if abs(weight) >= _FEEBLE:
            tables[templates[number]][value] = round(float(weight), _DIGITS)
    return tables


def write_tables(path: Path, templates: Sequence[str], weights: Weights, **more: float) -> None:
    """The tables of weights as a file, the same bytes for the same weights."""
    lines = [
        f" {json.dumps(name)}: {json.dumps(held, ensure_ascii=False, separators=(',', ':'))}"
        for name, held in make_tables(templates, weights).items()
    ]
    head = "".join(f" {json.dumps(name)}: {json.dumps(value)},\n" for name, value in more.items())
    path.write_text("{\n" + head + ' "tables": {\n' + ",\n".join(lines) + "\n }\n}\n", encoding="utf-8")


_NAMES = frozenset({"x", "nr", "nrt", "nrfg"})  # tags of names, and of what the dictionary does not have
_WORD_AT = {  # where the word stands in a value, by the name of the template
    "own head": slice(1, None), "own before": slice(1, None), "own after": slice(1, None), "own letter": slice(1, 2),
    "pair letter_figure": slice(2, None), "pair unit_kind": slice(0, -2), "pair measure_kind": slice(0, -2),
    "before": slice(None), "after": slice(None), "next": slice(None), "measured": slice(None),
}  # fmt: skip


def may_be_learnt(template: str, value: str) -> bool:
    """Whether a value holds no word, or one that the segmenter's dictionary has and that is nobody's name."""
    at = _WORD_AT.get(template)
    if at is None:
        return True
    word = value[at]
    return not any(map(is_han, word)) or tag(word) not in _NAMES
