"""A fact is called by what its sentences share, in whole words, and by nothing rather than by a scrap."""

from __future__ import annotations

import pytest

from factcheck import Document, scan

HEAD = "岚峡县石栈仓库火灾通报\n\n岚峡县石栈镇的仓库火灾仍在调查。"


def call(*texts):
    """The facts of texts of one event."""
    documents = [
        Document(id=str(at), text=HEAD + text, date="2025-08-04", source=f"来源{at}") for at, text in enumerate(texts)
    ]
    return scan(documents).facts


def test_the_measure_is_what_all_share():
    (fact,) = call(
        "石栈仓库火灾中有7人经抢救无效死亡。", "石栈仓库火灾造成7人死亡。", "县里通报，石栈仓库火灾已有7人死亡。"
    )
    assert fact.measure == "死亡"


@pytest.mark.parametrize(
    "texts",
    [
        ("记者获悉，石栈仓库火灾中转移群众1260人。", "石栈仓库火灾中转移群众1260人，他们住在学校。"),
        ("其中转移群众1260人，石栈仓库火灾无人伤亡。", "石栈仓库火灾中，共转移1260人。"),
    ],
)
def test_no_label_is_a_pronoun_or_a_letter(texts):
    for fact in call(*texts):
        for label in (fact.measure, fact.subject, fact.place):
            assert label is None or (len(label) > 1 and label[0] not in "其他她它该此")


def test_what_is_counted_is_no_bearer_of_itself():
    for fact in call("石栈仓库火灾烧毁货车46辆。", "石栈仓库火灾中，46辆货车烧毁。"):
        assert not (fact.subject and fact.measure and fact.measure.endswith(fact.subject))


def test_labels_do_not_hang_on_the_order_of_articles():
    texts = ("石栈仓库火灾中有7人经抢救无效死亡。", "石栈仓库火灾造成7人死亡。", "石栈仓库火灾已致7人遇难。")
    there, back = call(*texts), call(*reversed(texts))
    assert [(fact.measure, fact.subject, fact.place) for fact in there] == [
        (fact.measure, fact.subject, fact.place) for fact in back
    ]


@pytest.mark.parametrize(
    ("one", "other", "measure", "subject"),
    [
        ("岚光港的吞吐量同比增长12.4%。", "昨天公布，岚光港的吞吐量同比增长12.4%。", "吞吐量同比增幅", "岚光港"),
        ("业主周立群被羁押366天。", "案发后，业主周立群被羁押366天，现已回家。", "业主周立群被羁押", None),
        ("仓库门前停车10分钟收费58.5元。", "石栈镇回应停车10分钟收费58.5元。", "收费", None),
        ("石栈仓库火灾致7死。", "县里通报，石栈仓库火灾中7人不幸遇难。", "死亡", None),
    ],
    ids=["growth", "what is done", "minutes of another figure", "what became of them"],
)
def test_a_name_is_a_whole_noun(one, other, measure, subject):
    named = [(fact.measure, fact.subject) for fact in call(one, other)]
    assert any(name == measure and subject in (None, whose) for name, whose in named), named


@pytest.mark.parametrize(
    "texts",
    [
        ("澜岳证券表示，今年石栈港的出口额为1350万元。", "澜岳证券表示，今年出口额为1350万元。"),
        ("据澜岳证券统计，8月票房为1350万元。", "澜岳证券统计，8月票房达到1350万元。"),
    ],
)
def test_who_only_tells_a_figure_does_not_bear_it(texts):
    (fact,) = call(*texts)
    assert "澜岳" not in (fact.subject or "")
