"""What is compared of a statement is worked out from its letters, which are all that is held of it."""

from __future__ import annotations

import sys

from factcheck import zh
from factcheck.facts.statements import pair_letters, view_statements
from factcheck.model import Document
from factcheck.run.article import read_article

BEFORE, FIGURE, BEHIND = (
    "今年前三季度，云汀港务局的货物吞吐量（含中转）达到",
    "1824",
    "万吨，居全省第一，创下历史新高。",
)


def state(text):
    return next(iter(view_statements(read_article(Document(id="a", text=text, date="2025-10-08")), zh.lexicon())))


def test_letters_close_to_a_figure_and_around_it_and_of_its_sentence():
    one = state(BEFORE + FIGURE + BEHIND)
    behind = BEHIND[one.claim.end - one.claim.start - len(FIGURE) :]
    assert one.close == pair_letters(BEFORE[-8:]) | pair_letters(behind[:6])
    assert one.wide == pair_letters(BEFORE[-24:]) | pair_letters(behind[:14])
    assert one.context == pair_letters(BEFORE + FIGURE + BEHIND)
    assert (one.before, one.behind) == ("达到", "".join(filter(str.isalpha, behind))[:2])
    assert "）达" not in one.close
    assert "转达" in one.close


def test_nothing_stands_before_a_figure_that_begins_its_sentence():
    one = state("1824万人次乘坐了云汀的渡轮。")
    assert one.before == ""
    assert one.close <= one.wide
    assert one.close


def test_a_statement_holds_no_sets_of_letters():
    one = state(BEFORE + FIGURE + BEHIND)
    held = [getattr(one, name) for name in one.__struct_fields__]
    assert sum(sys.getsizeof(part) for part in held if isinstance(part, frozenset)) < 5 * sys.getsizeof(one.context)
    assert not any(part in (one.close, one.wide, one.context) for part in held if isinstance(part, frozenset))
    assert sorted(one.names) == list(one.names)
