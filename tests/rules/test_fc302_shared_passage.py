from __future__ import annotations

from invented import article, evidence, texts

from factcheck.rules import fc302_shared_passage as rule

LEDE = "云汀湾的夜航渡轮停了四年以后终于又开了，码头上挤满了来看热闹的居民。"
REST = "山里的果农今年改种樱桃，头一批已经装车运往邻县的批发市场，价钱比去年好。"
MORE = "县图书馆把闭馆时间推迟到晚上十点，自习的学生比上个月多了一倍不止。"
SAID = "我们要把夜航渡轮办成云汀人自己的巴士，先保安全，再谈赚钱。"


def test_what_a_quotation_rule_reports_is_not_reported_again():
    one = article("a", f"{REST}\n市长林可文说：“{SAID}”")
    other = article("b", f"{MORE}\n林可文说：“{SAID.replace('安全', '准点')}”")
    assert list(rule.find(evidence(one, other))) == []


def test_what_one_article_repeats_is_not_shared():
    twice = article("a", LEDE + REST + "后来又写了很多别的事情，" + LEDE)
    assert list(rule.find(evidence(twice))) == []


def test_a_shared_passage():
    (finding,) = rule.find(evidence(article("a", REST + LEDE), article("b", LEDE + MORE)))
    assert finding.rule == "FC302"
    assert finding.severity == "note"
    assert texts(finding) == [("a", LEDE[:-1], 0), ("b", LEDE[:-1], 0)]


def test_the_same_quotation_is_a_shared_passage():
    one, other = article("a", f"{REST}\n“{SAID}”林可文说。"), article("b", f"林可文说：“{SAID}”{MORE}")
    (finding,) = rule.find(evidence(one, other))
    assert finding.locations[0].text == SAID[:-1]


def test_a_reprint_says_how_much_and_who_came_first():
    story = LEDE + REST + MORE
    (finding,) = rule.find(
        evidence(article("b", story, date="2025-03-01"), article("a", "本报讯 " + story, date="2025-03-02"))
    )
    assert "2 articles print the same text" in finding.message
    assert any("% of a" in line for line in finding.because)
    assert "First by date: b, 2025-03-01." in finding.because


def test_nobody_is_first_where_a_date_is_open():
    story = LEDE + REST + MORE
    (finding,) = rule.find(evidence(article("a", story, date="2025-03"), article("b", story, date="2025-03-02")))
    assert not any("First" in line for line in finding.because)
