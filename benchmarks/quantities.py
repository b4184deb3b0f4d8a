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

from factcheck.quantity import dates, quantities, recognise
from factcheck.text import prepare

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
PEER_LETTERS = 20_000  # the peers are slow
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
    text = "\n".join(path.read_text("utf-8") for path in paths)
    text *= max(1, 400_000 // max(1, len(text)))
    quantities(text[:1000])
    prepared = prepare(text)
    sweep = seconds(lambda: SWEEP.findall(prepared.folded))
    whole = seconds(lambda: quantities(text))
    print(f"{len(text):,} letters, {len(quantities(text)):,} quantities")
    for name, took in (
        ("one sweep for numerals", sweep),
        ("prepare", seconds(lambda: prepare(text))),
        ("recognise", seconds(lambda: recognise(prepared))),
        ("quantities (both)", whole),
        ("dates", seconds(lambda: dates(prepared, "2025-02-05"))),
    ):
        print(f"  {name:<24}{len(text) / took:>14,.0f} letters a second   {took / sweep:6.1f} sweeps")
    tracemalloc.start()
    quantities(text)
    print(f"  peak memory             {tracemalloc.get_traced_memory()[1] / 2**20:14.1f} MB")
    tracemalloc.stop()
    peers(text, len(text) / whole)
    growth()


def peers(text: str, ours: float) -> None:
    """Recognizers-Text with its four models together, and JioNLP's money extractor alone."""
    part = text[:PEER_LETTERS]
    try:
        from recognizers_number import recognize_number, recognize_percentage
        from recognizers_number_with_unit import recognize_currency, recognize_dimension
    except ImportError:
        print("Recognizers-Text is not installed: skipped")
    else:
        models = (recognize_number, recognize_percentage, recognize_currency, recognize_dimension)
        rate = len(part) / seconds(lambda: [model(part, "zh-cn") for model in models], 1)
        print(f"  Recognizers-Text        {rate:>14,.0f} letters a second; ours {ours / rate:.0f} times as fast")
    try:
        import jionlp
    except ImportError:
        print("JioNLP is not installed: skipped")
    else:
        rate = len(part) / seconds(lambda: jionlp.ner.extract_money(part, with_parsing=True), 1)
        print(f"  JioNLP, money alone     {rate:>14,.0f} letters a second; ours {ours / rate:.1f} times as fast")


def growth() -> None:
    """Seconds for hostile text of growing size."""
    print("seconds by size   " + "".join(f"{size:>12,}" for size in SIZES))
    for unit in HOSTILE:
        texts = [prepare(unit * (size // len(unit))) for size in SIZES]
        took = [seconds(lambda text=text: recognise(text), 1) for text in texts]
        print(f"  {unit:<16}" + "".join(f"{each:>12.2f}" for each in took))


if __name__ == "__main__":
    main(sys.argv[1:])
