"""What was read of a document as bytes and back, without loss: numbers as text; nothing in them is ever run.

A reading is kept without the name and the place of its document, so that a text that comes again, or under another
name, is not read again; both are put back as it is taken out.
"""

from __future__ import annotations

import hashlib
import zlib
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from factcheck.model import Article, ArticleWords, Claim, Document, Quotation, Skipped, Span, Text, Value
from factcheck.pair.rows import ViewRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.model import Number

FORM = 9  # of the file; one of an older form is built anew, one of a newer form is left alone
_MOST = 1 << 28  # bytes of one reading, decompressed: sixteen times the largest article
_LEVEL = 6  # of compression


class _Article(Value, frozen=True):
    document: Document
    folded: str
    sentences: tuple[Span, ...]
    headline: Span | None
    lead: Span | None
    claims: msgspec.Raw
    quotations: tuple[Quotation, ...]
    words: ArticleWords | None


def hash_document(document: Document, reader: str) -> bytes:
    """What tells a text with its metadata from every other, whatever it is called, as one reader reads it; 32 bytes."""
    nameless = msgspec.structs.replace(document, id="", path=None, record=None)
    return hashlib.sha256(reader.encode() + b"\0" + msgspec.msgpack.encode(nameless)).digest()


def pack_article(article: Article) -> bytes:
    """An article as compressed MessagePack, without the id, the path and the record of its document."""
    return _deflate(msgspec.msgpack.encode(_pack_article(article), order="deterministic"), _list_names())


def unpack_article(data: bytes, name: str, path: str | None = None, record: int | None = None) -> Article:
    """The article as that of the document `name`. Raises `ValueError` for bytes that are no such thing."""
    try:
        return _unpack_article(msgspec.msgpack.decode(_inflate(data, _list_names()), type=_Article), name, path, record)
    except (zlib.error, msgspec.MsgspecError, ArithmeticError, TypeError, KeyError) as error:
        raise ValueError(str(error)) from error


def pack_rows(rows: Iterable[ViewRow]) -> bytes:
    """What pairing asks of the claims of an article, as compressed MessagePack, without the id of its document."""
    nameless = [msgspec.structs.replace(row, doc="") for row in rows]
    return _deflate(msgspec.msgpack.encode(nameless, order="deterministic"), _list_row_names())


def unpack_rows(data: bytes, name: str) -> tuple[ViewRow, ...]:
    """The rows as those of the document `name`. Raises `ValueError` for bytes that are no such thing."""
    try:
        rows = msgspec.msgpack.decode(_inflate(data, _list_row_names()), type=list[ViewRow])
    except (zlib.error, msgspec.MsgspecError) as error:
        raise ValueError(str(error)) from error
    return tuple(msgspec.structs.replace(row, doc=name) for row in rows)


@cache
def _list_names() -> bytes:
    """The names of the fields of an article, which all have in common."""
    return _spell_names(Quotation, ArticleWords, Document, _Article)


@cache
def _list_row_names() -> bytes:
    return _spell_names(ViewRow)


def _spell_names(*kinds: type[msgspec.Struct]) -> bytes:
    return b"".join(msgspec.msgpack.encode(name) for kind in kinds for name in kind.__struct_fields__)


def _deflate(data: bytes, known: bytes) -> bytes:
    squeeze = zlib.compressobj(_LEVEL, zdict=known)
    return squeeze.compress(data) + squeeze.flush()


def _inflate(data: bytes, known: bytes) -> bytes:
    """What was compressed. Raises `ValueError`, `zlib.error`."""
    inflate = zlib.decompressobj(zdict=known)
    whole = inflate.decompress(data, _MOST)
    if not inflate.eof:
        raise ValueError("incomplete")
    return whole


def pack_skipped(skipped: Iterable[Skipped]) -> bytes | None:
    """What was said of a file or of an article as MessagePack; None where nothing was."""
    held = tuple(skipped)
    return msgspec.msgpack.encode(held, order="deterministic") if held else None


def unpack_skipped(data: bytes | None) -> tuple[Skipped, ...]:
    """What was said. Raises `ValueError` for what is no such thing."""
    try:
        return msgspec.msgpack.decode(data, type=tuple[Skipped, ...]) if data is not None else ()
    except (msgspec.MsgspecError, TypeError) as error:
        raise ValueError(str(error)) from error


def _pack_article(one: Article) -> _Article:
    return _Article(
        document=msgspec.structs.replace(one.document, id="", path=None, record=None),
        folded=one.text.folded,
        sentences=one.text.sentences,
        headline=one.text.headline,
        lead=one.text.lead,
        claims=msgspec.Raw(msgspec.msgpack.encode([_pack_claim(claim) for claim in one.claims], order="deterministic")),
        quotations=tuple(msgspec.structs.replace(quotation, doc="") for quotation in one.quotations),
        words=one.words,
    )


def _unpack_article(one: _Article, name: str, path: str | None, record: int | None) -> Article:
    document = msgspec.structs.replace(one.document, id=name, path=path, record=record)
    text = Text(stored=document.text, folded=one.folded, sentences=one.sentences, headline=one.headline, lead=one.lead)
    claims = tuple(_unpack_claim(claim, name) for claim in _claims().decode(one.claims))
    quotations = tuple(msgspec.structs.replace(quotation, doc=name) for quotation in one.quotations)
    return Article(document=document, text=text, claims=claims, quotations=quotations, words=one.words)


@cache
def _hints() -> Mapping[str, Any]:
    return {name: hint for name, hint in get_type_hints(Claim).items() if name != "doc"}


@cache
def _numeric() -> tuple[tuple[int, bool], ...]:
    """Where in a row of a claim numbers stand, and whether it is a pair of them."""
    found = []
    for at, (name, hint) in enumerate(_hints().items()):
        if (stored := _as_stored(hint)) != hint:
            found.append((at, name == "reach" or any(get_origin(one) is tuple for one in get_args(stored))))
    return tuple(found)


@cache
def _claims() -> msgspec.msgpack.Decoder[list[tuple[Any, ...]]]:
    """Reads the claims of an article: a list of rows, in the order of the fields of a claim without `doc`."""
    row = tuple(_as_stored(hint) for hint in _hints().values())
    return msgspec.msgpack.Decoder(list[tuple[row]])  # type: ignore[valid-type]


def _as_stored(hint: Any) -> Any:  # noqa: ANN401 - a type
    """The type with text where it has numbers."""
    if hint in {Decimal, Fraction}:
        return str
    inner = get_args(hint)
    if not inner or all(not isinstance(one, type) and not get_args(one) for one in inner):
        return hint
    made = tuple(map(_as_stored, inner))
    if made == inner:
        return hint
    origin = get_origin(hint)
    return origin[made] if origin in {tuple, frozenset} else Union[made]  # noqa: UP007 - the parts are found here


def _pack_claim(one: Claim) -> list[Any]:
    row = [getattr(one, name) for name in _hints()]
    for at, pair in _numeric():
        held = row[at]
        row[at] = tuple(map(_format_number, held)) if pair and held is not None else _format_number(held)
    return row


def _unpack_claim(row: tuple[Any, ...], name: str) -> Claim:
    fields = list(row)
    for at, pair in _numeric():
        held = fields[at]
        if held is not None:
            fields[at] = tuple(map(_parse_number, held)) if pair else _parse_number(held)
    return Claim(name, *fields)


def _format_number(number: Number | None) -> str | None:
    """A number as text: a fraction begins with a slash."""
    if number is None:
        return None
    return f"/{number}" if isinstance(number, Fraction) else str(number)


def _parse_number(written: str | None) -> Number | None:
    if written is None:
        return None
    return Fraction(written[1:]) if written.startswith("/") else Decimal(written)
