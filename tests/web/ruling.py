"""The page of rulings in a browser: how the tests open it, and what they read on it."""

from __future__ import annotations

from contextlib import contextmanager

from browser import Watched

from factcheck.ledger import Ruling, edit


@contextmanager
def at(browser, desk, *, width=1440, quiet=True, **context):
    """The page as it opens by the printed address; at the end nothing was said, and nobody else was asked."""
    held = browser.new_context(viewport={"width": width, "height": 900}, **{"locale": "en-US", **context})
    watched = Watched(held.new_page())
    sent = []
    watched.page.on("request", lambda request: sent.append(str(request.headers)))
    watched.page.goto(desk.keys.address())
    watched.page.locator("#list > .card").first.wait_for()
    yield watched.page
    held.close()
    if quiet:
        assert watched.said == []
    assert all(url.startswith(desk.origin + "/") for url in watched.asked)
    assert desk.token not in "".join(sent)


def card(page, number):
    return page.locator(f'#list > [data-number="{number}"]')


def cards(page):
    return page.locator("#list > .card")


def told(page, words):
    page.locator("#told", has_text=words).wait_for()


def current(page):
    return page.evaluate("document.activeElement.dataset.number")


def by_key(page, key, reason):
    page.keyboard.press(key)
    page.keyboard.type(reason)
    page.keyboard.press("Enter")


def answers(desk):
    return [(one.ruling, one.reason, one.by) for one in desk.rulings]


def another(desk, number, verdict="confirmed", reason="写错了"):
    """Somebody else rules on a finding, in another program."""
    prints = desk.report.findings[number].fingerprints
    assert edit.rule_on(desk.folder, [Ruling(one, verdict, reason, "某乙", "2025-03-01") for one in prints])
