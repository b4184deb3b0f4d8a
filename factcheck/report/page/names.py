"""What an article is called on the page: its title, or the words that it begins with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.read import frontmatter
from factcheck.report.layout import shorten_text

if TYPE_CHECKING:
    from factcheck.model import Document

_HEAD = 2000  # letters in which words are looked for
_CELLS = 44  # of those words
_WORDS = re.compile(
    r"^[ \t#>*\u3000]*+(?:原?标题[：:]|原?標題[：:])?(?=[^\n\r]*?(?:[\u3400-\u9fff][^\n\r]{0,8}?){4})([^\n\r]+)",
    re.MULTILINE,
)


def name_article(document: Document) -> str:
    """The title; without one, the first line with four Chinese letters close by; without that, the file."""
    path = document.path or document.id
    file = path.rpartition("/")[2] + (f":{document.record}" if document.record is not None else "")
    if document.title or document.role == "ledger":
        return document.title or file
    front = frontmatter.parse(document.text)
    start = front.end if front is not None else 0
    words = _WORDS.search(document.text[start : start + _HEAD])
    return shorten_text(words[1].strip(), _CELLS) if words is not None else file
