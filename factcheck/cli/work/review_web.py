"""What `review --web` does: scan, serve the page, say how it went."""

from __future__ import annotations

import importlib.util
import sys
from typing import TYPE_CHECKING

from factcheck.cli.output import confirm, print_line, style, tell_skipped
from factcheck.cli.work.finish import CLEAN, UNREADABLE
from factcheck.cli.work.ledger_folder import make_ledger_folder
from factcheck.cli.work.review import name_ruler
from factcheck.cli.work.scan import scan_inputs
from factcheck.errors import UsageError
from factcheck.messages import say, text

if TYPE_CHECKING:
    from factcheck.cli.session import Session


def run_review_web(session: Session, by: str | None, *, port: int, browser: bool | None) -> int:
    """The exit code of `factcheck review --web`; `browser` None: opened if a person looks at the terminal."""
    if any(importlib.util.find_spec(module) is None for module in ("starlette", "uvicorn")):
        raise UsageError(say("error.needs-web"), where="--web", cure=say("cure.install-extra", extra="web"))
    folder = make_ledger_folder(session)  # said before a long scan
    _, report = scan_inputs(session, ruled=False)
    tell_skipped(report.skipped, session.settings)
    language = style(session.settings, None, "terminal").language

    def tell(address: str) -> None:
        print_line(text("review.at-address", language, address=address))

    from factcheck.report.findings_html import render_served
    from factcheck.report.translation import translate_report
    from factcheck.web.desk import Desk
    from factcheck.web.serve import serve

    ruler = name_ruler(by)
    desk = Desk(report.findings, folder, ruler)
    before = desk.count_open()
    layout = style(session.settings, None, "html")
    page, policy = render_served(translate_report(report, layout.language), layout, ruler)
    opened = sys.stdout.isatty() if browser is None else browser
    serve(desk, page, policy, port=port, browser=opened, tell=tell)
    left = desk.count_open()
    confirm(text("review.done", language, ruled=max(0, before - left), left=left), language)
    return UNREADABLE if any(item.fatal for item in report.skipped) else CLEAN
