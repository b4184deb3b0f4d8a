"""Annotated figures with their articles."""
import gzip, json, re
from collections import defaultdict
from pathlib import Path
from functools import lru_cache
from opencc import OpenCC
_simplified = OpenCC("t2s").convert

@lru_cache(1 << 18)
def plain(text):
    return re.sub(r"\s", "", _simplified(text))

def meets(got, gold):
    if not gold: return not got
    if not got: return False
    got = plain(got)
    return any(g == got or ((g in got or got in g) and max(len(g), len(got)) <= 2 * min(len(g), len(got)) + 1) for g in gold)

def gold(row, text, *fields):
    return [plain(s["text"] if isinstance(s, dict) else text[s[0]:s[1]]) for f in fields for s in row.get(f) or []]

def articles(frames_dir, news_dir):
    for path in sorted(Path(frames_dir).glob("*.jsonl")):
        rows = defaultdict(list)
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line); rows[row["doc"]].append(row)
        with gzip.open(Path(news_dir, path.stem + ".jsonl.gz"), "rt", encoding="utf-8") as lines:
            for line in lines:
                a = json.loads(line)
                if a["id"] in rows: yield path.stem, a, rows[a["id"]]
