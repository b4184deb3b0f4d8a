"""Chinese: China's divisions and the world's countries, from their files."""

from __future__ import annotations

import re

from factcheck.lexicon.gazetteer import Gazetteer
from factcheck.zh.tables import read_table

_NATION = "全国"
_NATION_WORDS = ("全国", "我国", "中国", "内地", "国内", "中国大陆")
_CITY = "市"
_DIRECT = "直辖"  # stands for the prefecture where a district answers to its province
_ENDINGS = ("省", "市", "特别行政区", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区", "地区")
_CURRENCIES = {"香港": "HKD", "澳门": "MOP", "台湾": "TWD", _NATION: "CNY"}
# 甘孜藏族自治州: its own name, its peoples, its kind.
# 族 ends the name of each people, and stands in none: else 族 said often enough is cut in names in every way.
_AUTONOMOUS = re.compile(r"^([\u4e00-\u9fff]{2,4}?)(?:[\u4e00-\u65ce\u65d0-\u9fff]{1,4}族)++自治([州县])$")


def gazetteer() -> Gazetteer:
    """The divisions and countries. Raises `DataError` naming the line of a broken table."""
    names: dict[str, str] = dict.fromkeys(_NATION_WORDS, _NATION)
    parents: dict[str, set[str]] = {}
    for province, prefectures in read_table("gazetteer/places.yaml", dict[str, dict[str, str]]).items():
        _add(names, province)
        parents.setdefault(province, set()).add(_NATION)
        for prefecture, districts in prefectures.items():
            above = {province, _NATION}
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
    for countries in read_table("gazetteer/countries.yaml", dict[str, str]).values():
        canonical, *others = countries.split()
        for name in (canonical, *others):
            names.setdefault(name, canonical)
    return Gazetteer(
        nation=_NATION,
        names=names,
        parents={name: frozenset(above) for name, above in parents.items()},
        currencies=_CURRENCIES,
        known=frozenset(names.values()),
        letters=frozenset(name[0] for name in names),
        city=_CITY,
        long_form=_AUTONOMOUS,
    )


def _add(names: dict[str, str], canonical: str) -> None:
    names[canonical] = canonical
    autonomous = canonical.endswith("州") and len(canonical) > 2
    if not autonomous and not canonical.endswith((_CITY, "县")):
        for ending in _ENDINGS:
            names.setdefault(canonical + ending, canonical)
