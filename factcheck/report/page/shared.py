"""Which articles share passages, as a matrix: those that share most, the ones that share with one another together."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.model import Finding

_ARTICLES = 30  # rows of the matrix
_PLACES = 60  # articles of one finding that are paired; a text reprinted more often says no more


def matrix(findings: Iterable[Finding], number: Callable[[str], int]) -> dict[str, Any] | None:
    """`docs` in the order of the rows, `cells` as [row, column, letters], and how many articles share anything."""
    from factcheck.rules import RULES

    tell_copies = {code for code, rule in RULES.items() if rule.tells_copies}
    letters: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        if finding.rule in tell_copies:
            docs = sorted({place.doc for place in finding.locations})[:_PLACES]
            size = max(len(place.text) for place in finding.locations)
            letters.update(dict.fromkeys(combinations(docs, 2), size))
    if not letters:
        return None
    totals: Counter[str] = Counter()
    for pair, size in letters.items():
        totals.update(dict.fromkeys(pair, size))
    kept = {doc for doc, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0]))[:_ARTICLES]}
    paired = {doc for pair in letters if kept.issuperset(pair) for doc in pair}
    order = _order_rows(paired, letters, totals)
    cells = [
        [a, b, letters[min(one, other), max(one, other)]]
        for (a, one), (b, other) in combinations(enumerate(order), 2)
        if letters[min(one, other), max(one, other)]
    ]
    return {"docs": [number(doc) for doc in order], "cells": cells, "all": len(totals)}


def _order_rows(kept: set[str], letters: Counter[tuple[str, str]], totals: Counter[str]) -> list[str]:
    """Each article after one that it shares most with, so that copies of one text form a block."""

    def shares(doc: str) -> int:
        return max((letters[min(doc, other), max(doc, other)] for other in order), default=0)

    order: list[str] = []
    left = set(kept)
    while left:
        order.append(min(left, key=lambda doc: (-shares(doc), -totals[doc], doc)))
        left.remove(order[-1])
    return order
