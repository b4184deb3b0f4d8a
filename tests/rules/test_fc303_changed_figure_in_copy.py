from __future__ import annotations

import pytest
from invented import article, evidence, texts

from factcheck import Document, scan, zh
from factcheck.corpus import corpus_stats
from factcheck.rules import fc303_changed_figure_in_copy as rule

COPY = "云汀湾夜航渡轮恢复以后，每月运送旅客1.7万人，码头一带的小店生意也跟着好了起来，夜里十点还亮着灯。"
REST = "山里的果农今年改种樱桃，头一批已经装车运往邻县的批发市场，价钱比去年好。"
MORE = "县图书馆把闭馆时间推迟到晚上十点，自习的学生比上个月多了一倍不止。"


def found(one, other, **meta):
    return list(rule.find(evidence(article("a", REST + one, **meta), article("b", MORE + other, **meta))))


@pytest.mark.parametrize(
    "other",
    [
        COPY,
        COPY.replace("1.7万人", "1.72万人"),  # one rounds to the other
        COPY.replace("1.7万人", "17000人"),
        COPY.replace("每月运送旅客1.7万人", "每年接送学生17万人"),  # another measure
        COPY.replace("云汀湾夜航渡轮恢复以后，每月", "云汀湾夜航渡轮停航以后，每年").replace("1.7", "3.9"),
        MORE,
    ],
)
def test_no_changed_figure(other):
    assert found(COPY, other) == []


UNITS = "据望澜市统计局昨天公布的数据，去年全市{}，比前年有明显增加，其中东部三个县贡献最大，占了大半。"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("新增孵化项目12个", "新增孵化项目12项"),  # both count projects
        ("接待游客1200万人", "接待游客1200万名"),
        ("外贸出口35.2亿元", "外贸出口35.2亿元人民币"),
        ("失业率和物价分别上升1.2个百分点和2.3个百分点", "失业率和物价分别上升1.2个和2.3个百分点"),
        ("用水下降三成", "用水下降30%"),
    ],
)
def test_the_same_in_another_unit(one, other):
    documents = [Document(id=n, text=UNITS.format(said)) for n, said in (("a", one), ("b", other))]
    assert "FC303" not in {finding.rule for finding in scan(documents).findings}


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("失业率上升1.2个百分点", "失业率上升1.2%", "error"),
        ("新增参保1200万户", "新增参保1200万人", "error"),
        ("新增參保1200萬戶", "新增参保1200万人", "error"),
        ("新建公路350公里", "新建公路350平方公里", "error"),
        ("用电350亿千瓦时", "用电350亿千瓦", "error"),
        ("外贸出口35.2亿美元", "外贸出口35.2亿元", "error"),
        ("企业数量增加五成", "企业数量增加五倍", "error"),
        ("企业利润增长3倍", "企业利润增长3%", "error"),
        ("铁路客运量350万吨", "铁路客运量350万人次", "error"),
        ("接待游客1200万人次", "接待游客1200万人", "warning"),
    ],
)
def test_a_unit_that_changed_on_the_way(one, other, severity):
    documents = [Document(id=n, text=UNITS.format(said)) for n, said in (("a", one), ("b", other))]
    (finding,) = [finding for finding in scan(documents).findings if finding.rule == "FC303"]
    assert finding.severity == severity


def test_a_turn_of_phrase_in_two_texts_that_have_nothing_else_in_common():
    phrase = "但对这座城市来说，他的意义另外有{}层，每一层都要慢慢说起，而且都和别人想的不一样。"
    one = Document(id="a", text="制陶人欧阳砚秋在窑火边守了三十年，釉色青得像雨后的山。" + phrase.format("2"))
    other = Document(id="b", text="程序员慕容可立写的开源软件跑在两万台服务器上，名叫灯塔。" + phrase.format("3"))
    assert [f.rule for f in scan([one, other]).findings if f.rule == "FC303"] == []


def test_another_day_is_another_report():
    one = "6月3日云汀湾码头共有旅客1.7万人登船，码头秩序良好，夜里十点以后仍有不少人在岸边散步。"
    assert found(one, one.replace("3日", "4日").replace("1.7", "2.3")) == []


def test_versions_of_one_page():
    other = COPY.replace("1.7", "17")
    assert found(COPY, other, url="https://example.org/ferry") == []


def test_versions_by_source_and_share():
    story = REST + MORE + COPY
    one, two = article("a", story, source="云汀晚报"), article("b", story.replace("1.7", "17"), source="云汀晚报")
    assert list(rule.find(evidence(one, two))) == []
    three = article("c", REST + MORE + COPY.replace("1.7", "17"))
    assert len(list(rule.find(evidence(one, three)))) == 1


def test_a_changed_figure():
    (finding,) = found(COPY, COPY.replace("1.7万", "17万"))
    assert finding.rule == "FC303"
    assert finding.severity == "error"
    assert texts(finding) == [("a", "1.7万人", 0), ("b", "17万人", 1)]
    assert finding.locations[0].claim is not None


def test_across_scripts():
    other = "雲汀灣夜航渡輪恢復以後，每月運送旅客17萬人，碼頭一帶的小店生意也跟著好了起來，夜裏十點還亮著燈。"
    (finding,) = found(COPY, other)
    assert [group for _, _, group in texts(finding)] == [0, 1]


def test_copies_that_agree_stand_in_one_group():
    articles = [
        article(name, opening + COPY.replace("1.7", value))
        for name, opening, value in (("a", REST, "1.7"), ("b", MORE, "1.7"), ("c", "本报今天刊登一封读者来信。", "7.1"))
    ]
    (finding,) = rule.find(evidence(*articles))
    assert texts(finding) == [("a", "1.7万人", 0), ("b", "1.7万人", 0), ("c", "7.1万人", 1)]


def test_other_changes_of_the_copy_are_named():
    (finding,) = found(COPY, COPY.replace("1.7万", "17万").replace("夜里十点", "凌晨一点"))
    assert any("“夜里十” became “凌晨一”" in line for line in finding.because)


TOLL = "{}坍塌事故的最后一名被困学生已经找到。此次事故共造成{}人死亡，事故的调查工作正在全面推进当中，善后还在继续。"


@pytest.mark.parametrize(
    ("place", "day", "rules"),
    [
        ("体育馆", "2023-07-24", []),
        ("齐齐哈尔市体育馆", "2023-07-28", []),
        ("齐齐哈尔市体育馆", "2023-07-25", ["FC303"]),
    ],
    ids=["no-town", "days-later", "one-town"],
)
def test_an_event_that_all_papers_tell_is_tied_by_its_town(place, day, rules):
    # where every paper writes of it, no word is rare
    others = [article(f"o{n}", f"齐齐哈尔市体育馆坍塌，有人被困。善后第{n}天。") for n in range(40)]
    glaze = "制陶人欧阳砚秋在窑火边守了三十年，釉色青得像雨后的山，砚台、瓷枕、香炉都由徒弟描金。"
    code = "程序员慕容可立写的开源编译器跑在服务器集群上，名叫灯塔，贡献者遍布赫尔辛基与蒙得维的亚。"
    one = article("a", glaze + TOLL.format(place, 11), date="2023-07-24")
    two = article("b", code + TOLL.format(place, 21), date=day)
    stats = corpus_stats([one, two, *others], zh.lexicon())
    assert [f.rule for f in rule.find(evidence(one, two, stats=stats))] == rules


def test_where_an_article_says_otherwise_elsewhere_that_place_stands_beside():
    again = "云汀湾夜航渡轮恢复以后每月运送旅客1.7万人。"
    one = Document(id="a", text=REST + COPY, date="2025-03-01")
    two = Document(id="b", text=again + MORE + "\n" + COPY.replace("1.7", "17"), date="2025-03-01")
    (finding,) = [f for f in scan([one, two]).findings if f.rule == "FC303"]
    assert texts(finding) == [("a", "1.7万人", 0), ("b", "1.7万人", 0), ("b", "17万人", 1)]


LINE = "云汀晚报的灯塔专栏陪读者一起等渡轮复航，这是专栏的第{}篇，欢迎来信告诉编辑部你在码头上看到的事情。"
STORIES = (
    "山里的果农今年改种樱桃，头一批已经装车运往邻县的批发市场，价钱比去年好，果农们说明年还要再添两座冷库才够用。",
    "县图书馆把闭馆时间推迟到晚上十点，自习的学生比上个月多了一倍不止，馆里只好把报纸阅览室也改成了自习的地方。",
    "老戏院的屋顶修了整整一个冬天，木匠们把旧梁一根一根换下来，开春第一场戏的票半天就卖完了，后排站满了人。",
)
DAYS = ("2025-03-01", "2025-03-02", "2025-03-03")


def counted(values, order="{story}\n{line}", source="云汀晚报", days=DAYS, line=LINE):
    """The stories with a line at one end, which holds one of the values each."""
    rows = zip("abc", STORIES, days, values, strict=False)
    return list(
        rule.find(
            evidence(
                *(
                    article(name, order.format(story=story, line=line.format(value)), date=day, source=source)
                    for name, story, day, value in rows
                )
            )
        )
    )


@pytest.mark.parametrize("line", [LINE.replace("第{}篇", "已经收到{}家来稿"), LINE.replace("第{}篇", "还缺{}人报名")])
@pytest.mark.parametrize("order", ["{story}\n{line}", "{line}\n{story}"])
def test_a_counter_at_the_head_or_foot_of_one_source_s_articles(order, line):
    assert counted(("1201", "1202", "1203"), order, line=line) == []
    assert counted(("1201", "1202"), order, line=line) == []
    assert counted(("1201", "1202", "1202"), order, days=("2025-03-01", "2025-03-02", "2025-03-02"), line=line) == []


@pytest.mark.parametrize(
    "other",
    [
        {"values": ("1201", "1202", "1202")},  # one value on two days, another on a third
        {"values": ("1201", "1202"), "source": None},  # whose line it is is not known
        {"values": ("1201", "1202"), "days": ("2025-03-01", "2025-03-01")},
        {"values": ("1201", "1202", "1203"), "order": "{story}\n{story}\n{line}\n{story}\n{story}"},
    ],
)
def test_what_no_counter_is_is_a_changed_figure(other):
    assert [finding.rule for finding in counted(line=LINE.replace("第{}篇", "还缺{}人报名"), **other)] == ["FC303"]
