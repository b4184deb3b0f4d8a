"""What callers hand in, as people write it: codes of rules, documents and what they take for documents."""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.messages import say
from factcheck.model import Document
from factcheck.rules import Rule, select

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Codes = str | Sequence[str]


def choose_rules(selected: Codes, left_out: Codes, *older: Codes) -> tuple[Rule, ...]:
    """The rules that are asked for; `older` are the same two under the names that they had before.

    Raises `UsageError` for a prefix that no code has.
    """
    chosen, ignored = older
    return select([*_split(selected), *_split(chosen)], [*_split(left_out), *_split(ignored)])


def _split(codes: Codes) -> list[str]:
    """`"FC1,FC201"` or a list of such → each code."""
    held = [codes] if isinstance(codes, str) else codes
    return [code.strip() for one in held for code in one.split(",") if code.strip()]


def insist_on_documents(documents: Iterable[Document]) -> Iterable[Document]:
    """The documents. Raises `UsageError` for a text, a path or a single document where several are wanted."""
    if isinstance(documents, (str, bytes, os.PathLike, Document)) or not hasattr(documents, "__iter__"):
        raise _refuse(documents)
    if isinstance(documents, Collection):  # looked through here, so that it can still be counted
        for _ in _each(documents):
            pass
        return documents
    return _each(documents)


def _each(documents: Iterable[Document]) -> Iterator[Document]:
    for one in documents:
        if not isinstance(one, Document):
            raise _refuse(one)
        yield one


def _refuse(given: object) -> UsageError:
    what = say("error.no-documents", name=type(given).__name__)
    return UsageError(what, cure=say("cure.documents"))
