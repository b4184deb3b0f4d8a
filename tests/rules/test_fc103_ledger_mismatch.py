from __future__ import annotations

import msgspec
import pytest

from factcheck import Document, Ledger, Report, quantities, scan
from factcheck.pair.weights import weights
from factcheck.report import SCAN, Style, render

FACTS = """\
# invented
- id: walk
  subject: 望澜海上栈道
  measure: 全长
  value: 3.7公里
  source: {title: 市政工程手册, url: "https://example.org/walk", checked: 2025-02-01}
- id: centres
  subject: 望澜市
  measure: 概念验证中心
  value: "36家"
  place: 望澜市
  period: 2025-02
  source: {title: 望澜年报}
- id: cost
  subject: 岚芯模型
  measure: 总训练成本
  value: 557.6万美元
  period: 2024-12
  source: {title: 技术报告}
- id: intensity
  subject: 望澜市
  measure: 研发投入强度
  value: 超过4%
  place: 望澜
  period: 2025
  status: target
  source: {}
- id: sold
  subject: 岚驰汽车
  measure: 汽车销量
  value: 30万辆
  period: 2024
  source: {title: 年报}
- id: shops
  subject: 澜茶
  measure: 门店
  value: 1200家
  source: {title: 官网}
- id: dead
  subject: 望澜市
  measure: 死亡人数
  value: 12人
  period: by 2025-02-20
  place: 望澜
  source: {title: 通报}
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ledger") / "claims"
    folder.mkdir()
    (folder / "facts.yaml").write_text(FACTS, "utf-8")
    (folder / "aliases.yaml").write_text("- [岚芯模型, LanCore]\n", "utf-8")
    return Ledger.load(folder)


def found(ledger, text, date="2025-02-20", *more) -> Report:
    documents = [Document(id=f"{n}.txt", text=one, date=date) for n, one in enumerate((text, *more))]
    return scan(documents, ledger=ledger, chosen=["FC103"])


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("望澜海上栈道全长3.7公里。", "2025-02-20"),
        ("望澜海上栈道全长约3.7公里。", "2025-02-20"),
        ("望澜海上栈道全长近4公里。", "2025-02-20"),
        ("望澜海上栈道全长超过3公里。", "2025-02-20"),
        ("望澜滨江步道全长7.3公里。", "2025-02-20"),  # another walk
        ("望澜海上栈道东段全长1.2公里。", "2025-02-20"),  # a part of it
        ("望澜海上栈道全长3.7公里，其中东段长1.2公里。", "2025-02-20"),
        ("望澜海上栈道计划延长到9公里。", "2025-02-20"),  # a target
        ("网传望澜海上栈道全长9公里，消息不实。", "2025-02-20"),  # denied
        ("望澜市已有概念验证中心40家。", "2025-10-02"),  # it may have grown
        ("截至2025年9月，望澜市已有概念验证中心40家。", "2025-10-02"),  # another period
        ("望澜市2023年已有概念验证中心20家。", "2025-02-20"),
        ("望澜市已有概念验证中心40家。", "2024-10-02"),  # before the fact
        ("望澜市新增概念验证中心12家。", "2025-02-20"),  # another aspect
        ("望澜市计划建设概念验证中心100家。", "2025-02-20"),
        ("岚东区有概念验证中心12家。", "2025-02-20"),  # another place
        ("岚芯模型的总训练成本为600万美元。", "2025-03-01"),  # out of the period, and no slip
        ("岚芯二号模型的总训练成本为5576万美元。", "2025-03-01"),  # another model
        ("2024年，望澜市研发投入强度为3.6%。", "2025-02-20"),  # an actual figure of another year
        ("望澜市2025年研发投入强度达到3.6%。", "2025-12-30"),  # an actual figure against the target
        ("到2025年，望澜市研发投入强度力争达到4.3%。", "2025-02-20"),  # in reach of 超过4%
        ("2024年，岚驰汽车新能源汽车销量12万辆。", "2025-01-20"),  # narrowed
        ("2023年，岚驰汽车的汽车销量为21万辆。", "2025-01-20"),
        ("澜茶在望澜市有门店90家。", "2025-02-20"),  # of one city
        ("澜茶门店的店员超过1万人。", "2025-02-20"),
        ("目前澜茶的门店共有2100家。", "2025-02-20"),  # a figure of the day
        ("望澜市死亡人数升至9人。", "2025-02-18"),  # a toll runs on
    ],
)
def test_silent(ledger, text, date):
    assert found(ledger, text, date).findings == ()


@pytest.mark.parametrize(
    ("text", "date", "figure", "line"),
    [
        ("望澜海上栈道全长7.3公里。", "2025-02-20", "7.3公里", 5),
        ("望瀾海上棧道全長7.3公里，沿途有五處涼亭。", "2025-02-20", "7.3公里", 5),
        ("望澜海上栈道全长为37公里。", None, "37公里", 5),
        ("望澜市已建成63家概念验证中心。", "2025-02-20", "63家", 10),
        ("2025年2月，望澜市有概念验证中心63家。", "2025-09-20", "63家", 10),
        ("望澜市已有概念验证中心360家。", "2025-10-02", "360家", 10),  # a slip, which no growth explains
        ("岚芯模型的总训练成本仅为5576万美元。", "2025-03-01", "5576万美元", 17),
        ("LanCore的总训练成本仅为5576万美元。", "2025-03-01", "5576万美元", 17),
        ("到2025年，望澜市研发投入强度力争达到2.4%。", "2025-02-20", "2.4%", 23),
        ("2024年，岚驰汽车的汽车销量为3万辆。", "2025-01-20", "3万辆", 31),
        ("澜茶的门店共有2100家。", "2025-02-20", "2100家", 37),
    ],
)
def test_a_figure_that_the_ledger_contradicts(ledger, text, date, figure, line):
    (finding,) = found(ledger, text, date).findings
    assert (finding.rule, finding.severity) == ("FC103", "error")
    place, filed = finding.locations
    assert (place.doc, place.text, place.group, filed.group) == ("0.txt", figure, 0, 1)
    assert (filed.path.rsplit("/", 2)[-2:], filed.line) == (["claims", "facts.yaml"], line)


def test_the_source_and_the_line_of_the_fact_are_told(ledger):
    (finding,) = found(ledger, "望澜海上栈道全长7.3公里。").findings
    assert finding.message == "望澜海上栈道, 全长: 7.3公里, but 3.7公里 is on file"
    where, why = finding.because[:2]
    assert where.endswith("claims/facts.yaml:2: 市政工程手册; https://example.org/walk; checked on 2025-02-01")
    assert why == "3.7公里 and 7.3公里 exclude one another"
    assert finding.comparison.verdict == "differ"
    assert finding.comparison.sides[0].doc == finding.locations[-1].doc


def test_an_article_that_states_the_fact_elsewhere_is_left_to_other_rules(ledger):
    text = "望澜海上栈道开放，全长7.3公里。\n\n据市政部门介绍，望澜海上栈道全长3.7公里，沿途有五处凉亭。"
    assert found(ledger, text).findings == ()


def test_one_finding_a_fact_with_every_place_and_the_file_among_the_documents(ledger):
    texts = ("望澜海上栈道全长7.3公里。", "据介绍，望澜海上栈道全长7.3公里。", "望澜海上栈道全长37公里，正在维修。")
    report = found(ledger, *texts[:1], "2025-02-20", *texts[1:])
    (finding,) = report.findings
    assert [(place.doc[:5], place.group) for place in finding.locations[:-1]] == [
        ("0.txt", 0),
        ("1.txt", 0),
        ("2.txt", 1),
    ]
    cited = next(document for document in report.documents if document.role == "ledger")
    place = finding.locations[-1]
    assert (place.doc, place.text) == (cited.id, cited.text[place.start : place.end])
    assert len(finding.fingerprints) == 3


def test_reports_show_both_sides_and_count_no_file_of_the_ledger_as_an_article(ledger):
    report = found(ledger, "望澜海上栈道全长7.3公里。")
    for name in ("terminal", "json", "jsonl", "csv", "markdown"):
        written = render(report, SCAN, name, Style()).decode("utf-8-sig")
        assert "facts.yaml" in written
        assert "3.7公里" in written
    assert b'"articles": 1,' in render(report, SCAN, "json", Style())


def test_an_article_that_is_called_like_the_file_is_another_one(ledger):
    name = ledger.files[0].id
    report = scan([Document(id=name, text="望澜海上栈道全长7.3公里。")], ledger=ledger, chosen=["FC103"])
    assert {place.doc for place in report.findings[0].locations} == {name, name + "#"}


def test_a_clause_that_says_just_the_fact_is_as_sure_as_a_pair_that_weighs_enough(ledger):
    shops = next(fact for fact in ledger.facts if fact.id == "shops")
    staff = msgspec.structs.replace(
        shops, subject="岚芯科技", measure="员工", value="410人", quantity=quantities("410人")[0]
    )
    (finding,) = found(Ledger(facts=(staff,)), "岚芯科技有140名员工。").findings
    assert finding.comparison.threshold == finding.comparison.weight < weights().threshold
    assert finding.confidence > 0.6


def test_a_fact_made_by_hand_needs_no_file(ledger):
    by_hand = Ledger(facts=tuple(ledger.facts))
    (finding,) = found(by_hand, "望澜海上栈道全长7.3公里。").findings
    assert finding.locations[-1].text == "3.7公里"


def test_a_part_that_is_another_than_the_fact_of_its_place(ledger):
    shops = next(fact for fact in ledger.facts if fact.id == "shops")
    firms = msgspec.structs.replace(
        shops, subject="望澜", measure="新锐企业", value="59家", quantity=quantities("59家")[0]
    )
    (finding,) = found(Ledger(facts=(firms,)), "当全省96家新锐企业公布时，望澜独占69家。").findings
    assert [place.text for place in finding.locations] == ["69家", "59家"]
    assert found(Ledger(facts=(firms,)), "当全省96家新锐企业公布时，望澜独占59家。").findings == ()
    assert found(Ledger(facts=(firms,)), "当全省96家新锐企业公布时，望澜岚东区独占9家。").findings == ()
