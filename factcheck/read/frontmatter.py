"""Metadata in YAML at the head of an article: read, then masked, so that no stage searches it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec
import yaml

from factcheck import strict_yaml
from factcheck.errors import FactcheckError
from factcheck.messages import say
from factcheck.model import Document, Phrase, Value
from factcheck.zh.metadata import DATE

MAX_BYTES = 64 * 1024
_PARTS = 3  # of a whole date
_SHOWN = 40  # letters of what is no date
_OPEN = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"(?:^|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
# A first line `key: …`. Without it, what does not parse is prose under a horizontal rule, not broken metadata.
_KEY = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*[\"']?[\w][\w .-]{0,60}[\"']?[ \t]*:(?=[ \t\r\n])")


class FrontMatter(Value, frozen=True):
    """The front matter of a text: `text[:end]`, both fences included.

    `metadata` maps lower-case keys to plain values. Where it could not be trusted (broken, hostile, over 64 KB)
    it is empty and `refused` says why; the article is read without it. `date_line` is the line of its date in `text`.
    """

    end: int
    metadata: Mapping[str, Any]
    refused: Phrase | None = None
    date_line: int | None = None

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
        loaded = strict_yaml.load(text[body : closing.start()], "front matter", FactcheckError)
    except FactcheckError as problem:
        hostile = not isinstance(problem.__cause__, yaml.YAMLError) and text[body : body + 1] in "[{"
        return FrontMatter(end, {}, _describe(problem)) if keyed or hostile else None
    if not isinstance(loaded.value, Mapping):
        return None
    names = {key.strip().lower(): key for key in loaded.value}
    line = loaded.lines[names["date"],] + 1 if "date" in names else None  # the first line is the opening fence
    return FrontMatter(end, {name: loaded.value[key] for name, key in names.items()}, date_line=line)


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


@lru_cache(maxsize=1 << 10)  # many articles are of one day
def iso_date(written: str | None) -> str | None:
    """`2025-2-7 22:29:12`, `20250207`, `2025年2月7日` → ISO, as partial as written, without time; or None."""
    found = DATE.match(written.strip()) if written else None
    if found is None:
        return None
    year, *rest = (int(part) for part in found.groups() if part)
    try:
        dt.date(year, *rest, *[1] * (_PARTS - 1 - len(rest)))
    except ValueError:
        return None
    return "-".join((f"{year:04}", *(f"{part:02}" for part in rest)))


def bad_date(metadata: Mapping[str, Any]) -> str | None:
    """What stands as `date` and is none, on one line and cut short; None where it is a date, or nothing is there."""
    written = metadata.get("date")
    if written is None or (isinstance(written, str) and not written.strip()):
        return None
    if iso_date(first_text(metadata, "date")) is not None:
        return None
    line = " ".join(str(written).split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
