"""The page in a real Chromium: what a reader sees and does."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec
import pytest
from browser import opened, violations
from many import many

from factcheck import Document, scan
from factcheck.messages import say, skip_input
from factcheck.report import SCAN, Style, render

ROOT = Path(__file__).parents[2]
HOSTILE = (
    "<script>window.hit=1</script></script><img src=x onerror=window.hit=1>\u202e<a href='javascript:window.hit=1'>"
)
LONG = "長" * 10_000


@pytest.fixture(scope="module")
def sample():
    """The findings of the sample articles."""
    from factcheck.read import Options, documents, find

    sources, _ = find([str(ROOT / "corpus")], ())
    return scan([one for one in documents(sources, Options()) if isinstance(one, Document)])


def written(folder, report, **style):
    file = folder / "report.html"
    file.write_bytes(render(report, SCAN, "html", Style(**style)))
    return file


@pytest.fixture
def page(browser, sample, tmp_path):
    with opened(browser, written(tmp_path, sample)) as shown:
        yield shown


def cards(page):
    return page.locator("#list > .card")


def copied(page):
    """The finding of a passage that was copied, the one with the most to show."""
    return cards(page).filter(has_text="FC303").first


def focused(page):
    return page.evaluate("document.activeElement.dataset.number")


def test_the_first_screen_says_what_is_wrong_what_is_worst_and_where(page, sample):
    errors = sum(one.severity == "error" for one in sample.findings)
    assert f"{errors} errors" in page.locator("#verdict").inner_text()
    worst = page.locator("#worst")
    assert sample.findings[0].message in worst.inner_text()
    assert page.evaluate("document.querySelector('#worst').getBoundingClientRect().bottom < innerHeight")
    worst.locator("a").click()
    assert focused(page) == "0"


def test_each_finding_has_its_sides_beside_one_another_and_the_figures_marked(page):
    first = copied(page)
    assert first.locator(".side").count() == 2
    assert [mark.inner_text() for mark in first.locator("blockquote mark").all()] == ["1.7万人次", "17萬人次"]
    left, right = (side.bounding_box() for side in first.locator(".side").all())
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] < right["x"]
    assert [one.get_attribute("lang") for one in first.locator("blockquote").all()] == ["zh-Hans", "zh-Hant"]


def test_the_rest_of_the_paragraph_is_a_click_away(page):
    paragraph = copied(page).locator(".paragraph").first
    assert not paragraph.locator("p").is_visible()
    paragraph.locator("summary").click()
    assert "停了四年的云汀湾夜航渡轮" in paragraph.locator("p").inner_text()


def test_a_fact_on_file_is_shown_as_the_ledger_has_it(browser, sample, tmp_path):
    from factcheck.ledger import Ledger

    ledger = Ledger.load(ROOT / "claims")
    articles = [one for one in sample.documents if one.id.startswith("31-")]
    with opened(browser, written(tmp_path, scan(articles, ledger=ledger)), width=390) as page:
        record = cards(page).locator("blockquote.record")
        assert len(record.inner_text().splitlines()) == 5
        assert record.locator("mark").inner_text() == "3.7公里"


def test_an_article_with_an_address_is_a_link_that_tells_nobody_where_it_was_followed(browser, sample, tmp_path):
    documents = tuple(
        msgspec.structs.replace(one, title=None if number % 2 else one.title, url=f"https://example.org/{number}")
        for number, one in enumerate(sample.documents)
    )
    with opened(browser, written(tmp_path, msgspec.structs.replace(sample, documents=documents))) as page:
        links = page.locator("#list .where a[target=_blank]").all()
        assert len(links) >= len(sample.findings)
        assert all(link.get_attribute("rel") == "noopener noreferrer nofollow" for link in links)
        assert all(link.inner_text() for link in links if link.is_visible())


def test_filters_by_rule_severity_article_and_text(page, sample):
    total = len(sample.findings)
    assert cards(page).count() == total
    page.select_option("#rule", "FC105")
    assert cards(page).count() == 1
    assert page.locator("#shown").inner_text() == f"1 of {total}"
    page.select_option("#rule", "")
    page.locator("[data-severity=error]").click()
    assert cards(page).count() == sum(one.severity != "error" for one in sample.findings)
    page.locator("[data-severity=error]").click()
    page.fill("#q", "岚光 基金")
    assert cards(page).count() == 1
    for words in ("嵐光 基金", "岚光 20亿", "嵐光 20億"):
        page.fill("#q", words)
        assert cards(page).count() == 1
    page.fill("#q", "nowhere")
    assert page.locator("#none").is_visible()
    page.locator("#reset").click()
    assert cards(page).count() == total
    page.locator(".chart button", has_text="云汀渡轮恢复夜航").click()
    assert cards(page).count() == 2
    page.keyboard.press("x")
    page.locator(".cell").first.click()
    assert 0 < cards(page).count() < total


def test_sorts(page):
    def codes():
        return cards(page).locator(".code").all_inner_texts()

    worst = codes()
    page.select_option("#sort", "rule")
    assert codes() == sorted(worst)
    page.select_option("#sort", "sure")
    sure = [float(text.split()[-1]) for text in cards(page).locator(".confidence").all_inner_texts()]
    assert sure == sorted(sure, reverse=True)
    page.select_option("#sort", "worst")
    assert codes() == worst


def test_keyboard(page):
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert focused(page) == "1"
    page.keyboard.press("k")
    assert focused(page) == "0"
    page.keyboard.press("o")
    assert cards(page).first.locator("details[open]").count() > 0
    page.keyboard.press("o")
    assert cards(page).first.locator("details[open]").count() == 0
    page.keyboard.press("/")
    page.keyboard.type("jk?")
    assert page.input_value("#q") == "jk?"
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    page.keyboard.press("e")
    assert page.locator("[data-severity=error]").get_attribute("aria-pressed") == "false"
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()


def test_a_permanent_link_opens_its_finding(browser, sample, tmp_path):
    last = sample.findings[-1]
    with opened(browser, written(tmp_path, sample), fragment="#" + last.fingerprints[0]) as page:
        assert focused(page) == str(len(sample.findings) - 1)
        page.select_option("#rule", "FC101")
        page.evaluate("location.hash = ''")
        page.evaluate(f"location.hash = '{last.fingerprints[-1]}'")
        page.wait_for_function(f"document.activeElement.dataset.number === '{len(sample.findings) - 1}'")


@pytest.mark.parametrize(
    ("locale", "lang"), [("en-GB", "en"), ("zh-CN", "zh-Hans"), ("zh-TW", "zh-Hant"), ("de", "en")]
)
def test_speaks_the_language_of_the_browser(browser, sample, tmp_path, locale, lang):
    with opened(browser, written(tmp_path, sample), locale=locale) as page:
        assert page.evaluate("document.documentElement.lang") == lang


def test_switches_the_language_of_everything(page, sample):
    errors = sum(finding.severity == "error" for finding in sample.findings)
    page.locator("[data-lang=zh-hans]").click()
    assert f"{errors}处错误" in page.locator("#verdict").inner_text()
    assert page.title() == "factcheck 核对报告"
    assert "转载改数" in copied(page).inner_text()
    assert "的文字都相同" in (copied(page).text_content() or "")
    page.locator("[data-lang=zh-hant]").click()
    assert f"{errors}處錯誤" in page.locator("#verdict").inner_text()
    page.locator("[data-lang=en]").click()
    assert f"{errors} errors" in page.locator("#verdict").inner_text()


def test_a_report_in_a_language_of_its_own_opens_in_it(browser, sample, tmp_path):
    with opened(browser, written(tmp_path, sample, lang="zh-hans")) as page:
        assert page.evaluate("document.documentElement.lang") == "zh-Hans"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dark_mode_and_its_switch(browser, sample, tmp_path, scheme):
    def paper(page):
        return sum(map(int, page.evaluate("getComputedStyle(document.body).backgroundColor").strip("rgb()").split(",")))

    with opened(browser, written(tmp_path, sample), color_scheme=scheme) as page:
        assert (paper(page) < 200) == (scheme == "dark")
        page.locator("#theme").click()
        assert (paper(page) < 200) == (scheme == "light")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_keeps_a_reader_out(browser, sample, tmp_path, scheme, width):
    with opened(browser, written(tmp_path, sample), width=width, color_scheme=scheme) as page:
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_prints_every_finding_in_full_and_on_white(page, sample):
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert cards(page).count() == len(sample.findings)
    assert cards(page).locator(".why:not([open])").count() == 0
    assert not page.locator("#filters").is_visible()


def test_without_scripts(browser, sample, tmp_path):
    with opened(browser, written(tmp_path, sample), java_script_enabled=False) as page:
        assert page.locator("noscript li").count() or "FC303" in page.content()


def test_nothing_wrong_is_said_at_once(browser, tmp_path):
    clean = scan([Document(id="a.txt", text="望河市有36家書店。")])
    with opened(browser, written(tmp_path, clean)) as page:
        assert page.locator("#verdict").inner_text() == "Nothing contradicts"
        assert violations(page) == []


def test_what_could_not_be_read_is_said_on_the_first_screen_and_named(browser, report, tmp_path):
    unread = skip_input("corpus/b.txt", say("skipped.record-holds-nul"), fatal=True)
    file = written(tmp_path, msgspec.structs.replace(report, findings=(), skipped=(*report.skipped, unread)))
    with opened(browser, file, locale="zh-CN") as page:
        assert not page.locator("#skipped li").first.is_visible()
        page.locator("#read a", has_text="1项无法读取").click()
        assert "corpus/b.txt 是二进制内容，不是文本（含有 NUL）" in page.locator("#skipped li").first.inner_text()
        assert page.locator("#skipped li").count() == 2
    with opened(browser, written(tmp_path, report)) as page:
        assert page.locator("#read a").count() == 0


def test_hostile_input_is_shown_as_text(browser, report, tmp_path):
    text = f"{HOSTILE}{LONG}557.6萬美元{LONG}{HOSTILE}"
    start = text.index("557.6")
    at = {"doc": "a.txt", "start": start, "end": start + 8}
    first = report.findings[0]
    claim = msgspec.structs.replace(first.locations[0].claim, **at, sentence=(0, 0))
    place = msgspec.structs.replace(first.locations[0], **at, claim=claim, path=f"corpus/{HOSTILE}.txt")
    documents = tuple(
        msgspec.structs.replace(
            one, title=HOSTILE, source=HOSTILE, url="javascript:window.hit=1", date="</time>",
            text=text if one.id == "a.txt" else one.text, path=f"{HOSTILE}{one.path}",
        )
        for one in report.documents
    )  # fmt: skip
    hostile = msgspec.structs.replace(
        first, message=HOSTILE, because=(HOSTILE, HOSTILE), name=HOSTILE, fingerprints=(HOSTILE,),
        locations=(place, *first.locations[1:]),
    )  # fmt: skip
    changed = msgspec.structs.replace(report, documents=documents, findings=(hostile, *report.findings[1:]))
    with opened(browser, written(tmp_path, changed)) as page:
        for language in ("en", "zh-hans", "zh-hant"):
            page.locator(f"[data-lang={language}]").click()
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert page.evaluate("window.hit") is None
        assert page.locator("#app img, #app a[href^=javascript]").count() == 0
        assert "<script>window.hit=1</script>" in cards(page).first.inner_text()
        assert "\u202e" not in page.locator("#app").inner_text()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_five_thousand_findings_open_at_once(browser, report, tmp_path):
    file = written(tmp_path, many(report, 5000))
    assert file.stat().st_size < 12_000_000
    took = []
    for _ in range(5):  # the machine may be busy with something else: the best counts
        began = time.perf_counter()
        with opened(browser, file, fragment="#" + f"{4999:016x}") as page:
            assert focused(page) == "4999"
            took.append(time.perf_counter() - began)
            page.fill("#q", "article-04321")
            assert cards(page).count() == 1
        if min(took) < 2:
            break
    assert min(took) < 2
