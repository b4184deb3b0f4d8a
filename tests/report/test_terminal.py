"""What people read: harmless, aligned, never wider than the terminal."""

from __future__ import annotations

import re

import msgspec
import pytest
from rich.cells import cell_len
from rich.text import Text

import factcheck
from factcheck.report import EXTRACT, SCAN, Style, render
from factcheck.report.layout import excerpt, shorten_text, wrap_words
from factcheck.report.whereabouts import web_address

PATH = re.compile(r"corpus/\S+:\d+:\d+")


def shown(report, formats=SCAN, **style):
    return render(report, formats, "terminal", Style(**{"severity": "note"} | style)).decode()


@pytest.mark.parametrize("formats", [SCAN, EXTRACT])
def test_nothing_from_input_acts_on_the_terminal_or_on_a_build_server(report, formats):
    output = shown(report, formats)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", output)
    assert not any(line.lstrip().startswith(("::", "##[")) for line in output.splitlines())
    assert r"\x1b]8;;https://example.org\x07\x1b[31m[red]" in output
    assert "[bold red]" in shown(report, formats, width=200)


@pytest.mark.parametrize("formats", [SCAN, EXTRACT])
@pytest.mark.parametrize("width", range(60, 201, 7))
def test_no_line_is_wider_than_the_terminal_but_for_paths(report, formats, width):
    wide = [line for line in shown(report, formats, width=width).splitlines() if cell_len(line) > width]
    assert all("corpus/" in line for line in wide)


def test_a_finding_at_a_glance(report):
    first = shown(report, width=72).split("\n\n")[1]
    assert first.splitlines() == [
        "FC104 magnitude-slip  error  0.97",
        "  557.6萬 / 5576萬",
        "  557.6萬美元  corpus/a.txt:6:20  2025-02",
        "               據河灣日報報道，城北園區的訓練成本僅為【557.6萬美元】，比",
        "               上年少了三成[bold red]加粗[/bold red]。",
        r"  5576萬美元   corpus/b\x1b]8;;https://example.org\x07\x1b[31m[red]:\x3ax\u202e.txt:1:16",
        r"               紅石新聞：城北園區總訓練成本約【5576萬美元】\u202e。",
        "               corpus/b0.txt:1:16",
        "               corpus/b1.txt:1:16",
        "               and 3 more",
        "  because the same measure: 训练成本",
        "          ten times as much",
        "  fingerprint 0123456789abcdef",
    ]


def in_groups(report, size):
    """The report with only its first finding, of `size` groups of three places each."""
    slip = report.findings[0]
    places = tuple(
        msgspec.structs.replace(slip.locations[0], path=f"corpus/g{n}.txt", group=n, column=column)
        for n in range(size)
        for column in (1, 2, 3)
    )
    return msgspec.structs.replace(report, findings=(msgspec.structs.replace(slip, locations=places),))


def test_of_very_many_figures_the_first_are_shown_and_the_others_counted(report):
    lines = shown(in_groups(report, 500), width=120).splitlines()
    assert len(lines) < 60
    assert "  and 492 more like these, places: 1,476; --report json=report.json has them all" in lines
    assert [n for n in range(500) if any(f"corpus/g{n}.txt" in line for line in lines)] == list(range(8))
    narrow = shown(in_groups(report, 500), width=60, lang="zh-hans").splitlines()
    assert any("另有492种说法" in line for line in narrow)
    assert not [line for line in narrow if cell_len(line) > 60 and "corpus/" not in line]


def test_a_message_of_very_many_figures_begins_and_ends_as_it_did_and_holds_no_half_of_one(report):
    figures = [f"{n}.5公里" for n in range(1000, 1900)]
    message = f"桥, 长度: {'; '.join(figures)}, but 3.1公里 is on file"
    (slip, *_) = report.findings
    slip = msgspec.structs.replace(slip, message=message)
    lines = shown(msgspec.structs.replace(report, findings=(slip,)), width=80).split("\n\n")[1].splitlines()
    told = (
        "".join(line[2:] for line in lines[1:] if not line.startswith("   ")).split("557.6萬美元")[0].replace(" ", "")
    )
    assert told.startswith("桥,长度:1000.5公里;1001.5公里;")
    assert told.endswith(",but3.1公里isonfile")
    assert set(re.findall(r"[\d.]+公里", told)) <= {*figures, "3.1公里"}
    assert len(told) < 80 * 6


def test_nothing_is_counted_where_all_is_shown_and_other_formats_leave_nothing_out(report):
    assert "more like these" not in shown(in_groups(report, 9))
    assert "corpus/g8.txt" in shown(in_groups(report, 9))
    assert "corpus/g499.txt" in render(in_groups(report, 500), SCAN, "json", Style()).decode()


def test_what_is_on_file_is_shown_behind_any_number_of_figures(report):
    many = in_groups(report, 500)
    slip = many.findings[0]
    filed = msgspec.structs.replace(slip.locations[0], doc="facts", path="corpus/facts.yaml", group=500)
    document = msgspec.structs.replace(many.documents[0], id="facts", path="corpus/facts.yaml", role="ledger")
    slip = msgspec.structs.replace(slip, locations=(*slip.locations, filed))
    many = msgspec.structs.replace(many, findings=(slip,), documents=(*many.documents, document))
    output = shown(many, width=120)
    assert "corpus/facts.yaml" in output
    assert "and 492 more like these" in output


def test_the_figures_stand_under_one_another(report):
    for width in range(60, 201, 10):
        places = [line for line in shown(report, width=width).split("\n\n")[1].splitlines() if PATH.search(line)]
        assert len({cell_len(line[: line.index("corpus/")]) for line in places}) == 1


def test_of_an_altered_quotation_the_changed_words_are_marked(report):
    output = shown(report, width=120)
    assert "大抓【科技】就是大抓未來，我們必須把創新放在核心位置" in output
    assert "大抓【创新】就是大抓未来，我们必须把创新放在核心位置" in output


def test_what_is_only_shared_takes_one_line_and_folds(report):
    (line,) = [line for line in shown(report, width=120).splitlines() if line.startswith("FC302")]
    assert line.endswith("corpus/s0.txt:1:1 = corpus/s1.txt:1:1 = corpus/s2.txt:1:1 and 3 more")
    narrow = shown(report, width=60)
    assert "corpus/s0.txt:1:1\n   = corpus/s1.txt:1:1 = corpus/s2.txt:1:1 and 3 more\n" in narrow


def test_the_first_line_says_what_is_wrong_what_is_worst_and_where(report):
    first = shown(report, terminal=True, width=200).splitlines()[0]
    assert first == "2 errors, 1 warning, 1 note  Worst: FC104 magnitude-slip  corpus/a.txt:6:20"
    assert shown(report, terminal=True, lang="zh-hans").startswith(
        "2处错误，1处警告，1处提示  最严重：FC104 数量级笔误  "
    )


@pytest.mark.parametrize("lang", ["zh-hans", "zh-hant"])
def test_the_report_itself_speaks_chinese(report, lang):
    output = shown(report, lang=lang, width=60)
    assert not re.search(r"because|and \d+ more|\d letters: |warning|articles", output)
    wide = [line for line in output.splitlines() if cell_len(line) > 60]
    assert all("corpus/" in line for line in wide)


def test_links_lead_to_files_where_the_terminal_follows_them_and_hold_nothing_hostile(report):
    linked = shown(report, terminal=True, color=True, root="/home/望")
    targets = re.findall(r"\x1b\]8;id=\d+;([^\x1b\x07]+)\x1b", linked)
    assert "file:///home/%E6%9C%9B/corpus/a.txt#6" in targets
    assert all(re.fullmatch(r"file:///[A-Za-z0-9%./~_-]+#\d+", target) for target in targets)
    assert "\x1b]8" not in shown(report, terminal=True, color=True)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (" http://example.org/新聞 1 ", "http://example.org/%E6%96%B0%E8%81%9E%201"),
        ("https://example.org/%E6%9C%9B", "https://example.org/%E6%9C%9B"),
        ("https://example.org/\x1b]8;;https://evil.example\x07", "https://example.org/%1B]8;;https://evil.example%07"),
        ("https://example.org/\x9c\u202e", "https://example.org/%C2%9C%E2%80%AE"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("data:text/html,x", None),
        ("https://[", None),
        ("https:", None),
        ("example.org", None),
        ("", None),
        (None, None),
    ],
)
def test_only_pages_on_the_web_become_links_and_nothing_in_them_ends_the_link(url, address):
    assert web_address(url) == address


def test_an_article_is_named_by_date_and_source_and_leads_to_its_page(report):
    hostile = "河灣日報\x1b]8;;https://evil.example\x07[link=x]"
    told = {"date": "2025-02-03", "source": hostile, "url": "https://example.org/\x07a"}
    documents = tuple(msgspec.structs.replace(one, **told) for one in report.documents)
    report = msgspec.structs.replace(report, documents=documents)
    linked = shown(report, terminal=True, color=True, root="/home", width=200)
    targets = set(re.findall(r"\x1b\]8;id=\d+;([^\x1b\x07]+)\x1b", linked))
    assert {target for target in targets if not target.startswith("file:///home/")} == {"https://example.org/%07a"}
    plain = shown(report, width=200)
    assert "corpus/a.txt:6:20  2025-02-03 河灣日報\\x1b]8;;https://evil.example\\x07[link=x]\n" in plain
    assert "2025-02-03" not in shown(report, width=60)
    assert "\x1b" not in shown(report, terminal=True, width=200)


def test_the_last_line_counts(report):
    counted = "4 articles, 4 claims, 4 findings (2 errors, 1 warning, 1 note)"
    short = msgspec.structs.replace(report, findings=report.findings[:2])
    assert shown(report).splitlines()[-2] == counted
    assert (
        shown(short, terminal=True).splitlines()[-1]
        == "4 articles, 4 claims, 2 findings (2 errors, 0 warnings, 0 notes)"
    )
    assert shown(report, EXTRACT, terminal=True).splitlines()[-1] == "4 articles, 4 claims"


def test_the_last_screen_names_the_worst_again(report):
    assert shown(report, terminal=True).splitlines()[-1] == "Worst: FC104 magnitude-slip  corpus/a.txt:6:20"
    short = msgspec.structs.replace(report, findings=report.findings[:2])
    assert shown(short, terminal=True).count("Worst: ") == 1


def test_a_report_in_a_file_carries_the_marker_and_one_on_a_terminal_does_not(report):
    for formats in (SCAN, EXTRACT):
        assert shown(report, formats).endswith("\nfactcheck:report\n")
        assert shown(report, formats).count("factcheck:report") == 1
        assert "factcheck:report" not in shown(report, formats, terminal=True)


def test_notes_are_counted_and_shown_only_where_they_are_asked_for(report):
    output = shown(report, severity=None)
    assert "FC302" not in output
    assert "\nNot shown: 1 note; --severity note shows them\n" in output
    assert "4 findings (2 errors, 1 warning, 1 note)" in output
    errors = shown(report, severity="error")
    assert "FC301" not in errors
    assert "\nNot shown: 1 warning, 1 note; --severity note shows them\n" in errors
    assert "Not shown" not in shown(report)


def test_where_only_notes_were_found_no_headline_names_what_is_not_shown(report):
    notes = msgspec.structs.replace(report, findings=report.findings[-1:])
    assert shown(notes, severity=None, terminal=True).startswith("Not shown: 1 note; ")


def test_at_most_so_many_are_shown_and_then_what_is_left_out_and_how_to_see_it(report):
    slip = report.findings[0]
    many = msgspec.structs.replace(report, findings=(slip,) * 60)
    output = shown(many, most=50, terminal=True)
    assert len(re.findall(r"^FC104 ", output, re.MULTILINE)) == 50
    assert "\n10 more findings are not shown here\n--max-findings 0 shows all of them" in output
    assert len(re.findall(r"^FC104 ", shown(many, terminal=True), re.MULTILINE)) == 60
    assert "not shown here" not in shown(report, most=4, terminal=True)


def test_what_articles_share_is_gathered_by_who_shares_with_whom(report):
    *_, shared = report.findings
    two = msgspec.structs.replace(shared, locations=shared.locations[:2])
    short = msgspec.structs.replace(
        two, locations=tuple(msgspec.structs.replace(one, text=one.text[:8]) for one in two.locations)
    )
    other = msgspec.structs.replace(shared, locations=shared.locations[3:5])
    many = msgspec.structs.replace(report, findings=(other, short, two, two))
    lines = [line for line in shown(many, width=120).splitlines() if line.startswith("FC302 ")]
    assert lines == [
        "FC302 shared-passage  note  3 passages, 48 letters  corpus/s0.txt:1:1 = corpus/s1.txt:1:1",
        "FC302 shared-passage  note  0.50  corpus/s3.txt:1:1 = corpus/s4.txt:1:1",
    ]
    assert "4 findings" in shown(many)


def test_color_only_where_wanted(report):
    assert "\x1b[" not in shown(report, terminal=True)
    colored = shown(report, color=True)
    assert "\x1b[1;31merror" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == shown(report)


def test_the_same_report_gives_the_same_bytes(report):
    assert shown(report) == shown(report)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("一二三四五", 6, ["一二三", "四五"]),
        ("一二三四五", 7, ["一二三", "四五"]),
        ("一二三，四", 6, ["一二", "三，四"]),
        ("一二DeepSeek三", 10, ["一二", "DeepSeek三"]),
        ("abcdefghijkl", 5, ["abcde", "fghij", "kl"]),
        ("one two three", 8, ["one two", "three"]),
        ("一", 2, ["一"]),
        ("", 5, [""]),
        ("。。。。", 4, ["。。", "。。"]),
    ],
)
def test_wrapping_in_cells(text, width, lines):
    assert [line.plain for line in wrap_words(Text(text), width)] == lines


def test_wrapping_loses_nothing():
    text = "城北園區（North Park）2024年的training cost為557.6萬美元，約為OpenAI的1/11。" * 5
    for width in range(4, 90):
        lines = [line.plain for line in wrap_words(Text(text), width)]
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert max(map(cell_len, lines)) <= width


def test_long_sentences_are_cut_around_the_mark():
    text = "前" * 500 + "36家" + "后" * 500
    shown_text = excerpt(text, (0, len(text)), [(500, 503)], 60).plain
    assert "【36家】" in shown_text
    assert shown_text[0] == shown_text[-1] == "…"
    assert cell_len(shown_text) <= 60


def test_a_mark_longer_than_the_room_is_cut():
    text = "长" * 1000
    assert len(excerpt(text, (0, 1000), [(0, 1000)], 60).plain) < 80


def test_shortened_in_cells():
    assert shorten_text("一二三四五", 7) == "一二三…"
    assert shorten_text("一二三", 6) == "一二三"


def test_a_note_on_one_line_counts_the_letters_that_its_places_share():
    first, second = (
        factcheck.Document(id=name, text=text, date="2025-02-07")
        for name, text in (
            ("a", "渡轮公司昨天恢复了望澜湾到岚洲岛的夜航班次，，，“旅客可在东码头购票登船”，票价不变。"),
            ("b", "渡轮公司昨天恢复了望澜湾到岚洲岛的夜航班次，旅客可在东码头购票登船，票价不变。"),
        )
    )
    report = factcheck.scan([first, second])
    (note,) = [one for one in report.findings if one.rule == "FC302"]
    count = dict(note.phrases[0].values)["count"]
    assert count != len(note.locations[0].text)
    from factcheck.report.gathered import count_letters

    assert count_letters(note) == count
