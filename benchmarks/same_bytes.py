"""Whether a scan finds the same, byte for byte, with any number of workers and in any order of the articles.

    python benchmarks/same_bytes.py FILE.jsonl[.gz] [--articles 1500] [--jobs 1 2 4] [--seed 1]

The first articles of the file are scanned in their order and in another one, with each number of workers; what is
compared is the report as JSON, with all claims and facts. Prints a digest of each, and the findings; the exit code is 1
where two differ. The digests of two versions of the program tell whether they find the same.
"""

from __future__ import annotations

import argparse
import hashlib
from itertools import islice
from random import Random

import msgspec

from factcheck import Document, scan
from factcheck.read import read


def digest(documents: list[Document], jobs: int) -> tuple[str, int]:
    """What tells the report of a scan from others, and how many findings it has."""
    report = scan(documents, jobs=jobs)
    return hashlib.sha256(msgspec.json.encode(report.to_dict(), order="sorted")).hexdigest()[:16], len(report.findings)


def main() -> int:
    """Scan, and print what came of each scan."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--articles", type=int, default=1500)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    documents = list(islice((one for one in read([given.file]) if isinstance(one, Document)), given.articles))
    mixed = Random(given.seed).sample(documents, len(documents))  # noqa: S311 - the same for a seed
    found = set()
    for jobs in given.jobs:
        for order, some in (("as they come", documents), ("in another order", mixed)):
            told, findings = digest(some, jobs)
            print(f"{jobs} workers, {order}: {told}, {findings} findings", flush=True)
            found.add(told)
    return int(len(found) > 1)


if __name__ == "__main__":
    raise SystemExit(main())
