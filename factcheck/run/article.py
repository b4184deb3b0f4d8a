"""One document through the stages that need no other: text, quantities, frames, quotations."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from factcheck import zh
from factcheck.corpus import words_of
from factcheck.errors import FactcheckError, ReadError, describe_crash, with_cure
from factcheck.frame import claims
from factcheck.lexicon import Grammar
from factcheck.messages import say, skip_input
from factcheck.model import Article, Claim, Document, Phrase, Quantity, Skipped, Text, Value
from factcheck.quantity import recognise
from factcheck.quotation.quotations import quotations
from factcheck.read import frontmatter
from factcheck.read.article import doubt_date
from factcheck.run.engine import map_each, open_carrier
from factcheck.run.sharing import SharedValues
from factcheck.text import prepare
from factcheck.text.foreign import is_mostly_foreign, is_read_for_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.carrier import Carrier
    from factcheck.lexicon import Lexicon
    from factcheck.progress import Progress

# The most figures of one article: a long book has some thousands. It bounds the work, so that the outcome is the same
# on every machine, as it would not be under a bound on time.
MOST_FIGURES = 50_000
_HALF = re.compile("[\ud800-\udfff]")  # half a surrogate pair: no letter, and nothing that can be written to a file


class Reading(Value, frozen=True):
    """What came of a document: the article, or why there is none; and each doubt about it."""

    article: Article | None
    skipped: tuple[Skipped, ...] = ()


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity in a plain Chinese text, bare numbers (kind `number`) included, in the order of the text.

    Offsets are code points of `text`; bounds are in the base unit that `unit` names.
    """
    return recognise(prepare(text, lexicon=zh.lexicon()), zh.lexicon())


def extract(document: Document | str) -> tuple[Claim, ...]:
    """The numeric claims of an article, in the order of the text; a plain string is an article without metadata.

    Raises `ReadError` for one of more figures than can be looked at.
    """
    named = Document(id="text", text=document) if isinstance(document, str) else document
    return _read_claims(named, zh.lexicon())[2]


def prepare_document(document: Document, lexicon: Lexicon) -> tuple[Document, Text]:
    """The document with the metadata of its front matter, and its text without it.

    Half surrogates become U+FFFD, so that offsets hold; a date that is none is left out.
    """
    document = _sound(document)
    front = frontmatter.parse(document.text)
    if front is None:
        return document, prepare(document.text, lexicon=lexicon)
    return front.complete(document), prepare(document.text, front.end, lexicon=lexicon)


def _sound(document: Document) -> Document:
    changed: dict[str, object] = {
        name: _HALF.sub("\ufffd", held)
        for name in document.__struct_fields__
        if isinstance(held := getattr(document, name), str) and _HALF.search(held)
    }
    if document.date is not None and (date := frontmatter.iso_date(str(document.date))) != document.date:
        changed["date"] = date
    return msgspec.structs.replace(document, **changed) if changed else document


def read_article(document: Document, lexicon: Lexicon | None = None, *, counted: bool = True) -> Article:
    """A document with what the stages read in it; metadata in its front matter fills what the document leaves open.

    Its words are only looked for where it is `counted`: to compare it with others, not to list its claims.
    `lexicon` is that of Chinese unless given. Raises `ReadError` for one of more figures than can be looked at.
    """
    lexicon = lexicon if lexicon is not None else zh.lexicon()  # the stages that read with it are handed it here
    document, text, found = _read_claims(document, lexicon)
    return Article(
        document=document,
        text=text,
        claims=found,
        quotations=quotations(document.id, text, lexicon),
        words=words_of(document, text, lexicon.text.fold(document.title or "")) if counted else None,
    )


def _read_claims(document: Document, lexicon: Lexicon) -> tuple[Document, Text, tuple[Claim, ...]]:
    """The document with the metadata of its front matter, its text, and its claims. Raises as `read_article`."""
    document, text = prepare_document(document, lexicon)
    figures = recognise(text, lexicon)
    if len(figures) > MOST_FIGURES:
        what = say("error.too-many-figures", n=str(MOST_FIGURES))
        raise ReadError(what, where=document.path, cure=say("cure.split-article"))
    return document, text, claims(document, text, figures, lexicon)


def read_articles(
    documents: Iterable[Document],
    jobs: int = 1,
    progress: Progress | None = None,
    *,
    skipped: list[Skipped],
    grammar: Grammar = Grammar(),  # noqa: B008 - a frozen value
    counted: bool = True,
    carrier: Carrier | None = None,
) -> Iterator[Article]:
    """The articles of the documents, in their order; what could not be read, and each doubt, is put into `skipped`.

    With a `carrier` it reads, and `jobs` is not asked. An article at which a worker dies is one that could not be read.
    """
    if carrier is None:
        with open_carrier(jobs) as own:
            yield from read_articles(
                documents, progress=progress, skipped=skipped, grammar=grammar, counted=counted, carrier=own
            )
        return
    read = partial(read_contained, grammar=grammar, counted=counted)

    def tell_lost(document: Document) -> None:
        skipped.append(skip_failed(document, say("error.worker-died")))

    shared = SharedValues()
    for reading in map_each(carrier, read, documents, progress, lost=tell_lost):
        skipped += reading.skipped
        if reading.article is not None:
            yield shared.share(reading.article)


def read_contained(
    document: Document,
    grammar: Grammar = Grammar(),  # noqa: B008 - a frozen value
    *,
    counted: bool = True,
) -> Reading:
    """As `read_article`, whatever it raises: no article ends a run. Errors of data and of settings do."""
    lexicon = zh.lexicon(grammar)
    try:
        article = read_article(document, lexicon, counted=counted)
    except ReadError as error:
        return Reading(None, (skip_failed(document, with_cure(error)),))
    except FactcheckError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, it is this article's, and the others are read
        return Reading(None, (skip_failed(document, describe_crash(error)),))
    return Reading(article, tuple(_doubts(document, article, lexicon)))


def skip_failed(document: Document, why: Phrase) -> Skipped:
    """The document as one that was not looked at, though it should have been."""
    return skip_input(_sound_name(document), why, line=document.record, fatal=True)


def _sound_name(document: Document) -> str:
    return _HALF.sub("\ufffd", str(document.path or document.id))


def _doubts(document: Document, article: Article, lexicon: Lexicon) -> Iterator[Skipped]:
    path, line = _sound_name(document), document.record
    if document.date is not None and frontmatter.iso_date(str(document.date)) is None:
        yield doubt_date(path, str(document.date), line)
    folded = article.text.folded
    if is_mostly_foreign(folded, lexicon.text):
        read = is_read_for_figures(folded, lexicon.text)
        yield skip_input(path, say("skipped.english" if read else "skipped.not-chinese"), line=line)
