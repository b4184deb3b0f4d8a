"""Statements are gathered into one fact where many of their articles go together, and not over a link or two."""

from __future__ import annotations

from itertools import combinations, pairwise

from factcheck import Document, zh
from factcheck.corpus import corpus_stats
from factcheck.facts.groups import FactGroups
from factcheck.facts.links import FactLink
from factcheck.facts.statements import view_statements
from factcheck.facts.states import Tolls
from factcheck.facts.stories import Bonds, Kin, Themes
from factcheck.run.article import read_articles

GUIDES = ("石栈展厅来了3名讲解员。", "展厅新请的3名讲解员已到岗。", "昨天，石栈展厅的3名讲解员开始讲解。")
SAILORS = ("码头上救起3名船员。", "北堤消防队救起落水的3名船员。", "落水船员中有3名已在北堤上岸。")


def find_bonds(articles, kin):
    """What articles have in common."""
    by_id = {article.document.id: article for article in articles}
    return Bonds(kin, Themes(by_id, corpus_stats(articles, zh.lexicon())))


def gather(texts, linked):
    """The groups of the first figure of each text, as the numbers of the texts, after links between `linked`."""
    lexicon = zh.lexicon()
    documents = [Document(id=str(at), text=text, date="2025-08-04") for at, text in enumerate(texts)]
    articles = list(read_articles(documents, 1, None, skipped=[]))
    by_doc = {article.document.id: list(view_statements(article, lexicon)) for article in articles}
    first = {doc: held[0] for doc, held in by_doc.items()}
    links = [FactLink(1.0, first[str(a)], first[str(b)], agrees=True) for a, b in linked]
    kin = {(one, other): Kin(share=0.2, is_late=False, is_event=True) for one, other in combinations(sorted(first), 2)}
    groups = FactGroups(links, find_bonds(articles, kin), Tolls(by_doc, lexicon), lexicon)
    for link in links:
        groups.join(link)
    return sorted(sorted(int(one.claim.doc) for one in group) for group in groups.members())


def test_one_link_between_two_crowds_is_no_fact():
    inside = [*combinations(range(3), 2), *combinations(range(3, 6), 2)]
    assert gather(GUIDES + SAILORS, [*inside, (0, 3)]) == [[0, 1, 2], [3, 4, 5]]


def test_what_is_linked_with_most_of_a_group_is_of_its_fact():
    assert gather(GUIDES, combinations(range(3), 2)) == [[0, 1, 2]]


def test_a_link_that_is_only_just_wanting_does_not_keep_a_fact_apart():
    same = tuple(f"{opening}石栈展厅来了3名讲解员。" for opening in ("昨晚，", "当晚，", "最后，"))
    assert gather(same, pairwise(range(3))) == [[0, 1, 2]]


FIRMS = "澜汐集团新订18艘渔船。", "云岫航运眼下拥有18艘拖轮。"


def test_two_bearers_of_which_neither_article_knows_the_other_are_two_facts():
    assert gather(FIRMS, [(0, 1)]) == []


def test_a_bearer_that_the_other_article_names_too_keeps_nothing_apart():
    assert gather((f"{FIRMS[0]}云岫航运没有表态。", FIRMS[1]), [(0, 1)]) == [[0, 1]]


def test_one_round_sum_that_two_donors_give_is_two_facts():
    gifts = "澜汐集团向石栈灾区捐款2000万元。", "云岫航运向石栈灾区捐款2000万元。澜汐集团也有捐助。"
    assert gather(gifts, [(0, 1)]) == []


def test_what_one_donor_gave_is_one_fact_in_other_words():
    gifts = "澜汐集团向石栈灾区捐款2000万元。", "澜汐集团昨天宣布，为石栈灾区捐款2000万元。"
    assert gather(gifts, [(0, 1)]) == [[0, 1]]


def list_joined(one, other):
    """How many figures of one article are of the fact of another's first, linked with each of them."""
    lexicon = zh.lexicon()
    documents = [Document(id=name, text=text, date="2025-08-04") for name, text in (("a", one), ("b", other))]
    articles = list(read_articles(documents, 1, None, skipped=[]))
    by_doc = {article.document.id: list(view_statements(article, lexicon)) for article in articles}
    links = [FactLink(1.0, by_doc["a"][0], figure, agrees=True) for figure in by_doc["b"]]
    kin = {("a", "b"): Kin(share=0.2, is_late=False, is_event=True)}
    groups = FactGroups(links, find_bonds(articles, kin), Tolls(by_doc, lexicon), lexicon)
    for link in links:
        groups.join(link)
    return max((sum(one.claim.doc == "b" for one in group) for group in groups.members()), default=0)


def test_what_one_article_lists_of_several_is_not_all_of_one_fact():
    assert list_joined("岚光汽车捐款2000万元。", "岚光汽车捐款2000万元、云汀汽车捐款2000万元，都已到账。") == 1


def test_what_one_article_says_twice_of_one_is_of_one_fact():
    twice = "石栈展厅来了3名讲解员。到岗的3名讲解员昨天开始讲解。"
    assert list_joined("石栈展厅来了3名讲解员。", twice) == 2


def test_figures_of_two_models_are_of_two_facts():
    card = "岚芯公布新显卡的规格，{}显卡配备16GB显存。"
    assert list_joined(card.format("LX 7900"), card.format("LT 4060")) == 0
    assert list_joined(card.format("LX 7900"), card.format("LX 7900")) == 1
