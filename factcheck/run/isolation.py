"""Work on all articles, though one of them makes it fail: that one is found, left out and named; the others go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from factcheck.errors import FactcheckError, describe_crash
from factcheck.run.article import skip_failed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.model import Article, Skipped

T = TypeVar("T")
_MOST = 20  # articles left out; where more than that fail, it is no article's doing


def isolate_failures(articles: Sequence[Article], work: Callable[[Sequence[Article]], T], skipped: list[Skipped]) -> T:
    """`work` on the articles without those that make it fail, each of them put into `skipped`.

    Where two articles fail only together, neither is looked at. What is no article's doing is raised: an error of
    settings or data, too little memory, more failures than a few.
    """
    for _ in range(_MOST):
        try:
            return work(articles)
        except (FactcheckError, MemoryError):
            raise
        except Exception as error:
            guilty = _guilty(articles, work)
            if not guilty:
                raise
            skipped += [skip_failed(article.document, describe_crash(error)) for article in guilty]
            articles = [article for article in articles if article not in guilty]
    return work(articles)


def _guilty(articles: Sequence[Article], work: Callable[[Sequence[Article]], object]) -> list[Article]:
    """The last of the shortest run of articles from the first on that fails, and the one before that it fails with.

    Found by halving: work on a corpus costs as much as a dozen times, and only where something is wrong in the program.
    """
    last = _first_failing(len(articles), lambda count: _fails(articles[:count], work))
    if last is None:
        return []
    run = articles[:last]
    first = _first_failing(last, lambda count: _fails(run[last - count :], work))
    return [run[-1]] if first in {None, 1} else [run[last - (first or 0)], run[-1]]


def _first_failing(most: int, fails: Callable[[int], bool]) -> int | None:
    """The least number that fails while the one below it does not; None where `most` does not fail."""
    if not fails(most):
        return None
    passed, failing = 0, most
    while failing - passed > 1:
        middle = (passed + failing) // 2
        if fails(middle):
            failing = middle
        else:
            passed = middle
    return failing


def _fails(articles: Sequence[Article], work: Callable[[Sequence[Article]], object]) -> bool:
    try:
        work(articles)
    except (FactcheckError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - that it fails is what is asked; the error itself is told by `isolate_failures`
        return True
    return False
