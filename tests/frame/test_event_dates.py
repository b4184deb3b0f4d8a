from __future__ import annotations

from datetime import date

import pytest

from factcheck import Document, extract


def events(text: str) -> list[tuple[str | None, str | None, date]]:
    claims = extract(Document(id="text", text=text, date="2025-03-06"))
    return [(c.subject, c.measure, date.fromordinal(int(c.low or 0))) for c in claims if c.kind == "date"]


@pytest.mark.parametrize(
    "text",
    [
        "公司2010年成立以来，已经培育企业20家。",
        "2013年成立的公司去年倒闭。",
        "该馆始建于1903年。",
        "2023年产值达150亿元。",
        "记者5日获悉，会议将择日召开。",
        "车祸发生在2023年8月6日。",
        "产品热销于2023年的市场。",
        "该校位于云汀西部，始建之初仅有两间教室。",
        "方案（2021—2045），经批准后公布。",
        "抗战（1931—1945）时期的文物。",
        "林望川（1881），作家。",
        "林望川（光绪二十四年—宣统三年），作家。",
        "林望川（2月30日）说。",
        "林望川（1881—1885），作家。",
    ],
)
def test_no_event(text):
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "subject", "event", "day"),
    [
        ("云汀大学成立于2006年。", "云汀大学", "成立", date(2006, 1, 1)),
        ("雲汀大學成立於2006年。", "云汀大学", "成立", date(2006, 1, 1)),
        ("林望川，男，汉族，1952年3月出生。", "林望川", "出生", date(1952, 3, 1)),
        ("3月5日，云汀大桥正式通车。", "云汀大桥", "通车", date(2025, 3, 5)),
        ("2024年9月26日，第三届云汀数字博览会在望澜开幕。", "第三届云汀数字博览会", "开幕", date(2024, 9, 26)),
        ("岚光(望澜)有限公司成立于2007年3月。", "岚光(望澜)有限公司", "成立", date(2007, 3, 1)),
        ("扎維亞什位於望瀾西部，始建於1446年，面積2平方公里。", "扎维亚什", "始建", date(1446, 1, 1)),
        ("建於1446年的扎維亞什位於望瀾西部。", "扎维亚什", "建", date(1446, 1, 1)),
        ("岚光系统研制于1996年。", "岚光系统", "研制", date(1996, 1, 1)),
        ("望澜农事试验场办公楼于2005年登录为市定古迹。", "望澜农事试验场办公楼", "登录为市定古迹", date(2005, 1, 1)),
    ],
)
def test_event(text, subject, event, day):
    assert events(text) == [(subject, event, day)]


@pytest.mark.parametrize(
    ("text", "who", "born", "died"),
    [
        ("林望川（1881—1936），作家。", "林望川", date(1881, 1, 1), date(1936, 1, 1)),
        ("林望川（1881年—1936年）是作家。", "林望川", date(1881, 1, 1), date(1936, 1, 1)),
        ("作家鲁望(1881～1936)生前住在云汀。", "鲁望", date(1881, 1, 1), date(1936, 1, 1)),
        ("林望川（1881年9月25日－1936年10月19日），作家。", "林望川", date(1881, 9, 25), date(1936, 10, 19)),
        ("林望川（1881.9.25－1936.10.19），作家。", "林望川", date(1881, 9, 25), date(1936, 10, 19)),
        ("查尔·狄森（1881－1936）的小说。", "查尔·狄森", date(1881, 1, 1), date(1936, 1, 1)),
    ],
)
def test_dates_of_a_life(text, who, born, died):
    assert events(text) == [(who, "出生", born), (who, "逝世", died)]
