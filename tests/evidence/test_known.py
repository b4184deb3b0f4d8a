"""What is held of articles from one check to the next is what would be worked out anew."""

from __future__ import annotations

import msgspec
from invented import article

from factcheck import zh
from factcheck.corpus import WordCounts, corpus_stats
from factcheck.evidence.evidence import _leave_text
from factcheck.passage.letters import Letters

LEXICON = zh.lexicon()
TOLD = ("云汀湾的夜航渡轮又开了，码头上挤满了人。", "望澜书展今天闭幕，售出图书三万册。", "晴湾镇的水塔始建于1931年。")


def list_articles():
    return [article(f"{number}", TOLD[number % 3] * (1 + number // 3)) for number in range(7)]


def describe(stats, docs):
    words = {word for doc in docs for word in stats.words(doc)} | {"无人说"}
    return {word: stats.bits(word) for word in words}, [stats.rare(doc) for doc in docs], stats.dated


def test_words_are_counted_on_from_what_is_held_as_they_are_counted_anew():
    held = list_articles()
    known = WordCounts({one.document.id: one for one in held})
    dated = msgspec.structs.replace(held[0], document=msgspec.structs.replace(held[0].document, date="2025-03-05"))
    for now in (
        held[1:],
        [*held, article("new", TOLD[0])],
        [dated, *held[1:], article("new", "溪口有了新桥。")],
        held[:1],
    ):
        docs = [one.document.id for one in now]
        assert describe(corpus_stats(now, LEXICON, known), docs) == describe(corpus_stats(now, LEXICON), docs)
    assert describe(known.describe(LEXICON), ["0"]) == describe(corpus_stats(held, LEXICON), ["0"])


def test_what_a_worker_is_sent_has_all_that_passages_are_found_by():
    named = [article("a", "他们把“晴湾号”送到了望澜港，“路，走对了”，镇长说。")]
    anew, sent = Letters(named), Letters([_leave_text(one) for one in named])
    assert named[0].quotations
    assert (anew.marks, anew.steps) == (sent.marks, sent.steps)
