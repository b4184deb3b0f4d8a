"""Figures whose sign the words tell. What agrees, and what is no one fact, comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import factcheck

if TYPE_CHECKING:
    from pathlib import Path


def disputes(a: str, b: str) -> list[str]:
    report = factcheck.scan(
        [
            factcheck.Document(id="a", text=a, date="2025-03-01"),
            factcheck.Document(id="b", text=b, date="2025-03-02"),
        ]
    )
    return [finding.rule for finding in report.findings if finding.severity != "note"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("岚光公司2024年净利润为-2.35亿元。", "岚光公司2024年净亏损2.35亿元。"),
        ("嵐光公司2024年淨利潤為-2.35億元。", "岚光公司2024年亏损2.35亿元。"),
        ("岚光公司2024年营收增速为-2.35%。", "岚光公司2024年营收同比下降2.35%。"),
        ("岚光公司2024年净亏损2.35亿元。", "岚光公司2023年净利润2.35亿元。"),
        ("岚光公司2024年净亏损2.35亿元。", "澜港公司2024年净利润2.35亿元。"),
        ("岚光公司2024年减亏2.35亿元。", "岚光公司2024年净利润2.35亿元。"),
        ("岚光公司2024年扭亏为盈，净利润2.35亿元。", "岚光公司2024年净利润2.35亿元。"),
    ],
)
def test_no_dispute(a: str, b: str) -> None:
    assert disputes(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("岚光公司2024年净利润为2.35亿元。", "岚光公司2024年净亏损2.35亿元。"),
        ("岚光公司2024年净利润为2.35亿元。", "嵐光公司2024年淨虧損為2.35億元。"),
        ("岚光公司2024年归母净利润盈利2.35亿元。", "岚光公司2024年归母净利润亏损2.35亿元。"),
        ("岚光公司2024年净利润为-2.35亿元。", "岚光公司2024年净利润为2.35亿元。"),
    ],
)
def test_a_loss_is_no_profit(a: str, b: str) -> None:
    assert disputes(a, b) == ["FC104"]


FACT = """\
- id: loss
  subject: 岚光公司
  measure: 净利润
  value: -2.35亿元
  period: 2024
  source: {title: 年报}
"""


@pytest.mark.parametrize(
    ("text", "codes"),
    [("岚光公司2024年净亏损2.35亿元。", []), ("岚光公司2024年净利润2.35亿元。", ["FC103"])],
)
def test_a_fact_below_zero_agrees_with_a_loss(tmp_path: Path, text: str, codes: list[str]) -> None:
    (tmp_path / "facts.yaml").write_text(FACT, "utf-8")
    documents = [factcheck.Document(id="a", text=text, date="2025-03-01")]
    report = factcheck.scan(documents, ledger=factcheck.Ledger.load(tmp_path), chosen=["FC103"])
    assert [finding.rule for finding in report.findings] == codes
