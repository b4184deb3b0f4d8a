"""The little Markdown of rule pages, laid out for a terminal: headings, paragraphs, quotations, examples."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.text import Text

from factcheck.report.layout import hang_words, wrap_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_INLINE = re.compile(r"\*\*(.+?)\*\*|`(.+?)`")
_EXAMPLE = "    "


def lay_out_page(page: str, width: int) -> Iterator[Text]:
    """The lines of a page, each at most `width` cells; a blank one between its parts."""
    for number, part in enumerate(page.strip("\n").split("\n\n")):
        if number:
            yield Text()
        yield from _part(part, width)


def _part(part: str, width: int) -> Iterator[Text]:
    if part.startswith("#"):
        yield from wrap_words(_inline(part.lstrip("# "), "bold"), width)
    elif part.startswith(_EXAMPLE):
        for line in part.split("\n"):
            yield from wrap_words(Text(line.removeprefix(_EXAMPLE), style="cyan"), width, len(_EXAMPLE))
    elif part.startswith("> "):
        quoted = join_lines(part.replace("\n> ", "\n").removeprefix("> "))
        yield from hang_words(Text("  "), _inline(quoted, "cyan"), width)
    else:
        yield from wrap_words(_inline(join_lines(part), ""), width)


def join_lines(part: str) -> str:
    """The lines of a paragraph as one; a space between them, but not between two Han letters."""
    return re.sub(r"(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f])", "", part).replace("\n", " ")


def _inline(words: str, style: str) -> Text:
    told, at = Text(style=style), 0
    for found in _INLINE.finditer(words):
        told.append(words[at : found.start()])
        told.append(found[1] or found[2], style="bold" if found[1] else "cyan")
        at = found.end()
    return told.append(words[at:])
