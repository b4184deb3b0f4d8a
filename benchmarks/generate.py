"""Articles of our own making, as many as are wanted, with what is wrong in them: deterministic by seed.

    python benchmarks/generate.py OUT.jsonl [--articles 1000] [--seed 1]

`OUT.jsonl` holds the articles, `OUT.truth.jsonl` what was planted, a line each:

- `contradiction`: two reports of one event, of which one has another figure (`figures`, in the order of `docs`);
- `trap`: two articles in nearly the same words whose figures differ and are both right (another year, another place);
- `copy`: a report printed again, word for word; `changed-copy`: with one figure changed.

Names of places, companies and people are drawn letter by letter and mean nobody. An article has about 450 letters and
four figures beside its dates; a third are in Traditional script (OpenCC, s2t). Of a thousand events six are told with a
contradiction, six with a trap, eighteen are printed again, four of them more with another figure; a quarter have two
reports that agree.
"""

from __future__ import annotations

import argparse
import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST = date(2020, 1, 1)
_PLACE = "澜汀岚蔚泽桐萍渝澄珩栖霁汐棠苇"
_PLACE_END = ("市", "县", "区")
_FIRM = "澜衡启曜锐澄骏恒睿旻坤砺弘翊辰"
_FIRM_END = ("科技", "能源", "重工", "生物", "物流", "食品")
_NAME = "林周许沈陆顾梁温闻简蒋卓"
_GIVEN = "知秋明远若宁景行书言一舟望舒"
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
)
# What any report says besides: who, did what, in which way, to what end; drawn part by part, so that few are alike.
_FILLER = (
    ("{person}", "{firm}有关负责人", "{place}有关部门", "在场的居民", "一位不愿具名的业内人士", "多名老职工",
     "周边的商户", "负责调度的值班员", "前来了解情况的代表", "参与此事的工程师", "沿途遇到的村民", "受邀的几位专家"),
    ("表示理解并愿意配合", "介绍了事情的经过", "回忆起当时的情形", "谈到了自己的看法", "对记者讲了前后的变化",
     "说起这件事仍很感慨", "逐项核对了有关材料", "把各方的意见作了归纳", "提到了眼下的难处", "补充了若干细节",
     "认为不必过于担心", "希望尽快看到结果"),
    ("语气平和", "一边翻看手里的记录", "没有回避争议", "说得十分具体", "话里带着几分无奈", "反复强调要留有余地",
     "并不时停下来解释", "态度相当坚决", "举了身边的例子", "显然早有准备", "先从老城的旧事讲起", "只谈自己经手的部分"),
    ("以便后来的人少走弯路", "好让大家心里有底", "免得传言越传越离谱", "为的是把账算清楚", "算是给街坊一个交代",
     "也给后续的安排留出时间", "省得日后再起纷争", "使各家都能照着去做", "把该说的话说在前头", "让外面的人看得明白",
     "这样才谈得上长久", "至于其余则有待时日"),
)  # fmt: skip
_SENTENCES = 14  # of them in an article


class _Event(NamedTuple):
    """What happened, and the figures of it."""

    title: str
    facts: tuple[tuple[str, str, int], ...]
    names: dict[str, str]
    day: date


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
    return _Event(title.format(**names), tuple((_fill(a, names), _fill(b, names), n) for a, b, n in drawn), names, day)


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
    return _Event(rename(event.title), facts, names, event.day + timedelta(days=365))


def _write(event: _Event, facts: tuple[tuple[str, str, int], ...], way: int, random: Random) -> _Draft:
    """A report: the figures in one of two ways to say them, and what any report says besides."""
    order = list(facts)
    if way:
        random.shuffle(order)
    filler = [_make_filler(event.names, random) for _ in range(_SENTENCES)]
    said = [f"{_say(one, way)}。" for one in order]
    dated = f"{event.day.month}月{event.day.day}日，"
    share = _SENTENCES // len(said)
    rest = ["".join(filler[at * share : (at + 1) * share]) for at in range(len(said))]
    paragraphs = [f"{dated}{event.title}。{said[0]}{rest[0]}", f"{said[1]}{rest[1]}"]
    paragraphs += [f"{rest[2]}{said[2]}", f"{said[3]}{rest[3]}"]
    return _Draft(event.title, paragraphs, event.day + timedelta(days=way))


def _make_filler(names: dict[str, str], random: Random) -> str:
    who, did, way, end = (random.choice(parts).format(**names) for parts in _FILLER)
    return f"{who}{did}，{way}，{end}。"


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
