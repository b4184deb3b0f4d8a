"""A page of findings opened in Chromium, and everything it asks for or complains of."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest

VENDOR = Path(__file__).parent / "report" / "vendor"


def chromium():
    """Debian's Chromium; where there is none the test is skipped, in CI it fails."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("no Chromium: .ci/run installs it", pytrace=False)
    if found is None:
        pytest.skip("needs Chromium (apt-get install chromium)")
    return found


class Watched:
    """A page, with what it printed to its console and what it asked of the network."""

    def __init__(self, page):
        self.page, self.said, self.asked = page, [], []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))


@contextmanager
def opened(browser, file, *, fragment="", width=1440, **context):
    """`file` in a context of its own; at the end nothing was said and nothing asked for but the file."""
    held = browser.new_context(viewport={"width": width, "height": 900}, **{"locale": "en-US", **context})
    watched = Watched(held.new_page())
    watched.page.goto(file.as_uri() + fragment)
    yield watched.page
    held.close()
    assert watched.said == []
    assert all(url.startswith(file.as_uri()) for url in watched.asked)


def violations(page):
    """What axe-core finds wrong, as `rule: element`."""
    # By the debugger, past the page's own policy.
    page.evaluate((VENDOR / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]
