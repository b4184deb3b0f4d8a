"""Each veto of its own: what comes nearest and is let through first, then what it forbids."""

from __future__ import annotations

import msgspec
import pytest

import factcheck
from factcheck import zh
from factcheck.corpus import corpus_stats
from factcheck.pair.about import name_other_things
from factcheck.pair.aliases import Aliases
from factcheck.pair.comparison import Sides
from factcheck.pair.comparisons import SUBJECT
from factcheck.pair.explain import are_of_a_past_period
from factcheck.pair.match import view_claims
from factcheck.pair.vetoes import are_nested, find_veto, name_other_moments, name_vetoes
from factcheck.run import read_article

LEXICON = zh.lexicon()
PLAIN = "望澜市海洋机器人产业园2024年引进了48家精密制造企业。"


def read(*texts, date="2025-03-01"):
    return [read_article(factcheck.Document(id=str(n), text=text, date=date)) for n, text in enumerate(texts)]


def views(*texts, date="2025-03-01"):
    articles = read(*texts, date=date)
    seen, _ = view_claims(articles, Aliases(articles, lexicon=LEXICON), LEXICON)
    return [next(view for view in seen if view.claim.doc == article.document.id) for article in articles]


BASE = views(PLAIN)[0]
FORECAST = {"period": "2025-06", "status": "forecast", "inferred": frozenset()}
FROM_ON = {"period": "since 2025-03-02", "inferred": frozenset()}


def view(change):
    """The plain view with other fields; those of a claim go into its claim."""
    fields = set(BASE.claim.__struct_fields__)
    claim = {key: value for key, value in change.items() if key in fields}
    rest = {key: value for key, value in change.items() if key not in fields}
    return msgspec.structs.replace(BASE, claim=msgspec.structs.replace(BASE.claim, **claim), **rest)


# One side, the other, and the veto that holds; None where they come as near as they may.
ROWS = [
    ({}, {}, None),
    ({"momentary": True} | FORECAST, {"momentary": True} | FORECAST, None),
    ({"momentary": True} | FROM_ON, {"momentary": True} | FROM_ON, None),
    ({"momentary": True} | FROM_ON | {"date": "2025-03-06"}, {"momentary": True} | FROM_ON, None),
    ({"momentary": True} | FROM_ON | {"date": "2025-03-07"}, {"momentary": True} | FROM_ON, "veto.moment"),
    ({"momentary": True} | FROM_ON | {"date": None}, {"momentary": True} | FROM_ON, "veto.moment"),
    ({"momentary": True} | FORECAST, {"momentary": True} | FORECAST | {"period": "2025-07"}, "veto.moment"),
    ({"momentary": True}, {}, None),
    ({"momentary": True, "period": "2024-03"}, {"period": "2024-03"}, None),
    ({"momentary": True, "period": "2024-03", "kind": "temperature"}, {"period": "2024-03"}, "veto.moment"),
    ({"momentary": True, "period": "2024-03-05"}, {"period": "2024-03-05"}, "veto.moment"),
    ({"momentary": True, "inferred": frozenset({"period"})}, {}, "veto.moment"),
    ({"concepts": frozenset({"出口"})}, {"concepts": frozenset({"出口", "汽车"})}, None),
    ({"concepts": frozenset({"出口"})}, {"concepts": frozenset({"进口"})}, "veto.contrast"),
    ({"named": True}, {}, "veto.named"),
    ({"other_values": frozenset({"count 50"})}, {}, None),
    ({"other_values": frozenset({BASE.value})}, {}, "veto.both-figures"),
    ({}, {"other_values": frozenset({"x"}), "other_figures": frozenset({BASE.figure})}, "veto.both-figures"),
    ({"outcomes": frozenset({"死"})}, {"outcomes": frozenset()}, None),
    ({"outcomes": frozenset({"死", "伤"})}, {"outcomes": frozenset({"死"})}, None),
    ({"outcomes": frozenset({"死"})}, {"outcomes": frozenset({"伤"})}, "veto.outcome"),
    ({"base": "year"}, {"base": None}, None),
    ({"base": "year"}, {"base": "month"}, "veto.base"),
    ({"direction": "up"}, {"direction": None}, None),
    ({"direction": "up"}, {"direction": "down"}, "veto.direction"),
    ({"kind": "count"}, {"kind": "level"}, None),
    ({"kind": "percent", "unit": "%"}, {"kind": "fraction", "unit": ""}, None),
    ({"kind": "count"}, {"kind": "money"}, "veto.kind"),
    ({"kind": "money", "unit": "CNY"}, {"kind": "money", "unit": "元"}, None),
    ({"kind": "other", "unit": "标方"}, {"kind": "other", "unit": "度"}, "veto.dimension"),
    ({"unit": "家"}, {"unit": "个"}, None),
    ({"unit": "家"}, {"unit": "名"}, "veto.things"),
    ({"status": "estimate"}, {}, None),
    ({"status": "denied"}, {}, "veto.denied"),
    ({"place": "杭州", "inferred": frozenset({"place"})}, {"place": "宁波"}, None),
    ({"place": "浙江"}, {"place": "宁波"}, None),
    ({"place": "全市"}, {"place": "宁波"}, None),
    ({"place": "云汀县"}, {"place": "南屏国云汀县西部"}, None),
    ({"place": "云汀县"}, {"place": "南屏国澜江县西部"}, "veto.place"),
    ({"place": "局部"}, {"place": "宁波"}, None),
    ({"place": "全球"}, {"place": "宁波"}, "veto.place"),
    ({"place": "杭州"}, {"place": "宁波"}, "veto.place"),
    ({"period": "2023", "inferred": frozenset({"period"})}, {"period": "2024"}, None),
    ({"period": "2024-03"}, {"period": "2024"}, None),
    ({"period": "2023"}, {"period": "2024"}, "veto.period"),
    ({"status": "target", "inferred": frozenset({"status"})}, {"inferred": frozenset()}, None),
    ({"status": "target", "inferred": frozenset()}, {"inferred": frozenset({"status"})}, None),
    ({"status": "target", "inferred": frozenset()}, {"inferred": frozenset()}, "veto.target"),
    ({"aspects": frozenset({"change", "new"})}, {"aspects": frozenset()}, None),
    ({"aspects": frozenset({"change"})}, {"aspects": frozenset({"change", "per_unit"})}, None),
    ({"aspects": frozenset({"change"})}, {"aspects": frozenset()}, "veto.change"),
    ({"aspects": frozenset({"from"})}, {"aspects": frozenset()}, None),
    ({"aspects": frozenset({"from"})}, {"aspects": frozenset({"to"})}, "veto.two-moments"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "veto"), ROWS)
def test_a_veto_holds_whichever_side_comes_first(a, b, veto):
    one, other = view(a), view(b)
    assert (find_veto(one, other), find_veto(other, one)) == (veto, veto)


@pytest.mark.parametrize(
    ("text", "veto"),
    [
        ("2024年机构目标均价为{}元。", "veto.moment"),  # a form, of nobody
        ("望澜市2024年平均气温为{}度。", None),
        ("望澜市3月5日平均气温为{}度。", "veto.moment"),
        ("望澜市3月气温为{}度。", "veto.moment"),  # of some day of the month
        ("望澜市3月平均气温为{}度。", None),
        ("岚芯科技3月股价收于{}元。", "veto.moment"),
        ("岚芯科技复牌首日报{}元。", "veto.moment"),
        ("岚芯科技年报{}元一册。", None),
        ("岚芯科技港股市值在芯片行业中排名第{}。", "veto.moment"),
        ("岚芯科技市值管理办公室有{}人。", None),
        ("望澜市3月汽油均价为{}元。", None),
        ("3月汽油均价为{}元。", "veto.moment"),  # of nobody
        ("岚芯科技的融资余额为{}亿元。", "veto.moment"),
        ("望澜省社会融资余额为{}亿元。", None),
        ("望澜银行服务了{}户融资客户。", None),
    ],
)
def test_what_is_of_one_bearer_and_one_year_is_of_no_moment(text, veto):
    assert find_veto(*views(text.format(48), text.format(57))) == veto


def test_a_subject_that_each_article_names_is_not_another_one():
    texts = (
        "岚芯科技与望澜港签约。岚芯科技投入了48台吊机。",
        "望澜港与岚芯科技签约。望澜港投入了57台吊机。",
        "云汀站投入了57台吊机。",
    )
    articles, (one, two, other) = read(*texts), views(*texts)
    stats = corpus_stats(articles, LEXICON)
    assert SUBJECT.land(Sides(one, two, stats)) == "named"
    assert SUBJECT.land(Sides(one, other, stats)) == "apart"


def test_each_veto_has_a_row():
    # asked of differences only: tests/pair/test_about.py, test_product_models.py, test_slots.py
    of_differences = {
        "veto.other-moments",
        "veto.both-stated",
        "veto.kind-of-it",
        "veto.other-models",
        "veto.one-slot",
        "veto.persons",
        "veto.clauses",
        "veto.left-over",
    }
    assert {veto for _, _, veto in ROWS if veto} | of_differences == set(name_vetoes())


@pytest.mark.parametrize(
    ("a", "b", "other"),
    [
        ("2025-03", "by 2025-02", False),
        ("by 2025-03", "by 2025-03-15", False),
        ("by 2025-03", "by 2025-04", True),
        # what a month had is not what was counted to a later time; what a day saw may be counted later
        ("2025-03", "by 2025-03-31", False),
        ("2025", "by 2025-12-31", False),
        ("2025-03-04", "by 2025-03-06", False),
        ("since 2025-01", "by 2025-03", False),
        ("2025-03", "by 2025-04", True),
        ("2025-03", "by 2026", True),
        # what a span of days saw is not what another did; a day within it may be the one that counts
        ("2025-03-04/2025-03-06", "2025-03-04/2025-03-06", False),
        ("2025-03-04/2025-03-06", "2025-03-06", False),
        ("2025-03-04/2025-03-06", "2025-03-04/2025-03-05", False),
        ("2025-01/2025-06", "2025-01/2025-06", False),
        ("2025-03-04/2025-03-06", "2025-03-04/2025-03-09", True),
    ],
)
def test_counts_to_two_moments_are_apart(a, b, other):
    assert name_other_moments(view({"period": a}), view({"period": b})) is other


@pytest.mark.parametrize(
    ("texts", "other"),
    [
        # one article names what the other does, elsewhere
        (("望澜港吊机作业了48次。", "云汀站作业了57次。望澜港停用了吊机。"), False),
        # one clause alone names something of its own
        (("望澜港吊机作业了48次。", "作业了57次。"), False),
        (("望澜港吊机作业了48次。", "云汀站电梯作业了57次。"), True),
    ],
)
def test_clauses_that_each_name_something_of_their_own(texts, other):
    articles = read(*texts)
    one, two = views(*texts)
    stats = corpus_stats(articles, LEXICON)
    assert name_other_things(one, two, stats) is other
    assert name_other_things(two, one, stats) is other


def test_one_article_names_no_other_things():
    (article,) = read("望澜港吊机作业了48次。云汀站电梯作业了57次。")
    seen, _ = view_claims([article], Aliases([article], lexicon=LEXICON), LEXICON)
    assert len(seen) == 2
    assert not name_other_things(*seen, corpus_stats([article], LEXICON))


@pytest.mark.parametrize(
    ("one", "other", "nested"),
    [
        ("全市", "全市", True),
        ("全市", "望澜", True),
        ("各省", "全省", True),
        ("全", "全省", True),
        ("局部", "全省", True),
        ("全市", "全省", False),
    ],
)
def test_all_of_a_province_is_never_all_of_a_town(one, other, nested):
    assert are_nested(one, other, LEXICON) is nested
    assert are_nested(other, one, LEXICON) is nested


@pytest.mark.parametrize(
    ("period", "other", "day", "past"),
    [
        ("2025-02", "2025-02", None, False),  # nobody knows when it was printed
        ("2025-03", "2025-03", "2025-03-04", False),
        ("2025-02-04", "2025-02-04", "2025-03-04", False),  # the toll of a day goes on
        ("2025-02", "2025-01", "2025-03-04", False),
        ("2025-02", "2025-02", "2025-03-04", True),
        ("2024", "2024", "2025-03-04", True),
    ],
)
def test_of_a_month_or_year_that_is_over_nothing_runs_on(period, other, day, past):
    sides = (view({"period": named, "inferred": frozenset(), "date": day}) for named in (period, other))
    assert are_of_a_past_period(*sides) is past
