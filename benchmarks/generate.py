"""Articles of our own making, as many as are wanted, with what is wrong in them: deterministic by seed.

    python benchmarks/generate.py OUT.jsonl [--articles 1000] [--seed 1]

`OUT.jsonl` holds the articles, `OUT.truth.jsonl` what was planted, a line each:

- `contradiction`: two reports of one event, of which one has another figure (`figures`, in the order of `docs`);
- `trap`: two articles in nearly the same words whose figures differ and are both right (another year, another place);
- `copy`: a report printed again, word for word; `changed-copy`: with one figure changed.

Names of places, companies and people are drawn letter by letter and mean nobody. An article has about 500 letters and
four figures beside its dates; a third are in Traditional script (OpenCC, s2t). Of a thousand events six are told with a
contradiction, six with a trap, eighteen are printed again, four of them more with another figure; a quarter have two
reports that agree.

What an article says beside its figures means nothing, but has the words of a language: each event has some of its own,
drawn from the dictionary of the segmenter by how common they are. So grams are about as seldom shared as in news, where
few are everybody's. With words from a few short lists, four grams in five were, and every article hung together with
hundreds.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from bisect import bisect
from datetime import date, timedelta
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST = date(2020, 1, 1)
_PLACE = "澜汀岚蔚泽桐萍渝澄珩栖霁汐棠苇沅溪麓屿湖枫榆槐梧芷兰菱莲蓼葭禾稻麦陶砚墨钟鼓琴筝箫笛舟帆桥渡津堰"
_PLACE_END = ("市", "县", "区")
_FIRM = "澜衡启曜锐澄骏恒睿旻坤砺弘翊辰晟昱昶皓煜烁焕炜铭钧铄锦瀚沛泓淳渊源溯逸迅驰骋腾鸿鹏翔翎羽珞璟瑞"
_FIRM_END = ("科技", "能源", "重工", "生物", "物流", "食品", "材料", "电子", "化工", "纺织", "船舶", "仪器")
_NAME = "林周许沈陆顾梁温闻简蒋卓丁方贺傅裴邵韦焦栾屈葛尹"
_GIVEN = "知秋明远若宁景行书言舟望舒岚青砚清和安然予怀瑾瑜思齐以南北辰晚晴初夏念慈嘉木乔松"
_OUTLETS = ("河湾日报", "东岸晚报", "澜湾新闻", "北辰财经", "Harbour Post")
# What happened: the figures of it, each with two ways to say it, and the bounds that it is drawn from.
_EVENTS = (
    (
        "{firm}发布{year}年年报",
        (
            ("{firm}{year}年实现营业收入{n}亿元", "{year}年，{firm}的营业收入为{n}亿元", (20, 900)),
            ("归属于上市公司股东的净利润{n}亿元", "公司归属于上市公司股东的净利润达{n}亿元", (1, 19)),
            ("研发投入{n}亿元", "全年研发投入为{n}亿元", (1, 30)),
            ("截至{year}年底，公司有员工{n}人", "{year}年末员工总数为{n}人", (1200, 48000)),
        ),
    ),
    (
        "{place}通报{firm}厂房火灾情况",
        (
            ("火灾造成{n}人受伤", "受伤人数为{n}人", (3, 90)),
            ("过火面积{n}平方米", "现场过火面积为{n}平方米", (300, 9000)),
            ("消防部门出动{n}名消防员", "共有{n}名消防员到场", (40, 400)),
            ("转移群众{n}人", "当地转移群众{n}人", (100, 3000)),
        ),
    ),
    (
        "{place}新机场航站楼开工",
        (
            ("航站楼建筑面积{n}万平方米", "新航站楼的建筑面积为{n}万平方米", (8, 80)),
            ("项目总投资{n}亿元", "总投资为{n}亿元", (30, 400)),
            ("设计年旅客吞吐量{n}万人次", "年旅客吞吐量按{n}万人次设计", (300, 6000)),
            ("工期{n}个月", "计划工期为{n}个月", (18, 60)),
        ),
    ),
    (
        "{place}公布{year}年经济运行情况",
        (
            ("{place}{year}年地区生产总值{n}亿元", "{year}年{place}地区生产总值为{n}亿元", (300, 9000)),
            ("规模以上工业增加值增长{n}%", "规模以上工业增加值同比增长{n}%", (1, 15)),
            ("城镇新增就业{n}万人", "全年城镇新增就业{n}万人", (1, 60)),
            ("接待游客{n}万人次", "全年接待游客{n}万人次", (90, 9000)),
        ),
    ),
    (
        "{place}水库除险加固工程完工",
        (
            ("水库总库容{n}万立方米", "该水库的总库容为{n}万立方米", (120, 9800)),
            ("加固后坝高{n}米", "大坝高度为{n}米", (21, 140)),
            ("工程灌溉农田{n}万亩", "下游{n}万亩农田受益", (3, 70)),
            ("施工人员{n}人", "先后有{n}名工人参与施工", (60, 900)),
        ),
    ),
    (
        "{firm}在{place}开设门店",
        (
            ("门店营业面积{n}平方米", "新店的营业面积为{n}平方米", (200, 8800)),
            ("首日接待顾客{n}人", "开业当天接待顾客{n}人", (300, 9700)),
            ("商品{n}种", "在售商品有{n}种", (400, 7600)),
            ("店内设有收银台{n}个", "收银台共{n}个", (4, 48)),
        ),
    ),
    (
        "{place}中学举行校庆",
        (
            ("返校校友{n}人", "到场的校友有{n}人", (130, 4900)),
            ("校友捐款{n}万元", "收到校友捐款{n}万元", (20, 880)),
            ("校园占地{n}亩", "学校占地{n}亩", (40, 460)),
            ("图书馆藏书{n}万册", "馆藏图书{n}万册", (3, 90)),
        ),
    ),
    (
        "{place}发现古代墓葬群",
        (
            ("清理墓葬{n}座", "考古人员清理了{n}座墓葬", (11, 240)),
            ("出土器物{n}件", "出土器物共计{n}件", (130, 5300)),
            ("发掘面积{n}平方米", "考古发掘的面积为{n}平方米", (400, 9400)),
            ("其中青铜器{n}件", "器物里有青铜器{n}件", (5, 120)),
        ),
    ),
    (
        "{firm}研制的货船交付",
        (
            ("货船总长{n}米", "该船长{n}米", (80, 399)),
            ("载重{n}万吨", "船的载重量为{n}万吨", (2, 40)),
            ("船员{n}人", "船上配备船员{n}人", (12, 45)),
            ("合同金额{n}万美元", "造价为{n}万美元", (900, 9900)),
        ),
    ),
    (
        "{place}马拉松鸣枪开跑",
        (
            ("参赛选手{n}人", "报名并参赛的选手有{n}人", (2100, 38000)),
            ("志愿者{n}人", "沿途有{n}名志愿者服务", (230, 6400)),
            ("赛道设补给站{n}个", "补给站设了{n}个", (8, 36)),
            ("完赛率为{n}%", "完成比赛的占{n}%", (61, 98)),
        ),
    ),
    (
        "{place}遭遇暴雨袭击",
        (
            ("最大雨量{n}毫米", "测得的最大雨量为{n}毫米", (90, 520)),
            ("倒塌房屋{n}间", "房屋倒塌{n}间", (6, 880)),
            ("受灾人口{n}人", "受灾人口达到{n}人", (1200, 96000)),
            ("停电用户{n}户", "有{n}户居民家中停电", (230, 9900)),
        ),
    ),
    (
        "{place}动物园迎来新成员",
        (
            ("园内现有动物{n}只", "动物园共有动物{n}只", (310, 5200)),
            ("饲养员{n}人", "负责照料的饲养员有{n}人", (14, 190)),
            ("门票每张{n}元", "一张门票{n}元", (15, 140)),
            ("假期入园游客{n}人次", "假期里有{n}人次入园", (2100, 88000)),
        ),
    ),
)
# What any report says besides: forms, each with nouns, verbs, adjectives and adverbs of the event's own, and with those
# who say and do it.
_FORMS = (
    "{who}{d}{v}{n}，{n}的{n}{d}{a}", "{n}与{n}{d}{v}，{who}{v}了{n}", "为{v}{n}，{who}把{n}{v}到{n}",
    "{n}{a}，{n}{d}{v}；{who}{d}{v}{n}", "从{n}到{n}，{n}{v}着{a}的{n}", "{v}{n}之后，{who}{v}起{n}，{d}{a}",
    "{who}说，{n}{v}{n}，{n}还要{v}", "在{n}{v}{n}的{n}，{d}{a}而{a}", "{who}和{n}的{n}{d}{v}在一起",
    "有的{v}{n}，有的{v}{n}，{n}{d}{a}", "对{n}的{n}，{who}{d}{v}，{n}{v}不已", "{n}里的{n}{d}{v}，{n}{v}{a}",
    "据{who}介绍，{n}{v}{n}，{n}{a}", "{d}{v}的{n}让{who}{v}{n}", "{n}{d}{v}{n}，{who}却{d}{v}",
    "{who}向{n}{v}{a}的{n}",
    "只有{v}{n}，{n}才{v}{n}", "{a}的{n}{v}{n}，{a}的{n}{v}{n}", "{who}认为{n}{d}{a}，{n}也{v}", "{n}是{n}的{n}",
)  # fmt: skip
_WHO = ("{person}", "{firm}", "{place}", "{n}", "{n}", "{n}的{n}", "{person}的{n}")
_SLOT = re.compile(r"\{([nvad])\}")
_TOPIC = {"n": 60, "v": 36, "a": 14, "d": 14}  # words of an event of each kind
_LEAST = 50  # times that the dictionary has met a word; those below are hardly words
_NO_WORD = frozenset("〇零一二三四五六七八九十百千万亿兆几两半多余双倍数年月日时分秒元")  # in words that may be figures
_SENTENCES = (16, 36)  # in an article


class _Event(NamedTuple):
    """What happened, and the figures of it."""

    title: str
    facts: tuple[tuple[str, str, int], ...]
    names: dict[str, str]
    day: date
    topic: dict[str, tuple[str, ...]]  # kind of word → those of this event


class _Draft(NamedTuple):
    title: str
    paragraphs: list[str]
    day: date


def generate(articles: int, seed: int) -> tuple[list[dict[str, str]], list[dict[str, object]]]:
    """So many records, and what was planted in them."""
    random = Random(seed)  # noqa: S311 - the same for a seed
    records: list[dict[str, str]] = []
    truth: list[dict[str, object]] = []
    while len(records) < articles:
        for kind, drafts, figures in _draw(random):
            docs = [_add(records, draft, random) for draft in drafts]
            if kind:
                truth.append({"kind": kind, "docs": docs, "figures": figures})
    kept = {one["id"] for one in records[:articles]}
    return records[:articles], [one for one in truth if kept.issuperset(one["docs"])]  # type: ignore[arg-type]


def _draw(random: Random) -> Iterator[tuple[str, list[_Draft], list[str]]]:
    """An event with its reports: what is planted in them, and the figures of it."""
    event, chance = _draw_event(random), random.random()
    first = _write(event, event.facts, 0, random)
    if chance < 0.006:
        at, changed = _change(event, random)
        second = _write(event, changed, 1, random)
        yield "contradiction", [first, second], [str(event.facts[at][2]), str(changed[at][2])]
    elif chance < 0.012:
        other = _move(event, random)
        at = random.randrange(len(event.facts))
        yield "trap", [first, _write(other, other.facts, 0, random)], [str(event.facts[at][2]), str(other.facts[at][2])]
    elif chance < 0.030:
        yield "copy", [first, first], []
    elif chance < 0.034:
        at, changed = _change(event, random)
        old, new = f"{event.facts[at][2]}", f"{changed[at][2]}"
        copied = [one.replace(_say(event.facts[at], 0), _say(changed[at], 0)) for one in first.paragraphs]
        yield "changed-copy", [first, _Draft(first.title, copied, first.day)], [old, new]
    elif chance < 0.3:
        yield "", [first, _write(event, event.facts, 1, random)], []
    else:
        yield "", [first], []


def _draw_event(random: Random) -> _Event:
    title, facts = random.choice(_EVENTS)
    day = _FIRST + timedelta(days=random.randrange(1800))
    names = {
        "place": "".join(random.sample(_PLACE, 2)) + random.choice(_PLACE_END),
        "firm": "".join(random.sample(_FIRM, 2)) + random.choice(_FIRM_END),
        "person": random.choice(_NAME) + "".join(random.sample(_GIVEN, 2)),
        "year": str(day.year - 1),
    }
    drawn = tuple((one, other, random.randint(*bounds)) for one, other, bounds in facts)
    facts = tuple((_fill(a, names), _fill(b, names), n) for a, b, n in drawn)
    topic = {kind: _draw_words(kind, count, random) for kind, count in _TOPIC.items()}
    return _Event(title.format(**names), facts, names, day, topic)


def _draw_words(kind: str, count: int, random: Random) -> tuple[str, ...]:
    words, bounds = _list_words()[kind]
    return tuple(words[bisect(bounds, random.random() * bounds[-1])] for _ in range(count))


@cache
def _list_words() -> dict[str, tuple[list[str], list[float]]]:
    """Words of each kind, and where each ends on a line on which it has as much room as it is common."""
    found: dict[str, tuple[list[str], list[float]]] = {kind: ([], []) for kind in _TOPIC}
    spec = find_spec("jieba")
    lines = Path(spec.origin or "").with_name("dict.txt").read_text("utf-8").splitlines() if spec is not None else ()
    for word, times, kind in map(str.split, lines):
        if kind in found and 2 <= len(word) <= 3 and int(times) >= _LEAST and _NO_WORD.isdisjoint(word):
            words, bounds = found[kind]
            words.append(word)
            bounds.append((bounds[-1] if bounds else 0.0) + math.sqrt(int(times)))
    return found


def _fill(template: str, names: dict[str, str]) -> str:
    return template.replace("{n}", "\0").format(**names).replace("\0", "{n}")


def _say(fact: tuple[str, str, int], way: int) -> str:
    return fact[way].format(n=fact[2])


def _change(event: _Event, random: Random) -> tuple[int, tuple[tuple[str, str, int], ...]]:
    """One figure of an event as another: no rounding, no slip of a power of ten."""
    at = random.randrange(len(event.facts))
    one, other, number = event.facts[at]
    changed = number + max(2, round(number * random.uniform(0.15, 0.45)))
    return at, (*event.facts[:at], (one, other, changed), *event.facts[at + 1 :])


def _move(event: _Event, random: Random) -> _Event:
    """Another event in the same words: of another year and another place, with figures of its own."""
    names = {
        **event.names,
        "year": str(int(event.names["year"]) + 1),
        "place": "".join(random.sample(_PLACE, 2)) + event.names["place"][-1],
        "firm": "".join(random.sample(_FIRM, 2)) + event.names["firm"][2:],
    }

    def rename(text: str) -> str:
        for name in ("place", "firm", "year"):
            text = text.replace(event.names[name], names[name])
        return text

    facts = tuple((rename(a), rename(b), n + max(3, n // 3)) for a, b, n in event.facts)
    return _Event(rename(event.title), facts, names, event.day + timedelta(days=365), event.topic)


def _write(event: _Event, facts: tuple[tuple[str, str, int], ...], way: int, random: Random) -> _Draft:
    """A report: the figures in one of two ways to say them, and what any report says besides."""
    order = list(facts)
    if way:
        random.shuffle(order)
    filler = [_make_filler(event, random) for _ in range(random.randint(*_SENTENCES))]
    said = [f"{_say(one, way)}。" for one in order]
    dated = f"{event.day.month}月{event.day.day}日，"
    share = len(filler) // len(said)
    rest = ["".join(filler[at * share : (at + 1) * share]) for at in range(len(said))]
    paragraphs = [f"{dated}{event.title}。{said[0]}{rest[0]}", f"{said[1]}{rest[1]}"]
    paragraphs += [f"{rest[2]}{said[2]}", f"{said[3]}{rest[3]}"]
    return _Draft(event.title, paragraphs, event.day + timedelta(days=way))


def _make_filler(event: _Event, random: Random) -> str:
    form = random.choice(_FORMS).replace("{who}", random.choice(_WHO))
    said = _SLOT.sub(lambda slot: random.choice(event.topic[slot[1]]), form)
    return f"{said.format(**event.names)}。"


def _add(records: list[dict[str, str]], draft: _Draft, random: Random) -> str:
    """The draft as one more record; its id."""
    name = f"made-{len(records):07}"
    text, title = "\n\n".join(draft.paragraphs), draft.title
    if random.random() < 1 / 3:
        text, title = _converter().convert(text), _converter().convert(title)
    records.append(
        {"id": name, "title": title, "date": draft.day.isoformat(), "source": random.choice(_OUTLETS), "text": text}
    )
    return name


@cache
def _converter():  # type: ignore[no-untyped-def]  # noqa: ANN202 - opencc has no types
    from opencc import OpenCC

    return OpenCC("s2t")


def write_corpus(file: Path, articles: int, seed: int) -> None:
    """The articles into a file, and beside it what was planted."""
    records, truth = generate(articles, seed)
    for path, rows in ((file, records), (file.with_suffix(".truth.jsonl"), truth)):
        with path.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main() -> None:
    """Write a corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_corpus(given.out, given.articles, given.seed)


if __name__ == "__main__":
    main()
