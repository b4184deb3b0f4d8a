"""Words between quotation marks, who says them, and whether they are speech, a title, or a term."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck.model import Quotation
from factcheck.text import speakers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Text

_LINE = re.compile(r"[^\n\r]+")
_MARK = re.compile("[“”‘’\"《》]")
_STOP = re.compile(r"[。！？；]")
_ENDED = "。！？…"
_WORDY = 12  # letters from which words inside another's sentence are his words and no term
_BRIEF = 5  # letters below which nothing is speech without a stop
Role = Literal["speech", "title", "term"]
_CLOSING = {"”": "“", "’": "‘", "》": "《"}


class _Marked(NamedTuple):
    start: int
    end: int
    closed: bool
    depth: int
    title: bool


def quotations(doc_id: str, text: Text) -> tuple[Quotation, ...]:
    """Everything between quotation marks or 《》 in the order of the text, an outer one before those inside it.

    A quotation that is left open ends with its paragraph. `speaker` is the name, else the role or organisation.
    """
    found: list[Quotation] = []
    last: str | None = None  # who spoke last in this paragraph
    announced: str | None = None  # who spoke at the end of the paragraph before, which ended with a colon
    for line in _LINE.finditer(text.folded):
        last = announced
        for mark in sorted(_marked(text.folded, line.start(), line.end())):
            words = text.folded[mark.start : mark.end]
            role, who = _read(text.folded, line.start(), line.end(), mark, last)
            if who in (speakers.PRONOUN, None) and role == "speech":
                who = last or speakers.last_named(text.folded[line.start() : mark.start - 1])
            if role == "speech" and mark.depth == 0:
                last = who or last
            found.append(Quotation(doc_id, mark.start, mark.end, words, who, role))
        announced = _announced(line.group())
    return tuple(found)


def _announced(line: str) -> str | None:
    if line.rstrip().endswith("：") and (who := speakers.before(_STOP.split(line)[-1])):
        return None if who == speakers.PRONOUN else who
    return None


def _marked(folded: str, start: int, end: int) -> Iterator[_Marked]:
    """Spans between marks on one line, inner ones too."""
    open_: list[tuple[str, int]] = []
    for match in _MARK.finditer(folded, start, end):
        mark, at = match.group(), match.start()
        if _no_mark(folded, mark, at, open_):
            continue
        if mark == '"':
            mark = "”" if any(o == '"' for o, _ in open_) else '"'
            closes = '"'
        else:
            closes = _CLOSING.get(mark, "")
        if not closes or mark == '"':
            open_.append((mark, at + 1))
        elif any(o == closes for o, _ in open_):
            while True:
                opener, inner = open_.pop()
                if opener == closes:
                    break
            if inner < at:
                yield _Marked(inner, at, True, len(open_), mark == "》")
    for depth, (mark, at) in enumerate(open_):
        if mark == "“" and depth == 0 and at < end and _may_open(folded, start, at - 1):
            yield _Marked(at, len(folded[:end].rstrip()), False, 0, False)


def _no_mark(folded: str, mark: str, at: int, open_: list[tuple[str, int]]) -> bool:
    before = folded[at - 1] if at else ""
    after = folded[at + 1] if at + 1 < len(folded) else ""
    if mark == "’":  # an apostrophe
        return before.isascii() and before.isalnum() and (after.isascii() and after.isalnum() or not any(o == "‘" for o, _ in open_))
    if mark == '"':  # inches
        return before.isdigit() and not any(o == '"' for o, _ in open_)
    return False


def _may_open(folded: str, line: int, at: int) -> bool:
    before = folded[line:at].rstrip()
    return not before or before[-1] in "：，。！？；”"


def _read(folded: str, line: int, end: int, mark: _Marked, last: str | None) -> tuple[Role, str | None]:
    if mark.title:
        return "title", None
    words = folded[mark.start : mark.end]
    ahead, behind = folded[line : mark.start - 1].rstrip(), folded[mark.end + 1 : end]
    if ahead.endswith(speakers.words().heralds):
        return "title", None
    size = sum(letter.isalnum() for letter in words)
    ended = words.rstrip("”’\"").endswith(tuple(_ENDED))
    sentence = _STOP.split(ahead)[-1]
    leads = not sentence.strip(" ”’\"") or ahead.endswith(("：", "，"))
    if size < _BRIEF and not (ended and ahead.endswith("：")):
        return "term", None
    if (who := speakers.before(sentence)) is not None and (leads or size >= _WORDY or ended):
        return "speech", who
    if (ended or words.endswith("，") or behind.startswith("，")) and leads:
        rest = _STOP.split(behind)[0]
        if (who := speakers.after(rest)) is not None:
            return "speech", who
    if words.endswith("，") and size >= _BRIEF:
        return "speech", last
    alone = ended and (leads or size >= _WORDY)
    if size >= _WORDY and ahead.endswith("，") and (not behind or behind[0] in "。，；！？"):
        for clause in reversed(re.split("[，：]", sentence.rstrip("，"))):
            if (who := speakers.before(clause)) is not None:
                return "speech", who
    if alone and (size >= _WORDY or not sentence.strip()):
        return "speech", last if leads else None
    return "term", None
