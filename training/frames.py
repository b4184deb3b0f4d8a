"""Figures whose frame people annotated by reading, beside the claims that the program makes of them.

A pool is two files: news (JSON lines, gzipped or not, with `id`, `text`, `title`, `date`) and annotated rows (JSON
lines with `doc`, `start`, `end` of a figure and, for each field of its frame, spans of the stored text or
`{"text": wording}`; `skip` says why a figure is no claim at all). Offsets are code points of the stored text, end
exclusive.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from opencc import OpenCC

from factcheck.model import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.model import Claim, Span

FIELDS = ("measure", "bearer", "part", "place", "time", "basis", "scope", "source")
FOLDS = 5
_SPACES = re.compile(r"\s")


@dataclass(frozen=True)
class Row:
    """An annotated figure. `spans` of a field are alternatives (of scope: several words may hold at once).

    `wordings` are the same as text, with those that stand nowhere in the article as one piece.
    """

    pool: str
    doc: str
    start: int
    end: int
    skip: str | None
    spans: dict[str, list[Span]]
    wordings: dict[str, list[str]]
    aspects: frozenset[str]
    statuses: frozenset[str]


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSON-lines file, gzipped or not."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read_pool(frames: Path, news: Path) -> Iterator[tuple[Document, list[Row]]]:
    """The articles of a pool that have annotated figures, with their rows in the order of the text."""
    by_doc: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for raw in read_jsonl(frames):
        by_doc[raw["doc"]].append(raw)
    for article in read_jsonl(news):
        if article["id"] in by_doc:
            text = article["text"]
            rows = [_read_row(frames.stem, raw, text) for raw in by_doc[article["id"]]]
            document = Document(
                id=article["id"], text=text, title=article.get("title"), date=article.get("date"),
                source=article.get("source"),
            )  # fmt: skip
            yield document, sorted(rows, key=lambda row: row.start)


def read_pools(pairs: Iterable[tuple[Path, Path]]) -> Iterator[tuple[Document, list[Row]]]:
    """The articles of several pools, each given as (frames, news)."""
    for frames, news in pairs:
        yield from read_pool(frames, news)


def pair_files(files: Sequence[Path]) -> list[tuple[Path, Path]]:
    """FRAMES NEWS FRAMES NEWS … of a command line as pairs; ValueError where one lacks its other."""
    if len(files) % 2 or not files:
        raise ValueError("give FRAMES.jsonl and its NEWS.jsonl[.gz], one pair or more")
    return list(zip(files[::2], files[1::2], strict=True))


def _read_row(pool: str, raw: dict[str, Any], text: str) -> Row:
    spans: dict[str, list[Span]] = {}
    wordings: dict[str, list[str]] = {}
    for name in FIELDS:
        given = raw.get(name) or []
        spans[name] = [(one[0], one[1]) for one in given if not isinstance(one, dict)]
        wordings[name] = [one["text"] if isinstance(one, dict) else text[one[0] : one[1]] for one in given]
    stated = _as_list(raw.get("status") or "actual")
    return Row(
        pool=pool, doc=raw["doc"], start=raw["start"], end=raw["end"], skip=raw.get("skip"), spans=spans,
        wordings=wordings, aspects=frozenset(_as_list(raw.get("aspect") or "level")),
        statuses=frozenset("forecast" if one == "hypothetical" else one for one in stated),
    )  # fmt: skip


def _as_list(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def match_claim(row: Row, claims: Iterable[Claim]) -> Claim | None:
    """The first claim that shares a letter with the figure of the row."""
    return next((claim for claim in claims if claim.start < row.end and row.start < claim.end), None)


def fold_of(doc: str, folds: int = FOLDS) -> int:
    """The fold that an article falls into, by its id: the same in every run, whatever else is in the pool."""
    return int.from_bytes(hashlib.sha256(doc.encode()).digest()[:4]) % folds


def order_of(doc: str) -> str:
    """What articles are sorted by before some of them are taken: the same sample in every run."""
    return hashlib.sha256(b"order " + doc.encode()).hexdigest()


@cache
def _simplifier() -> OpenCC:
    return OpenCC("t2s")


def fold_wording(text: str) -> str:
    """Simplified letters without spaces."""
    return _SPACES.sub("", _simplifier().convert(text))


def meets(got: str | None, gold: Sequence[str]) -> bool:
    """Whether a reading is right: nothing where nothing is wanted, else a wording that one of `gold` meets.

    Two wordings meet where one holds the other and is at most twice as long and one letter, folded.
    """
    if not gold or not got:
        return not gold and not got
    one = fold_wording(got)
    return any(
        other == one
        or ((other in one or one in other) and max(len(other), len(one)) <= 2 * min(len(other), len(one)) + 1)
        for other in map(fold_wording, gold)
    )


@dataclass
class Tally:
    """Counts of a field: rows, right (an empty field where none is wanted too), said, given, said and right."""

    rows: int = 0
    right: int = 0
    said: int = 0
    given: int = 0
    held: int = 0

    def add(self, got: str | Iterable[str] | None, gold: Sequence[str]) -> None:
        """Count one figure; of several readings (scope) one that meets is enough, as the scorer of frames has it."""
        values = [got] if isinstance(got, str) else list(got or ())
        good = any(meets(value, gold) for value in values) if values else not gold
        self.rows += 1
        self.right += good
        self.said += bool(values)
        self.given += bool(gold)
        self.held += bool(values) and bool(gold) and good

    def __str__(self) -> str:
        right = self.right / max(1, self.rows)
        precision, recall = self.held / max(1, self.said), self.held / max(1, self.given)
        return (
            f"right {right:.3f}  right where said {precision:.3f}  found where given {recall:.3f}  ({self.rows} rows)"
        )


@dataclass
class Board:
    """A tally for each field that is asked for."""

    fields: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    counts: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        lines = [f"{name:<10} {tally}" for name, tally in self.fields.items()]
        return "\n".join([*lines, *(f"{name:<10} {count}" for name, count in self.counts.items())])
