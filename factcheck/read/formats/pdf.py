"""PDF: the text layer in reading order, each line with its page; what is only a picture is said."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from factcheck.errors import ReadError
from factcheck.messages import say, skip_input
from factcheck.read.article import check_front_matter
from factcheck.read.glyphs import Glyph, make_lines
from factcheck.read.pages import Page, order_lines, write_pages
from factcheck.read.whole import load_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from factcheck.model import Document, Skipped
    from factcheck.read.article import Options
    from factcheck.read.pages import Line
    from factcheck.read.source import InputSource

SUFFIXES = (".pdf",)
NEEDS = ("pypdfium2", "pdf")
_MARK = b"%PDF-"
_MOST_PAGES = 2000
_MOST_LETTERS = 2_000_000  # of one document: some 20 seconds
_GAP = 1.6  # letters of space that part two columns of one line
_BACK = 0.5  # letters that the next one stands to the left: another font's, whose letters come later
_NARROW = 0.5  # letters of space that a program puts between Han and digits, and nobody has written
_SAME_LINE = 0.5  # of the height of a letter: how far the middles of two letters of one line are apart at most
_BROKEN_AT = "\x02"  # what PDFium makes of a hyphen at a line's end: that of a name (GPT-4) must not be lost
_LATEST = 3  # letters of which the one furthest right ends a stretch
_SHOWN = 20  # pages that a message names


def fits(head: bytes) -> bool:
    """Whether bytes begin as a PDF does."""
    return head.startswith(_MARK)


def load(source: InputSource, stored: IO[bytes], options: Options) -> Iterator[Document | Skipped]:
    """The one article of a PDF."""
    return load_whole(source, stored, options, SUFFIXES, _read)


def _read(source: InputSource, data: bytes, _: Options) -> Iterator[Document | Skipped]:
    import pypdfium2

    try:
        opened = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(say("error.encrypted"), cure=say("cure.decrypt")) from error
        raise
    try:
        if len(opened) > _MOST_PAGES:
            raise ReadError(say("error.too-many-pages", n=_MOST_PAGES), cure=say("cure.exclude"))
        pages, scans = _read_pages(opened)
        title = " ".join((opened.get_metadata_dict().get("Title") or "").split())
    finally:
        opened.close()
    written = write_pages(pages)
    if scans:
        shown = ", ".join(map(str, scans[:_SHOWN])) + (" …" if len(scans) > _SHOWN else "")
        yield skip_input(source.shown, say("skipped.scanned", pages=shown), fatal=not written.length)
    if written.length:
        document = written.make_document(source, title=title if _is_title(title, written.text) else None)
        yield from check_front_matter(document)


def _is_title(title: str, text: str) -> bool:
    """Whether a title is that of the article: programs write the name of the file, or of what was first in it."""
    return bool(title) and "".join(title.split()) in "".join(text.split())


def _read_pages(opened: Any) -> tuple[list[Page], list[int]]:  # noqa: ANN401 - pypdfium2 has no types
    """The pages with their lines, and the numbers of those that hold pictures and no letter."""
    pages: list[Page] = []
    scans: list[int] = []
    letters = 0
    for number in range(1, len(opened) + 1):
        page = opened[number - 1]
        text = page.get_textpage()
        letters += text.count_chars()
        if letters > _MOST_LETTERS:
            raise ReadError(say("error.too-many-letters", n=_MOST_LETTERS), cure=say("cure.exclude"))
        lines = _read_lines(text)
        if not lines and any(True for _ in page.get_objects()):
            scans.append(number)
        pages.append(Page(number, page.get_width(), page.get_height(), order_lines(lines)))
        text.close()
        page.close()
    return pages, scans


def _read_lines(text: Any) -> list[Line]:  # noqa: ANN401 - pypdfium2 has no types
    """The stretches of letters that stand in one line and one column, in the order of the file."""
    import ctypes

    from pypdfium2 import raw

    stretches: list[list[Glyph]] = []
    letters: list[Glyph] = []  # of the stretch that is being read
    low = high = 0.0  # how far its ink reaches
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    loose = raw.FS_RECTF()
    space = generated = False
    for at in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, at) or 0xFFFD)
        if letter == _BROKEN_AT:
            letter = "-"
        if letter in "\r\n":
            letters = []
            continue
        if letter.isspace():
            space = True
            generated = raw.FPDFText_IsGenerated(text, at) == 1
            continue
        raw.FPDFText_GetCharBox(text, at, left, right, bottom, top)
        # As high as its font: a dash or a comma is then in line with letters.
        raw.FPDFText_GetLooseCharBox(text, at, loose)
        glyph = Glyph(letter, left.value, bottom.value, right.value, top.value, (loose.top + loose.bottom) / 2)
        size = max(raw.FPDFText_GetFontSize(text, at), glyph.top - glyph.bottom, 1.0)
        if letters:
            last = letters[-1]
            gap = glyph.left - max(one.right for one in letters[-_LATEST:])
            off = min(abs((glyph.top + glyph.bottom) - (low + high)) / 2, abs(glyph.middle - last.middle))
            if off > max(_SAME_LINE * max(size, high - low), 2.0) or gap > _GAP * size or gap < -_BACK * size:
                letters = []
            elif space:
                shown = not generated or gap >= _NARROW * size or (letter.isascii() and last.text.isascii())
                glyph = glyph._replace(space=shown)
        if letters:
            low, high = min(low, glyph.bottom), max(high, glyph.top)
        else:
            low, high = glyph.bottom, glyph.top
            letters = []
            stretches.append(letters)
        letters.append(glyph)
        space = False
    return make_lines(stretches)
