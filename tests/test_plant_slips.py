"""What slips are planted in: figures that two articles state alike, in the same words or in others."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path

import pytest

from factcheck import Document

_FILE = Path(__file__).parents[1] / "benchmarks" / "plant_slips.py"
_SPEC = importlib.util.spec_from_file_location("plant_slips", _FILE)
plant_slips = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(plant_slips)

FIRST = "望澜市海事局昨天通报，岚湾跨海大桥的主桥长3125米，将在明年通车。"
RETOLD = "记者从工地获悉，主跨合龙在即，全长3125米的岚湾跨海大桥让望澜市海事局等了六年。"


def find(*texts: str, date: str | None = "2025-03-01") -> dict[str, int]:
    documents = [Document(id=f"{n}", text=text, date=date) for n, text in enumerate(texts)]
    return {tier: len(pairs) for tier, pairs in plant_slips.find_pairs(documents).items()}


@pytest.mark.parametrize(
    "texts",
    [
        (FIRST,),
        (FIRST, "云汀街道办事处买了3125米长的一卷红绸。"),  # one value of two things
        (FIRST, RETOLD.replace("3125", "3126")),
        (FIRST.replace("3125", "30"), RETOLD.replace("3125", "30")),  # too few digits to tell
        (FIRST + "引桥也长3125米。", RETOLD),  # it would not be the only one
    ],
)
def test_no_pair(texts):
    assert find(*texts) == {"copy": 0, "paraphrase": 0}


def test_a_copy_and_a_retelling():
    assert find(FIRST, "据悉，" + FIRST) == {"copy": 1, "paraphrase": 0}
    assert find(FIRST, RETOLD) == {"copy": 0, "paraphrase": 1}


@pytest.mark.parametrize("figure", ["3125米", "45%", "12万人", "3.5亿元"])
def test_a_slip_changes_the_figure_and_is_the_same_for_a_seed(figure):
    drawn = [plant_slips.change_figure(figure, random.Random(seed)) for seed in range(20)]  # noqa: S311 - no secret
    assert all(new != figure for new, _ in drawn)
    assert drawn == [plant_slips.change_figure(figure, random.Random(seed)) for seed in range(20)]  # noqa: S311 - no secret
