"""Rules for every test: what opens a browser is slow, and nothing is skipped where everything is installed."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

# The first example of a process loads tables, and a busy machine is slow: time is no property.
hypothesis.settings.register_profile("factcheck", deadline=None)
hypothesis.settings.load_profile("factcheck")


def pytest_configure() -> None:
    """Take Ctrl-C as at a terminal: what a shell starts behind itself ignores it, and so would what the tests start."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever asks for a browser is slow; build servers, pre-commit and growth say so themselves."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="module")  # Playwright's loop is in the way of others, so it ends with the module
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless."""
    from browser import chromium
    from playwright.sync_api import sync_playwright

    found = chromium()
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI a skipped test is a failed run: there the machine has what every test needs."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter is not None else []
    if os.environ.get("CI") == "true" and skipped and exitstatus == 0:
        reporter.write_line(f"{len(skipped)} skipped: in CI no test may be", red=True)
        session.exitstatus = 1
