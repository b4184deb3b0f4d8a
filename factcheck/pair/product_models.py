"""Two models of products: each has its own price, size and weight, however alike the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.lexicon import Lexicon
    from factcheck.pair.view import ClaimView


def name_other_models(a: ClaimView, b: ClaimView) -> bool:
    """Whether both texts name models of products before the figure, none of which is one of the other."""
    ours, theirs = _list_models(a), _list_models(b)
    return bool(ours and theirs) and not ours & theirs


def _list_models(view: ClaimView) -> frozenset[str]:
    """The models that are named before a figure, across clauses or in its clause."""
    return list_models(view.beside[0], view.lexicon) | list_models(view.ahead, view.lexicon)


def list_models(folded: str, lexicon: Lexicon) -> frozenset[str]:
    """The models of products that a text names, as bare letters and numbers."""
    found = lexicon.pair.model.finditer(folded)
    return frozenset("".join(filter(str.isalnum, match.group())).casefold() for match in found)
