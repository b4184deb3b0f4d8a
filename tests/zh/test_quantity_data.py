from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest

from factcheck import quantities, zh
from factcheck.errors import DataError
from factcheck.lexicon.hedges import Hedge
from factcheck.zh import tables
from factcheck.zh.quantity_data import Classifiers, Currency, Dimension, FigureWords, NameClasses
from factcheck.zh.tables import read_table

WORDS = zh.lexicon().quantity
UNITS = WORDS.units.units


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("units/units.yaml", list[Dimension]),
        ("units/currencies.yaml", list[Currency]),
        ("units/classifiers.yaml", Classifiers),
        ("words/hedges.yaml", list[Hedge]),
        ("words/names.yaml", NameClasses),
        ("words/figures.yaml", FigureWords),
    ],
)
def test_every_file_keeps_its_schema(name: Any, kind: Any) -> None:
    assert read_table(name, kind)


def test_an_error_names_file_and_line(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "units").mkdir()
    (tmp_path / "units" / "units.yaml").write_text(
        "- kind: length\n  unit: m\n  words: {米: 1}\n  examples: {}\n- kind: lenght\n  unit: m\n  words: {}\n"
    )
    monkeypatch.setattr(tables, "files", lambda _package: tmp_path)
    with pytest.raises(DataError, match=r"units\.yaml:5: "):
        read_table("units/units.yaml", list[Dimension])


def test_there_are_enough_of_each() -> None:
    counts = [unit for unit in UNITS.values() if unit.kind == "count"]
    currencies = read_table("units/currencies.yaml", list[Currency])
    assert len({unit.word for unit in counts}) >= 250
    assert len({row.code for row in currencies if re.fullmatch("[A-Z]{3}", row.code)}) >= 40


def test_words_are_folded() -> None:
    every = [*UNITS, *WORDS.units.nouns, *WORDS.units.marks, *WORDS.names.words]
    every += [
        word for row in read_table("words/hedges.yaml", list[Hedge]) for word in (row.before + " " + row.after).split()
    ]
    # A word is written as the text room folds it; marks that it folds away could never be found.
    unfolded = [word for word in every if zh.lexicon().text.fold(f"字{word}字")[1:-1] != word]
    assert unfolded == []


def test_factors_are_exact() -> None:
    assert UNITS["亩"].factor == Fraction(2000, 3)
    assert UNITS["英里"].factor == Fraction("1609.344")
    assert UNITS["公里/小时"].factor == Fraction(5, 18)
    assert all(unit.factor > 0 for unit in UNITS.values())


def test_a_word_stands_once() -> None:
    seen: dict[str, str] = {}
    for dimension in read_table("units/units.yaml", list[Dimension]):
        for word in dimension.words:
            assert word not in seen, f"{word}: {seen[word]} and {dimension.kind}"
            seen[word] = dimension.kind


@pytest.mark.parametrize(
    "row", read_table("units/units.yaml", list[Dimension]), ids=lambda row: f"{row.kind} {row.unit}"
)
def test_the_examples_of_a_row_are_read_as_it_says(row: Dimension) -> None:
    read = {text: " ".join(f"{one.low} {one.unit}".strip() for one in quantities(text)) for text in row.examples}
    assert read == row.examples
    assert row.examples
    assert all(any(word in text for word in row.words) for text in row.examples)
