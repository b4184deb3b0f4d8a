"""A difference between two steps of a measure that runs on is a revision; of one day there are no two steps."""

from __future__ import annotations

import pytest

from factcheck import Document, zh
from factcheck.facts.events import find_state, mark_steps
from factcheck.facts.gather import Strand
from factcheck.facts.statements import view_statements
from factcheck.messages import text
from factcheck.model import Landing
from factcheck.pair.comparing import build_pair
from factcheck.run.article import read_article

FIRES = "截至8月{}日，云汀林区累计发生火灾{}处。"
IN_EVENT = Landing(comparison="event", level="same", weight=20.0, label=text("level.event.same"))


@pytest.mark.parametrize(
    ("days", "levels", "verdict"),
    [((1, 2), (IN_EVENT,), "revision"), ((2, 2), (), "revision"), ((2, 2), (IN_EVENT,), "differ")],
)
def test_what_an_event_counts_to_one_day_is_no_step(days, levels, verdict):
    lexicon = zh.lexicon()
    texts = (FIRES.format(day, number) for day, number in zip(days, (3518, 3718), strict=True))
    articles = [read_article(Document(id=f"{at}", text=told, date="2025-08-02")) for at, told in enumerate(texts)]
    first, second = (next(iter(view_statements(article, lexicon))) for article in articles)
    strand = Strand(values=((first,), (second,)))
    assert find_state(strand) == "revised"
    pair = build_pair(first.claim, second.claim, levels)
    (marked,) = mark_steps([pair], [strand], {one.document.id: one for one in articles}, lexicon)
    assert marked.verdict == verdict
