"""Places as a build server and a reader of Markdown name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.messages import head_line, tell, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.messages import Language
    from factcheck.model import Location, Phrase
    from factcheck.report.wire_forms import Summary


def order_places(locations: Iterable[Location]) -> list[Location]:
    """The places of a finding: the first, which `check` has put in the new article, then one of each other side."""
    rest = list(locations)
    found = [rest.pop(0)]
    for place in list(rest):
        if place.group not in {held.group for held in found}:
            found.append(place)
            rest.remove(place)
    return [*found, *rest]


def name_place(path: str, line: int, column: int | None, where: Phrase | None, language: Language) -> str:
    """`a.txt:3:14`; in a file that is no plain text its place there: `a.docx: paragraph 3`."""
    if where is not None:
        return head_line(path, tell(where, language), language)
    return f"{path}:{line}" if column is None else f"{path}:{line}:{column}"


def count_in_words(kind: str, number: int, language: Language) -> str:
    """So many of a kind, in words: 1 error, 2 errors, 2处错误."""
    return text(f"count.{kind}.{'one' if number == 1 else 'many'}", language, n=number)


def kinds(counts: Summary, language: Language) -> str:
    """How many errors, warnings and notes, in words."""
    each = (count_in_words(kind, getattr(counts, f"{kind}s"), language) for kind in ("error", "warning", "note"))
    return text("count.join", language).join(each)
