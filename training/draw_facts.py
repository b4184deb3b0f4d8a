"""Draw facts of a pool to be judged: which of their places state one fact; and write what was judged as offsets.

    draw_facts.py POOL.jsonl[.gz] --sheet SHEET.jsonl [--first N] [--number N] [--seed N] [--kept-back] > sheet.txt
    draw_facts.py --sheet SHEET.jsonl --judged JUDGED.txt > training/annotations/facts-POOL.jsonl

Two in three are facts of three sources and more, the rest of two; those places are shown whose sentences differ.
Whoever reads writes one line a fact, its number and a letter for each place: `17 AABA` says that the third place is of
another fact than the others, `?` that nobody can tell. A quarter of all facts, by the hash of their first article, is
kept back for the last check, and drawn with --kept-back only.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import factcheck
from factcheck.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.model import Document, Fact, Location

_SHOWN = 6  # places of one fact
_MANY = 3  # sources
_AHEAD, _BEHIND = 50, 24  # letters of a sentence that are shown before and behind a figure
_TITLE = 30


def is_kept_back(fact: Fact) -> bool:
    """Whether a fact is kept for the last check."""
    first = min(place.doc for place in fact.locations)
    return hashlib.blake2b(first.encode(), digest_size=4).digest()[0] % 4 == 0


def draw_facts(facts: Sequence[Fact], number: int, seed: int, *, kept_back: bool) -> list[Fact]:
    """Facts, two in three of them of three sources and more; the same ones for a seed."""
    rng = random.Random(seed)  # noqa: S311 - the same sample every time
    held = sorted((fact for fact in facts if is_kept_back(fact) == kept_back), key=lambda fact: fact.id)
    many, few = ([fact for fact in held if (fact.independent >= _MANY) == wanted] for wanted in (True, False))
    few = [fact for fact in few if fact.independent > 1]
    drawn = rng.sample(many, min(len(many), number * 2 // 3))
    return drawn + rng.sample(few, min(len(few), number - len(drawn)))


def list_places(fact: Fact, documents: Mapping[str, Document]) -> list[Location]:
    """The places to be judged: of those whose sentences are alike the first, and so many."""
    seen: dict[str, Location] = {}
    for place in fact.locations:
        if place.claim is not None:
            first, last = place.claim.sentence
            seen.setdefault(documents[place.doc].text[first:last].strip(), place)
    return list(seen.values())[:_SHOWN]


def show_place(place: Location, document: Document) -> str:
    """The sentence of a figure, and the figure marked in it, on one line, behind its article."""
    text, (first, last) = document.text, place.claim.sentence if place.claim else (place.start, place.end)
    ahead = text[max(first, place.start - _AHEAD) : place.start]
    behind = text[place.end : min(last, place.end + _BEHIND)]
    told = f"{ahead}【{text[place.start : place.end]}】{behind}".replace("\n", " ")
    head = document.title or text[: 3 * _TITLE].lstrip("0123456789-: \n年月日")
    title = " ".join(head.split())[:_TITLE]
    return f"{document.date or '-'} {document.source or '-'} | {title} | {told}"


def write_sheet(facts: Sequence[Fact], documents: Mapping[str, Document]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each fact as it is read, and its places by offset."""
    for number, fact in enumerate(facts):
        places = list_places(fact, documents)
        frame = f"{fact.measure or '?'}; of {fact.subject or '?'}; in {fact.place or '?'}; {fact.period or '-'}"
        lines = [f"## {number}. {frame} ({fact.state}, {fact.independent} sources, {len(fact.locations)} places)"]
        lines += [show_place(place, documents[place.doc]) for place in places]
        rows = [{"doc": place.doc, "start": place.start, "end": place.end} for place in places]
        yield "\n   ".join(lines), {"n": number, "id": fact.id, "places": rows}


def merge_judged(sheet: str, judged: str) -> Iterator[str]:
    """The places of each fact that was judged, with the letters they were given, as JSON."""
    rows = {row["n"]: row for row in map(json.loads, sheet.splitlines())}
    for line in filter(str.strip, judged.splitlines()):
        number, letters = line.split()[:2]
        places = rows[int(number)]["places"]
        if len(letters) != len(places):
            raise ValueError(f"{line}: {len(places)} places")
        yield json.dumps({"places": places, "facts": letters})


def main() -> None:
    """Draw and print, or merge what was judged."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pool", nargs="?")
    parser.add_argument("--sheet", type=Path, required=True)
    parser.add_argument("--judged", type=Path)
    parser.add_argument("--first", type=int)
    parser.add_argument("--number", type=int, default=150)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--kept-back", action="store_true")
    args = parser.parse_args()
    if args.judged:
        print("\n".join(merge_judged(args.sheet.read_text("utf-8"), args.judged.read_text("utf-8"))))
        return
    read_in = (item for item in read([args.pool]) if isinstance(item, factcheck.Document))
    report = factcheck.scan(list(islice(read_in, args.first)), jobs=1)
    documents = {document.id: document for document in report.documents}
    drawn = draw_facts(report.facts, args.number, args.seed, kept_back=args.kept_back)
    shown = list(write_sheet(drawn, documents))
    args.sheet.write_text("".join(f"{json.dumps(row)}\n" for _, row in shown), encoding="utf-8")
    print("\n\n".join(text for text, _ in shown))


if __name__ == "__main__":
    main()
