"""What `review --web` does: scan, serve the page, say how it went."""

from __future__ import annotations

import importlib.util
import sys
from typing import TYPE_CHECKING, Any

from factcheck.cli.output import confirm, print_line, style, tell_skipped
from factcheck.cli.work.inputs import CLEAN, UNREADABLE, made_folder_of, resolved, scanned
from factcheck.cli.work.review import name_of
from factcheck.errors import UsageError
from factcheck.messages import say, text

if TYPE_CHECKING:
    from collections.abc import Mapping


def run_web(given: Mapping[str, Any]) -> int:
    """The exit code of `factcheck review --web` for its arguments."""
    if any(importlib.util.find_spec(module) is None for module in ("starlette", "uvicorn")):
        raise UsageError(say("error.needs-web"), where="--web", cure=say("cure.install-extra", extra="web"))
    folder = made_folder_of(resolved(given))  # said before a long scan
    run, report = scanned(given, ruled=False)
    tell_skipped(run.skipped, run.settings)
    language = style(run.settings, None, "terminal").language

    def tell(address: str) -> None:
        print_line(text("review.at-address", language, address=address))

    from factcheck.report.findings_html import served
    from factcheck.report.told import told
    from factcheck.web.desk import Desk
    from factcheck.web.serve import serve

    by = name_of(given)
    desk = Desk(report.findings, folder, by)
    before = desk.left()
    layout = style(run.settings, None, "html")
    page, policy = served(told(report, layout.language), layout, by)
    wanted = given["browser"]
    serve(desk, page, policy, port=given["port"], browser=sys.stdout.isatty() if wanted is None else wanted, tell=tell)
    left = desk.left()
    confirm(text("review.done", language, ruled=max(0, before - left), left=left), language)
    return UNREADABLE if any(item.fatal for item in run.skipped) else CLEAN
