"""Two names in one place of one form of words: 甲区录得80人投票, 乙区录得90人投票."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from factcheck.corpus.corpus import content
from factcheck.pair.names import is_name
from factcheck.text.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.pair.view import ClaimView

_NUMBER = re.compile(r"\d[\d,.]{0,20}")
_ANY_NUMBER = "0"  # in the place of every number
_LIKE = 0.7  # share of the words behind the two names that are the same
_LEAST = 2  # content words behind each name; 乙区80人 is no form
_MOST = 3  # words of a name


def name_others_in_one_slot(a: ClaimView, b: ClaimView) -> bool:
    """Whether what leads up to two figures is one form of words with another name in it.

    A form is filled in for one after the other, so its figures are of two facts though each article names both. Names
    of which one holds the letters of the other may be one (澜江区, 澜江).
    """
    if a.subject is not None and a.subject == b.subject:
        return False  # the names are of others, such as those who report
    ours, theirs = (_cut(view) for view in (a, b))
    spans = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return any(
        kind == "replace"
        and one > 0 < other  # the first word may be the end of one
        and _are_two_names((a, ours[one:end]), (b, theirs[other:last]))
        and _are_alike(ours[end:], theirs[last:])
        for kind, one, end, other, last in spans
    )


def _cut(view: ClaimView) -> list[str]:
    return list(words(_NUMBER.sub(_ANY_NUMBER, view.beside[0])))


def _are_two_names(*sides: tuple[ClaimView, Sequence[str]]) -> bool:
    """Whether words of each side are a name, by the dictionary or as the bearer of its figure."""
    (_, ours), (_, theirs) = sides
    if max(len(ours), len(theirs)) > _MOST or _may_be_one("".join(ours), "".join(theirs)):
        return False
    return all(
        view.subject == "".join(name) or any(len(word) > 1 and is_name(word, view.lexicon) for word in name)
        for view, name in sides
    )


def _may_be_one(name: str, other: str) -> bool:
    """Whether the letters of the shorter name stand in the longer one, in their order."""
    short, long = sorted((name, other), key=len)
    letters = iter(long)
    return all(letter in letters for letter in short)


def _are_alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    if min(len(list(content(side))) for side in (ours, theirs)) < _LEAST:
        return False
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= _LIKE
