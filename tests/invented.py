"""Articles of our own invention, made from plain strings."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.model import Article, Claim, Document
from factcheck.passage import passages
from factcheck.rules.registry import Evidence
from factcheck.text import prepare
from factcheck.text.quotations import quotations

_FIGURE = re.compile(r"(\d+(?:\.\d+)?)(万|萬|亿|億)?(家|人|元|吨|台|%)")
_SCALE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, None: 1}


def article(name: str, text: str, **meta: str) -> Article:
    prepared = prepare(text)
    return Article(
        document=Document(id=name, text=text, **meta),
        text=prepared,
        claims=tuple(_claim(name, match) for match in _FIGURE.finditer(text)),
        quotations=quotations(name, prepared),
    )


def _claim(name: str, match: re.Match[str]) -> Claim:
    value = Decimal(match[1]) * _SCALE[match[2]]
    return Claim(
        doc=name, start=match.start(), end=match.end(), text=match[0], kind="percent" if match[3] == "%" else "count",
        low=value, high=value, unit=match[3], qualifier="exact",
    )  # fmt: skip


def evidence(*articles: Article) -> Evidence:
    return Evidence(articles={a.document.id: a for a in articles}, passages=passages(articles))


def texts(finding) -> list[tuple[str, str, int]]:
    return [(place.doc, place.text, place.group) for place in finding.locations]
