"""The facts of the page in a real Chromium: values as strips, the filter, links to findings."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import opened, violations

from factcheck import Document, scan
from factcheck.report import SCAN, Style, render

ROOT = Path(__file__).parents[2]
HEAD = "岚峡县石栈仓库火灾通报\n\n岚峡县石栈镇的仓库火灾仍在调查。"
EVIL = "<img src=x onerror=window.hit=1></script><script>window.hit=1</script>"


def scanned(source="望澜日报"):
    rows = [("a", 3, "2025-08-04", source), ("b", 7, "2025-08-05", "海望时报"), ("c", 11, "2025-08-07", "云汀快报")]
    return scan(
        [
            Document(
                id=f"{name}.txt",
                path=f"{name}.txt",
                date=date,
                source=outlet,
                text=f"{HEAD}{name}记者从县里获悉，石栈仓库火灾已造成{dead}人死亡，直接损失1350万元。",
            )
            for name, dead, date, outlet in rows
        ]
    )


@pytest.fixture
def page(browser, tmp_path):
    file = tmp_path / "report.html"
    file.write_bytes(render(scanned(), SCAN, "html", Style()))
    with opened(browser, file) as shown:
        yield shown


def test_a_report_without_facts_has_no_view_of_them(browser, tmp_path):
    file = tmp_path / "report.html"
    file.write_bytes(render(scan([Document(id="a.txt", text="城北园区共有36家企业。")]), SCAN, "html", Style()))
    with opened(browser, file) as page:
        assert not page.locator("#facts").is_visible()


def test_each_fact_shows_its_values_by_source_and_date(page):
    toll = page.locator(".fact-card.revised")
    assert toll.locator(".strip li").all_inner_texts()[0].split() == ["2025-08-04", "望澜日报", "3人"]
    assert [row.split()[-1] for row in toll.locator(".strip li").all_inner_texts()] == ["3人", "7人", "11人"]
    assert page.locator("#facts-shown").inner_text() == "2 of 2"


def test_facts_are_found_by_words_in_either_script_and_by_state(page):
    page.fill("#fact-q", "損失")
    assert page.locator("#fact-list .card").count() == 1
    page.fill("#fact-q", "")
    page.select_option("#fact-state", "revised")
    assert page.locator("#fact-list .card").count() == 1
    page.fill("#fact-q", "没有这个词")
    assert page.locator("#no-fact").is_visible()


def test_a_fact_leads_to_the_finding_about_it(page):
    page.locator(".fact-card.revised .where a").click()
    assert "FC110" in page.locator("#list .current").inner_text()


def test_sentences_stand_behind_the_values(page):
    toll = page.locator(".fact-card.revised")
    toll.locator("summary").click()
    assert [mark.inner_text() for mark in toll.locator("mark").all()] == ["3人", "7人", "11人"]


def test_the_facts_speak_the_language_of_the_page(page):
    page.click('[data-lang="zh-hant"]')
    assert page.locator("#facts-title span").inner_text() == "事實"
    assert page.locator(".fact-card .state").first.inner_text() == "有更新"


def test_axe_finds_nothing_wrong(page):
    assert violations(page) == []


def test_hostile_words_stay_text(browser, tmp_path):
    file = tmp_path / "report.html"
    file.write_bytes(render(scanned(source=EVIL), SCAN, "html", Style()))
    with opened(browser, file) as page:
        assert page.evaluate("window.hit") is None
        assert EVIL in page.locator(".fact-card.revised .strip").inner_text()
