"""`factcheck compare`: why two figures are, or are not, one fact."""

from __future__ import annotations

import json

import pytest

TOLD = "全市共有{}概念验证中心，去年服务企业1200家，带动投资45亿元。"
REPORT = (
    "望澜海洋集团8月2日发布2025年上半年业绩。上半年，望澜海洋集团实现营业收入57.83亿元，同比增长12.4%；"
    "其中船舶业务收入38.26亿元，海工业务收入19.57亿元。截至6月末，集团在建船舶46艘。"
)
RETOLD = (
    "记者从望澜海洋集团获悉，该集团今年前六个月的营收达到57.83亿元，比去年同期多了12.4%。"
    "望澜海洋集团的船舶板块贡献38.26亿元，海工板块贡献19.75亿元，手上还有46艘船在建。"
)


@pytest.fixture
def write(tmp_path):
    """Write an article of a day; the place of a figure in it."""
    (tmp_path / "articles").mkdir()

    def call(name, text, figure, date="2025-08-02"):
        (tmp_path / "articles" / name).write_text(f"---\ndate: {date}\n---\n{text}\n", "utf-8")
        return f"articles/{name}:4:{text.index(figure) + 1}"

    return call


@pytest.fixture
def like(write):
    return write("a.txt", TOLD.format("36家"), "36家"), write("b.txt", "据了解，" + TOLD.format("63家"), "63家")


def read(ran):
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def test_a_veto_that_strikes_is_named_and_the_two_are_not_one_fact(run, write):
    one = write("a.txt", "望澜港口去年出口货物48万吨，同比增长。", "48万吨")
    other = write("b.txt", "望澜港口去年进口货物57万吨，同比增长。", "57万吨")
    ran = run("compare", one, other, "articles")
    assert ran.code == 0
    assert ran.out.startswith("Not one fact")
    assert "two measures that texts set against one another" in ran.out
    assert "measures set against one another: trade: which way goods go" in ran.out
    assert "两边的指标互相对立\n" in run("compare", one, other, "articles", "--lang", "zh-hans").out
    found = read(run("compare", one, other, "articles", "-f", "json"))
    assert not found["one_fact"]
    assert found["way"] is None
    assert "contrast" in found["veto_names"]
    assert {"words": "measures", "sides": [["出口"], ["进口"]]} in found["left_over"]


def test_what_falls_short_says_by_how_much(run, write):
    one = write("a.txt", "望澜大桥的桥面宽24米，2006年通车。", "24米")
    other = write("b.txt", "云汀山上的古松高达31米，林可文去年量过。", "31米")
    ran = run("compare", one, other, "articles")
    (way,) = read(run("compare", one, other, "articles", "-f", "json"))["ways"]
    assert way["lacks"] == pytest.approx(way["needed"] - way["weight"], abs=0.01)
    assert f"{way['lacks']:g} bits more would have been needed" in ran.out


def test_one_fact_by_its_words_has_every_level_their_sum_and_no_veto(run, like):
    found = read(run("compare", *like, "articles", "-f", "json"))
    assert (found["one_fact"], found["way"], found["vetoes"]) == (True, "words", [])
    assert (found["found"], found["verdict"]) == ("differ", "differ")
    (way,) = found["ways"]
    assert sum(level["weight"] for level in way["levels"]) == pytest.approx(way["weight"], abs=0.05)
    assert way["weight"] >= way["needed"]
    assert (way["lacks"], way["against"]) == (0, [])
    assert [claim["text"] for claim in found["figures"]] == ["36家", "63家"]


def test_levels_and_sum_are_those_that_a_scan_reports(run, like):
    (finding,) = json.loads(run("scan", "articles", "-f", "json", "--select", "FC1").out)["findings"]
    (way,) = read(run("compare", *like, "articles", "-f", "json"))["ways"]
    assert way["levels"] == finding["comparison"]["levels"]
    assert (way["weight"], way["needed"]) == (finding["comparison"]["weight"], finding["comparison"]["threshold"])


def test_the_order_of_the_places_and_how_files_are_named_is_no_matter(run, like, tmp_path):
    ran = run("compare", *like, "articles")
    assert run("compare", *reversed(like), "articles").out == ran.out
    assert run("compare", f"./{like[0]}", f"{tmp_path}/{like[1]}", "articles").out == ran.out


def test_two_figures_of_one_event_are_compared_as_a_retelling(run, write):
    places = write("a.txt", REPORT, "19.57亿元"), write("b.txt", RETOLD, "19.75亿元")
    found = read(run("compare", *places, "articles", "-f", "json"))
    assert (found["one_fact"], found["way"], found["verdict"]) == (True, "event", "slip")
    way = next(way for way in found["ways"] if way["way"] == "event")
    assert {"event", "form", "beside"} <= {level["comparison"] for level in way["levels"]}
    assert sum(level["weight"] for level in way["levels"]) == pytest.approx(way["weight"], abs=0.1)
    assert "Inside one event" in run("compare", *places, "articles").out


def test_a_figure_with_a_better_partner_names_it(run, write):
    one, other = write("a.txt", REPORT, "38.26亿元"), write("b.txt", RETOLD, "57.83亿元")
    found = read(run("compare", one, other, "articles", "-f", "json"))
    assert not found["one_fact"]
    assert [(claim["path"], claim["text"]) for claim in found["partners"]] == [("articles/a.txt", "57.83亿元")]


def test_without_paths_only_the_two_articles_are_read_and_it_says_so(run, like, write):
    write("c.txt", TOLD.format("99家"), "99家")
    ran = run("compare", *like)
    assert "Compared by themselves" in ran.out
    found = read(run("compare", *like, "-f", "json"))
    assert (found["articles"], found["alone"]) == (2, True)
    assert (read(run("compare", *like, "articles", "-f", "json"))["articles"]) == 3


def test_a_record_of_json_lines_is_named_by_line_and_offset(run, like, tmp_path):
    text = "据了解，" + TOLD.format("63家")
    lines = [
        json.dumps({"id": str(n), "text": told, "date": "2025-08-02"}) for n, told in enumerate(("无数字。", text))
    ]
    (tmp_path / "articles" / "b.txt").unlink()
    (tmp_path / "articles" / "b.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    at = text.index("63家")
    found = read(run("compare", like[0], f"articles/b.jsonl:2@{at}", "articles", "-f", "json"))
    assert found["one_fact"]
    assert read(run("compare", like[0], f"articles/b.jsonl:2:{at + 1}", "articles", "-f", "json")) == found
    missed = run("compare", like[0], f"articles/b.jsonl:2@{at - 1}", "articles")
    assert f"63家 (articles/b.jsonl:2@{at})" in missed.err


def test_among_what_is_on_file_in_a_folder_or_an_index(run, like, tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "articles" / "a.txt").rename(tmp_path / "new" / "a.txt")
    place = like[0].replace("articles", "new")
    assert run("index", "build", "desk.index", "articles").code == 0
    folder = read(run("compare", place, like[1], "--against", "articles", "-f", "json"))
    assert folder["one_fact"]
    filed = read(run("compare", place, like[1], "--against", "desk.index", "-f", "json"))
    assert filed["ways"] == folder["ways"]
    assert (filed["articles"], filed["alone"]) == (2, False)


def test_it_is_told_in_three_languages(run, like):
    hans, hant = (run("compare", *like, "articles", "--lang", lang).out for lang in ("zh-hans", "zh-hant"))
    assert hans.startswith("视为同一事实  不能同时成立")
    assert "成立的排除条件" in hans
    assert hant.startswith("視為同一事實")


def test_hostile_text_does_the_terminal_no_harm(run, write):
    text = TOLD.format("36家") + "\x1b[31m\u202e"
    one, other = write("a.txt", text, "36家"), write("b.txt", "\x1b]8;;据了解，" + TOLD.format("63家"), "63家")
    for form in ("terminal", "json"):
        ran = run("compare", one, other, "articles", "-f", form)
        assert ran.code == 0
        assert not {"\x1b", "\u202e"} & set(ran.out)


@pytest.mark.parametrize(
    ("place", "more", "what"),
    [
        ("nonsense\x1b", (), "'nonsense\\x1b' is no place"),
        ("articles/a.txt:4", (), "is no place"),
        ("articles/a.txt:99:1", (), "there is no line 99"),
        ("articles/a.txt:4:1", (), "the nearest figures of the line: 36家 (articles/a.txt:4:5)"),
        ("articles/a.txt:2:1", (), "`factcheck extract FILE`"),
        ("articles/a.txt:4@4", (), "this file has none"),
        ("none.txt:4:5", ("articles",), "no article of this file is among those that are read"),
        ("none.txt:4:5", (), "none.txt: no such file or folder"),
        ("articles/b.txt:4:9", (), "both places are one figure"),
        ("articles/a.txt:4:5", ("articles", "--against", "articles"), "give either paths or --against"),
        ("articles/a.txt:4:5", ("-f", "html"), "one of terminal, json"),
    ],
)
def test_what_cannot_be_compared_is_said_with_a_cure(run, like, place, more, what):
    ran = run("compare", place, like[1], *more)
    assert ran.code == 2
    assert what in ran.err
    assert "help: " in ran.err
    assert "\x1b" not in ran.err
    assert ran.out == ""
