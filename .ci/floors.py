"""Compare the figures of the evaluation with the floors kept beside this script.

floors.py FIGURES.json FLOORS.toml: exits 1 and names each figure that is missing, below its floor or above its ceiling.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path


def number(text: str, word: str) -> float:
    """The number behind `word` in a figure's text ("value 0.97   exact 0.95"), or its first number."""
    found = re.search(rf"{re.escape(word)}\s*([\d.]+)" if word else r"[\d.]+", text)
    if found is None:
        raise SystemExit(f"no number {word!r} in {text!r}")
    return float(found[1] if word else found[0])


def main() -> int:
    """Print one line a floor."""
    figures = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    limits = tomllib.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    failed = 0
    for bound, fits in (("floors", float.__ge__), ("ceilings", float.__le__)):
        for name, limit in limits.get(bound, {}).items():
            figure, _, word = name.partition(" | ")
            if figure not in figures:
                print(f"missing  {figure}")
                failed += 1
                continue
            got = number(figures[figure], word)
            good = fits(got, float(limit))
            failed += not good
            print(f"{'ok      ' if good else 'FAILED  '} {name}: {got:g} ({bound[:-1]} {limit:g})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
