"""Whom articles are about, and what a whole article says against a pair. What must stay paired comes first."""

from __future__ import annotations

import pytest

import factcheck
from factcheck import zh
from factcheck.corpus import corpus_stats
from factcheck.pair.authors import Authors
from factcheck.pair.comparing import build_pair
from factcheck.run.article import read_article

FORM = "{name}公司公布年报。{name}公司近半年内有股东持股变动，合计净减持{n}万股，明细见公告。"


def errors(*texts):
    documents = [factcheck.Document(id=str(n), text=text, date="2025-03-01") for n, text in enumerate(texts)]
    return [finding.rule for finding in factcheck.scan(documents).findings if finding.severity == "error"]


def test_one_story_under_two_reporters():
    text = "记者{}报道：海洋机器人产业园今年引进了{}家精密制造企业，海洋机器人产业园带动就业近千人。"
    assert errors(text.format("欧阳望", 48), text.format("慕容岫", 57)) != []


def test_a_form_about_another_company_is_another_fact():
    assert errors(FORM.format(name="岚芯微", n=2034), FORM.format(name="云汀达", n=1316)) == []


STATED = "海洋机器人产业园今年引进了{}家精密制造企业，其中大多来自云汀。"


def test_an_article_that_states_both_figures_has_two_facts():
    more = "此外，望澜港去年引进了57家。"
    one, other = STATED.format(48), "据介绍，" + STATED.format(57).replace("其中大多", "大半")
    assert errors(one, other) != []
    assert "FC101" not in errors(one + more, other)


def test_so_it_has_of_round_ones_outside_events():
    more = "此外，望澜港去年引进了3000家。"
    one, other = STATED.format(300), "据介绍，" + STATED.format(3000).replace("其中大多", "大半")
    assert errors(one, other) != []
    assert errors(one + more, other) == []


@pytest.mark.parametrize(("one", "other", "told"), [(340, 430, True), (300, 4300, True), (300, 4000, False)])
def test_in_an_event_a_round_figure_may_be_stated_of_something_else(one, other, told):
    texts = f"望澜港今年引进了{one}艘船，云汀港引进了{other}艘船。", f"望澜港今年引进了{other}艘船。"
    articles = [read_article(factcheck.Document(id=f"{n}", text=text)) for n, text in enumerate(texts)]
    lexicon = zh.lexicon()
    authors = Authors({held.document.id: held for held in articles}, corpus_stats(articles, lexicon), lexicon)
    pair = build_pair(articles[0].claims[0], articles[1].claims[0], ())
    assert authors.state_each(pair)
    assert authors.state_each(pair, in_event=True) is told


def rules(a, b):
    documents = [factcheck.Document(id=name, text=text, date="2025-03-01") for name, text in (("a", a), ("b", b))]
    return [(finding.rule, finding.severity) for finding in factcheck.scan(documents).findings]


def test_a_rise_and_a_fall_are_two_facts():
    text = "在海洋机器人产业园，云岫牌水下推进器现货每台{}{}元，交易平淡。"
    assert rules(text.format("上涨", 119), text.format("下跌", 166)) == []


def test_counts_to_two_days_are_two_facts():
    text = "截至{}，云岫公司在望澜市布设了{}座海洋机器人换电站。"
    assert ("FC101", "error") not in rules(text.format("2025年", 2512), text.format("2021年4月", 2071))


def test_one_toll_at_two_hours_moved_on():
    text = "截至27日{}时，望澜市海洋机器人展厅火灾已造成{}人受伤，起火原因还在调查。"
    assert [rule for rule, _ in rules(text.format(8, 11), text.format(14, 17))] in (["FC110"], [])


def tell_two_stories(*texts):
    articles = [read_article(factcheck.Document(id=f"{n}", text=text)) for n, text in enumerate(texts)]
    lexicon = zh.lexicon()
    by_id = {article.document.id: article for article in articles}
    return Authors(by_id, corpus_stats(articles, lexicon), lexicon).tell_two_stories("0", "1")


def test_a_name_in_common_makes_no_one_story_of_two_that_say_others_more_often():
    text = "{name}发布新款水下推进器，精卫供货。{name}称推力更大，{name}和精卫还将推出第二款。"
    assert not tell_two_stories(text.format(name="女娲"), text.format(name="女娲"))
    assert not tell_two_stories(text.format(name="女娲"), text.format(name="夸父") + "女娲没有回应。")
    assert tell_two_stories(text.format(name="女娲"), text.format(name="夸父"))
