"""Ruling in a real Chromium: by key and by click, and what is on disk by then."""

from __future__ import annotations

import time

import pytest
from browser import violations
from many import many

from factcheck import Document, scan

from .ruling import another, answers, at, by_key, card, cards, current, told
from .test_desk import HOSTILE


@pytest.fixture
def page(browser, desk):
    with at(browser, desk) as shown:
        yield shown


def test_the_address_is_clean_once_it_is_open(page, desk):
    assert page.url == desk.origin + "/"
    assert page.evaluate("document.referrer") == ""
    assert page.evaluate("document.cookie") == ""


def test_by_key_and_on_to_the_next(page, desk):
    page.keyboard.press("j")
    by_key(page, "c", "应为36家")
    told(page, "Saved: Confirmed")
    assert answers(desk) == [("confirmed", "应为36家", "某甲")]
    assert current(page) == "1"
    by_key(page, "x", "口径不同")
    told(page, "Saved: Explained")
    by_key(page, "f", "不是一回事")
    told(page, "Saved: False alarm")
    assert [verdict for verdict, *_ in answers(desk)] == ["confirmed", "explained", "false-alarm"]
    assert page.locator("#ruled").inner_text() == "All 3 ruled on, by 某甲"


def test_by_click(page, desk):
    second = card(page, 1)
    second.locator("[data-verdict=explained]").click()
    second.get_by_label("Why are both right?").fill("两处统计口径不同")
    second.locator(".save").click()
    second.locator(".stamp", has_text="两处统计口径不同").wait_for()
    assert answers(desk) == [("explained", "两处统计口径不同", "某甲")]


def test_it_is_on_disk_before_it_is_shown_as_saved(page, desk):
    seen = []

    def watch(route):
        answer = route.fetch()
        seen.append((desk.written, page_says()))
        route.fulfill(response=answer)

    def page_says():
        return card(page, 0).locator(".stamp").count(), page.locator("#told").inner_text()

    page.route("**/rulings", lambda route: watch(route) if route.request.method == "POST" else route.continue_())
    page.keyboard.press("j")
    by_key(page, "c", "应为36家")
    told(page, "Saved")
    ((written, shown),) = seen
    assert "应为36家" in written
    assert shown == (0, "")


def test_what_the_server_does_not_write_is_not_shown_as_saved_and_no_word_is_lost(browser, desk):
    with at(browser, desk, quiet=False) as page:
        page.route("**/rulings", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
        page.keyboard.press("j")
        by_key(page, "c", "应为36家")
        card(page, 0).locator(".fault", has_text="Not saved").wait_for()
        page.locator("#trouble", has_text="The server does not answer").wait_for()
        assert card(page, 0).locator(".stamp").count() == 0
        assert page.evaluate("document.activeElement.value") == "应为36家"
        page.unroute("**/rulings")
        (desk.folder / "rulings.yaml").write_text("- fingerprint: [\n", "utf-8")
        page.keyboard.press("Enter")
        card(page, 0).locator(".fault", has_text="rulings.yaml").wait_for()
        (desk.folder / "rulings.yaml").unlink()
        page.keyboard.press("Enter")
        told(page, "Saved")
    assert answers(desk) == [("confirmed", "应为36家", "某甲")]


def test_an_answer_that_was_written_while_the_word_of_it_was_lost_is_no_conflict(browser, desk):
    with at(browser, desk, quiet=False) as page:

        def lose(route):
            route.fetch()
            route.abort()

        page.route("**/rulings", lambda route: lose(route) if route.request.method == "POST" else route.abort())
        page.keyboard.press("j")
        by_key(page, "c", "应为36家")
        card(page, 0).locator(".fault", has_text="Not saved").wait_for()
        page.unroute("**/rulings")
        page.keyboard.press("Enter")
        told(page, "Saved: Confirmed")
        assert card(page, 0).locator(".notice").count() == 0
    assert answers(desk) == [("confirmed", "应为36家", "某甲")]


def test_a_reason_is_asked_for(page, desk):
    page.keyboard.press("j")
    by_key(page, "x", "  ")
    card(page, 0).locator(".fault", has_text="A ruling needs a reason").wait_for()
    assert page.evaluate("document.activeElement.getAttribute('aria-invalid')") == "true"
    page.keyboard.press("Escape")
    assert card(page, 0).locator("form").count() == 0
    assert current(page) == "0"
    assert desk.written is None


def test_letters_in_a_reason_are_no_keys_and_shift_enter_begins_a_line(page, desk):
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.keyboard.type("cxfsu jk/?")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("second")
    page.keyboard.press("Enter")
    told(page, "Saved")
    assert answers(desk) == [("confirmed", "cxfsu jk/?\nsecond", "某甲")]


def test_enter_that_ends_an_input_method_saves_nothing(page, desk):
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.keyboard.type("yingwei")
    page.evaluate("""document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
        { key: "Enter", isComposing: true, bubbles: true, cancelable: true }))""")
    page.evaluate("exchange('/rulings')")
    assert card(page, 0).locator("form").count() == 1
    assert desk.written is None


def test_while_an_answer_is_being_written_no_other_is_taken(page, desk):
    held = []
    page.route("**/rulings", lambda route: held.append(route) if route.request.method == "POST" else route.continue_())
    page.keyboard.press("j")
    by_key(page, "c", "应为36家")
    card(page, 0).locator(".save", has_text="Saving").wait_for()
    for key in ("x", "s", "Enter"):
        page.keyboard.press(key)
    assert card(page, 0).locator(".save").is_disabled()
    assert current(page) == "0"
    held[0].continue_()
    told(page, "Saved: Confirmed")
    assert len(held) == 1
    assert answers(desk) == [("confirmed", "应为36家", "某甲")]


def test_another_verdict_keeps_the_words(page):
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.keyboard.type("口径不同")
    card(page, 0).locator("[data-verdict=explained]").click()
    assert page.evaluate("document.activeElement.value") == "口径不同"
    assert card(page, 0).locator("[aria-pressed=true]").inner_text().split() == ["x", "Explained"]


def test_skip_and_undo(page, desk):
    page.keyboard.press("u")
    told(page, "Nothing to undo")
    page.keyboard.press("j")
    page.keyboard.press("s")
    assert current(page) == "1"
    by_key(page, "f", "看错了")
    told(page, "Saved")
    assert current(page) == "2"
    page.keyboard.press("u")
    told(page, "Taken back")
    assert answers(desk) == []
    page.wait_for_function("() => document.activeElement.dataset.number === '1'")
    assert card(page, 1).locator(".stamp").count() == 0
    page.keyboard.press("f")
    assert page.evaluate("document.activeElement.value") == "看错了"
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    page.wait_for_function("() => document.activeElement.dataset.number === '0'")


def test_undo_by_click_of_what_left_the_list(page, desk):
    page.keyboard.press("j")
    by_key(page, "x", "口径不同")
    told(page, "Saved")
    page.locator("[data-view=open]").click()
    assert card(page, 0).count() == 0
    page.locator("#revoke button").click()
    told(page, "Taken back")
    page.wait_for_function("() => document.activeElement.dataset.number === '0'")
    assert page.locator("[data-view=open]").get_attribute("aria-pressed") == "true"
    assert answers(desk) == []


def test_open_ruled_all(page):
    page.keyboard.press("j")
    by_key(page, "c", "应为36家")
    told(page, "Saved: Confirmed")
    by_key(page, "x", "口径不同")
    told(page, "Saved: Explained")
    page.locator("[data-view=open]").click()
    assert [one.get_attribute("data-number") for one in cards(page).all()] == ["2"]
    page.locator("[data-view=ruled]").click()
    assert [one.get_attribute("data-number") for one in cards(page).all()] == ["0", "1"]
    assert "silenced" not in card(page, 0).get_attribute("class")
    assert "silenced" in card(page, 1).get_attribute("class")
    page.locator("[data-view=all]").click()
    assert cards(page).count() == 3
    assert [one.inner_text() for one in page.locator("#standings button").all()] == [
        "To rule on 1", "Ruled on 2", "All 3",
    ]  # fmt: skip


def test_a_reload_and_a_link_show_what_is_decided(browser, desk):
    another(desk, 0)
    with at(browser, desk) as page:
        assert [one.get_attribute("data-number") for one in cards(page).all()] == ["1", "2"]
        by_link = desk.report.findings[0].fingerprints[0]
        page.evaluate(f"location.hash = '{by_link}'")
        card(page, 0).locator(".stamp", has_text="某乙").wait_for()
        page.reload()
        card(page, 0).locator(".stamp", has_text="写错了").wait_for()
        card(page, 0).locator(".stamp button").click()
        told(page, "Taken back")
        assert answers(desk) == []


def test_what_is_ruled_on_is_not_ruled_on_again_by_key(page, desk):
    another(desk, 0)
    page.locator("[data-view=ruled]", has_text="1").wait_for()
    page.locator("[data-view=all]").click()
    page.keyboard.press("j")
    page.keyboard.press("x")
    told(page, "Already ruled on")
    assert card(page, 0).locator("form").count() == 0


@pytest.mark.parametrize("reason", HOSTILE[:3])
def test_a_hostile_reason_and_name_are_shown_as_text(browser, serving, reason):
    desk = serving(by="<img src=x onerror=window.hit=1>\u202e")
    with at(browser, desk) as page:
        page.keyboard.press("j")
        page.keyboard.press("x")
        page.locator("textarea").fill(reason)
        page.keyboard.press("Enter")
        told(page, "Saved")
        page.reload()
        page.locator("[data-view=all]").click()
        stamp = card(page, 0).locator(".stamp")
        assert stamp.locator(".said-why").inner_text() == reason
        assert "<img src=x onerror=window.hit=1>" in stamp.inner_text()
        assert page.locator("#app img").count() == 0
        assert page.evaluate("window.hit") is None
        assert "\u202e" not in page.locator("#app").inner_text()
    assert desk.rulings[0].reason == reason


def test_the_server_that_stopped_is_told_of(browser, desk):
    with at(browser, desk, quiet=False) as page:
        page.route("**/rulings", lambda route: route.abort())
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        page.locator("#trouble", has_text="The server does not answer").wait_for()
        page.unroute("**/rulings")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        page.locator("#trouble").wait_for(state="hidden")


def test_in_every_language(page):
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.type("口径不同")
    page.locator("[data-lang=zh-hant]").click()
    assert card(page, 0).locator("label").inner_text() == "為什麼兩處都對？"
    assert card(page, 0).locator("textarea").input_value() == "口径不同"
    page.locator("[data-lang=zh-hans]").click()
    card(page, 0).locator(".save").click()
    told(page, "已保存：可以解释")
    assert page.locator("#ruled").inner_text() == "已判定1／3，判定人：某甲"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_keeps_an_editor_out(browser, desk, scheme, width):
    another(desk, 0)
    another(desk, 1, "explained", "长" * 300)
    with at(browser, desk, width=width, color_scheme=scheme) as page:
        page.locator("[data-view=all]").click()
        page.locator('[data-number="2"] [data-verdict=confirmed]').click()
        page.keyboard.press("Enter")
        page.locator(".fault", has_text="needs a reason").wait_for()
        assert violations(page) == []
        page.keyboard.type("写错了")
        page.keyboard.press("Enter")
        told(page, "Saved")
        page.wait_for_function("() => getComputedStyle(document.querySelector('#toast')).opacity === '1'")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_keys_are_told(page):
    page.keyboard.press("?")
    assert "confirmed, explained, false alarm" in page.locator("#help").inner_text()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.fill("#q", "nowhere")
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    assert cards(page).count() == 3


def test_five_thousand_findings_open_at_once_and_an_answer_is_soon_on_disk(browser, serving, report):
    desk = serving(many(report, 5000))
    opened, saved = [], []
    for _ in range(5):  # the machine may be busy with something else: the best counts
        began = time.perf_counter()
        with at(browser, desk) as page:
            opened.append(time.perf_counter() - began)
            page.keyboard.press("j")
            began = time.perf_counter()
            by_key(page, "x", "分期公布")
            told(page, "Saved")
            saved.append(time.perf_counter() - began)
        if min(opened) < 2 and min(saved) < 1:
            break
    assert min(opened) < 2
    assert min(saved) < 1
    assert len(desk.rulings) == len(saved)


def test_the_headline_says_what_is_left(page, desk):
    head = page.locator("#verdict")
    before = head.inner_text()
    assert "left" in before
    page.keyboard.press("j")
    by_key(page, "c", "应为36家")
    told(page, "Saved: Confirmed")
    assert "confirmed: 1" in head.inner_text()
    by_key(page, "x", "口径不同")
    told(page, "Saved: Explained")
    assert "1 " in head.inner_text()
    by_key(page, "f", "不是一回事")
    told(page, "Saved: False alarm")
    assert head.inner_text().split("\n")[0].strip() == "Everything is ruled on"
    assert page.locator("#articles .chip.silenced").count() == 0  # none is open yet
    page.locator("#article-2 summary").click()
    page.locator("#article-2 .chip.silenced").first.wait_for()
    assert [verdict for verdict, *_ in answers(desk)] == ["confirmed", "explained", "false-alarm"]


def test_what_is_asked_fits_the_rule(browser, serving):
    passage = "观澜夜校今年春天又开了课，木工、面点和国画三个班的报名表一上午就领完，街道又腾出旧粮站的二楼。"
    text = f"{passage}\n\n报名的人从街口排到河边，有人带着孩子，也有人刚下夜班。\n\n{passage}\n"
    printed_twice = scan([Document(id="a.txt", text=text)])
    assert [one.rule for one in printed_twice.findings] == ["FC301"]
    with at(browser, serving(printed_twice)) as page:
        page.keyboard.press("j")
        page.keyboard.press("f")
        assert page.locator(".reason label").inner_text() == "Why is it no repetition?"
        assert "fact" not in page.locator(".ruling").inner_text()
