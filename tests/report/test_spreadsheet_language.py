"""Spreadsheets speak the language that was asked for; codes, figures and what articles say stay as they are."""

from __future__ import annotations

import csv
import io
import re

import msgspec
import openpyxl
import pytest

from factcheck.messages import say, skip_input
from factcheck.report import EXTRACT, SCAN, Style, claims_csv, findings_csv, render
from factcheck.report.columns import period_in_words

HAN = re.compile("[一-鿿]")


def read_csv(report, formats, lang):
    written = render(report, formats, "csv", Style(lang=lang)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(written, newline="")))


def read_book(report, lang):
    return openpyxl.load_workbook(io.BytesIO(render(report, SCAN, "xlsx", Style(lang=lang))))


@pytest.mark.parametrize("lang", [None, "en"])
def test_in_english_heads_and_values_are_those_that_programs_know(report, lang):
    at = claims_csv.HEADER.index("kind")
    assert tuple(read_csv(report, EXTRACT, lang)[0]) == (*claims_csv.HEADER, "path", "doc")
    assert tuple(read_csv(report, SCAN, lang)[0]) == (*findings_csv.HEADER, "path", "doc")
    assert {row[at] for row in read_csv(report, EXTRACT, lang)[1:]} == {claim.kind for claim in report.claims}
    assert read_csv(report, SCAN, lang)[1][1:4] == ["FC104", "magnitude-slip", "error"]


@pytest.mark.parametrize("lang", ["zh-hans", "zh-hant"])
def test_in_chinese_every_head_and_every_value_of_ours_is_chinese(report, lang):
    head, *rows = read_csv(report, EXTRACT, lang)
    assert len(set(head)) == len(claims_csv.HEADER)
    assert all(HAN.search(name) for name in head)
    assert all(
        HAN.search(row[at]) for row in rows for at in map(claims_csv.HEADER.index, ("kind", "qualifier", "status"))
    )
    assert [row[1] for row in rows] == [claim.text for claim in report.claims]
    head, *rows = read_csv(report, SCAN, lang)
    assert all(HAN.search(name) for name in head)
    assert all(HAN.search(row[2]) and HAN.search(row[3]) for row in rows)
    assert [row[1] for row in rows] == [one.rule for one in report.findings for _ in one.locations]


def test_a_reader_of_each_script_has_the_words_of_the_place(report):
    assert read_csv(report, EXTRACT, "zh-hans")[0][3:5] == ["文件", "行"]
    assert read_csv(report, EXTRACT, "zh-hant")[0][3:5] == ["檔案", "行"]


def test_the_workbook_is_called_and_filled_in_the_language_too(report):
    assert read_book(report, None).sheetnames == ["findings", "passed over"]
    passed_over = (skip_input("b.txt", say("skipped.empty")),)
    book = read_book(msgspec.structs.replace(report, skipped=passed_over), "zh-hant")
    assert book.sheetnames == ["疑點", "未讀取"]
    first, second = list(book["疑點"].values)[:2]
    assert (first[1:4], second[1:4]) == (("規則編號", "規則名稱", "級別"), ("FC104", "數量級筆誤", "錯誤"))
    assert list(book["未讀取"].values) == [("檔案", "行", "依據"), ("b.txt", None, "空檔案")]
    assert book["疑點"].column_dimensions["I"].width == 60  # by what the column holds, however it is called


@pytest.mark.parametrize(
    ("period", "told"), [(None, None), ("2025", "2025"), ("since 2022", "2022 起"), ("by 2025-06", "截至 2025-06")]
)
def test_an_open_period_is_told_in_words(period, told):
    assert period_in_words(period, "zh-hans") == told
    assert period_in_words(period, "en") == period
