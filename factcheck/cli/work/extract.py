"""What `extract` does: read, and list the claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck import zh
from factcheck.cli.progress import show_progress, tell_time
from factcheck.cli.work.finish import finish
from factcheck.cli.work.inputs import read_inputs
from factcheck.lexicon import Grammar
from factcheck.model import Report
from factcheck.report import EXTRACT
from factcheck.run.article import read_articles
from factcheck.run.inputs import order_by_id, order_skipped

if TYPE_CHECKING:
    from factcheck.cli.session import Session
    from factcheck.model import Skipped


def run_extract(session: Session) -> int:
    """The exit code of `factcheck extract`."""
    inputs = read_inputs(session, EXTRACT)
    with tell_time(session.settings), show_progress(session.settings) as progress:
        passed_over: list[Skipped] = []
        grammar = Grammar(hedges=session.hedges)
        zh.lexicon(grammar)  # a broken table is told before anything is read
        read = read_articles(
            inputs.articles, session.jobs, progress, skipped=passed_over, grammar=grammar, counted=False
        )
        articles = order_by_id(map(session.resolved.overrides.tell_currency, read))
    report = Report(
        findings=(),
        documents=tuple(article.document for article in articles),
        claims=tuple(claim for article in articles for claim in article.claims),
        skipped=(*inputs.skipped, *order_skipped(passed_over)),
        settings={},
    )
    return finish(report, inputs, EXTRACT)
