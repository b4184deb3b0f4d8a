"""Two models of products: each has its own price, size and weight, however alike the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.lexicon import Lexicon
    from factcheck.pair.view import ClaimView


def name_other_models(a: ClaimView, b: ClaimView) -> bool:
    """Whether both texts name models of products before the figure, none of which is one of the other."""
    ours, theirs = list_models_of(a), list_models_of(b)
    return bool(ours and theirs) and not ours & theirs


def list_models_of(view: ClaimView) -> frozenset[str]:
    """The models that are named before a figure, across clauses or in its clause."""
    return list_models(view.beside[0], view.lexicon) | list_models(view.ahead, view.lexicon)


def list_models(folded: str, lexicon: Lexicon) -> frozenset[str]:
    """The models of products that a text names, as bare letters and numbers."""
    return frozenset(strip_model(match.group()) for match in lexicon.pair.model.finditer(folded))


def strip_model(said: str) -> str:
    """Letters and numbers alone: X 14 Pro is x14pro."""
    return "".join(filter(str.isalnum, said)).casefold()
