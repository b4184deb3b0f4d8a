"""Front matter: what is text comes first, then what is refused, then what is read."""

from __future__ import annotations

import time

import pytest

from factcheck.messages import tell
from factcheck.model import Document
from factcheck.read.frontmatter import MAX_BYTES, iso_date, parse


@pytest.mark.parametrize(
    "text",
    [
        "",
        "正文从这里开始。\n",
        "正文。\n---\ntitle: 不在头上\n---\n",
        "\n---\ntitle: 前面有空行\n---\n",
        "---",
        "---\n",
        "---\ntitle: 没有合上\n正文共36家企业。\n",
        "---\n今日要闻：园区新增36家企业。\n---\n正文。\n",
        "---\n- 甲\n- 乙\n---\n正文。\n",
        "---\n---\n正文。\n",
        "---\n# 只有注释\n---\n",
        "---\n*要闻* 园区新增36家企业\n---\n",
        "---\n[链接](https://example.org) 园区新增36家企业\n---\n",
        "---\n“未合上的引号：他说\n---\n",
        "--- 标题 ---\n正文\n---\n",
        "----\ntitle: 四条线\n----\n",
        "---\n" + "园区新增36家企业。\n" * 20000 + "---\n",
    ],
)
def test_text_is_no_front_matter(text):
    assert parse(text) is None


@pytest.mark.parametrize(
    ("head", "why"),
    [
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]", "anchors and aliases"),
        ("title: 一\ndate: 2025\ntitle: 二", "is used twice"),
        ("title: " + "[" * 5000, "nested too deeply"),
        ("[" * 5000, "nested too deeply"),
        ("title: " + "{a: " * 5000, "nested too deeply"),
        ('title: "没有合上\ndate: 2025', "not valid YAML"),
        ("title: !!python/object:os.system x", "tags are not allowed"),
        ("title: \x1b[31m红", "not valid YAML"),
        ("title: a\x00b", "not valid YAML"),
        ("title: 长\nbody: " + "字" * MAX_BYTES, "over 64 KB"),
    ],
)
def test_hostile_front_matter_is_masked_and_named(head, why):
    text = f"---\n{head}\n---\n正文共36家企业。"
    front = parse(text)
    assert front is not None
    assert why in tell(front.refused)
    assert front.metadata == {}
    assert text[front.end :] == "正文共36家企业。"
    document = Document(id="a", text=text)
    assert front.complete(document) is document


def test_the_line_of_a_refusal_counts_from_the_head_of_the_file():
    assert "line 4" in tell(parse("---\ntitle: 一\ndate: 2025\ntitle: 二\n---\n").refused)


@pytest.mark.parametrize(
    "hostile", ["---\n" * 200_000, "---\n" + " " * 2_000_000, "---\na: b\n" + "-" * 2_000_000, "---\n" + "\r" * 900_000]
)
def test_time_grows_no_faster_than_the_text(hostile):
    start = time.process_time()
    parse(hostile)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_fields_are_filled_and_offsets_hold(newline):
    text = newline.join(
        [
            "---",
            'Title: "城北园区  年报"',
            "date: 2025-02-07 22:29:12",
            "outlet: 河湾日报",
            "author: 某甲",
            "url: https://example.org/1",
            "---",
            "正文。",
        ]
    )
    front = parse(text)
    assert front.refused is None
    assert text[front.end :] == "正文。"
    document = front.complete(Document(id="a", text=text))
    assert (document.title, document.date, document.source, document.url) == (
        "城北园区 年报",
        "2025-02-07",
        "河湾日报",
        "https://example.org/1",
    )


def test_what_the_document_has_stays():
    text = "---\ntitle: 别的\ndate: 2020\nsource: 别的\n---\n"
    document = parse(text).complete(Document(id="a", text=text, title="自己的", date="2025-01"))
    assert (document.title, document.date, document.source) == ("自己的", "2025-01", "别的")


def test_a_byte_order_mark_and_a_closing_line_of_dots():
    text = "\ufeff---\ntitle: 年报\n...\n正文"
    front = parse(text)
    assert text[front.end :] == "正文"
    assert front.metadata == {"title": "年报"}


def test_values_of_other_shapes_are_left_out_and_names_joined():
    front = parse("---\ntitle: {a: b}\nauthor: [某甲, 某乙]\ndate: soon\nurl:\n---\n")
    document = front.complete(Document(id="a", text=""))
    assert (document.title, document.date, document.source, document.url) == (None, None, "某甲、某乙", None)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        (None, None),
        ("", None),
        ("昨天", None),
        ("20251345", None),
        ("202502", None),
        ("2025020", None),
        ("250207", None),
        ("2025-02-07-08", None),
        ("2025-02-07/2025-02-09", None),
        ("1738886400", None),
        ("Feb 7 2025", None),
        ("20250207", "2025-02-07"),
        ("20250207T222912", "2025-02-07"),
        ("2025.2.7", "2025-02-07"),
        ("2025年2月7日22:29", "2025-02-07"),
        ("2025年2月7日（周五）", "2025-02-07"),
        ("2025 年 2 月 7 日", "2025-02-07"),
        ("2025-13", None),
        ("2025-02-30", None),
        ("0000", None),
        ("12025-01-01", None),
        ("2025", "2025"),
        ("2025-02", "2025-02"),
        ("2025-2-7", "2025-02-07"),
        ("2025/02/07", "2025-02-07"),
        ("2025-02-07T22:29:12+08:00", "2025-02-07"),
        (" 2025-02-07 22:29 ", "2025-02-07"),
        ("2025年2月7日", "2025-02-07"),
        ("2025年2月", "2025-02"),
        ("2025年", "2025"),
    ],
)
def test_dates(written, iso):
    assert iso_date(written) == iso
