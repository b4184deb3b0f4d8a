"""Whoever carries a stage, what comes of it is the same; a worker that dies takes one article with it at most."""

from __future__ import annotations

import os
import pickle
import random
import signal
import sys
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path

import pytest

import factcheck
from factcheck import zh
from factcheck.carrier import cut
from factcheck.corpus import corpus_stats
from factcheck.evidence import gather_evidence
from factcheck.here import Here
from factcheck.ledger import Ledger
from factcheck.run.article import read_article, read_articles
from factcheck.run.engine import open_carrier

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
can_kill = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")


def double(parts):
    return (2 * item for part in parts for item in part)


def add_up(numbers):
    return sum(numbers)


def end_worker(main):
    if os.getpid() != main:
        os.kill(os.getpid(), signal.SIGKILL)
    return "here"


def die_at(number, parts):
    for part in parts:
        for item in part:
            if item == number:
                os.kill(os.getpid(), signal.SIGKILL)
            yield item


def look_up(shared, parts):
    return (records.get(name) + shared.get() for part in parts for name, records in part)


@pytest.fixture(params=[1, 2])
def carrier(request):
    with open_carrier(request.param) as found:
        yield found


def test_results_are_in_the_order_of_the_parts(carrier):
    assert list(carrier.map(double, cut(range(50), 7))) == [2 * number for number in range(50)]


def test_no_parts_make_nothing(carrier):
    assert list(carrier.map(double, [])) == []


def test_what_is_started_is_worked_out_beside_what_comes_next(carrier):
    assert carrier.start(add_up, [1, 2])() == 3
    assert list(carrier.map(double, cut(range(9), 2)))[-1] == 16  # from here on there may be workers
    total = carrier.start(add_up, range(5))
    assert list(carrier.map(double, cut(range(9), 2)))[-1] == 16
    assert total() == 10


@can_kill
def add_up_shared(shared):
    return sum(shared.get())


def test_items_are_handed_to_what_needs_all_of_them(carrier):
    assert carrier.start(add_up_shared, carrier.share_each(iter(range(5))))() == 10
    list(carrier.map(double, [[1], [2]]))  # so that there are workers
    assert carrier.start(add_up_shared, carrier.share_each(iter(range(6))))() == 15
    assert carrier.start(add_up_shared, carrier.share_each(()))() == 0


def test_what_was_started_is_worked_out_all_the_same_where_its_worker_dies():
    with open_carrier(2) as carrier:
        list(carrier.map(double, cut(range(9), 2)))
        total = carrier.start(end_worker, os.getpid())
        assert total() == "here"
        assert list(carrier.map(double, cut(range(9), 2)))[-1] == 16


def test_what_is_shared_and_kept_is_found_where_the_work_is(carrier):
    kept = carrier.keep()
    for name in "abcdef":
        kept.add(name, pickle.dumps(name.upper()))
    asked = [(name, kept.select([name])) for name in "fedcba"]
    assert "".join(carrier.map(partial(look_up, carrier.share("!")), cut(asked, 2))) == "F!E!D!C!B!A!"


@can_kill
def test_only_the_item_at_which_a_worker_dies_is_lost():
    lost = []
    with open_carrier(2) as carrier:
        done = list(carrier.map(partial(die_at, 23), cut(range(60), 5), lost.append))
        more = list(carrier.map(double, cut(range(9), 3)))
    assert (done, lost) == ([number for number in range(60) if number != 23], [23])
    assert more == [2 * number for number in range(9)]


@can_kill
def test_a_death_that_nobody_expects_is_an_error():
    with pytest.raises(BrokenProcessPool), open_carrier(2) as carrier:
        list(carrier.map(partial(die_at, 3), cut(range(6), 2)))


def _name(item):
    document = getattr(getattr(item, "article", None), "document", item)
    return getattr(document, "id", None)


class Deadly(Here):
    """Workers die at one article."""

    def map(self, fn, parts, lost=None):
        for part in parts:
            for item in part:
                if _name(item) == "b":
                    lost(item)
                else:
                    yield from fn(iter([[item]]))


def test_an_article_at_which_a_reader_dies_is_named_and_the_others_are_read():
    documents = [factcheck.Document(id=name, text="望澜集团去年用电31万度。") for name in "abc"]
    skipped = []
    read = list(read_articles(documents, skipped=skipped, carrier=Deadly()))
    assert [article.document.id for article in read] == ["a", "c"]
    assert [(one.path, one.fatal) for one in skipped] == [("b", True)]


def test_an_article_that_cannot_be_laid_out_is_named_and_the_others_are_compared():
    texts = {"a": "48家", "b": "48家", "c": "84家"}
    said = "望澜海洋机器人产业园今年引进{}精密制造企业，园区管委会主任说。"
    articles = [
        read_article(factcheck.Document(id=name, text=said.format(figure), date="2025-03-01"))
        for name, figure in texts.items()
    ]
    evidence = gather_evidence(articles, Ledger(), lexicon=zh.lexicon(), carrier=Deadly())
    assert [(one.path, one.fatal) for one in evidence.skipped] == [("b", True)]
    assert [{pair.a.doc, pair.b.doc} for dispute in evidence.disputes.figures for pair in dispute.pairs] == [{"a", "c"}]


def test_a_lexicon_is_named_and_not_copied():
    lexicon = zh.lexicon()
    assert pickle.loads(pickle.dumps(lexicon)) is lexicon  # noqa: S301 - our own
    assert len(pickle.dumps(lexicon)) < 1000


def test_the_outline_of_statistics_says_of_words_what_they_say():
    texts = ["望澜集团去年用电31万度。", "望澜集团今年用电32万度。", "东礁船坞去年用电9万度。", "望澜集团停产。"]
    articles = [read_article(factcheck.Document(id=str(number), text=text)) for number, text in enumerate(texts)]
    stats = corpus_stats(articles, zh.lexicon())
    outline = pickle.loads(pickle.dumps(stats.outline())).of(articles[:1])  # noqa: S301 - our own
    words = {word for article in articles for word in stats.words(article.document.id)}
    assert words
    assert {word: outline.bits(word) for word in words} == {word: stats.bits(word) for word in words}
    assert (outline.head("0"), outline.dated) == (stats.head("0"), stats.dated)


@pytest.fixture(scope="module")
def documents():
    sys.path.insert(0, str(BENCHMARKS))
    try:
        from generate import generate
    finally:
        sys.path.remove(str(BENCHMARKS))
    return [factcheck.Document(**record) for record in generate(150, 5)[0]]


@pytest.fixture(scope="module")
def found_here(documents):
    return factcheck.scan(documents)


@pytest.mark.parametrize("jobs", [2, 4])
def test_a_scan_finds_the_same_with_any_number_of_workers_in_any_order(documents, found_here, jobs):
    shuffled = random.Random(jobs).sample(documents, len(documents))  # noqa: S311 - an order, no secret
    assert found_here.findings
    assert found_here.facts
    assert factcheck.scan(shuffled, jobs=jobs) == found_here
