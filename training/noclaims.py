"""Learn which figures are no claim from annotated figures: weights of a logistic regression, and its bar."""

from __future__ import annotations

import argparse
import importlib
import pickle
import sys
from collections import Counter, defaultdict
from pathlib import Path

import msgspec
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

sys.path.insert(0, str(Path(__file__).resolve().parent))
import frames_thin as frames
from tables import write_tables
from bearers import fold_of

from factcheck import zh
from factcheck.frame.no_claims import TEMPLATES, WORDS, see_figure
from factcheck.lexicon.weights import NoClaimWeights
from factcheck.model import Document
from factcheck.quantity import recognise
from factcheck.text import prepare
from factcheck.text.joins import CleanText

frame_claims = importlib.import_module("factcheck.frame.claims")
RARE = 3


def collect(frames_dir, news_dir):
    lexicon = zh.lexicon()
    none = NoClaimWeights(tables=(), bar=0.0)
    lexicon = msgspec.structs.replace(lexicon, frame=msgspec.structs.replace(lexicon.frame, no_claims=none))
    seen = []

    def watch(sentence, claim, weights):
        seen.append((claim.start, claim.end, see_figure(sentence, claim)))
        return False

    frame_claims.is_no_claim = watch
    rows = []
    for pool, article, annotated in frames.articles(frames_dir, news_dir):
        seen.clear()
        document = Document(id=article["id"], text=article["text"], title=article.get("title"), date=article.get("date"))
        text = prepare(document.text, lexicon=lexicon)
        clean = CleanText.of(text)
        frame_claims.claims(document, text, recognise(text, lexicon), lexicon)
        for row in annotated:
            start, end = clean.inward((row["start"], row["end"]))
            one = next((s for s in seen if s[0] < end and start < s[1]), None)
            rows.append((pool, article["id"], one and one[2], bool(row.get("skip")), row["figure"] if "figure" in row else ""))
    return rows


def train(rows, l2):
    counts = Counter()
    for row in rows:
        counts.update(enumerate(row[2]))
    keys = {k: i for i, k in enumerate(sorted(k for k, n in counts.items() if n >= RARE))}
    X = matrix(rows, keys)
    y = np.array([row[3] for row in rows], float)
    XT = X.T.tocsr()

    def loss(w):
        s = X @ w
        value = float((np.logaddexp(0, s) - y * s).sum()) + 0.5 * l2 * float(w @ w)
        return value, XT @ (1 / (1 + np.exp(-s)) - y) + l2 * w

    return keys, minimize(loss, np.zeros(len(keys)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x


def matrix(rows, keys):
    indices, indptr = [], [0]
    for row in rows:
        indices += [keys[k] for k in enumerate(row[2]) if k in keys]
        indptr.append(len(indices))
    return csr_matrix((np.ones(len(indices)), indices, indptr), (len(rows), len(keys)))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", required=True)
    parser.add_argument("--news", required=True)
    parser.add_argument("--cache")
    parser.add_argument("--write")
    args = parser.parse_args()
    if args.cache and Path(args.cache).exists():
        rows = pickle.loads(Path(args.cache).read_bytes())
    else:
        rows = collect(args.frames, args.news)
        if args.cache:
            Path(args.cache).write_bytes(pickle.dumps(rows))
    print(len(rows), "skips", sum(r[3] for r in rows), "skips not read", sum(r[3] and r[2] is None for r in rows), "claims not read", sum(not r[3] and r[2] is None for r in rows))
    if args.write:
        keys, w = train([r for r in rows if r[2]], 1.0)
        write_tables(Path(args.write), TEMPLATES, zip(keys, w, strict=True), bar=-0.85)
        return
    for l2 in (1.0, 3.0):
        out = []
        for fold in range(5):
            keys, w = train([r for r in rows if r[2] and fold_of(r[1]) != fold], l2)
            test = [r for r in rows if r[2] and fold_of(r[1]) == fold]
            out += zip(matrix(test, keys) @ w, test, strict=True)
        skips = sum(r[3] for r in rows)
        quiet = sum(r[3] and r[2] is None for r in rows)
        claims = len(rows) - skips
        for bar in (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0):
            hit = sum(s > bar and r[3] for s, r in out)
            bad = sum(s > bar and not r[3] for s, r in out)
            print("l2", l2, "bar", bar, "quiet", (quiet + hit) / skips, "claims lost", bad, bad / claims)
        lost = sorted(((s, r[4], r[2][7], r[2][8]) for s, r in out if not r[3]), reverse=True)[:25]
    print(lost)


if __name__ == "__main__":
    main()
