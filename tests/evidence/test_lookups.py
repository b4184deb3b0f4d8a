"""What is looked up of articles from which few were taken and to which few came is what they have, looked at anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Document, zh
from factcheck.corpus import corpus_stats
from factcheck.evidence.known import KnownArticles
from factcheck.facts.stories import find_kin
from factcheck.pair.aliases import Aliases
from factcheck.pair.events import EventFinder
from factcheck.pair.rows import find_twins
from factcheck.quotation.cases import find_cases, find_cases_around
from factcheck.read import read
from factcheck.run import read_article

LEXICON = zh.lexicon()
CORPUS = Path(__file__).parents[2] / "corpus"
MORE = (
    "蓝汀智能(BlueTing)昨日在望澜开业，营业收入达35.2亿元。公司董事长林知秋说：“我们今年要在三个省建起十二座码头。”",
    "据悉，蓝汀智能(BlueTing)的营业收入达35.2亿元。林知秋说：“我们今年要在三个省建起十五座码头。”",
    "蓝汀智能去年营业收入达35.2亿元，比上年增长12.5%。",
)


@pytest.fixture(scope="module")
def articles():
    documents = [item for item in read([str(CORPUS)]) if isinstance(item, Document)][:40]
    documents += [Document(id=f"more-{number}", text=text) for number, text in enumerate(MORE)]
    return dict(sorted((one.id, read_article(one)) for one in documents))


@pytest.fixture(scope="module", params=["more-0", "more-1", "more-2", None])
def moved(request, articles):
    """All articles, of which one came to those that are held, or none did; another that was held is gone."""
    other = read_article(Document(id="gone", text=MORE[1] + "又及。"))
    held = {doc: article for doc, article in articles.items() if doc != request.param} | {"gone": other}
    come = [articles[request.param]] if request.param else []
    return KnownArticles(list(held.values())).move(["gone"], come, LEXICON)


def test_the_articles_and_their_words(moved, articles):
    stats = corpus_stats(articles.values(), LEXICON)
    assert dict(moved.articles) == articles
    words = {word for doc in articles for word in stats.words(doc)}
    assert {word: moved.stats.bits(word) for word in words} == {word: stats.bits(word) for word in words}
    assert moved.stats.dated == stats.dated


def test_names_that_mean_the_same(moved, articles):
    anew, held = Aliases(articles.values(), lexicon=LEXICON), Aliases((), lexicon=LEXICON, counts=moved.aliases)
    told = "蓝汀智能(BlueTing)说，蓝汀智能很好。"
    assert {anew.rewriter(doc)(told) for doc in articles} == {"BlueTing(BlueTing)说，BlueTing很好。"}
    assert all(held.own(doc) == anew.own(doc) for doc in articles)
    assert all(held.rewriter(doc)(told) == anew.rewriter(doc)(told) for doc in articles)


def test_events_and_kin(moved, articles):
    stats = corpus_stats(articles.values(), LEXICON)
    every = EventFinder(articles, stats)
    events = EventFinder(moved.articles, moved.stats, moved.events)
    kin = find_kin(articles, stats, events=every)
    assert kin
    for doc in articles:
        ours = [event for event in events.find({doc}) if doc in event]
        assert ours == [event for event in every.find() if doc in event]
        near = find_kin(moved.articles, moved.stats, {doc}, events)
        assert near == {pair: held for pair, held in kin.items() if doc in pair}


def test_rows_of_the_same_words(moved, articles):
    rows = [row for doc in articles for row in moved.rows.of(doc)]
    kept, twins = find_twins(rows)
    assert twins
    assert [row for doc in articles for row in moved.rows.list_standing(doc)] == [rows[at] for at in kept]
    found = {
        (one.doc, one.number, other.doc, other.number) for doc in articles for one, other in moved.rows.list_twins(doc)
    }
    assert found == {(rows[one].doc, rows[one].number, rows[other].doc, rows[other].number) for one, other in twins}
    for wording in {row.wording for row in rows}:
        assert moved.rows.list_worded({wording}) == [row for row in rows if row.wording == wording]


def test_quotations(moved, articles):
    every = find_cases(articles, LEXICON)
    assert every
    for doc in articles:
        around = find_cases_around(moved.articles, LEXICON, {doc}, moved.quoted)
        ours = [one for one in every if doc in {place.doc for place in (*one.first, *one.second)}]
        assert [one for one in around if doc in {place.doc for place in (*one.first, *one.second)}] == ours
