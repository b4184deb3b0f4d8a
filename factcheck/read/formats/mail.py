"""Mails, and pages that a browser has saved with all that they show (MHTML), which have the form of one."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.utils import parseaddr
from importlib.util import find_spec
from typing import IO, TYPE_CHECKING

import msgspec

from factcheck.errors import ReadError
from factcheck.messages import say, skip_input
from factcheck.model import Document
from factcheck.read.article import check_front_matter
from factcheck.read.decode import decode
from factcheck.read.extracted import Extract, clean_name
from factcheck.read.formats.html import NEEDS as HTML
from factcheck.read.formats.html import read_page
from factcheck.read.whole import load_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage, MIMEPart

    from factcheck.model import Skipped
    from factcheck.read.article import Options
    from factcheck.read.source import InputSource

SUFFIXES = (".eml", ".mhtml", ".mht")
IS_TEXT = True
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]{0,2000}\r?\n(?:[ \t][^\r\n]{0,2000}\r?\n){0,50}){3}")
_NAMES = re.compile(rb"^(?:MIME-Version|Content-Type|Received|Message-ID):", re.IGNORECASE | re.MULTILINE)
_SAVED = "snapshot-content-location"  # a page that Chromium has saved
_QUOTED = re.compile(r"^>.*\n?", re.MULTILINE)
_MOST_PARTS = 2000
# The headers that are looked into: a comment nested a thousand times in one takes minutes.
_READ_HEADERS = re.compile(
    rb"^(?:Content-[\w-]{1,40}|From|Subject|Date|MIME-Version):[^\n]*+(?:\n[ \t][^\n]*+)*+",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_HEADER = 2000
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


def fits(head: bytes) -> bool:
    """Whether bytes begin with the headers of a mail."""
    return _HEADER.match(head) is not None and _NAMES.search(head) is not None


def load(source: InputSource, stored: IO[bytes], options: Options) -> Iterator[Document | Skipped]:
    """The one article of a mail or of a saved page."""
    return load_whole(source, stored, options, SUFFIXES, _read)


def _read(source: InputSource, data: bytes, options: Options) -> Iterator[Document | Skipped]:
    if data.count(b"\nContent-Type:") > _MOST_PARTS:
        raise ReadError(say("error.too-many-elements", n=_MOST_PARTS), cure=say("cure.exclude"))
    if any(len(found[0]) > _LONGEST_HEADER for found in _READ_HEADERS.finditer(data)):
        raise ReadError(say("error.long-header", n=_LONGEST_HEADER), cure=say("cure.exclude"))
    mail = message_from_bytes(data, policy=policy.default)
    saved = mail.get_content_type() == "multipart/related" or _SAVED in mail
    body = mail.get_body(("html",) if saved else ("plain", "html"))
    if body is None:
        raise ReadError(say("error.no-text-inside"))
    if body.get_content_subtype() != "html":
        yield from _read_plain(source, mail, body)
        return
    if find_spec(HTML[0]) is None:
        why = say("skipped.needs-extra", kind=".html", cure=say("cure.install-extra", extra=HTML[1]))
        yield skip_input(source.shown, why, fatal=source.named)
        return
    for item in read_page(source, _bytes_of(body), options):
        yield _complete(item, mail) if isinstance(item, Document) and not saved else item


def _bytes_of(body: MIMEPart) -> bytes:
    """The body in UTF-8, whatever it says of itself."""
    held = body.get_payload(decode=True)
    data = held if isinstance(held, bytes) else b""
    charset = body.get_content_charset()
    if charset is None:
        return data
    try:
        return data.decode(charset).encode("utf-8", "replace")
    except (LookupError, UnicodeError):
        return data


def _read_plain(source: InputSource, mail: EmailMessage, body: MIMEPart) -> Iterator[Document | Skipped]:
    text = _QUOTED.sub("", decode(_bytes_of(body)).text.replace("\r\n", "\n"))
    written = Extract()
    for number, paragraph in enumerate(filter(str.strip, _PARAGRAPH.split(text)), 1):
        written.add_paragraph(paragraph, say("where.paragraph", n=number))
    if written.length:
        yield from check_front_matter(_complete(written.make_document(source), mail))


def _complete(document: Document, mail: EmailMessage) -> Document:
    """The document under the subject of the mail, by who has sent it on the day that it bears."""
    name, address = parseaddr(str(mail.get("From", "")))
    sent = getattr(mail.get("Date"), "datetime", None)
    return msgspec.structs.replace(
        document,
        title=clean_name(str(mail.get("Subject", "")), 300) or document.title,
        source=clean_name(name or address) or document.source,
        date=sent.date().isoformat() if sent is not None else document.date,
    )
