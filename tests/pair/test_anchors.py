"""Two changes of one amount are one fact, however they are told; those of two amounts, bases or directions are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import factcheck
from factcheck import zh
from factcheck.corpus import corpus_stats
from factcheck.pair.aliases import Aliases
from factcheck.pair.event_pairs import EventPairs
from factcheck.pair.events import Event
from factcheck.pair.match import view_each_claim
from factcheck.run.article import read_article

if TYPE_CHECKING:
    from factcheck.pair.surroundings import Meeting

CHANGE = "岚芯科技第二季度芯片业务收入68.32亿元，同比增长5%。"
RETOLD = "岚芯科技公布业绩，其中{}。"


def are_of_one_amount(one: str, other: str) -> bool:
    """Whether some share of each text is the change of one amount."""
    return any(meeting.of_one_amount for meeting in meet(one, other))


def meet(one: str, other: str) -> list[Meeting]:
    """The figures of two texts side by side."""
    articles = [read_article(factcheck.Document(id=f"{n}", text=text)) for n, text in enumerate((one, other))]
    lexicon = zh.lexicon()
    views = view_each_claim(articles, Aliases(articles, lexicon=lexicon), lexicon)
    by_id = {article.document.id: article for article in articles}
    pairs = EventPairs(views, by_id, corpus_stats(articles, lexicon))
    return list(pairs.meet(Event("0", "1", 0.5)))


@pytest.mark.parametrize(
    "other",
    [
        "芯片业务收入68.95亿元，同比增长8%",  # another amount
        "芯片业务收入68亿元，同比增长8%",  # of two digits, as many have
        "芯片业务收入68.32亿元，环比增长8%",  # against another time
        "芯片业务收入68.32亿元，同比下降8%",  # that is another question
        "芯片业务收入68.32亿元，占总收入的8%",
        "芯片业务收入超过68.32亿元，同比增长8%",
        "芯片业务收入68.32亿元，利润11.36亿元，同比增长8%",
        "收入增长15%至68.32亿元，利润同比增长8%至11.36亿元",
    ],
)
def test_another_amount_base_or_way_is_no_change_of_the_same(other):
    assert not are_of_one_amount(CHANGE, RETOLD.format(other))


@pytest.mark.parametrize(
    "other",
    [
        "芯片业务收入68.32亿元，同比增长8%",
        "芯片业务收入同比增长8%至68.32亿元",
        "芯片业务收入同比增长8%，达到68.32亿元",
        "芯片业务收入68.3亿元（约10.33亿美元），同比增长8%",
        "芯片业务收入68.32亿元，与去年同期的65.07亿元相比增长8%",
    ],
)
def test_a_change_of_the_same_amount_is(other):
    assert are_of_one_amount(CHANGE, RETOLD.format(other))


def test_what_two_reports_say_of_one_amount_is_a_difference_though_one_states_both():
    one = (
        "岚芯科技8月2日发布第二季度业绩。岚芯科技芯片业务收入68.32亿元，同比增长5%；软件业务收入38.64亿元，"
        "同比增长46%，云汀基地投产。"
    )
    other = "岚芯科技8月2日晚公布财报，二季度芯片业务收入同比增长46%至68.32亿元，公司称云汀基地投产带来增量。"
    report = factcheck.scan(
        [factcheck.Document(id=f"{n}", text=text, date="2025-08-02") for n, text in enumerate((one, other))]
    )
    found = [(one.rule, one.severity, {place.text for place in one.locations}) for one in report.findings]
    assert ("FC101", "warning", {"5%", "46%"}) in found


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("芯片业务收入68.32亿元，同比增长8%", False),
        ("芯片业务收入68亿元，同比增长8%", False),
        ("芯片业务收入同比增长8%", False),
        ("存储业务收入31.47亿元，同比增长8%", True),
        ("存储业务收入31亿元，同比增长8%", True),
        ("存储业务收入3亿元，同比增长8%", False),
        ("存储业务收入同比增长8%至31.47亿元", True),
    ],
)
def test_changes_of_two_amounts(other, found):
    assert any(meeting.of_two_amounts for meeting in meet(CHANGE, RETOLD.format(other))) is found
