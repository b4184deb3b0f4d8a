"""Two figures of a corpus side by side, read as a scan reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck import zh
from factcheck.corpus import corpus_stats, words_of
from factcheck.ledger import Ledger
from factcheck.lexicon import Grammar
from factcheck.model import Article
from factcheck.pair.aliases import Aliases
from factcheck.pair.examine import examine_pair
from factcheck.run.article import prepare_document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.model import Claim, Report
    from factcheck.pair.examine import ExaminedPair


def examine_figures(
    one: Claim, other: Claim, articles: Sequence[Article], ledger: Ledger | None = None, hedges: Path | None = None
) -> ExaminedPair:
    """Why two claims of the articles, which stand in the order of their ids, are or are not one fact.

    `ledger` is where names that mean the same are from, `hedges` the file that the articles were read with.
    """
    lexicon = zh.lexicon(Grammar(hedges=hedges))
    stats = corpus_stats(articles, lexicon)
    aliases = Aliases(articles, (ledger or Ledger()).aliases, lexicon=lexicon)
    return examine_pair(one, other, articles, aliases, stats, lexicon=lexicon)


def recall_articles(report: Report, hedges: Path | None = None) -> list[Article]:
    """The articles of a report with its claims, in the order of their ids; quotations are not read anew."""
    lexicon = zh.lexicon(Grammar(hedges=hedges))
    claims: dict[str, list[Claim]] = {}
    for claim in report.claims:
        claims.setdefault(claim.doc, []).append(claim)
    found: list[Article] = []
    for held in sorted((one for one in report.documents if one.role == "article"), key=lambda one: one.id):
        document, text = prepare_document(held, lexicon)
        found.append(
            Article(
                document=document,
                text=text,
                claims=tuple(claims.get(document.id, ())),
                quotations=(),
                words=words_of(document, text, lexicon.text.fold(document.title or "")),
            )
        )
    return found
