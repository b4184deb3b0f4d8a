"""Where: a gazetteer of China's divisions and the world's countries, with containment."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.errors import DataError
from factcheck.frame.lexicon import lexicon
from factcheck.model import Value
from factcheck.strict_yaml import Loaded, load
from factcheck.text.words import tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Span

NATION = "全国"
_DIRECT = "直辖"  # stands for the prefecture where a district answers to its province
_NATION_WORDS = {"全国", "我国", "中国", "内地", "国内", "中国大陆"}
# A place inside a longer name (浙江大学, 上海证券报, 北京时间) says nothing of where a figure holds.
_NAME_TAILS = (
    "大学", "学院", "日报", "晚报", "时报", "证券报", "证券交易所", "时间", "银行", "出版社", "电视台", "卫视",
    "生产总值",
    "队", "籍", "话", "菜", "路", "街", "站", "机场", "杯", "法院", "中学", "小学", "医院", "语", "人", "式",
    "特色", "梦", "政府网", "科学院", "工程院", "证监会", "足协", "篮协", "网", "瑜", "织",
)  # fmt: skip


_LAST_LETTERS = frozenset("市县镇区")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LONGEST_STEM = 5


# 族 ends the name of each people, and stands in none: else 族 said often enough is cut in names in every way.
_AUTONOMOUS = re.compile(r"^([\u4e00-\u9fff]{2,4}?)(?:[\u4e00-\u65ce\u65d0-\u9fff]{1,4}族)++自治([州县])$")


class Gazetteer(Value, frozen=True):
    """`names` maps every written form to its canonical one; `parents` maps that to all divisions it may lie in."""

    names: dict[str, str]
    parents: dict[str, frozenset[str]]


@cache
def gazetteer() -> Gazetteer:
    """The divisions and countries of the data files."""
    names: dict[str, str] = dict.fromkeys(_NATION_WORDS, NATION)
    parents: dict[str, set[str]] = {}
    for province, prefectures in _read("places.yaml").convert(dict[str, dict[str, str]]).items():
        _add(names, province)
        parents.setdefault(province, set()).add(NATION)
        for prefecture, districts in prefectures.items():
            above = {province, NATION}
            if prefecture != _DIRECT:
                _add(names, prefecture)
                parents.setdefault(prefecture, set()).update(above)
                above = above | {prefecture}
            for district in districts.split():
                canonical = district.rstrip("*")
                names[canonical] = canonical
                if district.endswith("*"):
                    names[canonical[:-1]] = canonical
                parents.setdefault(canonical, set()).update(above)
    for countries in _read("countries.yaml").convert(dict[str, str]).values():
        canonical, *others = countries.split()
        for name in (canonical, *others):
            names.setdefault(name, canonical)
    return Gazetteer(names=names, parents={name: frozenset(above) for name, above in parents.items()})


def _read(name: str) -> Loaded:
    text = files("factcheck.zh").joinpath("gazetteer", name).read_text(encoding="utf-8")
    return load(text, f"factcheck/zh/gazetteer/{name}", DataError)


def _add(names: dict[str, str], canonical: str) -> None:
    names[canonical] = canonical
    autonomous = canonical.endswith("州") and len(canonical) > 2
    if not autonomous and not canonical.endswith(("市", "县")):
        for suffix in ("省", "市", "特别行政区", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区", "地区"):
            names.setdefault(canonical + suffix, canonical)


class Mention(Value, frozen=True):
    """A place named in a text, canonical, with its span. `oblique`: compared with, or an end of a way."""

    start: int
    end: int
    place: str
    oblique: bool = False


def mentions(words: Sequence[str], spans: Sequence[Span], local: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
    """The places among segmented words, whose spans are `spans`; names that merely begin with a place are left out.

    `local` are places that no gazetteer has, as `coined` finds them in the article.
    """
    names = gazetteer().names
    found: list[Mention] = []
    for i, word in enumerate(words):
        if word[0] not in _letters() and word not in local:
            continue
        start, end = spans[i]
        if found and found[-1].end > start:
            continue
        # 凉山 + 州, 板桥 + 区: the segmenter may cut a name in two
        following = words[i + 1] if i + 1 < len(words) else ""
        joined = names.get(word + following) if following else None
        canonical = joined or names.get(word)
        if canonical is None and local:
            joined = word + following if following and word + following in local else None
            canonical = _bare(joined or word) if joined or word in local else None
        after = words[i + 2] if joined and i + 2 < len(words) else "" if joined else following
        if canonical is not None and canonical not in lexicon().no_places and not after.startswith(_NAME_TAILS):
            oblique = _oblique(words, i, found, start)
            found.append(Mention(start=start, end=spans[i + 1][1] if joined else end, place=canonical, oblique=oblique))
    return tuple(found)


@cache
def _letters() -> frozenset[str]:
    """The letters that places begin with."""
    return frozenset(name[0] for name in gazetteer().names)


def _oblique(words: Sequence[str], i: int, found: Sequence[Mention], start: int) -> bool:
    """Whether the word before a place makes it the other side of something; a place right behind shares its role."""
    if found and found[-1].end == start:
        return found[-1].oblique
    if i > 1 and words[i - 1] in {"了", "过"}:
        i -= 1
    return i > 0 and words[i - 1] in lexicon().place_obliques


def coined(words: Sequence[str]) -> Iterator[str]:
    """The places among segmented words that only their form tells (望澜市, 东礁新区): as written, and without 市."""
    for word, following in pairwise((*words, " ")):
        if word[-1] in _LAST_LETTERS:
            kind = "新区" if word.endswith("新区") else word[-1].replace("区", "")
            stem = word[: -len(kind)]
        elif following[0] in _LAST_LETTERS or following == "新区":
            stem, kind = word, "新区" if following == "新区" else following[0].replace("区", "")
        else:
            continue
        if not kind or not 2 <= len(stem) <= _LONGEST_STEM or tag(word) != "x" or not _HAN.fullmatch(stem):
            continue
        name = stem + kind
        known = name in gazetteer().names or stem in gazetteer().names
        if not known and not name.endswith(tuple(lexicon().no_places)):
            yield from (name, _bare(name))


def _bare(name: str) -> str:
    """The canonical form of a coined place: cities without 市."""
    return name[:-1] if name.endswith("市") and len(name) > 2 else name


@cache
def known_places() -> frozenset[str]:
    """The canonical names of the gazetteer; a place that only the form of its name makes one is not among them."""
    return frozenset(gazetteer().names.values())


def canonical(word: str) -> str | None:
    """The canonical form of a place the gazetteer has, also of 甘孜藏族自治州; None for other words."""
    names = gazetteer().names
    return names.get(word) or names.get(_AUTONOMOUS.sub(r"\1\2", word))


def within(inner: str, outer: str) -> bool:
    """Whether `inner` may lie in `outer`: 上城区 in 杭州, 浙江 and 全国.

    A place that no gazetteer has may lie in any province or country.
    """
    parents = gazetteer().parents
    if inner in parents or inner in gazetteer().names:
        return outer in parents.get(inner, frozenset())
    return outer in gazetteer().names and parents.get(outer, frozenset()) <= {NATION}


def narrowest(places: Iterable[str]) -> str | None:
    """The one place that lies in all the others, or None where they are apart."""
    found = list(dict.fromkeys(places))
    for place in found:
        if all(other == place or within(place, other) for other in found):
            return place
    return None
