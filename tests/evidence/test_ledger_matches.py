"""Facts that a sentence states in so many words, and sentences that say something else of somebody else."""

from __future__ import annotations

import msgspec
import pytest

from factcheck import Document, quantities, zh
from factcheck.corpus import corpus_stats
from factcheck.evidence.ledger_matches import find_impossible, find_unmet, match_ledger
from factcheck.evidence.wordings import is_of_wider_scope, reduce_measure
from factcheck.ledger import Ledger, LedgerFact, Source
from factcheck.pair.aliases import Aliases
from factcheck.run import read_article

LEXICON = zh.lexicon()


def fact(subject, measure, value, **more):
    return LedgerFact(
        id=subject, subject=subject, measure=measure, value=value, quantity=quantities(value)[0], source=Source(),
        where="facts:1", **more,
    )  # fmt: skip


STAFF, BRIDGE = fact("岚芯科技", "员工", "410人"), fact("望澜大桥", "长度", "3.1公里")
PIONEERS, TALENTS = fact("望澜", "新锐企业", "59家"), fact("杭州", "科技企业", "59家")
FIRMS, NUMBER = fact("杭州", "小岚企业", "59家"), fact("澜茶", "门店数量", "1200家")


def verdicts(one, text):
    articles = [read_article(Document(id="a", text=text, date="2025-03-01"))]
    return verdicts_of(articles, Ledger(facts=(one,)))


def verdicts_of(articles, ledger):
    aliases = Aliases(articles, ledger.aliases, lexicon=LEXICON)
    by_id = {one.document.id: one for one in articles}
    found = match_ledger(by_id, ledger, aliases, corpus_stats(articles, LEXICON), lexicon=LEXICON)
    return [one.pair.verdict for one in found]


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (STAFF, "岚芯科技有30名员工获奖。"),  # some of them
        (STAFF, "岚芯科技员工30人参加了培训。"),
        (STAFF, "岚芯科技的员工有30人离开。"),
        (STAFF, "岚芯科技新增员工50人。"),
        (STAFF, "岚芯科技裁撤员工50人。"),
        (STAFF, "岚芯科技向50名员工发放奖金。"),
        (STAFF, "岚芯科技女员工有90人。"),
        (STAFF, "岚芯科技研发员工90人。"),
        (STAFF, "岚芯科技员工家属有900人。"),
        (STAFF, "岚芯科技的母公司员工有900人。"),
        (STAFF, "岚芯科技和澜茶的员工有900人。"),  # both together
        (STAFF, "澜茶、岚芯科技的员工有900人。"),
        (STAFF, "岚芯科技在上海有员工90人。"),
        (STAFF, "岚芯科技计划明年员工达到900人。"),
        (STAFF, "澜茶有员工20人，是岚芯科技的客户。"),
        (BRIDGE, "望澜大桥东段全长1.1公里。"),
        (BRIDGE, "望澜大桥引桥全长1.1公里。"),
        (BRIDGE, "全长1.1公里的望澜大桥引桥今天通车。"),
        (BRIDGE, "东段全长1.1公里的望澜大桥今天通车。"),
        (BRIDGE, "望澜大桥延长1.1公里。"),
        (BRIDGE, "望澜大桥和连接线全长9公里。"),
        (BRIDGE, "新望澜大桥全长9公里。"),
        (BRIDGE, "望澜大桥所在的环城路今天通车，全长90公里。"),
        (BRIDGE, "望澜大桥至机场的快速路通车，全长30公里。"),
        (BRIDGE, "拟建的望澜大桥全长3.2公里。"),
        (FIRMS, "杭州新增小岚企业5家。"),
        (FIRMS, "杭州和宁波的小岚企业有90家。"),
        (FIRMS, "杭州西湖区有9家小岚企业。"),
        (FIRMS, "杭州小岚企业有9家上市。"),
        (FIRMS, "杭州9家小岚企业获得融资。"),
        (NUMBER, "澜茶新开门店90家。"),
        (PIONEERS, "望澜岚东区独占9家新锐企业。"),  # a district of it
        (PIONEERS, "岚东区独占9家新锐企业。"),
        (PIONEERS, "望澜独占69家新锐企业园区。"),
        (PIONEERS, "望澜独占69家新锐企业的一半。"),
        (PIONEERS, "望澜独占69家独角兽企业。"),  # other things
        (PIONEERS, "当全省首批96家新锐企业公布时，望澜岚东区独占9家。"),
        (PIONEERS, "当全省首批96家新锐企业公布时，岚州独占69家。"),
        (PIONEERS, "当全省首批96家新锐企业公布时，望澜和岚州独占69家。"),
        (PIONEERS, "当全省首批96家新锐企业公布时，望澜独占9家。"),  # of one batch
        (PIONEERS, "全省96家科技新锐企业中，望澜占9家。"),  # of one kind
        (PIONEERS, "全省96家准新锐企业中，望澜占69家。"),
        (PIONEERS, "全省96家新锐企业上市，望澜占9家。"),
        (PIONEERS, "全省新增96家新锐企业，望澜占9家。"),
        (PIONEERS, "民企96家新锐企业中，望澜占9家。"),
        (PIONEERS, "全省96家新锐企业投资者中，望澜占69家。"),
        (PIONEERS, "望澜以9家新锐科技企业为代表，走在前列。"),  # more than these
        (TALENTS, "杭州创新活跃，以9家科技企业为代表的一批公司走在前列。"),
        (TALENTS, "杭州创新活跃，以9家新锐科技企业为代表的一批公司走在前列。"),
        (TALENTS, "杭州走在前列，全省共有96家科技企业。"),  # of the province
        (TALENTS, "全省96家科技企业中，杭州西湖区占了9家。"),
        (TALENTS, "全省96家科技企业中，杭州、宁波占了69家。"),
    ],
)
def test_something_else_is_said(one, text):
    assert verdicts(one, text) == []


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (STAFF, "岚芯科技员工有{}人。"),
        (STAFF, "岚芯科技的员工有{}人。"),
        (STAFF, "岚芯科技有员工{}人。"),
        (STAFF, "岚芯科技员工{}人。"),
        (STAFF, "岚芯科技现有{}名员工。"),
        (STAFF, "岚芯科技公司共有{}名员工，成立于2014年。"),
        (STAFF, "岚芯科技员工人数为{}人。"),
        (STAFF, "目前，岚芯科技员工数量约为{}人。"),
        (STAFF, "嵐芯科技現有{}名員工。"),
        (BRIDGE, "望澜大桥全长{}公里。"),
        (BRIDGE, "望澜大桥长{}公里。"),
        (BRIDGE, "望澜大桥总长度达{}公里。"),
        (BRIDGE, "{}公里长的望澜大桥今天通车。"),
        (BRIDGE, "全长{}公里的望澜大桥今天通车。"),
        (BRIDGE, "望澜大桥今天通车，全长{}公里，双向六车道。"),
        (FIRMS, "杭州小岚企业有{}家。"),
        (FIRMS, "杭州的小岚企业有{}家。"),
        (FIRMS, "杭州市已有小岚企业{}家。"),
        (FIRMS, "在杭州，小岚企业共有{}家。"),
        (FIRMS, "小岚企业在杭州有{}家。"),
        (PIONEERS, "望澜独占{}家新锐企业。"),
        (PIONEERS, "望澜占了{}家新锐企业，走在前列。"),
        (PIONEERS, "望瀾獨佔{}家新銳企業。"),
        (PIONEERS, "当全省首批96家科技新锐企业公布时，望澜独占{}家。"),
        (PIONEERS, "全省96家新锐企业名单公布，望澜占{}家，走在前列。"),
        (PIONEERS, "全省96家新锐企业，岚州占3家，望澜占{}家。"),
        (PIONEERS, "望澜以{}家新锐科技企业为代表，走在前列。"),
        (TALENTS, "浙江96家科技企业中，杭州占了{}家。"),
        (fact("杭州", "新锐企业", "59家"), "杭州创新活跃，以{}家新锐科技企业为代表的一批公司走在前列。"),
        (TALENTS, "杭州以{}家科技企业为代表，走在前列。"),
        (NUMBER, "澜茶的门店有{}家。"),
        (NUMBER, "澜茶门店总数为{}家。"),
    ],
)
def test_a_fact_is_met_as_it_is_said(one, text):
    figure = one.value.rstrip("人家公里")
    assert set(verdicts(one, text.format(figure))) <= {"equal", "rounding", "reach"}
    assert verdicts(one, text.format(figure)) != []
    assert verdicts(one, text.format(f"7{figure}")) == ["differ"]


def test_a_figure_of_the_province_is_met_by_its_own_fact():
    province = fact("浙江", "科技企业", "96家")
    assert verdicts(province, "浙江走在前列，全省共有96家科技企业。") == ["equal"]
    assert verdicts(province, "浙江走在前列，全省共有69家科技企业。") == ["differ"]


@pytest.mark.parametrize(
    ("subject", "before", "held"),
    [
        ("澜茶", "澜茶扩张迅速，全国门店总数为", False),  # a firm counts in the nation
        ("澜茶", "澜茶扩张迅速，全省门店总数为", True),
        ("浙江", "浙江领先，全省共有", False),
        ("浙江", "浙江领先，全国共有", True),
        ("杭州", "杭州领先，全市共有", False),
        ("杭州", "杭州领先，全省共有", True),
        ("西湖区", "西湖区领先，全市共有", True),
        ("岚东区", "岚东区领先，全市共有", True),
        ("杭州", "杭州领先，全省中杭州共有", False),
    ],
)
def test_a_figure_of_a_wider_scope(subject, before, held):
    assert is_of_wider_scope(subject, before, "。", LEXICON) is held


def test_a_part_confirms_a_fact_and_contradicts_it_only_where_it_is_more():
    said = "当全省首批96家科技新锐企业公布时，望澜独占{}家。"
    assert [verdicts(PIONEERS, said.format(n)) for n in (49, 59, 69)] == [[], ["equal"], ["differ"]]


def test_other_names_for_the_subject_are_known():
    articles = [read_article(Document(id="a", text="望澜跨海大桥长3.1公里。"))]
    ledger = Ledger(facts=(BRIDGE,), aliases=(("望澜大桥", "望澜跨海大桥"),))
    assert verdicts_of(articles, ledger) == ["equal"]


@pytest.mark.parametrize(
    ("measure", "held"),
    [
        ("全长", "长度"), ("总长度", "长度"), ("长", "长度"), ("总重量", "重量"), ("员工人数", "员工"),
        ("市长", "市长"), ("人数", "人数"), ("总数", "总数"), ("门店数量", "门店"), ("增长", "增长"),
    ],
)  # fmt: skip
def test_the_core_of_a_measure(measure, held):
    assert reduce_measure(measure, LEXICON) == held


def test_two_facts_that_one_sentence_states_are_both_met():
    articles = [read_article(Document(id="a", text="岚芯科技有员工410人。"))]
    twice = msgspec.structs.replace(STAFF, id="again")
    ledger = Ledger(facts=(STAFF, twice, BRIDGE))
    assert find_unmet(articles, ledger, corpus_stats(articles, LEXICON), lexicon=LEXICON) == (BRIDGE,)


def test_no_sentence_states_what_cannot_be_compared():
    rumour, air = fact("望澜栈道", "造价", "3亿元", status="denied"), fact("望澜市", "气温", "31摄氏度")
    ledger = Ledger(facts=(STAFF, rumour, BRIDGE, air, FIRMS))
    assert [one for one, _ in find_impossible(ledger, lexicon=LEXICON)] == [rumour, air]
