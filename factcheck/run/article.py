"""One document through the stages that need no other: text, quantities, frames, quotations."""

from __future__ import annotations

from factcheck.frame import claims
from factcheck.model import Article, Claim, Document, Text
from factcheck.quantity import recognise
from factcheck.stats import words_of
from factcheck.text import frontmatter, prepare
from factcheck.text.quotations import quotations


def extract(document: Document | str) -> tuple[Claim, ...]:
    """The numeric claims of an article, in the order of the text; a plain string is an article without metadata."""
    return read_article(Document(id="text", text=document) if isinstance(document, str) else document).claims


def prepared(document: Document) -> tuple[Document, Text]:
    """The document with the metadata of its front matter, and its text without it."""
    front = frontmatter.parse(document.text)
    if front is None:
        return document, prepare(document.text)
    return front.complete(document), prepare(document.text, front.end)


def read_article(document: Document) -> Article:
    """A document with what the stages read in it; metadata in its front matter fills what the document leaves open."""
    document, text = prepared(document)
    return Article(
        document=document,
        text=text,
        claims=claims(document, text, recognise(text)),
        quotations=quotations(document.id, text),
        words=words_of(document, text),
    )
