"""Slips to plant in titles and leads: one figure that the body states too is changed, drawn by a seed.

    plant_heads.py CORPUS.jsonl[.gz] [--titles N] [--leads N] [--digits N] [--seed N] [--sheet sheet.md] > patches.jsonl

No part of the pairing is asked, so that what is planted does not depend on what is found. A figure of the title in
the metadata (tier `title`), or of the first two sentences behind the lines that are no prose (tier `lead`), is changed
where

- it has two significant digits and more (`--digits`), and its letters stand once in title or text;
- the body, behind these sentences, has a figure of the same value, kind and unit.

The two may still be of two facts: `--sheet` writes both sentences for a person to read. A patch is a row `{"doc",
"field", "start", "old", "new", "tier", "kind", "other": {"start", "end"}}`, offsets in code points of the field
(`title` or `text`); `other` is the figure of the body.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plant_slips import change_figure

import factcheck
from factcheck import zh
from factcheck.read import read
from factcheck.text import prepare

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = 2  # sentences
_SKIPPED = {"date", "number", "rank", "age", "duration", "level", "ratio", "other"}


class Stated(NamedTuple):
    """A figure of a head, and the like one of the body behind it."""

    doc: str
    field: str
    start: int
    text: str
    sentence: str
    other: tuple[int, int]
    body: str


def main() -> None:
    """Find the figures, draw, change, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--titles", type=int, default=100)
    parser.add_argument("--leads", type=int, default=100)
    parser.add_argument("--digits", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--sheet", type=Path)
    args = parser.parse_args()
    rng = random.Random(args.seed)  # noqa: S311 - the same sample every time
    documents = sorted((item for item in read([args.corpus]) if isinstance(item, factcheck.Document)), key=_id)
    stated = [one for document in documents for one in find_stated(document, args.digits)]
    used: set[str] = set()
    lines: list[str] = []
    for tier, most in (("title", args.titles), ("lead", args.leads)):
        found = [one for one in stated if (one.field == "title") == (tier == "title")]
        rng.shuffle(found)
        planted = 0
        for one in found:
            changed = change_figure(one.text, rng)
            if planted == most or changed is None or one.doc in used:
                continue
            planted, used = planted + 1, used | {one.doc}
            new, kind = changed
            row = {"doc": one.doc, "field": one.field, "start": one.start, "old": one.text, "new": new, "tier": tier}
            row |= {"kind": kind, "other": {"start": one.other[0], "end": one.other[1]}}
            print(json.dumps(row, ensure_ascii=False))
            lines.append(f"{len(lines) + 1}. {tier}: {one.text} → {new}\n   - {one.sentence}\n   - {one.body}\n")
    if args.sheet:
        args.sheet.write_text("\n".join(lines), encoding="utf-8")


def _id(document: factcheck.Document) -> str:
    return document.id


def find_stated(document: factcheck.Document, digits: int) -> Iterator[Stated]:
    """The figures of title and lead that the body states in the same value."""
    text = prepare(document.text, lexicon=zh.lexicon())
    prose = [span for span in text.sentences if any(letter.isalpha() for letter in text.folded[slice(*span)])]
    if len(prose) <= _HEAD:
        return
    figures = factcheck.quantities(document.text)
    lead = prose[0][0], prose[_HEAD - 1][1]
    body = {_key(one): one for one in reversed(figures) if one.start >= lead[1]}

    def said(at: int) -> str:
        return next((text.folded[slice(*span)] for span in text.sentences if span[0] <= at < span[1]), "")

    heads = [("title", document.title or "", factcheck.quantities(document.title or ""))]
    heads.append(("text", document.text, [one for one in figures if lead[0] <= one.start < lead[1]]))
    for field, stored, held in heads:
        for one in held:
            other = body.get(_key(one))
            telling = len("".join(filter(str.isdigit, one.text)).strip("0")) >= digits
            alone = stored[: lead[1] if field == "text" else None].count(one.text) == 1
            if one.kind in _SKIPPED or one.qualifier == "range" or other is None or not telling or not alone:
                continue
            sentence = said(one.start) if field == "text" else stored
            yield Stated(document.id, field, one.start, one.text, sentence, (other.start, other.end), said(other.start))


def _key(one: factcheck.Quantity) -> tuple[str, ...]:
    return str(one.low), str(one.high), one.kind, one.unit


if __name__ == "__main__":
    main()
