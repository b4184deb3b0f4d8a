"""The passages around some articles are those that the whole corpus has in them."""

from __future__ import annotations

from pathlib import Path

from factcheck import Document, zh
from factcheck.passage import passages
from factcheck.passage.find import PassagesAround
from factcheck.read import read
from factcheck.run import read_article

LEXICON = zh.lexicon()
CORPUS = Path(__file__).parents[2] / "corpus"


def of(doc, found):
    return [passage for passage in found if doc in {place.doc for place in passage.places}]


def test_those_of_one_article_are_those_that_all_have_in_it():
    articles = [read_article(item) for item in read([str(CORPUS)]) if isinstance(item, Document)]
    every, around = passages(articles, lexicon=LEXICON), PassagesAround(articles, LEXICON)
    assert every
    for doc in (article.document.id for article in articles):
        assert of(doc, around.find({doc})) == of(doc, every)


def test_of_none_there_are_none():
    articles = [read_article(item) for item in read([str(CORPUS)]) if isinstance(item, Document)]
    assert PassagesAround(articles, LEXICON).find(()) == ()
