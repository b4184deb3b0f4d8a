"""Articles as bytes and back, without loss: numbers as text, sets as lists; nothing in them is ever run."""

from __future__ import annotations

import zlib
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from factcheck.model import (
    Article,
    ArticleWords,
    Claim,
    Document,
    Kind,
    Qualifier,
    Quotation,
    Skipped,
    Span,
    Status,
    Value,
)
from factcheck.text.head import with_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Number

FORM = 6  # of the bytes; an index of an older form is built anew, one of a newer form is left alone
_NUMBERS = ("low", "high", "step")


class _Stored(Value, frozen=True):
    """What one file holds: its articles, and what was said of it."""

    articles: tuple[_Article, ...]
    skipped: tuple[Skipped, ...]


class _Article(Value, frozen=True):
    document: Document
    folded: str
    sentences: tuple[tuple[int, int], ...]
    claims: tuple[_Claim, ...]
    quotations: tuple[Quotation, ...]
    words: ArticleWords | None


class _Claim(Value, frozen=True, array_like=True):
    """A claim with its bounds as text: a fraction begins with a slash."""

    doc: str
    start: int
    end: int
    text: str
    kind: Kind
    low: str | None
    high: str | None
    unit: str
    qualifier: Qualifier
    subject: str | None
    measure: str | None
    aspects: frozenset[str]
    place: str | None
    period: str | None
    status: Status
    attribution: str | None
    links: tuple[tuple[str, int, int], ...]
    sentence: Span
    inferred: frozenset[str]
    step: str
    reach: tuple[str | None, str | None] | None
    part: str | None
    scope: frozenset[str]
    basis: str | None


def pack_articles(articles: Sequence[Article], skipped: Sequence[Skipped]) -> bytes:
    """What a file holds as compressed MessagePack."""
    stored = _Stored(articles=tuple(map(_article, articles)), skipped=tuple(skipped))
    return zlib.compress(msgspec.msgpack.encode(stored, order="deterministic"), 1)


def unpack_articles(data: bytes) -> tuple[list[Article], tuple[Skipped, ...]]:
    """The articles and what was said. Raises `ValueError` for bytes that are no such thing."""
    try:
        stored = msgspec.msgpack.decode(zlib.decompress(data), type=_Stored)
        return [_read_article(one) for one in stored.articles], stored.skipped
    except (zlib.error, msgspec.MsgspecError, ArithmeticError, TypeError, KeyError) as error:
        raise ValueError(str(error)) from error


def _article(one: Article) -> _Article:
    return _Article(
        document=one.document, folded=one.text.folded, sentences=one.text.sentences,
        claims=tuple(map(_claim, one.claims)), quotations=one.quotations, words=one.words,
    )  # fmt: skip


def _claim(one: Claim) -> _Claim:
    fields = msgspec.structs.asdict(one)
    fields |= {name: _format_number(fields[name]) for name in _NUMBERS}
    fields["reach"] = None if one.reach is None else tuple(map(_format_number, one.reach))
    return _Claim(**fields)


def _format_number(number: Number | None) -> str | None:
    if number is None:
        return None
    return f"/{number}" if isinstance(number, Fraction) else str(number)


def _parse_number(written: str | None) -> Number | None:
    if written is None:
        return None
    return Fraction(written[1:]) if written.startswith("/") else Decimal(written)


def _read_article(one: _Article) -> Article:
    text = with_head(one.document.text, one.folded, one.sentences)
    claims = tuple(map(_read_claim, one.claims))
    return Article(document=one.document, text=text, claims=claims, quotations=one.quotations, words=one.words)


def _read_claim(one: _Claim) -> Claim:
    fields = msgspec.structs.asdict(one)
    fields |= {name: _parse_number(fields[name]) for name in _NUMBERS}
    fields["reach"] = None if one.reach is None else tuple(map(_parse_number, one.reach))
    return Claim(**fields)
