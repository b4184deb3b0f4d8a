"""One note a measure of an event, all its steps in order; what no step explains is none."""

from __future__ import annotations

from factcheck import Document, scan

HEAD = "岚峡县石栈仓库火灾通报\n\n岚峡县石栈镇的仓库火灾仍在调查。"
DEAD = "记者从县里获悉，石栈仓库火灾已造成{}人死亡。"
CROWD = "{}估计，石栈镇的竹灯会约有{}万人参加。"


def found(*told, words=DEAD):
    days = [f"2025-08-0{number + 4}" for number in range(len(told))]
    documents = [
        Document(
            id=f"{n}",
            text=HEAD + words.format(*(one if isinstance(one, tuple) else (one,))),
            date=day,
            source=f"第{n}报",
        )
        for n, (one, day) in enumerate(zip(told, days, strict=True))
    ]
    return [one for one in scan(documents).findings if one.rule.startswith("FC1")]


def test_a_leap_is_no_step():
    assert not any(one.rule == "FC110" for one in found(3, 40))


def test_a_factor_of_ten_is_no_step():
    assert not any(one.rule == "FC110" for one in found(3, 30))


def test_a_leap_among_steps_leaves_no_note():
    assert not any(one.rule == "FC110" and len(one.locations) > 2 for one in found(3, 7, 70))


def test_all_steps_are_one_note_in_the_order_of_time():
    (note,) = found(3, 7, 11)
    assert (note.rule, note.severity) == ("FC110", "note")
    assert note.message.endswith("3人 (1 article), then 7人 (1 article), then 11人 (1 article)")
    assert [(place.doc, place.group) for place in note.locations] == [("0", 0), ("1", 1), ("2", 2)]


def test_estimates_are_told_with_their_sources():
    (note,) = found(("主办方望澜商会", 5), ("岚峡县警察局", 2), words=CROWD)
    assert note.rule == "FC111"
    assert "望澜商会" in note.message
    assert "警察局" in note.message
