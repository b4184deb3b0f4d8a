"""Count in how many articles of news a word is, for words that news says far oftener than the dictionary's texts do.

stories.py POOL.jsonl[.gz] … [--least N] [--write]

Names that two articles share tell that they report one event, if they are rare in the language at large. The counts of
the dictionary know little of what is common in news (扣非, 截至发稿), so these stand beside them. Each pool counts
alike: the share is the mean of the shares of the pools, in millionths. Words of fewer than N articles in every pool
(default 8) are left out, and those that the dictionary makes as common.
"""

from __future__ import annotations

import argparse
from collections import Counter
from importlib.resources import files
from pathlib import Path

from figures import read_documents

from factcheck import zh
from factcheck.corpus import words_of
from factcheck.corpus.frequency import NEWS, in_an_article
from factcheck.lexicon import Grammar
from factcheck.text import prepare

FARTHER = 2.0  # times the share that the dictionary gives
MILLION = 1_000_000


def main() -> None:
    """Print how many words were kept; write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pools", nargs="+", type=Path)
    parser.add_argument("--least", type=int, default=8)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    lexicon = zh.lexicon(Grammar())
    shares: Counter[str] = Counter()
    often: set[str] = set()
    for pool in args.pools:
        texts = set()
        for document in read_documents(pool, None):
            texts.add(words_of(document, prepare(document.text, lexicon=lexicon)).words)
        counts = Counter(word for found in texts for word in found)
        often.update(word for word, count in counts.items() if count >= args.least)
        for word, count in counts.items():
            shares[word] += round(MILLION * count / len(texts) / len(args.pools))
    kept = sorted(word for word in often if shares[word] >= FARTHER * MILLION * in_an_article(word))
    print(f"{len(kept)} words")
    if args.write:
        target = Path(str(files("factcheck.corpus").joinpath("data", NEWS)))
        target.parent.mkdir(exist_ok=True)
        target.write_text("".join(f"{word} {shares[word]}\n" for word in kept), encoding="utf-8")


if __name__ == "__main__":
    main()
