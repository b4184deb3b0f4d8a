"""Metadata in YAML at the head of an article: read, then masked, so that no stage searches it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import msgspec
import yaml

from factcheck import strict_yaml
from factcheck.errors import FactcheckError
from factcheck.messages import say
from factcheck.model import Document, Phrase, Value
from factcheck.zh.metadata import DATE

MAX_BYTES = 64 * 1024
_OPEN = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"(?:^|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
# A first line `key: …`. Without it, what does not parse is prose under a horizontal rule, not broken metadata.
_KEY = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*[\"']?[\w][\w .-]{0,60}[\"']?[ \t]*:(?=[ \t\r\n])")


class FrontMatter(Value, frozen=True):
    """The front matter of a text: `text[:end]`, both fences included.

    `metadata` maps lower-case keys to plain values. Where it could not be trusted (broken, hostile, over 64 KB)
    it is empty and `refused` says why; the article is read without it.
    """

    end: int
    metadata: Mapping[str, Any]
    refused: Phrase | None = None

    def complete(self, document: Document) -> Document:
        """The document with its open fields (title, date, source, url) filled; what it has already, it keeps."""
        found = {
            "title": first_text(self.metadata, "title"),
            "date": iso_date(first_text(self.metadata, "date")),
            "source": first_text(self.metadata, "source", "outlet", "author"),
            "url": first_text(self.metadata, "url"),
        }
        fill = {name: value for name, value in found.items() if value is not None and getattr(document, name) is None}
        return msgspec.structs.replace(document, **fill) if fill else document


def parse(text: str) -> FrontMatter | None:
    """The front matter at the head of `text`; None where a leading `---` is never closed or holds no mapping."""
    opening = _OPEN.match(text)
    if opening is None:
        return None
    body = opening.end()
    closing = _CLOSE.search(text, body)
    if closing is None:
        return None
    end = closing.end()
    keyed = _KEY.match(text, body, closing.start()) is not None
    if end > MAX_BYTES or len(text[:end].encode("utf-8", "surrogatepass")) > MAX_BYTES:
        return FrontMatter(end, {}, say("front-matter.over", size=f"{MAX_BYTES // 1024} KB")) if keyed else None
    try:
        value = strict_yaml.load(text[body : closing.start()], "front matter", FactcheckError).value
    except FactcheckError as problem:
        hostile = not isinstance(problem.__cause__, yaml.YAMLError) and text[body : body + 1] in "[{"
        return FrontMatter(end, {}, _describe(problem)) if keyed or hostile else None
    if not isinstance(value, Mapping):
        return None
    return FrontMatter(end, {key.strip().lower(): item for key, item in value.items()})


def _describe(problem: FactcheckError) -> Phrase:
    line = (problem.where or "").rpartition(":")[2]
    # Its first line is the opening fence.
    if line.isdigit():
        return say("front-matter.line", n=str(int(line) + 1), why=problem.phrase)
    return say("front-matter.broken", why=problem.phrase)


def first_text(metadata: Mapping[str, Any], *keys: str) -> str | None:
    """The first of `keys` that holds text, on one line; a list of names is joined with 、."""
    for key in keys:
        value = metadata.get(key)
        if isinstance(value, list):
            value = "、".join(part for part in value if isinstance(part, str))
        if isinstance(value, str) and (line := " ".join(value.split())):
            return line
    return None


def iso_date(written: str | None) -> str | None:
    """`2025-2-7 22:29:12`, `2025/02`, `2025年2月7日` → ISO, as partial as written, without the time; or None."""
    found = DATE.match(written.strip()) if written else None
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        dt.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    return "-".join(f"{part:0{width}}" for part, width in ((year, 4), (month, 2), (day, 2)) if part is not None)
