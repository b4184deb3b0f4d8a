"""What stands behind a finding on figures, as data."""

from __future__ import annotations

from fractions import Fraction

from factcheck import Document, scan
from factcheck.messages import text
from factcheck.pair.vetoes import name_vetoes
from factcheck.report import Style, render
from factcheck.report.schema import schema

TOLD = "全市共有{}概念验证中心，去年服务企业1200家，带动投资45亿元。"


def found(one, other):
    texts = (TOLD.format(one), "市科技局介绍，" + TOLD.format(other))
    report = scan([Document(id=str(n), text=text, date="2025-03-01") for n, text in enumerate(texts)], chosen=["FC10"])
    return report, report.findings[0].comparison


def test_a_rule_on_one_place_or_on_wording_has_no_comparison():
    text = "展览共有96家企业参展，其中59家来自外地，占比七成。"
    report = scan([Document(id="a", text=text)])
    assert all(finding.comparison is None for finding in report.findings if not finding.rule.startswith("FC1"))


def test_every_level_with_its_weight_the_threshold_and_the_vetoes():
    _, comparison = found("36家", "63家")
    assert {level.comparison for level in comparison.levels} >= {"measure", "subject", "place", "period", "status"}
    assert comparison.weight == sum(level.weight for level in comparison.levels) >= comparison.threshold
    assert comparison.vetoes == tuple(map(text, name_vetoes()))
    assert comparison.veto_names[comparison.vetoes.index("another period")] == "period"
    assert len(comparison.veto_names) == len(comparison.vetoes)
    assert comparison.verdict == "differ"


def test_the_arithmetic_of_both_sides_in_one_unit():
    _, comparison = found("超过36家", "约63家")
    one, other = comparison.sides
    assert (comparison.kind, comparison.unit) == ("count", "家")
    assert (one.text, one.low, one.high, one.step) == ("36家", 36, None, 1)
    assert one.reach_low == 36
    assert one.reach_high is not None
    assert Fraction(other.reach_low) < other.low == 63 < Fraction(other.reach_high)


def test_the_same_stands_in_the_json_and_its_schema():
    report, comparison = found("36家", "63家")
    written = render(report, {"json": "findings_json"}, "json", Style()).decode()
    assert f'"threshold": {comparison.threshold}' in written
    assert '"reach_high": "36"' in written
    assert b"WireComparison" in schema()
