from __future__ import annotations

import pytest
from invented import evidence

from factcheck import Document
from factcheck.rules import fc401_share_mismatch as rule
from factcheck.run.article import read_article


def found(text: str):
    return list(rule.find(evidence(read_article(Document(id="a", text=text)))))


@pytest.mark.parametrize(
    "text",
    [
        "首批96家科技企业公布时，望澜独占59家、超总数的六成。",
        "首批96家科技企业公布时，望澜独占59家、占总数的六成。",
        "共有企业96家，其中望澜59家，占61.5%。",
        "共有企业96家，其中望澜59家，占61.4%。",  # cut off, not rounded
        "共有企业96家，其中望澜59家，占全省同类企业的三成。",  # of another whole
        "共有企业约96家，其中望澜59家，占七成。",
        "共有企业300多家，其中望澜100家，占27%。",
        "收入共3亿元，其中门票1.2亿元，占41%。",
        "全省出口汽车1260万辆，其中客车340万辆，占27.3%。",  # both are rounded to ten 万
        "每家补贴96万元，其中市里出59万元，占七成。",
        "参展的出版社有96家。其中外地59家，占六成。",
        "參展的出版社有96家。當中外地59家，佔六成。",
        "去年参展的有80家，今年有96家。其中外地59家，占七成。",  # of which of the two?
        "参展的出版社有96家。展期三天。其中外地59家，占七成。",
        "参展的出版社有96家。外地有书展，其中一城59家，占七成。",
        "各行投诉量的中位数为96件。其中望澜银行59件，占七成。",  # a middle value has no parts
        "收到申請8,000宗，當中獲批的2,000宗，佔兩成半。",
        "收到申請8,000宗，當中獲批的1,900宗，約佔兩成半。",
        "共有企业96家，其中外地32家，占三分之一。",
        "共有企业96家，其中外地30家，占三分之一。",  # no simpler fraction is nearer
        "受访者2000人，其中60%即1200人赞成。",
        "南岸有船35艘，占总数的66%；北岸只有6艘，占总数的11%。",  # both are parts, the total is not printed
        "会议有98名议员出席，占全港458名议员总数的21.4%。",  # behind 占 stands the whole
        "入选者有女性10名、男性8名，其中9名来自望澜，占五成。",  # of all eighteen
        "网传共有企业96家，其中望澜59家，占七成，该说法不实。",
        "检验100批次，合格96批次，合格率为96%。",
        "检验100批次，不合格5批次，合格率为95%。",  # the rest
        "检验100批次，合格95批次，合格率同比提高2%。",
        "营收100亿元，净利润30亿元，毛利率35%。",  # of another figure
        "去年检验100批次，合格95批次，今年合格率为96%。",
        "报名100人，其中录取12人，录取率为13%。",
        "合格率为95%，比目标高3%。",
    ],
)
def test_right_or_unsure(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("首批96家科技企业公布时，望澜独占59家、占总数的七成。", "七成"),
        ("首批96家科技企業公布時，望瀾獨佔59家、佔總數的七成。", "七成"),
        ("共有企业96家，其中望澜59家，占51.5%。", "51.5%"),
        ("全省出口汽车1260万辆，其中客车340万辆，占28.3%。", "28.3%"),
        ("共有学员50万人，其中成人30万人，占65%。", "65%"),  # of one digit: no rounding shows
        ("收入共3亿元，其中门票1.2亿元，占60%。", "60%"),
        ("参展的出版社有96家。其中外地59家，占七成。", "七成"),
        ("參展的出版社有96家。當中，外地的59家，佔七成。", "七成"),
        ("共有企业96家，其中外地59家，占三分之一。", "三分之一"),
        ("会议有98名议员出席，占全港458名议员总数的31.4%。", "31.4%"),
        ("受访者2000人，其中八成即1200人赞成。", "八成"),
    ],
)
def test_wrong(text, share):
    (finding,) = found(text)
    assert finding.severity == "error"
    assert [place.text for place in finding.locations if place.group == 1] == [share]
    assert len(finding.fingerprints) == 1


@pytest.mark.parametrize(
    "text",
    [
        "检验100批次，合格95批次，合格率为96%。",
        "檢驗100批次，合格95批次，合格率為96%。",
        "公司营收100亿元，毛利30亿元，毛利率35%。",
    ],
)
def test_a_rate_against_its_two_figures(text):
    (finding,) = found(text)
    assert finding.severity == "warning"
