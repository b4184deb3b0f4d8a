from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest

from factcheck import zh
from factcheck.errors import DataError
from factcheck.quantity import names, tables
from factcheck.quantity.hedge_table import Hedge
from factcheck.quantity.tables import Classifiers, Currency, Dimension, currency_marks, nouns, table, units


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("units", list[Dimension]),
        ("currencies", list[Currency]),
        ("classifiers", Classifiers),
        ("hedges", list[Hedge]),
        ("names", names.Names),
    ],
)
def test_every_file_keeps_its_schema(name: Any, kind: Any) -> None:
    assert table(name, kind)


def test_an_error_names_file_and_line(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "units.yaml").write_text(
        "- kind: length\n  unit: m\n  words: {米: 1}\n- kind: lenght\n  unit: m\n  words: {}\n"
    )
    monkeypatch.setattr(tables, "files", lambda _package: tmp_path)
    with pytest.raises(DataError, match=r"units\.yaml:4: "):
        table("units", list[Dimension])


def test_there_are_enough_of_each() -> None:
    counts = [unit for unit in units().values() if unit.kind == "count"]
    currencies = table("currencies", list[Currency])
    assert len({unit.word for unit in counts}) >= 250
    assert len({row.code for row in currencies if re.fullmatch("[A-Z]{3}", row.code)}) >= 40


def test_words_are_folded() -> None:
    every = [*units(), *nouns(), *currency_marks(), *names.words()]
    every += [word for row in table("hedges", list[Hedge]) for word in (row.before + " " + row.after).split()]
    # A word is written as the text room folds it; marks that it folds away could never be found.
    unfolded = [word for word in every if zh.lexicon().text.fold(f"字{word}字")[1:-1] != word]
    assert unfolded == []


def test_factors_are_exact() -> None:
    assert units()["亩"].factor == Fraction(2000, 3)
    assert units()["英里"].factor == Fraction("1609.344")
    assert units()["公里/小时"].factor == Fraction(5, 18)
    assert all(unit.factor > 0 for unit in units().values())


def test_a_word_stands_once() -> None:
    seen: dict[str, str] = {}
    for dimension in table("units", list[Dimension]):
        for word in dimension.words:
            assert word not in seen, f"{word}: {seen[word]} and {dimension.kind}"
            seen[word] = dimension.kind
