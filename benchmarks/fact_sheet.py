"""A sheet to read facts from: facts of several sources drawn by a seed, with their sentences, and what may be missed.

    fact_sheet.py CORPUS.jsonl[.gz] [--skip N] [--first N] [--facts N] [--sources N] [--seed N] > sheet.md

To be answered of each fact: do all its places state one fact, and does a candidate below state it too? A candidate is
a figure that is written as a value of the fact, in no place of it, whose sentence shares most with one
of the fact's. Whoever reads should not have seen the articles before, nor the change that is measured.
"""

from __future__ import annotations

import argparse
import random
from itertools import islice
from typing import TYPE_CHECKING

import factcheck
from factcheck.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.model import Claim, Document, Fact

_CANDIDATES = 4
_SHARED = 8  # pairs of letters that a candidate's sentence has in common with one of the fact


def draw_facts(facts: Sequence[Fact], number: int, sources: int, seed: int) -> list[Fact]:
    """Facts of which so many independent sources state one value, the same ones for a seed."""
    told = [fact for fact in facts if max(value.independent for value in fact.values) >= sources]
    rng = random.Random(seed)  # noqa: S311 - the same sample every time
    return rng.sample(sorted(told, key=lambda fact: fact.id), min(number, len(told)))


def show_place(claim: Claim, document: Document) -> str:
    """The sentence of a figure, and the figure marked in it, on one line."""
    (first, last), text = claim.sentence, document.text
    said = f"{text[first : claim.start]}【{text[claim.start : claim.end]}】{text[claim.end : last]}".replace(
        "\n", " / "
    )
    return f"{claim.doc} ({document.date or 'no date'}, {document.source or 'no source'}): {said}"


def find_candidates(fact: Fact, claims: Sequence[Claim], documents: Mapping[str, Document]) -> list[Claim]:
    """Figures that may state the fact too, the likeliest first."""
    held = [place.claim for place in fact.locations if place.claim is not None]
    known = {(claim.doc, claim.start) for claim in held}
    figures = {(claim.kind, claim.low, claim.high) for claim in held}
    said = [_pair_letters(claim, documents) for claim in held]
    found = []
    for claim in claims:
        if (claim.kind, claim.low, claim.high) not in figures or (claim.doc, claim.start) in known:
            continue
        pairs = _pair_letters(claim, documents)
        shared = max(len(pairs & other) for other in said)
        if shared >= _SHARED:
            found.append((-shared, claim.doc, claim.start, claim))
    return [claim for *_, claim in sorted(found, key=lambda one: one[:3])[:_CANDIDATES]]


def _pair_letters(claim: Claim, documents: Mapping[str, Document]) -> frozenset[str]:
    first, last = claim.sentence
    letters = "".join(filter(str.isalpha, documents[claim.doc].text[first:last]))
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))


def write_sheet(facts: Sequence[Fact], claims: Sequence[Claim], documents: Mapping[str, Document]) -> Iterator[str]:
    """The sheet, line by line."""
    for number, fact in enumerate(facts, 1):
        frame = f"{fact.measure or '?'}; of {fact.subject or '?'}; in {fact.place or '?'}; {fact.period or 'no period'}"
        yield f"\n## {number}. {frame} ({fact.state})"
        for group, value in enumerate(fact.values):
            yield f"\nValue {value.text}: {value.independent} sources, {value.articles} articles"
            for place in fact.locations:
                if place.group == group and place.claim is not None and place.doc in documents:
                    yield f"- {show_place(place.claim, documents[place.doc])}"
        missed = find_candidates(fact, claims, documents)
        if missed:
            yield "\nCandidates:"
            yield from (f"- {show_place(claim, documents[claim.doc])}" for claim in missed)


def main() -> None:
    """Scan, draw, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--skip", type=int, default=0, help="leave out so many articles, the first ones")
    parser.add_argument("--first", type=int, help="of the rest only so many, the first ones")
    parser.add_argument("--facts", type=int, default=60)
    parser.add_argument("--sources", type=int, default=3)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    read_in = (item for item in read([args.corpus]) if isinstance(item, factcheck.Document))
    report = factcheck.scan(
        list(islice(read_in, args.skip, None if args.first is None else args.skip + args.first)), jobs=1
    )
    by_id = {document.id: document for document in report.documents}
    drawn = draw_facts(report.facts, args.facts, args.sources, args.seed)
    print(f"{len(by_id)} articles, {len(report.facts)} facts; {len(drawn)} drawn by seed {args.seed}")
    print("\n".join(write_sheet(drawn, report.claims, by_id)))


if __name__ == "__main__":
    main()
