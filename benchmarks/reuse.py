"""Plants copies in paragraphs and counts how many of them are found, and what is reported besides.

    reuse.py [--articles N] [--copies N] [--seed N] [--texts FILE.jsonl] [--misses]

Kinds of copies, each of 16 to 120 letters in whole clauses: exact, the other script, other punctuation, 5 % and 15 % of
the letters changed, a quotation altered by one word, a figure changed, a copy within one article. A copy is found when
one passage covers at least seven tenths of both places. The paragraphs are generated; with `--texts` they are those
of the records of a JSON-lines file with `id` and `text`, and what these share by themselves is not counted.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from pathlib import Path

from opencc import OpenCC

from factcheck import zh
from factcheck.model import Article, Document, Place
from factcheck.passage import passages
from factcheck.text import prepare

KINDS = ("exact", "script", "punctuation", "5 %", "15 %", "quotation", "figure", "within")
CLAUSE = re.compile(r"[^，。；！？]+[，。；！？]")
COVER = 0.7


def paragraphs(rng: random.Random, count: int) -> list[str]:
    """Articles of 6 to 14 sentences, of words that mean nothing."""
    letters = [chr(code) for code in range(0x4E00, 0x4E00 + 2400)]
    words = ["".join(rng.choices(letters, k=rng.choice((1, 2, 2, 2, 3)))) for _ in range(6000)]
    frequent = rng.sample(words, 300)

    def clause() -> str:
        return "".join(rng.choice(frequent if rng.random() < 0.4 else words) for _ in range(rng.randint(3, 7)))

    def sentence() -> str:
        clauses = [clause() for _ in range(rng.randint(1, 4))]
        if rng.random() < 0.3:
            clauses[-1] += f"{rng.randint(11, 9999)}家"
        return "，".join(clauses) + "。"

    return ["".join(sentence() for _ in range(rng.randint(6, 14))) for _ in range(count)]


def changed(rng: random.Random, text: str, share: float) -> str:
    """The text with a share of its letters replaced, left out or doubled."""
    letters = list(text)
    for at in rng.sample(range(len(letters)), max(1, round(share * len(letters)))):
        letters[at] = rng.choice((chr(rng.randint(0x4E00, 0x5DFF)), "", letters[at] + chr(rng.randint(0x4E00, 0x5DFF))))
    return "".join(letters)


def copied(rng: random.Random, kind: str, text: str) -> str:
    """The copy of a stretch, made in the way of its kind."""
    if kind == "script":
        return OpenCC("s2t").convert(text)
    if kind == "punctuation":
        return text.replace("，", rng.choice((",", "、", " "))).replace("。", rng.choice((".", "！", "；")))
    if kind in {"5 %", "15 %"}:
        return changed(rng, text, float(kind.split(maxsplit=1)[0]) / 100)
    if kind == "quotation":
        at = rng.randrange(4, len(text) - 4)
        return text[:at] + "".join(chr(rng.randint(0x4E00, 0x5DFF)) for _ in range(2)) + text[at + 2 :]
    if kind == "figure":
        return re.sub(r"\d+", lambda m: str(int(m[0]) * 10 + 1), text, count=1)
    return text


def stretch(rng: random.Random, text: str, kind: str) -> tuple[int, int] | None:
    """Whole clauses of 16 to 120 letters, with a figure where the kind asks for one."""
    clauses = [match.span() for match in CLAUSE.finditer(text)]
    if not clauses:
        return None
    start = rng.randrange(len(clauses))
    want = rng.randint(16, 110)
    for end in range(start, len(clauses)):
        first, last = clauses[start][0], clauses[end][1]
        letters = sum(letter.isalnum() for letter in text[first:last])
        if letters > 120:
            return None
        if letters >= want and (kind != "figure" or any(letter.isdigit() for letter in text[first:last])):
            return first, last
    return None


Planted = tuple[str, Place, Place]


def plant(rng: random.Random, texts: dict[str, str], copies: int) -> list[Planted]:
    """Copies put into `texts`, each into an article of its own, behind what stands there."""
    names = sorted(texts)
    rng.shuffle(names)
    planted: list[Planted] = []
    taken: set[str] = set()
    for number in range(copies):
        kind = KINDS[number % len(KINDS)]
        for source in names:
            target = source if kind == "within" else next(n for n in reversed(names) if n not in taken and n != source)
            if source in taken or target in taken or (span := stretch(rng, texts[source], kind)) is None:
                continue
            original = texts[source][slice(*span)]
            copy = copied(rng, kind, original)
            if kind == "quotation":
                texts[source] = texts[source][: span[0]] + "“" + original + "”" + texts[source][span[1] :]
                span = span[0] + 1, span[1] + 1
                copy = "“" + copy + "”"
            start = len(texts[target]) + 1
            texts[target] += "\n" + copy + "\n"
            planted.append((kind, Place(source, *span), Place(target, start, start + len(copy))))
            taken |= {source, target}
            break
    return planted


def covers(found: Place, place: Place) -> bool:
    """Whether a place of a passage holds most of a planted one."""
    shared = min(found.end, place.end) - max(found.start, place.start)
    return found.doc == place.doc and shared >= COVER * (place.end - place.start)


def articles(texts: dict[str, str]) -> list[Article]:
    """The texts, prepared."""
    return [Article(Document(id=n, text=t), prepare(t, lexicon=zh.lexicon()), (), ()) for n, t in sorted(texts.items())]


def main() -> None:
    """Plant, search, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--copies", type=int, default=400)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--misses", action="store_true", help="print the copies that are not found")
    args = parser.parse_args()
    rng = random.Random(args.seed)  # noqa: S311 - copies are planted the same way every time
    if args.texts:
        rows = [json.loads(line) for line in args.texts.read_text("utf-8").splitlines() if line.strip()]
        texts = {row["id"]: row["text"] for row in rows[: args.articles]}
    else:
        texts = {f"{number:05}": text for number, text in enumerate(paragraphs(rng, args.articles))}
    known = [set(p.places) for p in passages(articles(texts), lexicon=zh.lexicon())]
    planted = plant(rng, texts, args.copies)
    prepared = articles(texts)
    began = time.perf_counter()
    found = passages(prepared, lexicon=zh.lexicon())
    seconds = time.perf_counter() - began

    seen, hit, used = Counter(), Counter(), set()
    for kind, source, target in planted:
        seen[kind] += 1
        holding = [
            n for n, p in enumerate(found)
            if any(covers(x, source) and covers(y, target) for x in p.places for y in p.places if x != y)
        ]  # fmt: skip
        hit[kind] += bool(holding)
        if args.misses and not holding:
            print("missed", kind, repr(texts[source.doc][source.start : source.end]))
            print("       ", kind, repr(texts[target.doc][target.start : target.end]))
        used.update(holding)
    other = [p for n, p in enumerate(found) if n not in used and not any(set(p.places) <= places for places in known)]
    for kind in KINDS:
        print(f"{kind:<12} {hit[kind]:>4} of {seen[kind]:>4}  {hit[kind] / max(1, seen[kind]):.3f}")
    print(
        f"{'all':<12} {sum(hit.values()):>4} of {sum(seen.values()):>4}  {sum(hit.values()) / max(1, len(planted)):.3f}"
    )
    size = sum(len(text.encode()) for text in texts.values())
    print(f"other passages reported: {len(other)}; {size / 1e6 / seconds:.2f} MB/s")


if __name__ == "__main__":
    main()
