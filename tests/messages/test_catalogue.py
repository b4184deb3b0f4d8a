"""What is told to people: nothing untranslated, nothing that a value could change."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import factcheck
from factcheck import Document, scan
from factcheck.messages import LANGUAGES, because, keys, message, rule_page, say, tell
from factcheck.messages.catalogue import _rows
from factcheck.rules import RULES


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", keys())
def test_a_row_stands_for_the_same_values_in_every_language(key):
    row = _rows()[key]
    assert _names(row.en) >= _names(row.zh_hans)
    assert not row.zh_hant or _names(row.zh_hans) == _names(row.zh_hant)


def test_every_rule_has_its_name_in_the_catalogue():
    for code, rule in RULES.items():
        assert tell(say(f"rule.{code}")) == rule.name
        assert tell(say(f"rule.{code}"), "zh-hans") != rule.name


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_its_page_in_chinese(code):
    page = RULES[code].page
    told, traditional = rule_page(code, page, "zh-hans"), rule_page(code, page, "zh-hant")
    assert len(re.findall("[一-鿿]", told)) > 80
    assert told.partition("\n")[0].endswith("。")
    assert ("怎么办" in told, "怎麼辦" in traditional) == (True, True)
    assert told.count("## ") == page.count("## ")
    assert ("例" in re.split(r"怎么办", told)[0] + told[-200:]) or "xample" not in page
    assert set(re.findall(r"FC\d+", page)) == set(re.findall(r"FC\d+", told))
    assert rule_page(code, page) == page


def test_no_page_in_chinese_is_of_a_rule_that_is_not():
    folder = Path(factcheck.__file__).parent / "messages" / "data" / "rules"
    assert {file.stem.upper() for file in folder.iterdir()} == set(RULES)


def test_a_value_is_never_read_as_a_template():
    assert tell(say("change.added", a="", b="{a.__class__} {0}")) == "“{a.__class__} {0}” was put in"


def test_traditional_is_the_same_text_in_the_other_script_and_leaves_values_alone():
    phrase = say("verdict.differ", a="3万人", b="5万人")
    assert tell(phrase, "zh-hant") == "3万人與5万人不能同時成立"


def test_a_finding_is_told_in_every_language():
    told = "全市共有{}家概念验证中心，去年服务企业1200家，带动投资45亿元。"
    texts = (told.format("36"), "市科技局介绍，" + told.format("63"))
    report = scan([Document(id=str(n), text=text, date="2025-03-01") for n, text in enumerate(texts)])
    finding = next(f for f in report.findings if f.severity == "error")
    assert message(finding) == finding.message
    assert because(finding) == finding.because
    for language in LANGUAGES[1:]:
        assert not re.search("[a-z]", message(finding, language))
        assert not any(re.search("[a-z]", line) for line in because(finding, language))


def test_what_was_folded_is_told_in_the_script_of_the_language():
    phrase = say("fact", measure=say("folded", text="归母净利润"), sides=say("plain", text="3.2亿元"))
    assert tell(phrase, "zh-hant") == "歸母淨利潤：3.2亿元"  # the figure stays as it is printed
    assert (tell(phrase), tell(phrase, "zh-hans")) == ("归母净利润: 3.2亿元", "归母净利润：3.2亿元")
