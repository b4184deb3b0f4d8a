"""Articles of our own invention, made from plain strings."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from precise import precise

from factcheck import zh
from factcheck.evidence import Evidence
from factcheck.evidence.changed_figures import find_changed_figures
from factcheck.model import Article, Claim, Document
from factcheck.passage import passages
from factcheck.quotation.cases import find_cases
from factcheck.quotation.quotations import quotations
from factcheck.text import prepare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.corpus import CorpusStats
    from factcheck.model import Pair

_FIGURE = re.compile(r"(\d+(?:\.\d+)?)(万|萬|亿|億)?(家|人|元|吨|台|%)")
_SCALE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, None: 1}
# A quotation, and the same changed in the retelling: one error, FC201, in line 5 of both.
FIRST = """\
望河市的夜校

记者跟着第一批学员走进课堂，灯光从老厂房的高窗落下来。

望河市教育局局长林知秋说：“我们要把夜校办成年轻人下班以后最想去的地方，而不是又一张考勤表。”
"""
ALTERED = """\
望河市夜校開課

第一批學員昨晚走進課堂。

望河市教育局局長林知秋表示：「我們要把夜校辦成老年人下班以後最想去的地方，而不是又一張考勤表。」
"""


def article(name: str, text: str, **meta: str) -> Article:
    prepared = prepare(text, lexicon=zh.lexicon())
    return Article(
        document=Document(id=name, text=text, **meta),
        text=prepared,
        claims=tuple(_claim(name, match) for match in _FIGURE.finditer(text)),
        quotations=quotations(name, prepared, zh.lexicon()),
    )


def _claim(name: str, match: re.Match[str]) -> Claim:
    value = Decimal(match[1]) * _SCALE[match[2]]
    claim = Claim(
        doc=name, start=match.start(), end=match.end(), text=match[0], kind="percent" if match[3] == "%" else "count",
        low=value, high=value, unit=match[3], qualifier="exact",
    )  # fmt: skip
    return precise(claim)


def evidence(*articles: Article, pairs: Sequence[Pair] = (), stats: CorpusStats | None = None) -> Evidence:
    """What is found of copies and quotations in the articles; of figures only what `pairs` and `stats` tell."""
    lexicon, by_id = zh.lexicon(), {a.document.id: a for a in articles}
    shared = passages(articles, lexicon=lexicon)
    return Evidence(
        articles=by_id,
        lexicon=lexicon,
        stats=stats,
        passages=shared,
        changed_figures=tuple(find_changed_figures(shared, by_id, pairs, stats, lexicon=lexicon)),
        quotation_cases=find_cases(by_id, lexicon),
    )


def texts(finding) -> list[tuple[str, str, int]]:
    return [(place.doc, place.text, place.group) for place in finding.locations]
