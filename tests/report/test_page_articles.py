"""Articles on the page as they are written: which, how much of them, and what is marked in them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest
from browser import opened, violations

from factcheck import Document, scan
from factcheck.report import SCAN, Style, render
from factcheck.report.page.articles import ARTICLES, LETTERS
from factcheck.report.page.excerpts import make_excerpt
from factcheck.report.page.rule_pages import lay_out_rule
from factcheck.rules import RULES

ONE = (
    "---\ntitle: 观澜夜校\ndate: 2025-03-01\n---\n观澜夜校招生\n\n"
    "观澜夜校今年共招收240名学员，课程安排在周末，学费全部由街道承担。\n"
    "街道办主任陆栖禾说：“办夜校不是为了凑数，是为了让下班的人有地方去。”𠮷字也在这里，另有36间教室。\n"
)
OTHER = "街道办介绍，观澜夜校今年共招收520名学员，课程安排在周末，学费全部由街道承担。\n另有一句没有数字。\n"
ALONE = "潮音书店今年卖出6300册旧书。\n"


@pytest.fixture(scope="module")
def report():
    texts = {"a.md": ONE, "b.txt": OTHER, "c.txt": ALONE}
    found = scan([Document(id=name, text=text, path=name, date="2025-03-01") for name, text in texts.items()])
    assert [one.rule for one in found.findings] == ["FC101"]
    return found


def data(report):
    page = render(report, SCAN, "html", Style()).decode()
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1])


def cut(text, span):
    return text.encode("utf-16-le")[2 * span[0] : 2 * span[1]].decode("utf-16-le")


def test_an_article_without_a_finding_or_a_fact_is_not_on_the_page(report):
    held = data(report)
    assert [held["docs"][one["d"]]["p"] for one in held["articleTexts"]] == ["a.md", "b.txt"]
    assert data(msgspec.structs.replace(report, findings=(), facts=()))["articleTexts"] == []


def test_figures_quotations_and_findings_are_marked_as_a_browser_counts(report):
    held = data(report)
    first = held["articleTexts"][0]
    assert first["t"].startswith("观澜夜校招生\n\n")
    assert first["n"] == 5
    assert [cut(first["t"], one) for one in first["v"]] == ["240名", "36间"]
    assert held["texts"][first["v"][0][2]].startswith("观澜夜校")
    assert [cut(first["t"], one) for one in first["q"]] == ["办夜校不是为了凑数，是为了让下班的人有地方去。"]
    assert [(cut(first["t"], one), one[2]) for one in first["f"]] == [("240名", 0)]


def test_however_much_is_read_the_page_holds_a_bounded_part_of_it(report):
    template = report.findings[0]
    long = "河湾边上的旧书摊今年又开张了。" * 2000
    documents, findings = [], []
    for number in range(150):
        name = f"{number:03}.txt"
        documents.append(Document(id=name, text=OTHER + long, path=name))
        place = msgspec.structs.replace(template.locations[1], doc=name, path=name)
        findings.append(msgspec.structs.replace(template, locations=(template.locations[0], place)))
    many = msgspec.structs.replace(report, documents=(report.documents[0], *documents), findings=tuple(findings))
    shown = data(many)["articleTexts"]
    assert len(shown) <= ARTICLES
    assert sum(len(one["t"]) for one in shown) <= LETTERS
    assert [one["c"] for one in shown[:2]] == [0, 1]
    assert all(end <= len(one["t"]) for one in shown for _, end, _ in one["f"])


def test_a_cut_excerpt_says_so_and_one_that_is_whole_does_not():
    whole = "前一句。共有36家书店。后一句。"
    shown = make_excerpt(whole, (4, 12), [(6, 9)])
    assert shown.text == whole
    sentence = "长" * 900 + "36家" + "长" * 900
    shown = make_excerpt(sentence, (0, len(sentence)), [(900, 903)])
    assert (shown.text[0], shown.text[-1]) == ("…", "…")
    assert shown.sentence == (0, len(shown.text))
    assert shown.text[slice(*shown.marks[0])] == "36家"
    head = make_excerpt("36家" + "长" * 900, (0, 903), [(0, 3)])
    assert (head.text[0], head.text[-1]) == ("3", "…")
    paragraph = "短。" * 400 + "共有36家书店。" + "短。" * 400
    shown = make_excerpt(paragraph, (800, 808), [(802, 805)])
    assert (shown.text[0], shown.text[-1]) == ("…", "…")
    assert shown.text[slice(*shown.sentence)] == "共有36家书店。"
    assert shown.text[slice(*shown.marks[0])] == "36家"


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_says_in_every_language_what_to_do(code):
    for told in lay_out_rule(RULES[code]):
        assert told["page"]
        assert told["advice"], code
        assert all(words and not words.startswith("#") for _, words in told["advice"])


def written(folder, report):
    file = folder / "report.html"
    file.write_bytes(render(report, SCAN, "html", Style()))
    return file


def test_an_article_opens_at_the_place_of_a_finding_and_leads_back(browser, report, tmp_path):
    with opened(browser, written(tmp_path, report)) as page:
        assert page.locator("#articles details[open]").count() == 0
        page.locator("#list .card .where a[href='#article-0-0']").click()
        article = page.locator("#article-0")
        article.locator(".text .found", has_text="240名").wait_for()
        assert article.locator(".text .quoted").inner_text() == "办夜校不是为了凑数，是为了让下班的人有地方去。"
        assert article.locator(".line").first.inner_text() == "5"
        article.locator(".text .chip").click()
        page.wait_for_function("document.activeElement.dataset.number === '0'")


def test_the_page_of_a_rule_is_a_click_away_and_so_is_its_advice(browser, report, tmp_path):
    with opened(browser, written(tmp_path, report), locale="zh-CN") as page:
        card = page.locator("#list .card").first
        card.locator("a.code").click()
        assert page.locator("#rule-page").is_visible()
        assert "数字不一" in page.locator("#rule-title").inner_text()
        page.keyboard.press("j")  # keys of the list are silent meanwhile
        page.keyboard.press("Escape")
        assert not page.locator("#rule-page").is_visible()
        card.locator("a.code").click()  # and once more
        page.locator("#rule-page button").click()
        card.locator(".advice summary").click()
        assert "改正错的一处" in card.locator(".advice").inner_text()


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_four_digit_counts_fit_and_nothing_keeps_a_reader_out(browser, report, tmp_path, width, scheme):
    one = report.findings[0]
    thousands = tuple(
        msgspec.structs.replace(one, severity=severity, fingerprints=(f"{severity}{number:012}",))
        for severity in ("error", "warning", "note")
        for number in range(1234)
    )
    file = written(tmp_path, msgspec.structs.replace(report, findings=thousands))
    for locale in ("en-US", "zh-CN"):
        with opened(browser, file, width=width, color_scheme=scheme, locale=locale) as page:
            heights = {one.bounding_box()["height"] for one in page.locator("#severities button").all()}
            assert len(heights) == 1
            wrapped = "one => one.scrollWidth > one.clientWidth || one.getClientRects().length > 1"
            assert not page.locator(".row .number, #severities button").evaluate_all(f"all => all.some({wrapped})")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with opened(browser, written(tmp_path, report), width=width, color_scheme=scheme) as page:
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        page.locator("#article-0 .text").wait_for()
        assert violations(page) == []
        page.locator("#list a.code").first.click()
        assert violations(page) == []


def test_five_hundred_findings_print_on_less_than_sixty_pages(browser, report, tmp_path):
    import pypdfium2
    from many import many

    file = written(tmp_path, many(report, 500))
    with opened(browser, file) as page:
        printed = Path(tmp_path) / "printed.pdf"
        page.pdf(path=printed, format="A4")
    assert len(pypdfium2.PdfDocument(printed)) < 60
