"""Inside one event wording does not decide: what is retold and differs is found, and unlike things stay silent."""

from __future__ import annotations

from importlib.resources import files

import pytest

import factcheck
from factcheck import zh
from factcheck.corpus import corpus_stats
from factcheck.errors import DataError
from factcheck.pair import pairs
from factcheck.pair.aliases import Aliases
from factcheck.pair.comparing import build_pair
from factcheck.pair.differences import find_form
from factcheck.pair.retelling_weights import is_retelling, read_retelling_weights, retelling_weights
from factcheck.pair.retellings import RETELLING_LEVELS
from factcheck.run.article import read_article

WRITTEN = files("factcheck.pair").joinpath("data", "retellings.yaml").read_text(encoding="utf-8")
REPORT = (
    "望澜海洋集团8月2日发布2025年上半年业绩。上半年，望澜海洋集团实现营业收入{income}亿元，同比增长12.4%；"
    "其中船舶业务收入38.26亿元，海工业务收入{works}亿元。截至6月末，集团在建船舶{ships}艘。"
)
RETOLD = (
    "记者从望澜海洋集团获悉，该集团今年前六个月的营收达到{income}亿元，比去年同期多了12.4%。"
    "望澜海洋集团的船舶板块贡献38.26亿元，海工板块贡献{works}亿元，手上还有{ships}艘船在建。"
)


def report(*texts: str) -> list[tuple[str, str, frozenset[str]]]:
    """Rule, severity and figures of what is said of two articles of one day."""
    documents = [factcheck.Document(id=f"{n}", text=text, date="2025-08-02") for n, text in enumerate(texts)]
    found = (one for one in factcheck.scan(documents).findings if one.severity != "note")
    return [(one.rule, one.severity, frozenset(place.text for place in one.locations)) for one in found]


def test_a_retelling_that_agrees_is_silent():
    held = {"income": "57.83", "works": "19.57", "ships": 46}
    assert report(REPORT.format(**held), RETOLD.format(**held)) == []


def test_the_parts_of_one_report_are_no_dispute_of_another():
    whole = REPORT.format(income="57.83", works="19.57", ships=46)
    part = "望澜海洋集团8月2日公布半年业绩，望澜海洋集团船舶业务收入38.26亿元，同比增长9.1%。"
    assert report(whole, part) == []


def test_a_figure_that_one_article_states_beside_the_other_is_another_fact():
    whole = REPORT.format(income="57.83", works="19.57", ships=46)
    both = RETOLD.format(income="57.83", works="19.57", ships=46) + "去年同期望澜海洋集团的海工板块贡献17.95亿元。"
    last = "望澜海洋集团8月2日公布半年业绩，望澜海洋集团海工板块去年同期收入17.95亿元，今年增长9.0%。"
    assert report(whole, both, last) == []


def test_a_figure_in_round_numbers_is_no_other():
    one = REPORT.format(income="57.83", works="19.57", ships=4307)
    assert report(one, RETOLD.format(income="57.83", works="19.57", ships=4310)) == []


def test_two_articles_that_differ_in_every_figure_are_of_two_times():
    one = REPORT.format(income="57.83", works="19.57", ships=46)
    other = RETOLD.format(income="68.52", works="23.91", ships=38).replace("12.4", "7.9").replace("38.26", "44.63")
    assert report(one, other) == []


def test_a_figure_many_times_the_other_is_another_fact():
    part = "望澜海洋集团8月2日公布半年业绩，上半年望澜海洋集团新接订单金额312.64亿元，同比增长4.7%。"
    assert report(REPORT.format(income="57.83", works="19.57", ships=46), part) == []


def test_figures_that_round_to_one_another_are_one_side_of_a_dispute():
    two = (
        REPORT.format(income="57.83", works="19.57", ships=4307),
        RETOLD.format(income="57.83", works="19.57", ships=4310),
    )
    third = (
        "望澜海洋集团8月2日的半年报显示，望澜海洋集团营收57.83亿元，截至6月末在建船舶共5310艘，海工业务收入19.57亿元。"
    )
    documents = [factcheck.Document(id=f"{n}", text=text, date="2025-08-02") for n, text in enumerate((*two, third))]
    for found in factcheck.scan(documents).findings:
        groups = {place.text: place.group for place in found.locations}
        assert groups.get("4307艘") == groups.get("4310艘") or len(groups) < 3


def test_one_digit_of_four_told_otherwise_is_found_though_no_figure_beside_it_is_the_same():
    one = "望澜海洋集团8月2日发布2025年上半年业绩。上半年，望澜海洋集团实现营业收入57.83亿元。集团称，市场需求回暖。"
    other = "记者从望澜海洋集团获悉，今年上半年望澜海洋集团营业收入为57.43亿元。该集团董事长说，订单已经排到后年。"
    assert [figures for _, _, figures in report(one, other)] == [{"57.83亿元", "57.43亿元"}]


KIND = "望澜汽车协会8月2日公布，今年7月望澜市{}为{}，协会称市场回暖。"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("新能源汽车销量", "5.83万辆"), ("汽车销量", "8.53万辆")),
        (("新能源车销量", "5.83万辆"), ("汽车销量", "8.53万辆")),
        (("木制家具出口额", "5.83亿元"), ("家具出口额", "8.53亿元")),
        (("小型企业数量", "5830家"), ("企业数量", "8530家")),
    ],
)
def test_a_kind_of_goods_is_not_all_of_them(one, other):
    assert report(KIND.format(*one), KIND.format(*other)) == []


def test_one_kind_of_goods_told_otherwise_is_found():
    found = report(KIND.format("新能源汽车销量", "5.83万辆"), KIND.format("新能源汽车销量", "8.53万辆"))
    assert [figures for _, _, figures in found] == [{"5.83万辆", "8.53万辆"}]


def test_a_slip_in_other_words_is_found():
    one = REPORT.format(income="57.83", works="19.57", ships=46)
    other = RETOLD.format(income="57.83", works="19.75", ships=46)
    found = report(one, other)
    assert [(rule, figures) for rule, _, figures in found] == [("FC104", {"19.57亿元", "19.75亿元"})]


def require(figure: str, other: str) -> float:
    """The bits that a difference of two figures must weigh."""
    a, b = (factcheck.extract(f"望澜公司的船用了{text}。")[0] for text in (figure, other))
    return retelling_weights().require(build_pair(a, b, ()))


def test_a_slip_of_three_digits_weighs_more_than_one_of_fewer_and_that_more_than_any_other_difference():
    telling, slip, fair = (
        retelling_weights().weigh_difference({}, {"form": form}) for form in ("telling", "slip", "fair")
    )
    assert telling > slip > fair


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("截至8月2日，云汀林区累计发生火灾3518处", "截至8月2日，云汀林区已经发生3718起火灾", True),
        ("截至8月1日，云汀林区累计发生火灾3518处", "截至8月2日，云汀林区已经发生3718起火灾", False),
        ("截至8月2日，云汀林区累计发生火灾3518处", "云汀林区已经发生3718起火灾", False),
        ("截至8月2日10时，云汀林区累计发生火灾3518处", "截至8月2日18时，云汀林区已经发生3718起火灾", False),
        ("截至8月2日，云汀林区火灾累计受伤3518人", "截至8月2日，云汀林区火灾已有3718人受伤", False),
    ],
)
def test_what_runs_on_is_compared_where_both_count_to_one_day(one, other, found):
    form = "望澜省应急局8月2日通报，{}，过火面积9.6万公顷，望澜省应急局称火势已经受控。"
    told = "{}，烧毁林地9.6万公顷，望澜省应急局这样通报，望澜省已派出飞机。"
    assert bool(report(form.format(one), told.format(other))) is found


def test_times_lie_near_to_one_another():
    assert require("11.24秒", "11.42秒") > require("11.24吨", "11.42吨")


@pytest.mark.parametrize(
    ("one", "other", "form"),
    [
        ("3200多人", "7200人", "digit_4"),
        ("3200多人", "7200万人", "far"),  # nobody who writes one digit wrong writes 万 too
        ("第700万辆", "第700辆", "slip"),
        ("28%", "82%", "swap"),
        ("150艘", "510艘", "swap"),
        ("15艘", "510艘", "far"),
        ("33艘", "34艘", "digit_2"),
    ],
)
def test_the_form_of_a_difference(one, other, form):
    a, b = (factcheck.extract(f"望澜公司交付{text}。")[0] for text in (one, other))
    assert find_form(build_pair(a, b, ())) == form


def test_what_moves_on_does_not_keep_its_last_digits():
    one = "2025年，云岫银行累计发放支持渔业相关贷款28.39亿元。"
    other = "记者获悉，2025年，云岫银行累计发放支持渔业相关贷款{}亿元，主要支持了远海捕捞和冷链。"
    assert report(one, other.format("36.41")) == []
    assert [rule for rule, *_ in report(one, other.format("68.39"))] == ["FC101"]


def test_a_partner_stated_twice_is_no_rival_of_itself():
    """What the body says again, in like words, is no other fact that the figure may be of."""

    def weigh(retold: str) -> dict[str, str]:
        texts = REPORT.format(income="57.83", works="19.57", ships=46), retold
        documents = (factcheck.Document(id=f"{n}", text=one, date="2025-08-02") for n, one in enumerate(texts))
        articles = [read_article(document) for document in documents]
        lexicon = zh.lexicon()
        found = pairs(articles, Aliases(articles, lexicon=lexicon), corpus_stats(articles, lexicon), lexicon=lexicon)
        pair = next(one for one in found if {one.a.text, one.b.text} == {"57.83亿元", "58.37亿元"})
        return {level.comparison: level.level for level in pair.levels}

    once = RETOLD.format(income="58.37", works="19.57", ships=46)
    again = "望澜海洋集团今年前六个月的营收达到58.37亿元，"
    assert weigh(once + again)["rival"] == weigh(once)["rival"] == "none"


def test_a_milestone_is_a_figure():
    one = "望澜海洋集团8月2日宣布，第700万辆望澜牌自行车下线，望澜海洋集团董事长到场。"
    other = "8月2日，望澜海洋集团迎来第{}辆望澜牌自行车下线，望澜海洋集团董事长出席仪式。"
    assert report(one, other.format("700万")) == []
    assert [figures for _, _, figures in report(one, other.format("700"))] == [{"第700万", "第700"}]


def test_the_levels_of_a_retelling_add_up_to_its_weight():
    one = REPORT.format(income="57.83", works="19.57", ships=46)
    other = RETOLD.format(income="57.83", works="19.75", ships=46)
    documents = [factcheck.Document(id=f"{n}", text=text, date="2025-08-02") for n, text in enumerate((one, other))]
    (found,) = (f for f in factcheck.scan(documents).findings if f.severity != "note")
    assert found.comparison is not None
    assert sum(level.weight for level in found.comparison.levels) == pytest.approx(found.comparison.weight, abs=0.1)


def test_a_level_without_a_weight_is_an_error_that_names_it():
    line = next(line for line in WRITTEN.splitlines() if line.strip().startswith("contrast:"))
    with pytest.raises(DataError, match="contrast"):
        read_retelling_weights(WRITTEN.replace(f"{line}\n", "", 1))


def test_every_level_has_a_weight():
    landed = {name: min(levels) for name, levels in RETELLING_LEVELS.items()}
    assert isinstance(retelling_weights().weigh(landed), float)


def test_a_pair_of_like_words_is_no_retelling():
    texts = ("望澜大桥全长3.1公里，桥面宽24米。", "望澜大桥全长3.1公里，桥面宽24米，2006年通车。")
    articles = [read_article(factcheck.Document(id=f"{n}", text=text)) for n, text in enumerate(texts)]
    lexicon = zh.lexicon()
    found = pairs(articles, Aliases(articles, lexicon=lexicon), corpus_stats(articles, lexicon), lexicon=lexicon)
    assert found
    assert not any(map(is_retelling, found))
