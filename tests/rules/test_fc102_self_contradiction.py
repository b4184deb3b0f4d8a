"""Headline and lead against the body; a title of the metadata against the text. What must not be reported first."""

from __future__ import annotations

import pytest

from factcheck import Document, scan

BODY = "望澜市新图书馆昨日开门迎客，吸引了不少市民。\n\n馆长林知秋介绍，新图书馆开放座位{}，全年不闭馆。\n"
TOLL = "灘尾橋撞船 {}受傷\n\n望瀾港昨日發生撞船事故。\n\n消防表示，{}灘尾橋撞船事故中有{}受傷，全部送院治理。\n"


def found(text: str, title: str | None = None):
    report = scan([Document(id="a", text=text, title=title)], chosen=["FC102", "FC104", "FC110"])
    return [finding for finding in report.findings if finding.rule != "FC110"]


@pytest.mark.parametrize(
    ("title", "figure"),
    [
        ("望澜市新图书馆开放座位2300个", "2300个"),
        ("望瀾市新圖書館開放座位2300個", "2300个"),
        ("望澜市新图书馆开放座位逾2000个", "2300个"),
        ("望澜市新图书馆开放座位2300个", "2300多个"),
        ("望澜市新图书馆计划开放座位3200个", "2300个"),  # a target
        ("望澜市新图书馆开放座位3200个", "2300个，明年增加到3200个"),  # some figure confirms it
        ("望澜市老图书馆开放座位3200个", "2300个"),
        ("望澜市新图书馆开门", "2300个"),
        ("3200个座位", "2300个"),
    ],
)
def test_a_title_that_the_text_bears_out(title, figure):
    assert found(BODY.format(figure), title) == []


@pytest.mark.parametrize(
    "text",
    [
        # one year and its first half; a part of the whole; another day
        "望澜百货上半年营收逾12亿元\n\n望澜百货公布半年报。\n\n望澜百货上半年营收12.58亿元；二季度营收6.5亿元。\n",
        "云汀港7月吞吐量120万吨\n\n云汀港公布了数据。\n\n云汀港前7月吞吐量840万吨，增长两成。\n",
        "云汀港吞吐量120万吨\n\n云汀港公布了数据。\n\n云汀港集装箱码头吞吐量84万吨，增长两成。\n",
        TOLL.format("27人", "此前", "17人"),
        TOLL.format("27人", "截至昨晚8時，", "17人"),
        TOLL.format("逾20人", "", "27人"),
        TOLL.format("至少20人", "", "至少27人"),  # cut off
    ],
)
def test_both_may_be_right(text):
    assert found(text) == []


SHIP = "望瀾港昨晚發生撞船事故。渡輪與貨船在霧中相撞。\n\n{}\n"
REPORT = "岚芯科技昨晚披露半年报。公司股价今年上涨。\n\n{}\n"


@pytest.mark.parametrize("printed", [True, False])
@pytest.mark.parametrize(
    ("title", "body"),
    [
        # the parts add up; rounded; an earlier moment; a part; another year; who is told of; a day of another bearer
        ("望瀾港撞船 12人死傷", SHIP.format("事故造成3人死亡、9人受傷。另有27人受驚。")),
        ("望瀾港撞船 打撈逾60件雜物", SHIP.format("潛水員打撈了28個行李箱、21張座椅、14塊甲板。")),  # in other counters
        ("望瀾港撞船 逾150人受傷", SHIP.format("消防處說，事故造成156人受傷，其中118人已出院。")),
        ("望瀾港撞船 156人受傷", SHIP.format("據此前報道，事故造成118人受傷。")),
        ("望瀾港撞船 156人受傷", SHIP.format("事故造成18人死亡，傷者眾多。")),
        ("岚芯科技上半年营收156亿元", REPORT.format("报告期内，芯片业务收入118.4亿元，软件业务收入37.6亿元。")),
        ("岚芯科技上半年营收156亿元", REPORT.format("去年同期，公司实现营业收入118.4亿元。")),
        ("岚芯科技上半年营收156.2亿元", REPORT.format("报告期内，公司实现净利润15.8亿元。")),
        ("岚芯科技上半年营收156.2亿元", REPORT.format("公司营业收入118.4亿元，子公司营业收入98.4亿元。")),  # two of it
        ("岚芯科技今年25岁", REPORT.format("公司创始人林知秋今年52岁。")),
        ("八成受访者看好岚芯科技", REPORT.format("调查显示，83%的受访者看好这家公司。")),
    ],
)
def test_a_headline_in_other_words_that_is_right(title, body, printed):
    assert (found(f"{title}\n\n{body}") if printed else found(body, title)) == []


@pytest.mark.parametrize("printed", [True, False])
@pytest.mark.parametrize(
    ("title", "body", "rule", "severity"),
    [
        ("望瀾港撞船 156人受傷", SHIP.format("消防處說，意外令118人受傷，9人情況嚴重。"), "FC102", "warning"),
        ("望瀾港撞船至少54人遇難", SHIP.format("海事處通報，事故已造成最少48人死亡。"), "FC102", "warning"),
        ("岚芯科技上半年营收156.2亿元", REPORT.format("报告期内，公司实现营业收入118.4亿元。"), "FC102", "warning"),
        ("望澜市建成36家概念验证中心", "望澜市科技局发布消息。\n\n全市已有概念验证中心63家。\n", "FC102", "warning"),
        ("望澜书展迎客3.58万人次", "书展闭幕。\n\n五天里，望澜书展迎客共计35.8万人次。\n", "FC104", "error"),
    ],
)
def test_a_headline_in_other_words_that_is_wrong(title, body, rule, severity, printed):
    (finding,) = found(f"{title}\n\n{body}") if printed else found(body, title)
    assert (finding.rule, finding.severity) == (rule, severity)


LEAD = "望澜书展昨天闭幕，五天里共售出图书{}册。主办方说，这是历届之最。\n\n{}\n"


@pytest.mark.parametrize(
    "body",
    [
        "书展首日售出图书13728册，第二天更多。",
        "云汀书店在书展上售出图书25817册，为各家之首。",
        "书展总共卖出图书15728册，其中童书近半。",
    ],
)
def test_a_lead_that_is_right(body):
    assert found(LEAD.format("15728", body)) == []


def test_a_slip_in_a_lead():
    (finding,) = found(LEAD.format("15728", "据统计，本届书展的图书销量为15278册，童书近半。"))
    assert finding.rule == "FC104"


def test_a_title_in_the_metadata_alone_is_quoted():
    (finding,) = found(BODY.format("2300个"), "望澜市新图书馆开放座位3200个")
    assert (finding.rule, finding.severity) == ("FC102", "warning")
    assert finding.message == "开放座位: 3200个 in the title against 2300个 in the text"
    assert "望澜市新图书馆开放座位3200个" in finding.because[0]
    assert [place.text for place in finding.locations] == ["2300个"]
    assert len(finding.fingerprints) == 1


def test_a_title_in_the_front_matter_is_a_place():
    text = "---\ntitle: 望澜市新图书馆开放座位3200个\n---\n" + BODY.format("2300个")
    (finding,) = found(text)
    assert [(place.line, place.text, place.group) for place in finding.locations] == [
        (2, "3200个", 0),
        (6, "2300个", 1),
    ]
    assert finding.comparison is not None


def test_a_title_that_the_text_confirms_with_its_hedge_is_right():
    text = "望澜市新图书馆座位总数超过3200个。其中，望澜市新图书馆开放座位2300个。\n"
    assert found(text, "望澜市新图书馆开放座位逾3200个") == []


def test_another_title_is_another_fingerprint():
    one, other = (found(BODY.format("2300个"), f"望澜市新图书馆开放座位{n}个")[0] for n in (3200, 3300))
    assert one.fingerprints != other.fingerprints


def test_a_slip_in_a_title_is_named():
    (finding,) = found(BODY.format("23000个"), "望澜市新图书馆开放座位2300个")
    assert finding.rule == "FC104"


def test_a_title_that_the_text_prints_is_compared_once():
    title = "望澜市新图书馆开放座位3200个"
    (finding,) = found(f"{title}\n\n" + BODY.format("2300个"), title)
    assert [place.text for place in finding.locations] == ["3200个", "2300个"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (TOLL.format("17人", "", "27人"), {"17人", "27人"}),
        (TOLL.format("27人", "", "17人"), {"17人", "27人"}),
        (TOLL.format("至少54人", "", "最少48人"), {"54人", "48人"}),
        # headline against lead
        ("灘尾橋撞船 17人受傷\n\n消防表示，灘尾橋撞船事故中有27人受傷，全部送院治理。\n", {"17人", "27人"}),
        # what a figure says is no word of its own
        (
            "望瀾百貨上半年營收逾12億元 年增兩成\n\n望瀾百貨公布半年報。\n\n望瀾百貨上半年營收9.8億元，年增20.4%。\n",
            {"12億元", "9.8億元"},
        ),
    ],
)
def test_headline_against_body(text, figures):
    (finding,) = found(text)
    assert {place.text for place in finding.locations} == figures
