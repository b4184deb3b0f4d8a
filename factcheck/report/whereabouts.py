"""Where something stands, for a terminal: path, line and column, and where its article came from."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from rich.style import Style as Look
from rich.text import Text

from factcheck.messages import head_line, tell
from factcheck.report.escape import visible

if TYPE_CHECKING:
    from factcheck.model import Document, Location
    from factcheck.report.style import Style

_KEPT = "%/:?#[]@!$&'()*+,;=~"  # what an address is made of; all else, controls too, is written as %1B


def link_place(path: str | None, name: str, line: int, column: int, style: Style, *, where: str | None = None) -> Text:
    """`path:line:column`, or the id of what has no path; a link where the terminal follows them.

    `where` is the place in a file that is no plain text, in words; line and column say nothing there.
    """
    place = visible(path or name)
    told = f"{place}:{line}:{column}" if where is None else head_line(place, visible(where), style.language)
    shown = Text(told, style="cyan")
    if style.root is not None and path is not None and path != "-":
        end = f"#{line}" if where is None else ""
        shown.stylize(Look(link=f"file://{quote(posixpath.join(style.root, path))}{end}"))
    return shown


def link_location(place: Location, style: Style) -> Text:
    """As `link_place`, for a place of a finding."""
    where = tell(place.where, style.language) if place.where is not None else None
    return link_place(place.path, place.doc, place.line, place.column, style, where=where)


def tell_origin(document: Document | None, style: Style, room: int) -> Text:
    """Date and source of an article, if there is room; a link to its page where it has one."""
    known = [part for part in (document.date, document.source) if part] if document is not None else []
    told = Text("  " + " ".join(map(visible, known)) if known else "", style="dim")
    if document is None or told.cell_len > room:
        return Text()
    address = web_address(document.url) if style.root is not None else None
    if address is not None:
        told.stylize(Look(link=address), 2)
    return told


def web_address(url: str | None) -> str | None:
    """The address in letters that end no escape sequence; None for what is no page on the web."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    return quote(parts.geturl(), safe=_KEPT) if parts.scheme in {"http", "https"} and parts.netloc else None
