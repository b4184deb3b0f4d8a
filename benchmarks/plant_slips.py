"""Slips to plant in copies of real articles: one figure changed where two articles state the same, drawn by a seed.

    plant_slips.py CORPUS.jsonl[.gz] [--copies N] [--reworded N] [--seed N] [--sheet sheet.md] > patches.jsonl

No part of the pairing is asked, so that what is planted does not depend on what is found. Two figures are taken for one
fact where they have the same value, kind and unit, and

- tier `copy`: the same letters stand around both (`_AROUND` on each side);
- tier `paraphrase`: three significant digits and more, sentences that are told otherwise (`_UNLIKE`), at least
  `_SHARED` words in common that few articles of the corpus have, and dates, where known, within three days.

A paraphrase may still be two facts: `--sheet` writes both sentences for a person to read. A patch is a row
`{"doc", "start", "old", "new", "tier", "kind", "other": {"doc", "start", "end"}}`, offsets in code points of the stored
text; the figure stands once in the article that is changed.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz.fuzz import ratio

import factcheck
from factcheck import zh
from factcheck.read import read

_AROUND = 12  # letters before and behind a copied figure
_UNLIKE = 60.0  # likeness of two sentences, in hundredths, from which on they are told alike
_SHARED = 2
_FEW = 12  # articles that have a word, at most
_MOST = 40  # statements of one value that are compared
_DIGITS = 3
_DAYS = 3
_KINDS = ("digit", "swap", "ten", "wanyi")
_SKIPPED = {"date", "number", "rank", "age", "duration", "level", "ratio", "other"}


class Stated(NamedTuple):
    """A figure where it stands."""

    doc: str
    start: int
    end: int
    text: str
    around: str
    sentence: str
    words: frozenset[str]
    day: int | None


def main() -> None:
    """Find the pairs, draw, change, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--copies", type=int, default=100)
    parser.add_argument("--reworded", type=int, default=100)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--sheet", type=Path)
    args = parser.parse_args()
    rng = random.Random(args.seed)  # noqa: S311 - the same sample every time
    documents = [item for item in read([args.corpus]) if isinstance(item, factcheck.Document)]
    pairs = find_pairs(documents)
    used: set[str] = set()
    lines: list[str] = []
    for tier, most in (("copy", args.copies), ("paraphrase", args.reworded)):
        found = pairs[tier]
        rng.shuffle(found)
        planted = 0
        for one, other in found:
            changed = change_figure(one.text, rng)
            if planted == most or changed is None or {one.doc, other.doc} & used:
                continue
            planted, used = planted + 1, used | {one.doc, other.doc}
            new, kind = changed
            place = {"doc": other.doc, "start": other.start, "end": other.end}
            row = {"doc": one.doc, "start": one.start, "old": one.text, "new": new, "tier": tier, "kind": kind}
            print(json.dumps({**row, "other": place}, ensure_ascii=False))
            lines.append(f"{len(lines) + 1}. {tier}: {one.text}\n   - {one.sentence}\n   - {other.sentence}\n")
    if args.sheet:
        args.sheet.write_text("\n".join(lines), encoding="utf-8")


def find_pairs(documents: list[factcheck.Document]) -> dict[str, list[tuple[Stated, Stated]]]:
    """Pairs of figures of unlike articles by tier, sorted; one pair for two articles."""
    stated, held = collect_figures(documents)
    pairs: dict[str, list[tuple[Stated, Stated]]] = {"copy": [], "paraphrase": []}
    seen: set[tuple[str, str, str]] = set()
    for value, places in sorted(stated.items(), key=lambda row: str(row[0])):
        if len(places) > _MOST:
            continue
        for one, other in combinations(places, 2):
            tier = name_tier(one, other, value[0], held)
            if one.doc == other.doc or tier is None or (tier, one.doc, other.doc) in seen:
                continue
            seen.add((tier, one.doc, other.doc))
            pairs[tier].append((one, other))
    return pairs


def collect_figures(documents: list[factcheck.Document]) -> tuple[dict[Any, list[Stated]], Counter[str]]:
    """Figures by digits, bounds, kind and unit, those that stand once in their article; and articles by word."""
    lexicon, stated, held = zh.lexicon(), defaultdict(list), Counter[str]()
    for document in sorted(documents, key=lambda one: one.id):
        folded = lexicon.text.fold(document.text)
        held.update({word for word in lexicon.text.segmenter.words(folded) if len(word) > 1})
        quantities = factcheck.quantities(document.text)
        counts = Counter(one.text for one in quantities)
        for one in quantities:
            if one.kind in _SKIPPED or one.qualifier == "range" or counts[one.text] > 1 or folded.count(one.text) > 1:
                continue
            start = max(folded.rfind(mark, 0, one.start) for mark in "。！？\n") + 1
            ends = [at for mark in "。！？\n" if (at := folded.find(mark, one.end)) > 0]
            sentence = folded[start : min(ends, default=len(folded))]
            digits = len("".join(filter(str.isdigit, one.text)).strip("0"))
            words = frozenset(word for word in lexicon.text.segmenter.words(sentence) if len(word) > 1)
            around = folded[max(start, one.start - _AROUND) : one.start] + "\0" + folded[one.end : one.end + _AROUND]
            day = _day(document.date or "")
            key = (digits, str(one.low), str(one.high), one.kind, one.unit)
            stated[key].append(Stated(document.id, one.start, one.end, one.text, around, sentence, words, day))
    return stated, held


def _day(written: str) -> int | None:
    return date.fromisoformat(written).toordinal() if len(written) == len("2023-08-01") else None


def name_tier(one: Stated, other: Stated, digits: int, held: Counter[str]) -> str | None:
    """How two statements of one value are told: copied, in other words; None where they may be two facts."""
    if one.around == other.around and len(one.around) > _AROUND:
        return "copy"
    if digits < _DIGITS or ratio(one.sentence, other.sentence) >= _UNLIKE:
        return None
    if one.day is not None and other.day is not None and abs(one.day - other.day) > _DAYS:
        return None
    few = [word for word in one.words & other.words if held[word] <= _FEW and not any(map(str.isdigit, word))]
    return "paraphrase" if len(few) >= _SHARED else None


def change_figure(text: str, rng: random.Random) -> tuple[str, str] | None:
    """The figure with a slip, and the kind of it; None where no slip fits."""
    for kind in rng.sample(_KINDS, len(_KINDS)):
        new = _CHANGES[kind](text, rng)
        if new is not None and new != text:
            return new, kind
    return None


def _digit(text: str, rng: random.Random) -> str | None:
    at = [n for n, letter in enumerate(text) if letter.isascii() and letter.isdigit()]
    if not at:
        return None
    place = rng.choice(at)
    others = [one for one in "123456789" if one != text[place]]
    return text[:place] + rng.choice(others) + text[place + 1 :]


def _swap(text: str, rng: random.Random) -> str | None:
    at = [
        n for n in range(len(text) - 1) if text[n : n + 2].isdecimal() and text[n] != text[n + 1] and text[n + 1] != "0"
    ]
    if not at:
        return None
    place = rng.choice(at)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def _ten(text: str, _rng: random.Random) -> str | None:
    whole = text.partition(".")[0]
    digits = [n for n, letter in enumerate(whole) if letter.isascii() and letter.isdigit()]
    if not digits or "%" in text or "," in text or "." in text:
        return None
    return text[: digits[-1] + 1] + "0" + text[digits[-1] + 1 :]


def _wanyi(text: str, _rng: random.Random) -> str | None:
    for one, other in (("万", "亿"), ("亿", "万"), ("萬", "億"), ("億", "萬")):
        if one in text:
            return text.replace(one, other, 1)
    return None


_CHANGES = {"digit": _digit, "swap": _swap, "ten": _ten, "wanyi": _wanyi}

if __name__ == "__main__":
    main()
