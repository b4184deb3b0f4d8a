"""Whether `check` of an article against an index finds what a scan of everything finds in it, byte for byte.

    python benchmarks/check_equals_scan.py FILE.jsonl[.gz] [--articles N] [--draw 300] [--seed 1]

All articles are scanned once. Those drawn are then checked against an index of all, each in place of its filed self,
and what comes out is compared with the findings of the scan in which it has a part, as JSON.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import msgspec

from factcheck import Document, Finding, Index, check, scan
from factcheck.read import find, read

if TYPE_CHECKING:
    from collections.abc import Sequence


def compare(file: Path, work: Path, draw: int, seed: int, most: int | None = None) -> tuple[int, int, list[str]]:
    """How many articles were checked, how many findings they had, and the ids of those that came out otherwise."""
    items = (item for item in read([str(file)]) if isinstance(item, Document))
    documents = list(islice(items, most))
    if most is not None:
        file = work / "part.jsonl"
        file.write_bytes(b"".join(_record(one) for one in documents))
        documents = [item for item in read([str(file)]) if isinstance(item, Document)]
    index = Index(work / "x.index")
    index.update(find([str(file)])[0])
    found = scan(documents).findings
    drawn = Random(seed).sample(documents, min(draw, len(documents)))  # noqa: S311 - the same for a seed
    wrong, count = [], 0
    for document in drawn:
        expected = [_new_first(one, document.id) for one in found if any(p.doc == document.id for p in one.locations)]
        with index.open_known() as filed:
            came = check([document], filed).findings
        count += len(came)
        if _encode(came) != _encode(expected):
            wrong.append(document.id)
    return len(drawn), count, wrong


def _encode(findings: Sequence[Finding]) -> bytes:
    """The bytes of findings; the order in which a set was filled is no matter."""
    return msgspec.json.encode(findings, order="deterministic")


def _record(document: Document) -> bytes:
    fields = {name: getattr(document, name) for name in ("id", "text", "title", "date", "source", "url")}
    return msgspec.json.encode(fields) + b"\n"


def _new_first(finding: Finding, name: str) -> Finding:
    places = sorted(finding.locations, key=lambda place: place.doc != name)
    return msgspec.structs.replace(finding, locations=tuple(places))


def main() -> None:
    """Compare, say how it went, and exit with 1 where anything differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int)
    parser.add_argument("--draw", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        drawn, count, wrong = compare(given.file, Path(work), given.draw, given.seed, given.articles)
    print(f"{drawn} articles, {count} findings, {len(wrong)} differences")
    print("\n".join(wrong))
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
