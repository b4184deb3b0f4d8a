"""Many copies of one article are found as a few are; a phrase that many articles use is none."""

from __future__ import annotations

import time

import pytest

from factcheck import Document, scan, zh
from factcheck.passage import passages
from factcheck.passage.families import find_families
from factcheck.passage.letters import Letters
from factcheck.run import read_article

STORY = (
    "云汀湾的夜航渡轮停了四年以后终于又开了，码头上挤满了来看热闹的居民。渡轮公司今年新添客船{}艘，总投资3亿元。"
    "山里的果农今年改种樱桃，头一批已经装车运往邻县的批发市场。县图书馆把闭馆时间推迟到晚上十点，自习的学生多了一倍。"
)
PHRASE = "本报记者从云汀湾港务部门获悉这一消息以后随即赶往现场采访。"
_HAN = [chr(0x4E00 + 37 * number) for number in range(400)]


def own(number):
    """A text that no other article has."""
    return "".join(_HAN[(number * 97 + at * (number + 3)) % len(_HAN)] for at in range(90)) + "。"


def found(texts, rules=("FC302", "FC303")):
    documents = [Document(id=f"{number:04}", text=text, date="2025-03-01") for number, text in enumerate(texts)]
    return scan(documents, chosen=rules).findings


def test_a_phrase_of_many_articles_is_no_copy():
    articles = [read_article(Document(id=f"{number:04}", text=PHRASE + own(number))) for number in range(40)]
    assert passages(articles, lexicon=zh.lexicon()) == ()
    assert len(set(find_families(Letters(articles)).tolist())) == 40


def test_a_form_filled_in_each_day_is_no_copy_with_a_changed_figure():
    form = "今天云汀湾码头共发船{}班，运送旅客{}人次，其中学生{}人次，老人{}人次，行李{}件，最高风力{}级。"
    texts = [form.format(*(number * 7 % 90 + more * 11 + 3 for more in range(6))) for number in range(40)]
    assert [one.rule for one in found(texts) if one.rule == "FC303"] == []


@pytest.mark.parametrize("count", [5, 20, 60])
def test_the_same_article_many_times_is_one_finding(count):
    (finding,) = found([STORY.format(3)] * count)
    assert (finding.rule, len(finding.locations)) == ("FC302", count)
    assert finding.message == f"{count} articles print the same text"


def test_many_copies_each_with_a_figure_of_its_own_are_gathered():
    start = time.process_time()
    copy, shared = found([STORY.format(number + 10) for number in range(500)])
    assert (copy.rule, shared.rule) == ("FC303", "FC302")
    assert [len(copy.locations), len(shared.locations)] == [500, 500]
    assert copy.message.endswith("21艘 / …")
    assert time.process_time() - start < 60


def test_copies_under_another_headline_are_of_one_family_in_any_order():
    texts = [f"标题{own(number)[:6]}\n{STORY.format(3)}" for number in range(30)] + [own(number) for number in range(9)]
    articles = [read_article(Document(id=f"{number:04}", text=text)) for number, text in enumerate(texts)]
    assert find_families(Letters(articles)).tolist() == [0] * 30 + list(range(30, 39))
    whole = [passage for passage in passages(articles, lexicon=zh.lexicon()) if passage.whole]
    assert [len(passage.places) for passage in whole] == [30]
    assert passages(articles[::-1], lexicon=zh.lexicon()) == passages(articles, lexicon=zh.lexicon())
