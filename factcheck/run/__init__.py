"""The order of the stages, and the engines that carry them; each is imported when it is first asked for.

Who only reads articles never loads what compares them.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.run.against import check as check
    from factcheck.run.against import check_articles as check_articles
    from factcheck.run.article import extract as extract
    from factcheck.run.article import quantities as quantities
    from factcheck.run.article import read_article as read_article
    from factcheck.run.corpus import collect_baseline as collect_baseline
    from factcheck.run.corpus import scan as scan

_HOMES = {
    "check": "against",
    "check_articles": "against",
    "collect_baseline": "corpus",
    "extract": "article",
    "quantities": "article",
    "read_article": "article",
    "scan": "corpus",
}

__all__ = ["check", "check_articles", "collect_baseline", "extract", "quantities", "read_article", "scan"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - PEP 562 hands out whatever is asked for
    if name in _HOMES:
        return getattr(importlib.import_module(f"factcheck.run.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'factcheck.run' has no attribute {name!r}")
