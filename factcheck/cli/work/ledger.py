"""What `ledger list`, `add` and `check` do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer
from rich.text import Text

from factcheck.cli.guard import tell_error
from factcheck.cli.output import confirm, print_line, style, tell_skipped, write
from factcheck.cli.work.finish import CLEAN, FINDINGS, UNREADABLE
from factcheck.cli.work.ledger_folder import find_ledger_folder, make_ledger_folder
from factcheck.errors import LedgerError, UsageError
from factcheck.ledger import Ledger, edit
from factcheck.ledger.ledger import holds_ledger, problems, refuse_broken
from factcheck.lexicon import Grammar
from factcheck.messages import head_line, name, say, tell, text
from factcheck.model import Document, Skipped
from factcheck.read import documents, find
from factcheck.report.escape import json_text, visible
from factcheck.report.layout import print_lines, wrap_words
from factcheck.report.places import count_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.cli.session import Session
    from factcheck.ledger import LedgerFact
    from factcheck.model import Article, Phrase
    from factcheck.report import Style

_INDENT = 4
_KEYS = ("id", "subject", "measure", "value", "place", "period", "unit", "status")


def list_facts(session: Session) -> None:
    """Print the facts of the ledger, as a table or as JSON."""
    settings = session.settings
    facts = Ledger.load(find_ledger_folder(session.resolved), session.hedges).facts
    if settings.output_format == "json":
        encoded = msgspec.json.format(msgspec.json.encode([_as_json(fact) for fact in facts]), indent=2)
        write(json_text(encoded) + b"\n", None)
    elif settings.output_format == "terminal":
        layout = style(settings, None, "terminal")
        write(print_lines((line for fact in facts for line in _lines(fact, layout)), layout), None)
    else:
        what = say("error.no-form-of-facts", name=repr(settings.output_format))
        raise UsageError(what, where="-f", cure=say("cure.terminal-or-json"))


def _lines(fact: LedgerFact, style: Style) -> Iterator[Text]:
    """Where it stands and its name, the figure, the source."""
    width, language = style.width, style.language
    yield from wrap_words(Text.assemble((visible(fact.where), "cyan"), "  ", (visible(fact.id), "bold")), width)
    status = None if fact.status == "actual" else name("status", fact.status, language)
    comma = text("count.join", language)
    said = head_line(comma.join((fact.subject, fact.measure)), fact.value, language)
    if frame := comma.join(part for part in (fact.place, fact.period, status) if part):
        said = text("weighed", language, label=said, weight=frame)
    yield from wrap_words(Text(visible(said)), width, _INDENT)
    source = fact.source
    checked = text("ledger.checked", language, day=source.checked) if source.checked else None
    if known := comma.join(part for part in (source.title, source.url, checked) if part):
        yield from wrap_words(Text(visible(known), style="dim"), width, _INDENT)


def _as_json(fact: LedgerFact) -> dict[str, object]:
    return {name: getattr(fact, name) for name in _KEYS} | {"source": fact.source, "where": fact.where}


def add_fact(session: Session, name: str, fact: Mapping[str, str | None], source: Mapping[str, str | None]) -> None:
    """Append a fact with its source to the file `name` of the ledger; None is not told.

    Raises `UsageError` and `LedgerError`, and then writes nothing.
    """
    file = Path(name)
    if file.name != name or file.suffix not in {".yaml", ".yml"} or file.name.startswith("."):
        what = say("error.no-facts-file", name=repr(name))
        raise UsageError(what, where="--file", cure=say("cure.facts-file"))
    if file.stem in {"aliases", "rulings"}:
        raise UsageError(say("error.holds-no-facts", name=file.name), where="--file", cure=say("cure.other-file"))
    folder = make_ledger_folder(session)
    path = folder / file
    others = Ledger.load(folder, session.hedges)
    row: dict[str, object] = {key: value for key, value in fact.items() if value is not None}
    row["source"] = {key: value for key, value in source.items() if value is not None}
    where = ""

    def check(written: str) -> None:
        nonlocal where
        where = refuse_broken(written, path, others, session.hedges)[str(fact["id"])]

    try:
        edit.add_entry(path, row, check)
    except LedgerError as error:
        if error.where is not None and error.where.startswith(f"{path}:"):  # of the entry that was to be
            raise UsageError(error.phrase, cure=error.remedy) from error
        raise
    language = session.language
    confirm(head_line(visible(where), text("ledger.added", language), language), language)


def check_ledger(session: Session, against: str | None) -> int:
    """Tell what is wrong in the ledger, and which facts met nothing in `against`.

    The exit code: 0 if nothing is wrong, 1 where a fact met nothing, 2 where something could not be read.
    """
    folder = find_ledger_folder(session.resolved)
    language = session.language
    if not holds_ledger(folder):
        raise UsageError(say("error.no-ledger-file"), where=str(folder), cure=say("cure.ledger-or-against"))
    wrong = list(problems(folder, session.hedges))
    for error in wrong:
        tell_error(error, language)
    if wrong:
        return UNREADABLE
    ledger = Ledger.load(folder, session.hedges)
    articles, skipped = _read_articles_of(against, session) if against is not None else (None, [])
    tell_skipped(skipped, session.settings)
    doubts = list(_find_doubts(ledger, articles, session))
    for where, why in doubts:
        said = head_line(visible(where), visible(tell(why, language)), language)
        typer.echo(head_line(text("skipped.warning", language), said, language), err=True)
    kinds = {"facts": "fact", "aliases": "aliases", "rulings": "ruling", "baseline": "pair"}
    counts = {name: count_in_words(kind, len(getattr(ledger, name)), language) for name, kind in kinds.items()}
    holds = head_line(visible(str(folder)), text("ledger.holds", language, **counts), language)
    print_line(holds if doubts or skipped else text("list", language).join((holds, text("all-well", language))))
    if any(item.fatal for item in skipped):
        return UNREADABLE
    return FINDINGS if doubts and against is not None else CLEAN


def _find_doubts(ledger: Ledger, articles: Sequence[Article] | None, session: Session) -> Iterator[tuple[str, Phrase]]:
    """Where a fact stands that no sentence can meet, or that met nothing in the articles, and why."""
    from factcheck import zh
    from factcheck.evidence.ledger_matches import find_impossible, find_unmet
    from factcheck.lexicon import Grammar

    lexicon = zh.lexicon(Grammar(hedges=session.hedges))
    never = {fact.where: why for fact, why in find_impossible(ledger, lexicon=lexicon)}
    for where, forbidden in never.items():
        yield where, say("doubt.impossible-fact", why=forbidden)
    if articles is not None:
        from factcheck.corpus import corpus_stats

        for fact in find_unmet(articles, ledger, corpus_stats(articles, lexicon), lexicon=lexicon):
            if fact.where not in never:
                called = f"{fact.subject}, {fact.measure}"
                yield fact.where, say("doubt.unmet-fact", n=str(len(articles)), fact=called)


def _read_articles_of(against: str, session: Session) -> tuple[list[Article], list[Skipped]]:
    """The articles of a corpus or an index, and what was passed over. Raises `UsageError` where there are none."""
    from factcheck.index import Index
    from factcheck.run.article import read_articles
    from factcheck.run.inputs import order_skipped

    skipped: list[Skipped] = []
    overrides = session.resolved.overrides
    if Index.is_one(against):
        index = Index(against)
        found = index.articles(hedges=session.hedges)
        index.insist_on_metadata(overrides)
    else:
        sources, passed_over = find([against], session.settings.exclude)
        read_in = list(documents(sources, session.reading))
        skipped += [*passed_over, *(item for item in read_in if isinstance(item, Skipped))]
        held = [overrides.complete(item) for item in read_in if isinstance(item, Document)]
        grammar = Grammar(hedges=session.hedges)
        found = list(read_articles(held, session.jobs, skipped=skipped, grammar=grammar))
    if not found and not any(item.fatal for item in skipped):
        raise UsageError(say("error.no-article-there"), where=against, cure=say("cure.against-articles"))
    return sorted(map(overrides.tell_currency, found), key=lambda one: one.document.id), order_skipped(skipped)
