from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from quantity_docs import render, sections

from factcheck import quantities

if TYPE_CHECKING:
    from factcheck.model import Quantity

DOCS = Path(__file__).parents[2] / "docs" / "quantities.md"
SILENT = [text for section in sections() for text in section.silent]
ROWS = [(text, rows) for section in sections() for text, rows in section.rows.items()]


def _bound(value: object) -> str:
    return "∅" if value is None else str(value)


def _written(quantity: Quantity) -> str:
    low, high = _bound(quantity.low), _bound(quantity.high)
    bounds = low if low == high else f"{low}..{high}"
    return f"{quantity.text} | {quantity.kind} | {bounds} | {quantity.unit} | {quantity.qualifier}"


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert [_written(found) for found in quantities(text) if found.kind != "number"] == []


@pytest.mark.parametrize(("text", "rows"), ROWS, ids=[text for text, _ in ROWS])
def test_row(text: str, rows: list[str]) -> None:
    assert [_written(found) for found in quantities(text)] == rows


@pytest.mark.parametrize("text", [text for text, _ in ROWS])
def test_surroundings_change_nothing(text: str) -> None:
    around = f"他说：“{text}。”此外不再多言。"
    assert [_written(found) for found in quantities(around)] == [_written(found) for found in quantities(text)] or (
        text in _TEXT_DECIDES
    )


# What holds to the end of its text, or begins a line, is read by its surroundings.
_TEXT_DECIDES = {"月租300元（人民幣，下同），另付50元"}


def test_the_page_is_rendered_from_the_tables() -> None:
    assert DOCS.read_text("utf-8") == render(), "run: python tests/quantity_docs.py > docs/quantities.md"
