"""How fast figures are read, and how the time grows: `python benchmarks/quantities.py [FILE…]`.

Reads the sample articles of `corpus/` unless told otherwise. Peers are measured on the same text in the same run where
they are installed (`pip install -r benchmarks/requirements.txt`), each in one process.
"""

from __future__ import annotations

import re
import sys
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import quantities, zh
from factcheck.quantity import dates, recognise
from factcheck.text import prepare

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
SWEEP = re.compile(r"[0-9零〇一二三四五六七八九十百千万亿两半]+")
HOSTILE = ("1", "一", "万亿", "，", "(", "1,000", "第1", "百分之")
SIZES = (125_000, 250_000, 500_000, 1_000_000)


def seconds(task: Callable[[], object], rounds: int = 3) -> float:
    """The best of a few runs."""
    best = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        task()
        best = min(best, time.perf_counter() - began)
    return best


def main(arguments: list[str]) -> None:
    """Measure and print."""
    paths = [Path(argument) for argument in arguments] or sorted((ROOT / "corpus").rglob("*.md"))
    articles = [path.read_text("utf-8") for path in paths]
    text = "\n".join(articles)
    text *= max(1, 400_000 // max(1, len(text)))
    quantities(text[:1000])
    prepared = prepare(text)
    sweep = seconds(lambda: SWEEP.findall(prepared.folded))
    whole = seconds(lambda: quantities(text))
    print(f"{len(text):,} letters, {len(quantities(text)):,} quantities")
    for name, took in (
        ("one sweep for numerals", sweep),
        ("prepare", seconds(lambda: prepare(text))),
        ("recognise", seconds(lambda: recognise(prepared, zh.lexicon()))),
        ("quantities (both)", whole),
        ("dates", seconds(lambda: dates(prepared, "2025-02-05"))),
    ):
        print(f"  {name:<24}{len(text) / took:>14,.0f} letters a second   {took / sweep:6.1f} sweeps")
    tracemalloc.start()
    quantities(text)
    print(f"  peak memory             {tracemalloc.get_traced_memory()[1] / 2**20:14.1f} MB")
    tracemalloc.stop()
    peers(articles)
    growth()


def peers(articles: list[str]) -> None:
    """Recognizers-Text with its four models, and JioNLP's money extractor alone: article by article, as ours."""
    letters = sum(map(len, articles))

    def rate(read: Callable[[str], object], rounds: int) -> float:
        return letters / seconds(lambda: [read(article) for article in articles], rounds)

    ours = rate(quantities, 3)
    print(f"  quantities, by article  {ours:>14,.0f} letters a second")
    try:
        from recognizers_number import recognize_number, recognize_percentage
        from recognizers_number_with_unit import recognize_currency, recognize_dimension
    except ImportError:
        print("Recognizers-Text is not installed: skipped")
    else:
        models = (recognize_number, recognize_percentage, recognize_currency, recognize_dimension)
        theirs = rate(lambda article: [model(article, "zh-cn") for model in models], 1)
        print(f"  Recognizers-Text        {theirs:>14,.0f} letters a second; ours {ours / theirs:.0f} times as fast")
    try:
        import jionlp
    except ImportError:
        print("JioNLP is not installed: skipped")
    else:
        theirs = rate(lambda article: jionlp.ner.extract_money(article, with_parsing=True), 1)
        print(f"  JioNLP, money alone     {theirs:>14,.0f} letters a second; ours {ours / theirs:.1f} times as fast")


def growth() -> None:
    """Seconds for hostile text of growing size."""
    print("seconds by size   " + "".join(f"{size:>12,}" for size in SIZES))
    for unit in HOSTILE:
        texts = [prepare(unit * (size // len(unit))) for size in SIZES]
        took = [seconds(lambda text=text: recognise(text, zh.lexicon()), 1) for text in texts]
        print(f"  {unit:<16}" + "".join(f"{each:>12.2f}" for each in took))


if __name__ == "__main__":
    main(sys.argv[1:])
