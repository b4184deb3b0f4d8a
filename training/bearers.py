"""Learn who bears a figure from annotated figures: weights of a ranking of mentions, by cross-validation and for good.

    bearers.py --frames DIR --news DIR [--write FILE] [--curve] [--pools]

`DIR` of frames holds POOL.jsonl, that of news POOL.jsonl.gz. Without `--write` it only counts.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import sys
import zlib
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

sys.path.insert(0, str(Path(__file__).resolve().parent))
import frames_thin as frames
from tables import write_tables
import msgspec

from factcheck import zh
import importlib

frame_claims = importlib.import_module("factcheck.frame.claims")
from factcheck.frame.bearer_features import NOBODY, OWN, PAIR, WORDS, nobody_values, own_values
from factcheck.lexicon.weights import BearerWeights
from factcheck.model import Document
from factcheck.quantity import recognise
from factcheck.text import prepare
from factcheck.text.joins import CleanText

TEMPLATES = (*(f"own {n}" for n in OWN), *(f"pair {n}" for n in PAIR), *(f"nobody {n}" for n in NOBODY))
RARE = 3  # rows in which a value must be seen, 6 for one that holds a word
RARE_WORD = 6
_UNREACHED = 0.3  # the weight of a row none of whose mentions is right: nobody is the honest answer


class Row:
    """An annotated figure with its candidates: texts, values, which are right."""

    def __init__(self, pool, doc, texts, values, right, ruled, sides, rule=None, said=False, gold=()):
        self.rule, self.said, self.gold = rule, said, gold
        self.pool, self.doc, self.texts, self.values, self.right, self.ruled, self.sides = pool, doc, texts, values, right, ruled, sides


def collect(frames_dir, news_dir, docs=None):
    lexicon = zh.lexicon()
    empty = BearerWeights(own=(), pair=(), nobody=())
    lexicon = msgspec.structs.replace(lexicon, frame=msgspec.structs.replace(lexicon.frame, bearers=empty))
    seen = []

    def watch(reader, number, figure, weights):
        texts, sides, values = [], [], []
        for one in reader.candidates(number, figure):
            mention = one.mention
            own = own_values(mention, one.side, reader.count(mention.text), headed=reader.is_headed(mention.text))
            texts.append(mention.text)
            sides.append(one.side)
            values.append((*own, *one.values))
        seen.append((figure.start, figure.end, texts, sides, values, nobody_values(figure), figure.ruled, figure.said))
        return figure.ruled, figure.said

    held, frame_claims.choose_bearer = frame_claims.choose_bearer, watch
    rows = []
    lost = 0
    for pool, article, annotated in frames.articles(frames_dir, news_dir):
        seen.clear()
        document = Document(id=article["id"], text=article["text"], title=article.get("title"), date=article.get("date"))
        text = prepare(document.text, lexicon=lexicon)
        clean = CleanText.of(text)
        frame_claims.claims(document, text, recognise(text, lexicon), lexicon)
        for row in annotated:
            if row.get("skip"):
                continue
            start, end = clean.inward((row["start"], row["end"]))
            one = next((s for s in seen if s[0] < end and start < s[1]), None)
            if one is None:
                lost += 1
                rows.append(Row(pool, article["id"], [], [], [], None, []))
                continue
            gold = frames.gold(row, article["text"], "bearer", "part")
            right = [frames.meets(t, gold) for t in one[2]]
            ruled = frames.meets(one[6], gold)
            values = [*one[4], one[5]]
            rows.append(Row(pool, article["id"], one[2], values, [*right, not gold], ruled, one[3], one[6], one[7], gold))
    frame_claims.choose_bearer = held
    print("rows", len(rows), "not read", lost)
    return rows


def fold_of(doc, folds=5):
    return zlib.crc32(doc.encode()) % folds


def is_open_word(value):
    """Whether the word in a value may be learnt: the segmenter knows it and it is nobody's name."""
    word = value[1:].removesuffix(".")
    return not word or not is_han(word[0]) or (tag(word) not in {"x", "nr", "nrt", "nrfg"})


class Space:
    def __init__(self, rows):
        counts = Counter()
        for row in rows:
            here = set()
            for values in row.values[:-1]:
                here.update(zip(range(len(values)), values, strict=True))
            base = len(OWN) + len(PAIR)
            if row.values:
                here.update((base + i, v) for i, v in enumerate(row.values[-1]))
            counts.update(here)
        words = {i for i, t in enumerate(TEMPLATES) if t.split()[1] in WORDS}
        kept = sorted(k for k, n in counts.items() if n >= (RARE_WORD if k[0] in words else RARE))
        self.index = {k: i for i, k in enumerate(kept)}

    def matrix(self, rows):
        base = len(OWN) + len(PAIR)
        indices, indptr = [], [0]
        index = self.index
        for row in rows:
            for n, values in enumerate(row.values):
                shift = base if n == len(row.values) - 1 else 0
                for i, v in enumerate(values):
                    k = index.get((shift + i, v))
                    if k is not None:
                        indices.append(k)
                indptr.append(len(indices))
        return csr_matrix((np.ones(len(indices)), np.array(indices, np.int32), np.array(indptr, np.int64)), (len(indptr) - 1, len(index)))


def train(rows, l2=1.0, iterations=50):
    rows = [row for row in rows if row.values]
    space = Space(rows)
    X = space.matrix(rows)
    sizes = np.array([len(row.values) for row in rows])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = np.concatenate([np.array(row.right, bool) for row in rows])
    reached = np.logical_or.reduceat(right, starts)
    lasts = starts + sizes - 1
    right[lasts[~reached]] = True
    weight = np.where(reached, 1.0, _UNREACHED)
    group = np.repeat(np.arange(len(rows)), sizes)
    XT = X.T.tocsr()
    assert X.dtype == np.float64

    def loss(w):
        s = X @ w
        top = np.maximum.reduceat(s, starts)
        e = np.exp(s - top[group])
        z = np.add.reduceat(e, starts)
        g = np.add.reduceat(e * right, starts)
        value = float((weight * (np.log(z) - np.log(g + 1e-30))).sum()) + 0.5 * l2 * float(w @ w)
        p = e / z[group] - e * right / (g + 1e-30)[group]
        return value, XT @ (p * weight[group]) + l2 * w

    out = minimize(loss, np.zeros(X.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": iterations, "ftol": 1e-5})
    return space, out.x


def alike(a, b):
    return a == b or ((a in b or b in a) and max(len(a), len(b)) <= 2 * min(len(a), len(b)) + 1)


TOP = 8
OUT = []
def predict(rows, space, w, mbr=True):
    chosen = []
    for row in rows:
        if not row.values:
            chosen.append(None)
            continue
        s = space.matrix([row]) @ w
        if not mbr or np.argmax(s) == len(s) - 1:
            chosen.append(int(np.argmax(s)))
            continue
        e = np.exp(s - s.max())
        top = [int(k) for k in np.argsort(-s, kind="stable")[:TOP] if k < len(row.texts)]
        total = [sum(e[j] for j in top if alike(row.texts[j], row.texts[k])) for k in top]
        best = max(range(len(top)), key=lambda i: (total[i], -i))
        chosen.append(top[best] if total[best] > e[-1] else len(s) - 1)
    return chosen


def count(rows, chosen):
    n = Counter()
    for row, k in zip(rows, chosen, strict=True):
        n["rows"] += 1
        n["rule"] += bool(row.ruled)
        if k is None:
            continue
        good = row.right[k]
        n["right"] += bool(good)
        if k < len(row.texts):
            n["said"] += 1
            n["good"] += bool(good)
    return n


def shown(n):
    return f"right {n['right'] / n['rows']:.4f} (today {n['rule'] / n['rows']:.4f}), where said {n['good'] / max(1, n['said']):.4f}, said {n['said']} of {n['rows']}"


def crossvalidate(rows, most=None, l2=1.0):
    total, total2, by, conf = Counter(), Counter(), defaultdict(Counter), Counter()
    for fold in range(5):
        learn = [row for row in rows if fold_of(row.doc) != fold]
        test = [row for row in rows if fold_of(row.doc) == fold]
        if most:
            docs = sorted({row.doc for row in learn})
            random.Random(7).shuffle(docs)
            order = {doc: i for i, doc in enumerate(docs)}
            learn = sorted(learn, key=lambda row: order[row.doc])[:most]
        space, w = train(learn, l2)
        total2 += count(test, predict(test, space, w, mbr=False))
        OUT.extend((row.doc, row.texts, row.sides, row.right, space.matrix([row]) @ w, row.rule, row.said, row.ruled, row.gold) for row in test if row.values)
        chosen = predict(test, space, w)
        total += count(test, chosen)
        for row, k in zip(test, chosen):
            if k is None: continue
            want = {row.sides[i] for i in range(len(row.texts)) if row.right[i]}
            got = row.sides[k] if k < len(row.texts) else "-"
            key = "b" if "b" in want else "a" if "a" in want else "p" if "p" in want else "l" if "l" in want else "t" if "t" in want else "none" if not any(row.right) else "nobody"
            conf[key, got, bool(row.right[k])] += 1
        for pool in {row.pool for row in test}:
            pick = [i for i, row in enumerate(test) if row.pool == pool]
            by[pool] += count([test[i] for i in pick], [chosen[i] for i in pick])
    print("argmax", shown(total2))
    print(sorted(conf.items(), key=lambda x: -x[1])[:24])
    return total, by


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frames", required=True)
    parser.add_argument("--news", required=True)
    parser.add_argument("--cache")
    parser.add_argument("--l2", type=float, nargs="+", default=[1.0])
    parser.add_argument("--count", action="store_true")
    parser.add_argument("--curve", action="store_true")
    parser.add_argument("--pools", action="store_true")
    parser.add_argument("--write")
    args = parser.parse_args()
    if args.cache and Path(args.cache).exists():
        rows = pickle.loads(Path(args.cache).read_bytes())
    else:
        rows = collect(args.frames, args.news)
        if args.cache:
            Path(args.cache).write_bytes(pickle.dumps(rows))
    reach = sum(any(row.right) for row in rows)
    print("reached", reach / len(rows), "candidates", sum(len(r.texts) for r in rows) / len(rows))
    for l2 in args.l2 if args.count else ():
        total, by = crossvalidate(rows, l2=l2)
        print("l2", l2, shown(total))
        for pool, n in sorted(by.items()):
            print("  ", pool, shown(n))
    pickle.dump(OUT, open("/tmp/f1out.pkl", "wb"))
    if args.write:
        space, w = train(rows, args.l2[0])
        write_tables(Path(args.write), TEMPLATES, zip(space.index, w, strict=True))
    if args.curve:
        for most in (500, 1500, 3000):
            print("learnt from", most, shown(crossvalidate(rows, most, args.l2[0])[0]))
    if args.pools:
        for pool in sorted({row.pool for row in rows}):
            test = [row for row in rows if row.pool == pool]
            space, w = train([row for row in rows if row.pool != pool], args.l2[0])
            print("without", pool, shown(count(test, predict(test, space, w))))


if __name__ == "__main__":
    main()
