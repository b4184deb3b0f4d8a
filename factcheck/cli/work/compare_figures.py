"""What `compare` does: read as a scan reads, find the two figures, and tell all that was asked of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import zh
from factcheck.cli.output import style, tell_skipped, write
from factcheck.cli.progress import show_progress, tell_time
from factcheck.cli.work.figure_places import find_claim, insist_on_read, parse_place
from factcheck.cli.work.finish import CLEAN, UNREADABLE
from factcheck.cli.work.inputs import read_sources
from factcheck.cli.work.ledger_folder import load_ledger
from factcheck.errors import UsageError
from factcheck.index import Index
from factcheck.index.index import real_path
from factcheck.index.naming import name_apart, name_as_filed
from factcheck.lexicon import Grammar
from factcheck.messages import say
from factcheck.read import find
from factcheck.report import COMPARE, render_comparison
from factcheck.report.comparison_forms import encode_pair
from factcheck.report.context import Context
from factcheck.run.article import read_articles
from factcheck.run.examine import examine_figures
from factcheck.run.inputs import order_by_id, order_skipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.cli.session import Session
    from factcheck.cli.work.figure_places import FigurePlace
    from factcheck.model import Article, Skipped
    from factcheck.read import InputSource


def run_compare(session: Session, one: str, other: str, against: str | None) -> int:
    """The exit code of `factcheck compare`; `against` is a folder, or an index, as typed."""
    places = parse_place(one), parse_place(other)
    alone = not session.paths and against is None
    if session.paths and against is not None:
        raise UsageError(say("error.paths-and-against"), where="--against", cure=say("cure.give-one"))
    settings = session.settings
    articles, sources, skipped = _read(session, places, against)
    insist_on_read(places, skipped)
    first, second = (find_claim(place, articles, sources) for place in places)
    if (first.doc, first.start) == (second.doc, second.start):
        raise UsageError(say("error.one-figure"), where=places[1].typed, cure=say("cure.two-figures"))
    with tell_time(settings):
        found = examine_figures(first, second, articles, load_ledger(session), session.hedges)
    layout = style(settings, session.output, settings.output_format)
    context = Context((article.document for article in articles), layout.language)
    shown = encode_pair(found, context, len(articles), alone=alone)
    write(render_comparison(shown, settings.output_format, layout), session.output)
    tell_skipped(skipped, settings)
    return UNREADABLE if any(item.fatal for item in skipped) else CLEAN


def _read(
    session: Session, places: Sequence[FigurePlace], against: str | None
) -> tuple[list[Article], tuple[InputSource, ...], list[Skipped]]:
    """The articles among which the two are compared, in the order of their ids; where from; and what was passed over.

    With --against the files of the places take the place of the filed ones of their paths.
    """
    index = Index(against) if against is not None and Index.is_one(against) else None
    own = [place.path for place in places if index is None or Path(place.path).exists()]
    paths = session.paths or (*dict.fromkeys(own), *([against] if against is not None and index is None else []))
    sources, passed_over = find(paths, session.settings.exclude)
    filed: list[Article] = []
    if index is not None:
        index.insist_on_metadata(session.resolved.overrides)
        filed = index.articles(without={real_path(source) for source in sources}, hedges=session.hedges)
        sources = name_as_filed(sources, index)
    inputs = read_sources(session, COMPARE, sources, passed_over)
    taken = {article.document.id for article in filed}
    documents = [name_apart(document, taken) for document in inputs.articles]
    told: list[Skipped] = []
    grammar = Grammar(hedges=session.hedges)
    zh.lexicon(grammar)  # a broken table is told before anything is read
    with show_progress(session.settings) as progress:
        new = list(read_articles(documents, session.jobs, progress, skipped=told, grammar=grammar))
    articles = [session.resolved.overrides.tell_currency(article) for article in order_by_id([*new, *filed])]
    return articles, inputs.sources, [*inputs.skipped, *order_skipped(told)]
