"""A sheet to read findings from: every error of a corpus, and warnings drawn by a seed, each place with its context.

    reading_sheet.py CORPUS.jsonl[.gz] [--warnings N] [--seed N] [--context LETTERS] > sheet.md

Whoever counts how many findings are true should not have seen the articles before, nor the change that is measured. A
finding is true where its places cannot all be right (of a repeated passage: where it is printed twice).
"""

from __future__ import annotations

import argparse
import random
from typing import TYPE_CHECKING

import factcheck
from factcheck.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Document, Finding, Location


def drawn(findings: tuple[Finding, ...], warnings: int, seed: int) -> list[Finding]:
    """All errors, and `warnings` of the warnings, the same ones for a seed."""
    errors = [finding for finding in findings if finding.severity == "error"]
    doubtful = [finding for finding in findings if finding.severity == "warning"]
    rng = random.Random(seed)  # noqa: S311 - the same sample every time
    return errors + rng.sample(doubtful, min(warnings, len(doubtful)))


def shown(place: Location, document: Document, context: int) -> str:
    """One place with what stands around it, on one line."""
    text = document.text
    before, after = text[max(0, place.start - context) : place.start], text[place.end : place.end + context]
    said = f"{before}【{text[place.start : place.end]}】{after}".replace("\n", " / ")
    return f"- [{place.group}] {place.doc} ({document.date or 'no date'}; {document.title or 'no title'}): …{said}…"


def sheet(findings: list[Finding], documents: dict[str, Document], context: int) -> Iterator[str]:
    """The sheet, line by line; of places of one group that read alike the first two."""
    for number, finding in enumerate(findings, 1):
        yield f"\n## {number}. {finding.rule} {finding.severity} {finding.confidence}: {finding.message}"
        seen: dict[int, int] = {}
        for place in finding.locations:
            seen[place.group] = seen.get(place.group, 0) + 1
            if seen[place.group] <= 2 and place.doc in documents:
                yield shown(place, documents[place.doc], context)


def main() -> None:
    """Scan, draw, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--warnings", type=int, default=50)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--context", type=int, default=120)
    args = parser.parse_args()
    documents = [item for item in read([args.corpus]) if isinstance(item, factcheck.Document)]
    report = factcheck.scan(documents, jobs=2)
    counts = {
        (finding.rule, finding.severity): sum(
            (one.rule, one.severity) == (finding.rule, finding.severity) for one in report.findings
        )
        for finding in report.findings
    }
    print(
        f"{len(documents)} articles; " + ", ".join(f"{rule} {kind} {n}" for (rule, kind), n in sorted(counts.items()))
    )
    by_id = {document.id: document for document in report.documents}
    print("\n".join(sheet(drawn(report.findings, args.warnings, args.seed), by_id, args.context)))


if __name__ == "__main__":
    main()
