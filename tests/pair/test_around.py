"""The pairs around some articles are those that pairing all of the corpus has in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Document, zh
from factcheck.corpus import corpus_stats
from factcheck.pair import pairs
from factcheck.pair.aliases import Aliases
from factcheck.pair.around import PairsAround
from factcheck.pair.events import find_events
from factcheck.read import read
from factcheck.run import read_article

LEXICON = zh.lexicon()
CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def corpus():
    documents = (item for item in read([str(CORPUS)]) if isinstance(item, Document))
    articles = sorted(map(read_article, documents), key=lambda article: article.document.id)
    return articles, Aliases(articles, lexicon=LEXICON), corpus_stats(articles, LEXICON)


def of(doc, found):
    return [pair for pair in found if doc in {pair.a.doc, pair.b.doc}]


def test_those_of_one_article_are_those_that_pairing_all_has_in_it(corpus):
    articles, aliases, stats = corpus
    every = pairs(*corpus, lexicon=LEXICON)
    assert every
    for article in articles:
        around = PairsAround({one.document.id: one for one in articles}, aliases, stats, LEXICON)
        around.add({article.document.id})
        assert of(article.document.id, around.list_pairs()) == of(article.document.id, every)


def test_added_one_after_the_other_they_are_all_there_are(corpus):
    articles, aliases, stats = corpus
    around = PairsAround({one.document.id: one for one in articles}, aliases, stats, LEXICON)
    for article in articles:
        around.add({article.document.id})
    assert around.list_pairs() == pairs(*corpus, lexicon=LEXICON)


def test_so_it_is_with_events(corpus):
    articles, _, stats = corpus
    every = find_events(articles, stats)
    assert every
    for doc in (article.document.id for article in articles):
        found = find_events(articles, stats, {doc})
        assert [event for event in found if doc in {event.a, event.b}] == [
            event for event in every if doc in {event.a, event.b}
        ]
        assert set(found) <= set(every)
