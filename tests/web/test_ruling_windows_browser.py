"""Several windows and programs that rule at once, in a real Chromium."""

from __future__ import annotations

import msgspec
import pytest

from factcheck.ledger import Ruling, edit

from .ruling import another, answers, at, by_key, card, current, told


@pytest.fixture
def page(browser, desk):
    with at(browser, desk) as shown:
        yield shown


def test_two_windows_do_not_overwrite_each_other(browser, desk):
    with at(browser, desk) as one, at(browser, desk, quiet=False) as other:
        # The second hears of nothing before it writes.
        other.route("**/rulings", lambda route: route.continue_() if route.request.method == "POST" else None)
        one.keyboard.press("j")
        other.keyboard.press("j")
        by_key(one, "c", "应为36家")
        told(one, "Saved")
        before = desk.written
        by_key(other, "x", "我看都对")
        notice = card(other, 0).locator(".notice")
        notice.wait_for()
        assert notice.inner_text() == "Already ruled on by 某甲. Your answer was not written: Explained. 我看都对"
        assert "应为36家" in card(other, 0).locator(".stamp").inner_text()
        assert card(other, 0).locator("form").count() == 0
        assert desk.written == before


def test_a_window_hears_of_what_others_write(page, desk):
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.keyboard.type("写到一半")
    another(desk, 1)
    card(page, 1).locator(".stamp", has_text="某乙").wait_for()
    assert page.evaluate("document.activeElement.value") == "写到一半"
    another(desk, 0)
    card(page, 0).locator(".notice", has_text="写到一半").wait_for()
    assert current(page) == "0"
    page.locator("[data-view=all]").focus()
    another(desk, 2)
    card(page, 2).locator(".stamp").wait_for()
    assert page.evaluate("document.activeElement.dataset.view") == "all"
    assert "Ruled on 3" in page.locator("#standings").inner_text()


def test_of_several_pairs_the_open_ones_are_ruled_on(browser, serving, report):
    first, *others = report.findings
    one, two, three = "a" * 16, "b" * 16, "c" * 16
    shown = msgspec.structs.replace(first, fingerprints=(one, two, three))
    desk = serving(msgspec.structs.replace(report, findings=(shown, *others)))
    edit.rule_on(desk.folder, [Ruling(one, "explained", "前一对都对", "某乙", "2025-03-01")])
    with at(browser, desk) as page:
        stamps = card(page, 0).locator(".stamp")
        assert "1 of 3 pairs" in stamps.inner_text()
        card(page, 0).locator("[data-verdict=confirmed]").click()
        page.keyboard.type("后两对写错了")
        page.keyboard.press("Enter")
        told(page, "Saved")
        assert "2 of 3 pairs" in stamps.nth(1).inner_text()
        assert "confirmed" in card(page, 0).get_attribute("class")
        stamps.nth(1).locator("button").click()
        told(page, "Taken back")
    assert [(ruling.fingerprint, ruling.reason) for ruling in desk.rulings] == [(one, "前一对都对")]


def test_undo_leaves_what_another_has_changed(browser, desk):
    with at(browser, desk, quiet=False) as page:
        page.keyboard.press("j")
        by_key(page, "c", "应为36家")
        told(page, "Saved")
        edit.take_back(desk.folder, desk.rulings)
        another(desk, 0, "explained", "其实都对")
        page.keyboard.press("u")
        told(page, "Somebody has changed that ruling")
        card(page, 0).locator(".stamp", has_text="其实都对").wait_for()
    assert answers(desk) == [("explained", "其实都对", "某乙")]
