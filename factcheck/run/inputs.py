"""What comes into a run, in one order whatever order it came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Article, Skipped


def order_by_id(articles: Iterable[Article]) -> list[Article]:
    """The articles in the order of their ids. Raises `UsageError` where two have the same."""
    held: dict[str, Article] = {}
    for article in articles:
        if article.document.id in held:
            what = say("error.id-twice", name=repr(article.document.id))
            raise UsageError(what, cure=say("cure.own-document-id"))
        held[article.document.id] = article
    return [held[name] for name in sorted(held)]


def order_skipped(skipped: Iterable[Skipped]) -> list[Skipped]:
    """What was passed over, in one order, whatever the order of the documents."""
    return sorted(dict.fromkeys(skipped), key=lambda item: (item.path, item.line or 0, item.reason))
