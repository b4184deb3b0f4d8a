"""The passages around some articles are those that the whole corpus has in them."""

from __future__ import annotations

from pathlib import Path

from factcheck import Document, zh
from factcheck.passage import passages
from factcheck.passage.find import PassagesAround
from factcheck.passage.held_letters import HeldLetters
from factcheck.read import read
from factcheck.run import read_article

LEXICON = zh.lexicon()
CORPUS = Path(__file__).parents[2] / "corpus"


def of(doc, found):
    return [passage for passage in found if doc in {place.doc for place in passage.places}]


def list_articles():
    read_articles = (read_article(item) for item in read([str(CORPUS)]) if isinstance(item, Document))
    return sorted(read_articles, key=lambda article: article.document.id)


def test_those_of_one_article_are_those_that_all_have_in_it():
    articles = list_articles()
    every = passages(articles, lexicon=LEXICON)
    assert every
    for article in articles:
        doc = article.document.id
        held = HeldLetters([one for one in articles if one is not article])
        for moved in (held.move((), {doc: article}), HeldLetters(articles).move((), {})):
            assert of(doc, PassagesAround(moved, LEXICON).find({doc})) == of(doc, every)


def test_so_it_is_where_most_are_new():
    articles = list_articles()
    moved = HeldLetters(articles[:1]).move((), {article.document.id: article for article in articles[1:]})
    every = passages(articles, lexicon=LEXICON)
    for doc in (article.document.id for article in articles):
        assert of(doc, PassagesAround(moved, LEXICON).find({doc})) == of(doc, every)


def test_of_none_there_are_none():
    assert PassagesAround(HeldLetters(list_articles()).move((), {}), LEXICON).find(()) == ()
