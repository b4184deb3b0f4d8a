"""Bare figures of 万 and 亿 that are money by the verb before them. What is none comes first."""

from __future__ import annotations

import pytest

from factcheck import Document, extract


def kinds(text: str) -> list[str]:
    return [claim.kind for claim in extract(Document(id="a", text=text, date="2025-01-01"))]


@pytest.mark.parametrize(
    "text",
    [
        "岚光公司捐赠50万口罩。",
        "岚光公司卖出300万辆电动车。",
        "岚光网赢得300万粉丝。",
        "他花费2万小时练琴。",
        "岚光平台投资者1.5亿。",
        "岚光剧播放量3.5亿。",
        "望澜市迈入GDP万亿行列。",
    ],
)
def test_not_money(text: str) -> None:
    assert "money" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "岚光公司斥资4000万收购澜港药业。",
        "嵐光公司斥資4000萬收購瀾港藥業。",
        "岚光公司融资约1.5亿。",
        "岚光公司投资3亿建厂。",
        "岚光公司估值超过50亿。",
        "岚光公司负债30亿。",
        "林某被骗80万。",
        "林某被骗走30多万。",
        "林某索赔500万。",
        "这幅画拍出1.2亿。",
        "岚光公司被罚款200万。",
        "林某捐出近50万。",
        "林某花3万买车。",
    ],
)
def test_money(text: str) -> None:
    assert kinds(text) == ["money"]
