"""Chinese: stock phrases, forms that are filled in anew, and the figures and dates in a copy."""

from __future__ import annotations

import re

import msgspec

from factcheck.lexicon import PassageLexicon
from factcheck.zh.tables import any_of, read_table

NUMERAL = re.compile(r"\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千万亿]+")
DATE_NUMBER = re.compile(r"\d+[年月日]")
DATED = re.compile(r"\d+(?=\s?[年月日])")
COMPANY = re.compile(r"(?!股份|集团|控股)[\u4e00-\u9fff]{2}(?=(?:股份|集团|控股)*有限(?:责任)?公司)")
FIGURE = re.compile(r"[0-9A-Za-z]|[一二三四五六七八九十百千万亿两]{2}")


# What is counted in these units is told by them alone: 1200万户 is no other word for 1200万人. Who visits is counted in
# 人 and in 人次, and both may be right.
COUNTED = {
    "人": "persons", "名": "persons", "位": "persons", "户": "households", "人次": "visits", "家": "firms",
    "辆": "vehicles", "架": "aircraft", "艘": "vessels", "头": "animals", "株": "plants", "棵": "plants",
}  # fmt: skip
LOOSE = frozenset({frozenset({"persons", "visits"})})


class _Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `words/official.yaml` holds."""

    adverbs: tuple[str, ...]
    verbs: tuple[str, ...]


def passage() -> PassageLexicon:
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    office = read_table("words/official.yaml", _Office)
    return PassageLexicon(
        numeral=NUMERAL,
        date_number=DATE_NUMBER,
        company=COMPANY,
        company_mark="有限",
        date_units=frozenset("年月日号"),
        dated=DATED,
        counted=COUNTED,
        loose=LOOSE,
        figure=FIGURE,
        task=re.compile(rf"^[^\w]*(?:{any_of(office.adverbs)}){{0,3}}(?:{any_of(office.verbs)})"),
        saying_tag=re.compile(r"[vad]|u[lgz]|[ilz]$"),  # the particles 了, 着 and 过, too
        proper_tags=frozenset({"nr", "ns", "nt", "nz"}),
        place_tags=frozenset({"ns", "nt"}),
    )
