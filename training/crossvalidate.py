"""How right the learnt fields of a frame are on articles that the model did not see.

    python training/crossvalidate.py FRAMES NEWS [FRAMES NEWS …] [--curve] [--pools] [--today] [--whole]

A fold at a time is left out of the fitting and then read by the program with what was fitted. Folds are of articles;
`--pools` leaves out a pool at a time instead; `--curve` learns from 500, 1,500, 3,000 and all figures of the other
folds, taken in the order of a hash of their articles' ids; `--whole` leaves the fold out of whom figures are about and
of what is no claim too, so that what is counted is all that is shipped; `--today` reads with the models of the package,
which know all figures.
Fields are counted as `frames.meets` has it, of claims as the program makes them.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import bearers
import msgspec
import noclaims
from frames import FOLDS, Board, fold_of, match_claim, order_of, pair_files, read_pool
from labels import KEPT, fit, gather_samples
from tables import make_tables

from factcheck import zh
from factcheck.frame import no_claims
from factcheck.frame.claims import claims
from factcheck.frame.labelling import LabelReader
from factcheck.frame.labelling_model import FIELDS, LabelModel, load_groups
from factcheck.lexicon.weights import BearerWeights, NoClaimWeights
from factcheck.quantity import recognise
from factcheck.run.article import prepare_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from frames import Row
    from labels import Sample

    from factcheck.frame.labelling import FrameReader
    from factcheck.lexicon import Lexicon
    from factcheck.model import Claim, Document

CURVE = (500, 1500, 3000)
Articles = list[tuple["Document", "list[Row]"]]


def split_samples(
    samples: Sequence[Sample], articles: Articles, *, pools: bool
) -> Iterator[tuple[str, list[Sample], Articles]]:
    """Name, training samples and articles to read of each split."""
    names = sorted({row.pool for _, rows in articles for row in rows}) if pools else list(map(str, range(FOLDS)))
    for name in names:

        def own(row: Row, name: str = name) -> bool:
            return (row.pool if pools else str(fold_of(row.doc))) == name

        yield name, [one for one in samples if not own(one.row)], [one for one in articles if own(one[1][0])]


class Others:
    """The samples of whom figures are about and of what is no claim, for the fitting of a lexicon without a fold."""

    def __init__(self, pairs: Sequence[tuple[Path, Path]]) -> None:
        self._bearers, self._names = bearers.join_samples([bearers.gather(frames, news) for frames, news in pairs])
        self._skips = [one for frames, news in pairs for one in noclaims.gather(frames, news)]

    def fit(self, kept: Callable[[str, str], bool]) -> Lexicon:
        """A lexicon with what is learnt of the samples whose pool and article are kept."""
        held = [one for one in self._bearers if kept(one.pool, one.doc)]
        fitted = bearers.Fitted(held, self._names)
        who = make_tables(bearers.TEMPLATES, zip(self._names, fitted.weights, strict=True))
        skips = noclaims.fit([one for one in self._skips if one[3] and kept(one[0], one[1])])
        none = NoClaimWeights(tables=make_tables(no_claims.TEMPLATES, skips.items()), bar=-noclaims.BAR)
        whole = zh.lexicon()
        frame = msgspec.structs.replace(whole.frame, bearers=BearerWeights(tables=who), no_claims=none)
        return msgspec.structs.replace(whole, frame=frame)


def read_articles(
    articles: Iterable[tuple[Document, list[Row]]], reader: FrameReader | None, board: Board, lexicon: Lexicon
) -> None:
    """Count the claims of articles, made with a reader, on a board."""
    for stored, rows in articles:
        document, text = prepare_document(stored, lexicon)
        found = claims(document, text, recognise(text, lexicon), lexicon, reader)
        for row in rows:
            count_claim(match_claim(row, found), row, board)


def count_claim(claim: Claim | None, row: Row, board: Board) -> None:
    """Count one figure: what its sentence is said to state; what was inferred from outside is no reading of it."""
    if row.skip:
        board.counts["no claim where none is"] += claim is None
        board.counts["no claim"] += 1
        return

    def own(name: str) -> str | None:
        return None if claim is None or name in claim.inferred else getattr(claim, name)

    gold = row.wordings
    board.counts["claims lost"] += claim is None
    board.counts["claims"] += 1
    board.fields["subject"].add(claim.subject if claim else None, gold["bearer"] + gold["part"])
    board.fields["measure"].add(claim.measure if claim else None, gold["measure"])
    board.fields["scope"].add(claim.scope if claim else (), gold["scope"])
    board.fields["basis"].add(own("basis"), gold["basis"])
    board.fields["place"].add(own("place"), gold["place"])
    timed = ["said"] if gold["time"] else []
    board.fields["time said"].add("said" if own("period") else None, timed)
    board.fields["time named"].add("said" if own("period") or own("time") else None, timed)
    board.fields["time"].add(own("time"), gold["time"])


def main() -> None:
    """Print the boards."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--curve", action="store_true")
    parser.add_argument("--pools", action="store_true")
    parser.add_argument("--today", action="store_true")
    parser.add_argument("--whole", action="store_true")
    args = parser.parse_args()
    pairs = pair_files(args.files)
    articles = [one for frames, news in pairs for one in read_pool(frames, news)]
    if args.today:
        board = Board()
        read_articles(articles, None, board, zh.lexicon())
        print(board)
        return
    samples = list(gather_samples(pairs, load_groups(zh.lexicon().frame.groups)))
    others = Others(pairs) if args.whole else None
    for size in [*CURVE, len(samples)] if args.curve else [len(samples)]:
        board = Board()
        for name, train, test in split_samples(samples, articles, pools=args.pools):
            lexicon = zh.lexicon()
            if others is not None:
                lexicon = others.fit(lambda pool, doc, left=name: (pool if args.pools else str(fold_of(doc))) != left)
            taken = sorted(train, key=lambda sample: order_of(sample.row.doc))[:size]
            vocabulary, weights = fit(taken, KEPT)
            kept = [FIELDS.index(name) for name in KEPT]
            model = LabelModel(vocabulary.names, weights[:, kept], KEPT)
            read_articles(test, LabelReader(lexicon.frame, model), board, lexicon)
        print(f"learnt from up to {min(size, len(samples))} figures\n{board}", flush=True)


if __name__ == "__main__":
    main()
