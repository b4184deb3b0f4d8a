"""How many figures of true articles FC103 alarms on, and how many altered ones it finds.

Figures of the articles themselves become facts, with the frames they were read with, and are held against all articles:
every alarm is then false (or the articles contradict one another). With each fact's value altered, every place that
agreed before should be an alarm. `python benchmarks/ledger.py ARTICLES.jsonl.gz [HOW_MANY]`.
"""

from __future__ import annotations

import random
import sys
import time
from typing import TYPE_CHECKING

import msgspec

from factcheck import Document, Ledger, quantities, zh
from factcheck.corpus import corpus_stats
from factcheck.evidence.ledger_matches import match_ledger
from factcheck.ledger import LedgerFact, Source
from factcheck.pair.aliases import Aliases
from factcheck.read import read
from factcheck.run.article import read_article
from factcheck.run.engine import map_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Article

_SEED = 1
_FACTS = 1500
_KINDS = {"count", "money", "percent", "length", "area"}
_INFERRED = {"subject", "measure", "period"}
_EQUAL = {"equal", "rounding", "reach"}
_DISPUTE = {"differ", "slip"}


def facts(articles: list[Article]) -> Iterator[LedgerFact]:
    """Facts from claims whose whole frame stands in the sentence."""
    fit = [
        claim
        for article in articles
        for claim in article.claims
        if claim.kind in _KINDS and claim.subject and claim.period and len(claim.measure or "") > 2
        if not claim.inferred & _INFERRED
    ]  # fmt: skip
    for number, claim in enumerate(random.Random(_SEED).sample(fit, min(_FACTS, len(fit)))):  # noqa: S311 - a sample
        figures = quantities(claim.text)
        if len(figures) == 1:
            yield LedgerFact(
                id=str(number), subject=claim.subject, measure=claim.measure, value=claim.text, quantity=figures[0],
                source=Source(title=claim.doc), where=f"facts:{number}", period=claim.period, status=claim.status,
                place=None if "place" in claim.inferred else claim.place, unit=claim.unit or None,
            )  # fmt: skip


def altered(fact: LedgerFact) -> LedgerFact:
    """The fact with a figure 1.7 times as large."""
    ends = {name: getattr(fact.quantity, name) for name in ("low", "high")}
    grown = {name: None if value is None else value * 17 / 10 for name, value in ends.items()}
    return msgspec.structs.replace(fact, quantity=msgspec.structs.replace(fact.quantity, **grown))


def main(path: str, number: int) -> None:
    """Print alarms, and what is found of the altered facts."""
    documents = [item for item in read([path]) if isinstance(item, Document)][:number]
    articles = list(map_parts(read_article, documents, 2))
    by_id, lexicon = {one.document.id: one for one in articles}, zh.lexicon()
    stats = corpus_stats(articles, lexicon)
    held = tuple(facts(articles))
    start = time.perf_counter()
    aliases = Aliases(articles, lexicon=lexicon)
    found = match_ledger(by_id, Ledger(facts=held), aliases, stats, lexicon=lexicon)
    took = time.perf_counter() - start
    agree = {(one.fact.fact.id, one.pair.b.doc, one.pair.b.start) for one in found if one.pair.verdict in _EQUAL}
    alarms = [one for one in found if one.pair.verdict in _DISPUTE]
    again = match_ledger(by_id, Ledger(facts=tuple(map(altered, held))), aliases, stats, lexicon=lexicon)
    raised = {(one.fact.fact.id, one.pair.b.doc, one.pair.b.start) for one in again if one.pair.verdict in _DISPUTE}
    print(f"{len(articles):,} articles, {len(held):,} facts, {took:.1f} s")
    print(f"{len(agree):,} places agree, {len(alarms):,} alarms")
    print(f"{len(raised & agree):,} of those places found with the fact altered, {len(raised - agree):,} others")
    for one in alarms:
        print(one.fact.fact.source.title, one.fact.fact.value, one.pair.b.doc, one.pair.b.text)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 2500)
