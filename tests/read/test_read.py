"""Articles from files, JSON lines and standard input; what cannot be read is named and the rest goes on."""

from __future__ import annotations

import gzip
import io
import json
import os
import pickle
import shutil
import tempfile
import tracemalloc
from pathlib import Path

import pytest

from factcheck.messages import tell
from factcheck.model import Document, Skipped
from factcheck.read import MARKER, Options, load, read
from factcheck.read.formats import list_suffixes
from factcheck.read.source import InputSource

MB = 1 << 20


def both(paths, **options):
    items = list(read([str(path) for path in paths], **options))
    return [item for item in items if isinstance(item, Document)], [item for item in items if isinstance(item, Skipped)]


def written(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_an_unreadable_file_is_named_and_the_rest_goes_on():
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    written(folder, "a.txt", "甲")
    written(folder, "b.txt", "乙").chmod(0)
    (folder / "c").mkdir(mode=0)
    root = os.geteuid() == 0
    try:
        if root:
            os.seteuid(65534)  # root reads everything
        found, skipped = both([folder])
    finally:
        if root:
            os.seteuid(0)
        (folder / "c").chmod(0o700)
        shutil.rmtree(folder)
    assert [document.id for document in found] == ["a.txt"]
    assert [(Path(item.path).name, item.reason, item.fatal) for item in skipped] == [
        ("c", "cannot be listed: permission denied", True),
        ("b.txt", "cannot be read: permission denied", True),
    ]


@pytest.mark.parametrize("content", [b"", b"\n \r\n", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_an_empty_file_is_told_and_fatal_where_it_was_named(tmp_path, content, name):
    path = written(tmp_path, name, content)
    written(tmp_path, "b.txt", "甲")
    found, (skipped,) = both([tmp_path])
    assert [document.id for document in found] == ["b.txt"]
    assert (skipped.reason, skipped.fatal) == ("empty", False)
    found, (skipped,) = both([path])
    assert found == []
    assert (skipped.reason, skipped.fatal) == (f"empty: no article in it ({tell(list_suffixes())}, also .gz)", True)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\x00\x00", "甲\x00乙", bytes(range(1, 256)) * 4])
def test_what_is_no_text_is_fatal(tmp_path, content):
    written(tmp_path, "b.txt", "乙")
    written(tmp_path, "a.txt", content)
    found, (skipped,) = both([tmp_path])
    assert [document.id for document in found] == ["b.txt"]
    assert skipped.fatal
    assert skipped.path.endswith("a.txt")


def test_an_article_over_the_limit_is_refused_and_one_at_the_limit_read(tmp_path):
    written(tmp_path, "a.txt", "a" * 1024)
    written(tmp_path, "b.txt", "a" * 1025)
    found, (skipped,) = both([tmp_path], max_file_size=1024)
    assert [document.id for document in found] == ["a.txt"]
    assert (skipped.reason, skipped.fatal) == ("over 1 KB; --max-file-size allows more", True)


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz"])
def test_a_gzip_bomb_takes_no_memory(tmp_path, name):
    with gzip.open(tmp_path / name, "wb", compresslevel=9) as stored:
        for _ in range(200):
            stored.write(b" " * MB)
    tracemalloc.start()
    found, skipped = both([tmp_path], max_file_size=MB)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == []
    assert skipped[0].fatal
    assert "over 1 MB" in skipped[0].reason
    assert peak < 20 * MB


def test_broken_compression_is_named_and_what_came_before_is_read(tmp_path):
    lines = b"".join(json.dumps({"id": str(n), "text": f"{n}家"}).encode() + b"\n" for n in range(2000))
    whole = gzip.compress(lines)
    written(tmp_path, "a.jsonl.gz", whole[: len(whole) // 2])
    written(tmp_path, "b.txt.gz", "正文".encode())
    found, skipped = both([tmp_path])
    assert found[0].id == "0"
    assert 0 < len(found) < 2000
    assert [(Path(item.path).name, item.reason.split(":")[0], item.fatal) for item in skipped] == [
        ("a.jsonl.gz", "broken compression", True),
        ("b.txt.gz", "broken compression", True),
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"id": "x", "text": "没有合上', "no JSON record"),
        ('{"id": "x"}', "missing required field `text`"),
        ('{"text": 36}', "Expected `str`, got `int`"),
        ('{"text": "甲", "id": [1]}', "Expected `int | str | null`"),
        ('["text"]', "Expected `object`, got `array`"),
        ("null", "Expected `object`, got `null`"),
        ('{"text": "甲", "x": ' + "[" * 100_000, "nested too deeply"),
        ('{"text": "\\ud800"}', "no JSON record"),
        ('{"text": "甲\\u0000乙"}', "NUL"),
        ("\x00", "NUL"),
        (b'{"text": "\xff"}', "neither UTF-8"),
        ('{"text": "甲"} {"text": "乙"}', "trailing characters"),
    ],
)
def test_a_broken_line_is_named_by_its_number_and_the_rest_goes_on(tmp_path, line, why):
    data = line if isinstance(line, bytes) else line.encode()
    good = '{"id": "好", "text": "正文"}'.encode()
    path = written(tmp_path, "a.jsonl", b"\n" + data + b"\r\n" + good)
    found, (skipped,) = both([path])
    assert [(document.id, document.record) for document in found] == [("好", 3)]
    assert (skipped.line, skipped.fatal) == (2, True)
    assert why in skipped.reason


def test_a_line_of_50_mb_is_refused_and_named_and_the_rest_goes_on(tmp_path):
    path = tmp_path / "a.jsonl"
    with path.open("wb") as stored:
        stored.write(b'{"id": "a", "text": "x"}\n{"id": "long", "text": "')
        for _ in range(50):
            stored.write(b"x" * MB)
        stored.write(b'"}\n{"id": "b", "text": "x"}\n')
    tracemalloc.start()
    found, (skipped,) = both([path])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [document.id for document in found] == ["a", "b"]
    assert (skipped.line, skipped.fatal) == (2, True)
    assert "over 16 MB" in skipped.reason
    assert peak < 40 * MB


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("report.txt", f"{MARKER}\n\nFC101 …36家"),
        ("printed.txt", f"2 errors\n\n{'FC101 …36家' * 500}\n{MARKER}\n"),
        ("report.md", f"# 报告\n\n<!-- {MARKER} -->\n36家"),
        ("report.jsonl", f'{{"generator":"{MARKER}","text":"36家"}}\n{{"text":"37家"}}\n'),
    ],
)
def test_a_report_is_never_read_as_an_article(tmp_path, name, content):
    found, (skipped,) = both([written(tmp_path, name, content)])
    assert found == []
    assert skipped.reason.startswith("a report of factcheck")
    assert not skipped.fatal


def test_an_article_that_speaks_of_the_marker_at_its_end_is_read(tmp_path):
    text = f"{'正文36家。' * 100}\n报告的最后一行是{MARKER}"
    (document,), skipped = both([written(tmp_path, "a.txt", text)])
    assert (document.text, skipped) == (text, [])


def test_refused_front_matter_is_told_and_the_article_read(tmp_path):
    bomb = "---\na: &a [x]\nb: *a\n---\n正文36家。"
    written(tmp_path, "a.txt", bomb)
    written(tmp_path, "b.jsonl", json.dumps({"id": "b", "text": bomb}))
    found, skipped = both([tmp_path])
    assert [document.text for document in found] == [bomb, bomb]
    assert [(item.line, item.fatal) for item in skipped] == [(None, False), (1, False)]
    assert all("anchors and aliases" in item.reason for item in skipped)


def test_fields_of_a_record(tmp_path):
    record = {
        "id": 7, "text": "正文\r\n第二行", "title": "标题", "date": "2025-02-07T10:00:00", "outlet": "河湾日报",
        "author": "某甲", "url": "https://example.org/7", "other": {"a": 1},
    }  # fmt: skip
    path = written(tmp_path, "a.jsonl", "\n" + json.dumps(record) + "\n")
    (document,), skipped = both([path])
    assert skipped == []
    assert document == Document(
        id="7", text="正文\r\n第二行", title="标题", date="2025-02-07", source="河湾日报",
        url="https://example.org/7", path=str(path), record=2,
    )  # fmt: skip


def test_records_without_an_id_and_odd_metadata(tmp_path):
    lines = [
        '{"text": "甲", "date": 2025, "title": ["a"]}',
        '{"text": "乙", "id": "", "date": "soon", "source": {}}',
        '{"text": " "}',
    ]
    path = written(tmp_path, "a.jsonl", "\n".join(lines))
    found, (no_date, skipped) = both([path])
    assert no_date.reason == "read without its date: 'soon' is not a date; write it like 2025-02-05, 2025-02 or 2025"
    assert (no_date.line, no_date.fatal) == (2, False)
    assert [(document.id, document.date, document.source) for document in found] == [
        ("a.jsonl:1", "2025", None),
        ("a.jsonl:2", None, None),
    ]
    assert (skipped.reason, skipped.line, skipped.fatal) == ("empty", 3, False)


@pytest.mark.parametrize("written_so", ["昨天", "2025-02-30", "Feb 7 2025", "[2025-02-07, x]", "{a: b}", "1738886400"])
def test_a_date_in_front_matter_that_is_none_is_told_with_its_line_and_the_article_read(tmp_path, written_so):
    path = written(tmp_path, "a.md", f"---\ntitle: 一\nDate: {written_so}\n---\n望澜市有3家企业。")
    (found,), (skipped,) = both([path])
    assert found.date is None
    assert (skipped.path, skipped.line, skipped.fatal) == (str(path), 3, False)
    assert "read without its date" in skipped.reason
    assert "write it like 2025-02-05" in skipped.reason


@pytest.mark.parametrize(
    "head", ["date: 20250207", "date: 2025", "date:", 'date: ""', "title: 一", "date: 2025年2月7日"]
)
def test_a_date_in_front_matter_or_none_at_all_needs_no_word(tmp_path, head):
    _, skipped = both([written(tmp_path, "a.md", f"---\n{head}\n---\n望澜市有3家企业。")])
    assert skipped == []


@pytest.mark.parametrize(
    ("value", "told"),
    [
        *((one, True) for one in ('"2025-13-45"', '"昨天"', "1738886400", "2025.5", "true", "[1]", '{"a": 1}')),
        *((one, False) for one in ('"20250207"', "20250207", "2025", "null", '""', '"2025/2/7"')),
    ],
)
def test_a_date_of_a_record_that_is_none_is_told_with_its_line(tmp_path, value, told):
    path = written(tmp_path, "a.jsonl", f'\n{{"text": "望澜市有3家企业。", "date": {value}}}\n')
    (found,), skipped = both([path])
    assert [(one.line, one.fatal, "its date" in one.reason) for one in skipped] == [(2, False, True)] * told
    assert (found.date is None) == (told or value in {"null", '""'})


def test_a_date_of_front_matter_that_the_record_overrides_is_not_told(tmp_path):
    row = {"text": "---\ndate: 昨天\n---\n望澜市有3家企业。", "date": "2025-02-07"}
    _, skipped = both([written(tmp_path, "a.jsonl", json.dumps(row))])
    assert skipped == []


def test_what_is_no_date_is_told_in_short(tmp_path):
    _, (skipped,) = both([written(tmp_path, "a.md", "---\ndate: " + "昨" * 5000 + "\n---\n文")])
    assert len(skipped.reason) < 150


def test_repeated_ids_are_numbered_in_the_order_of_real_paths(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        written(tmp_path / name, "a.txt", name)
        written(tmp_path / name, "r.jsonl", '{"id": "a.txt", "text": "x"}\n{"id": "a.txt#2", "text": "y"}')
    for order in (("one", "two"), ("two", "one")):
        found, skipped = both([tmp_path / name for name in order])
        assert [(document.id, document.text) for document in found] == [
            ("a.txt", "one"),
            ("a.txt#2", "x"),
            ("a.txt#2#2", "y"),
            ("a.txt#3", "two"),
            ("a.txt#4", "x"),
            ("a.txt#2#3", "y"),
        ]
        assert len(skipped) == 5
        assert not any(item.fatal for item in skipped)


def test_standard_input_is_an_article():
    (document,), skipped = both(["-"], stdin=io.BytesIO("正文36家".encode("gb18030")))
    assert (document.id, document.path, document.text, skipped) == ("-", "-", "正文36家", [])


def test_a_near_tie_of_encodings_is_told(tmp_path):
    (document,), (skipped,) = both([written(tmp_path, "a.txt", b"\xa4\xa4\xd6\xd0")])
    assert document.text
    assert "--encoding decides" in skipped.reason
    assert not skipped.fatal


def test_an_encoding_that_is_named(tmp_path):
    path = written(tmp_path, "a.txt", b"\xa4\xa4\xd6\xd0")
    assert both([path], encoding="big5hkscs")[0][0].text == "中笢"
    found, (skipped,) = both([path], encoding="utf-8")
    assert found == []
    assert skipped.fatal


def test_reading_can_be_sent_to_a_worker(tmp_path):
    source = InputSource(path=str(written(tmp_path, "a.txt", "正文")), shown="a.txt", id="a.txt", format="text")
    again = pickle.loads(pickle.dumps((load, source, Options())))  # noqa: S301 - made here
    assert [document.text for document in again[0](*again[1:])] == ["正文"]


RECORDS = "\n".join(json.dumps({"id": name, "text": f"望澜市有{name}家企业。"}, ensure_ascii=False) for name in "34")


@pytest.mark.parametrize("head", ["", "\ufeff", "\n ", " ", "\ufeff\n\n", " \t\r\n" * 9])
def test_json_lines_on_standard_input_are_told_by_their_first_line_that_is_not_blank(head):
    found, skipped = both(["-"], stdin=io.BytesIO((head + RECORDS).encode()))
    first = head.count("\n") + 1
    assert [(one.id, one.path, one.record) for one in found] == [("3", "-", first), ("4", "-", first + 1)]
    assert not skipped


def test_prose_below_blank_lines_on_standard_input_keeps_them():
    text = "\n \n\n望澜市有3家企业。\n" + RECORDS
    (found,), skipped = both(["-"], stdin=io.BytesIO(text.encode()))
    assert (found.text, skipped) == (text, [])


def test_nothing_but_blank_lines_on_standard_input_comes_to_an_end():
    found, (skipped,) = both(["-"], stdin=io.BytesIO(b"\n" * 5000 + RECORDS.encode()), max_file_size=3000)
    assert (found, skipped.fatal) == ([], True)


@pytest.mark.parametrize("text", ["{36家企业}", "{", "[]", '{\n"text": 1}', '望澜市{"text"}'])
def test_prose_on_standard_input_is_one_article(text):
    (found,), skipped = both(["-"], stdin=io.BytesIO(text.encode()))
    assert (found.id, found.text) == ("-", text)
    assert not skipped


def test_the_form_of_standard_input_may_be_given():
    (found,), skipped = both(["-"], stdin=io.BytesIO(RECORDS.encode()), stdin_format="text")
    assert (found.text, skipped) == (RECORDS, [])
    found, (skipped,) = both(["-"], stdin=io.BytesIO(("\n[1]\n" + RECORDS).encode()), stdin_format="jsonl")
    assert [document.record for document in found] == [3, 4]
    assert (skipped.line, skipped.fatal) == (2, True)


def test_a_long_first_line_on_standard_input_is_read_whole():
    text = "甲" * 1000
    (found,), _ = both(["-"], stdin=io.BytesIO(text.encode()), max_file_size=3000)
    assert found.text == text
    found, (skipped,) = both(["-"], stdin=io.BytesIO(text.encode()), max_file_size=2999)
    assert (found, skipped.fatal) == ([], True)


def test_what_the_reader_itself_raises_is_said_of_its_record_and_the_next_is_read(monkeypatch):
    def broken(text):
        if "3" in text:
            raise IndexError("list index out of range")

    monkeypatch.setattr("factcheck.read.frontmatter.parse", broken)
    (found,), (skipped,) = both(["-"], stdin=io.BytesIO(RECORDS.encode()))
    assert found.id == "4"
    assert (skipped.path, skipped.line, skipped.fatal) == ("-", 1, True)
    assert "IndexError: list index out of range" in skipped.reason
