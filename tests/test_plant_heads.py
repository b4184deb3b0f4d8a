"""What slips are planted in: figures of a title or a lead that the body states in the same value."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from factcheck import Document

_FOLDER = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture(scope="module")
def plant_heads():
    sys.path.insert(0, str(_FOLDER))  # it stands beside plant_slips, whose slips it plants
    try:
        spec = importlib.util.spec_from_file_location("plant_heads", _FOLDER / "plant_heads.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(_FOLDER))
    return module


TEXT = "望澜书展昨天闭幕，售出图书15728册。主办方说，这是历届之最。据统计，本届图书销量为{}册，读者有{}人。"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (TEXT.format(15729, 300), None),
        (TEXT.format(15729, 300), "望澜书展迎客320人"),
        (TEXT.format(15729, 3), "望澜书展迎客3人"),  # too few digits
        ("望澜书展售出图书15728册，共15728册。", None),  # no body
    ],
)
def test_nothing_to_plant(plant_heads, text, title):
    assert list(plant_heads.find_stated(Document(id="a", text=text, title=title), 2)) == []


def test_figures_of_title_and_lead(plant_heads):
    document = Document(id="a", text="2025-08-01 17:54\n\n" + TEXT.format(15728, 320), title="望澜书展迎客320人")
    title, lead = plant_heads.find_stated(document, 2)
    assert (title.field, title.text, document.text[slice(*title.other)]) == ("title", "320人", "320人")
    assert (lead.field, lead.text, document.text[slice(*lead.other)]) == ("text", "15728册", "15728册")
    assert lead.start < lead.other[0]
