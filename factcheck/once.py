"""What is worked out of an article alone, held from one check to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import Article

T = TypeVar("T")


class OncePerArticle(Generic[T]):
    """What some function makes of each article, by id; it holds as long as the article is the very same value."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Article, T]] = {}

    def get(self, article: Article, make: Callable[[Article], T]) -> T:
        """What `make`, the same at each call, makes of the article."""
        known = self._known.get(article.document.id)
        if known is None or known[0] is not article:
            known = self._known[article.document.id] = article, make(article)
        return known[1]
