"""The data files of English keep their schemas, and each unit is read as its row says."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck import en, quantities
from factcheck.en import tables
from factcheck.en.tables import (
    EnglishCurrency,
    EnglishDateWords,
    EnglishDimension,
    EnglishFigureWords,
    EnglishNumeralWords,
    Hedges,
    NameWords,
    TextWords,
    read_table,
)
from factcheck.errors import DataError
from factcheck.zh import lexicon

ROWS = read_table("units/units.yaml", list[EnglishDimension])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("units/units.yaml", list[EnglishDimension]),
        ("units/currencies.yaml", list[EnglishCurrency]),
        ("words/hedges.yaml", list[Hedges]),
        ("words/numerals.yaml", EnglishNumeralWords),
        ("words/figures.yaml", EnglishFigureWords),
        ("words/names.yaml", NameWords),
        ("words/nouns.yaml", dict[str, tuple[str, ...]]),
        ("words/text.yaml", TextWords),
        ("words/dates.yaml", EnglishDateWords),
    ],
)
def test_every_file_keeps_its_schema(name: Any, kind: Any) -> None:
    assert read_table(name, kind)


def test_an_error_names_file_and_line(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "text.yaml").write_text("abbreviations: [Mr]\ncommun: [the]\n")
    monkeypatch.setattr(tables, "files", lambda _package: tmp_path)
    with pytest.raises(DataError, match=r"factcheck/en/words/text\.yaml:[12]: "):
        read_table("words/text.yaml", TextWords)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.kind} {row.unit}")
def test_the_examples_of_a_row_are_read_as_it_says(row: EnglishDimension) -> None:
    read = {
        text: " ".join(f"{one.low} {one.unit}".strip() for one in quantities(text) if one.kind == row.kind)
        for text in row.examples
    }
    assert read == row.examples
    assert row.examples


def test_units_are_those_of_the_other_language() -> None:
    known = {(unit.kind, unit.name) for unit in lexicon().quantity.units.units.values()}
    known |= {("percent", "%"), ("money", "$")}
    assert {(unit.kind, unit.name) for unit in en.quantity().units.units.values()} <= known


def test_what_is_counted_has_a_classifier_of_the_other_language() -> None:
    classifiers = {unit.name for unit in lexicon().quantity.units.units.values() if unit.kind == "count"}
    assert set(en.quantity().units.nouns.values()) <= classifiers


def test_no_word_moves_a_bound_in_two_ways() -> None:
    rows = read_table("words/hedges.yaml", list[Hedges])
    for words in ([word for row in rows for word in row.before], [word for row in rows for word in row.after]):
        assert len(set(words)) == len(words)
