"""A figure that moved on is a note; what a later date alone would explain is an error still."""

from __future__ import annotations

import pytest

from factcheck import Document, scan

TOLL = "望澜市海事局通报，岚湾渡轮相撞事故已造成{}人受伤，伤者都在市第二医院。"
FACT = "望澜市海洋机器人产业园今年引进了{}家精密制造企业，带动就业近千人。"


def rules(
    a: str, b: str, dates: tuple[str | None, str | None] = ("2025-03-01", "2025-03-03"), **more: str
) -> list[str]:
    texts = zip("ab", (a, b), dates, strict=True)
    report = scan([Document(id=name, text=text, date=date, **more) for name, text, date in texts])
    return [finding.rule for finding in report.findings if finding.rule.startswith("FC1")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (TOLL.format(10), TOLL.format(10)),
        (FACT.format(48), "據介紹，" + FACT.format(84)),
        (TOLL.format(13), "据介绍，" + TOLL.format(10)),
        (TOLL.format(10), "据介绍，" + TOLL.format(55)),
    ],
    ids=["equal", "no running measure", "fewer at the later date", "over three times as many"],
)
def test_not_revised(a, b):
    assert "FC110" not in rules(a, b)


def test_a_toll_moves_on():
    assert rules(TOLL.format(10), "据介绍，" + TOLL.format(13)) == ["FC110"]


def test_the_later_text_says_that_it_corrects():
    assert rules(FACT.format(48), "更正：" + FACT.format(84)) == ["FC110"]


def test_a_correction_in_the_earlier_text_explains_nothing():
    assert "FC110" not in rules("更正：" + FACT.format(48), FACT.format(84))


@pytest.mark.parametrize(
    "said",
    ["经审计，", "经追溯调整，", "修订后，", "重述后，", "经市统计局最终核实，", "經最終核定，", "订正后，"],
)
def test_what_was_audited_restated_or_verified(said):
    assert rules(FACT.format(48), said + FACT.format(84)) == ["FC110"]


def test_a_figure_that_was_corrected_to_it():
    told = "望澜集团去年净利润{}亿元，由董事会公布。"
    assert rules(told.format("为3.5"), told.format("调整为3.2")) == ["FC110"]


@pytest.mark.parametrize("said", ["未经审计，", "按宪法修正案，", "待核实，", "应急响应调整为四级时，"])
def test_what_corrects_nothing(said):
    assert "FC110" not in rules(FACT.format(48), said + FACT.format(84))


def test_what_both_say_in_the_same_words_corrects_nothing():
    checked = "经核实，" + FACT
    assert "FC110" not in rules(checked.format(48), "据介绍，" + checked.format(84))
    assert rules("经审计，" + FACT.format(48), "更正：" + FACT.format(84)) == ["FC110"]


def test_a_rise_alone_explains_nothing():
    risen = FACT.replace("引进了{}家", "引进的企业增加到{}家")
    assert "FC110" not in rules(risen.format(48), "据介绍，" + risen.format(52))


def test_a_counter_of_days_does_not_move_on():
    foot = "{}\n\n距离望澜市海洋机器人博览会开幕还有{}天，累计已有报名企业名单可在市会展中心查询。"
    leads = ("渔港今日开渔，百船齐发。", "老街的灯会办到月底。", "新修的环岛路昨夜通车。")
    documents = [
        Document(id=f"{n}", text=foot.format(lead, 5 - n), date=f"2025-03-0{n + 1}", source="望澜晚报")
        for n, lead in enumerate(leads)
    ]
    assert [finding.rule for finding in scan(documents).findings if finding.rule != "FC302"] == []


def test_two_versions_of_one_page():
    assert rules(FACT.format(48), "据介绍，" + FACT.format(84), url="https://example.org/a") == ["FC110"]


def test_the_states_stand_in_the_order_of_their_dates():
    days = ("2025-03-05", "2025-03-01")
    texts = ("据介绍，" + TOLL.format(13), TOLL.format(10))
    report = scan([Document(id=n, text=t, date=d) for n, t, d in zip("ab", texts, days, strict=True)])
    (finding,) = [finding for finding in report.findings if finding.rule == "FC110"]
    assert finding.severity == "note"
    assert "10人 (1 article), then 13人 (1 article)" in finding.message
