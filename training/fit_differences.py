"""Fit the weights of differences in factcheck/pair/data/retellings.yaml: is a difference one fact, told wrongly.

fit_differences.py POOL.jsonl[.gz][=PAIRS.jsonl] … [--articles N] [--keep FOLDER] [--write]

POOL holds articles, one JSON object a line (id, text, title, date, source), PAIRS pairs of its figures that were judged
by reading, as for `fit_pairs.py`. Two kinds of differences are learnt from:

- planted: a figure that two articles of one event state, in other words, is changed in one of them, which states it
  once, by a seed: two digits swapped, one digit another, ten times or a tenth, 万 for 亿, or any other figure of about
  that size. It has two digits and more, which two facts seldom have in common, or was judged one fact;
- all others that the articles have. A few of them are mistakes of the articles, and most are two facts.

A logistic regression over the levels of `factcheck/pair/retellings.py` and `factcheck/pair/differences.py` together
gives each its weight in bits (`differing` and `differences` of the file). First each pool is judged with weights learnt
from the others: how many of the planted are found where so many of the others are. Then all pools together make the
weights, which --write puts into the data file; what all differences have in common is in the weights of their form.
What was found in a pool is kept in FOLDER, and read from there the next time.
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections import Counter, defaultdict
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import numpy as np
from fit_pairs import covers, fit_logistic, read_jsonl, read_pool

import factcheck
from factcheck import zh
from factcheck.corpus import corpus_stats
from factcheck.pair.aliases import Aliases
from factcheck.pair.authors import Authors
from factcheck.pair.comparing import judge_retelling
from factcheck.pair.differences import DIFFERENCE_LEVELS, land_difference
from factcheck.pair.event_pairs import EventPairs, ScoredPair, Standings, is_close, is_rounded_off
from factcheck.pair.events import find_events
from factcheck.pair.match import view_claims
from factcheck.pair.retelling_weights import retelling_weights
from factcheck.pair.retellings import RETELLING_LEVELS, land_retelling
from factcheck.pair.surroundings import Meeting
from factcheck.verdict import Outcome, compare_figures, significant_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.model import Article, Claim
    from factcheck.pair.events import Event
    from factcheck.pair.surroundings import Surroundings

    _Level = tuple[str, str, str]
    _Places = tuple[tuple[str, int], tuple[str, int]]

SEED = 17
KINDS = ("swap", "swap", "digit", "digit", "digit", "ten", "unit", "size", "size")
NO_SLIP = frozenset({"date", "duration", "age"})
BOLD, SHY = 2, 3  # digits of a figure that two articles state by no chance: where words fit, and where they do not
RIDGE = 10.0
PRIOR = ("", "prior", "prior")  # what all differences have in common
BY_HAND = frozenset(
    ("differences", "neighbours", level) for level in ("amount", "amounts")
)  # levels on which too few differences land to fit them
ALARMS = (1, 2, 4, 8)  # others found in 1,000 articles, where recall is told
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_UNITS = (("万亿", "亿"), ("亿", "万"), ("万", "亿"))


class Row(NamedTuple):
    """One difference: the levels on which it lands, by its words and as a difference, and whether it was planted."""

    words: dict[str, str]
    difference: dict[str, str]
    planted: bool

    @property
    def levels(self) -> Iterator[_Level]:
        """Section of the file, comparison and level."""
        yield from (("differing", *level) for level in self.words.items())
        yield from (("differences", *level) for level in self.difference.items())


def main() -> None:
    """Print what is found in pools that were not learnt from; write the weights of all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pools", nargs="+", metavar="POOL[=PAIRS]")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows, read = {}, {}
    for pool in args.pools:
        read[pool], rows[pool] = find_rows(pool, args.articles, args.keep)
        print(
            f"{name_pool(pool)}: {len(rows[pool])} differences, {sum(row.planted for row in rows[pool])} planted",
            flush=True,
        )
    for held in rows if len(rows) > 1 else ():
        weights = fit([row for pool in rows if pool != held for row in rows[pool]])
        told = ", ".join(tell_recall(rows[held], weights, read[held]))
        print(f"{name_pool(held)} held out, found of the planted: {told}")
    weights = fit([row for held in rows.values() for row in held])
    path = files("factcheck.pair").joinpath("data", "retellings.yaml")
    written = write_weights(path.read_text(encoding="utf-8"), weights)
    print(written[written.index("differing:") :])
    if args.write:
        Path(str(path)).write_text(written, encoding="utf-8")


def name_pool(pool: str) -> str:
    """The file name of a pool as it is given."""
    return Path(pool.partition("=")[0]).name


def find_rows(pool: str, most: int, keep: Path | None) -> tuple[int, list[Row]]:
    """How many articles of a pool were read, and its rows."""
    kept = keep / f"{name_pool(pool)}.json" if keep is not None else None
    if kept is not None and kept.exists():
        number, rows = msgspec.json.decode(kept.read_bytes(), type=tuple[int, list[Row]])
        return number, rows
    articles, _, pairs = pool.partition("=")
    judged = [row for row in read_jsonl(Path(pairs)) if row["label"] == "same"] if pairs else []
    read = read_pool(Path(articles), judged, most)
    rows = list(observe(read, judged))
    if kept is not None:
        kept.write_bytes(msgspec.json.encode((len(read), rows)))
    return len(read), rows


def observe(articles: Sequence[Article], judged: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    """The differences of a pool, and those of figures planted in it."""
    lexicon = zh.lexicon()
    stats = corpus_stats(articles, lexicon)
    by_id = {article.document.id: article for article in articles}
    views, _ = view_claims(articles, Aliases(articles, lexicon=lexicon), lexicon)
    pairs, weights = EventPairs(views, by_id, stats), retelling_weights()
    chance = random.Random(SEED)  # noqa: S311  # no secret: the same slips in every run
    same = defaultdict(list)
    for row in judged:
        a, b = sorted((row["a"], row["b"]), key=lambda side: side["doc"])
        same[a["doc"], b["doc"]].append((a, b))
    for event in find_events(articles, stats):
        met = [(meeting, weights.weigh(land_retelling(meeting, event.likeness))) for meeting in pairs.meet(event)]
        met = [(meeting, bits) for meeting, bits in met if bits >= weights.least]
        two = by_id[event.a], by_id[event.b]
        authors = Authors({one.document.id: one for one in two}, stats, lexicon)
        yield from describe(score(met, authors), authors, event)
        for meeting, bits in met:
            known = any(covers(meeting.one, a) and covers(meeting.other, b) for a, b in same[event.a, event.b])
            if not tells_one_fact(meeting, bits, two[0], known=known):
                continue
            changed = plant(meeting.one.view.claim, chance)
            if changed is not None:
                moved = [(put(one, changed), own) for one, own in met]
                one = replace_claim(two[0], changed)
                authors = Authors({event.a: one, event.b: two[1]}, stats, lexicon)
                yield from describe(score(moved, authors), authors, event, planted=places(meeting))


def score(met: Sequence[tuple[Meeting, float]], authors: Authors) -> list[ScoredPair]:
    """The pairs of an event, as `EventPairs.score` makes them."""
    judge = partial(judge_retelling, authors)
    judged = ((bits, meeting, judge(meeting, ())) for meeting, bits in met)
    return [
        ScoredPair(bits, meeting, pair)
        for bits, meeting, pair in judged
        if pair is not None and is_close(pair) and not is_rounded_off(pair)
    ]


def describe(
    scored: Sequence[ScoredPair], authors: Authors, event: Event, planted: _Places | None = None
) -> Iterator[Row]:
    """The rows of the pairs that differ; of the planted one only, where there is one."""
    standings = Standings(scored, strangers=authors.tell_two_stories(event.a, event.b))
    for held in scored:
        if held.pair.verdict in {Outcome.DIFFER, Outcome.SLIP} and planted in {None, held.places}:
            words = land_retelling(held.meeting, event.likeness)
            difference = land_difference(held.pair, held.meeting, standings.find(held))
            yield Row(words, difference, planted is not None)


def places(meeting: Meeting) -> _Places:
    """Where two figures stand."""
    one, other = ((side.view.claim.doc, side.view.claim.start) for side in (meeting.one, meeting.other))
    return one, other


def tells_one_fact(meeting: Meeting, bits: float, article: Article, *, known: bool) -> bool:
    """Whether two figures are equal by no chance, in other words, and the first article states its own only once.

    `known` are those that were judged one fact.
    """
    a, b = meeting.one.view, meeting.other.view
    if a.clause_text == b.clause_text or a.claim.kind in NO_SLIP:
        return False
    digits = min(len(significant_digits(view.claim)) for view in (a, b))
    if not known and digits < (BOLD if bits >= 0 else SHY):
        return False
    stated = Counter((claim.kind, claim.low, claim.high) for claim in article.claims)
    once = stated[a.claim.kind, a.claim.low, a.claim.high] == 1
    return once and compare_figures(a.claim, b.claim).outcome == Outcome.EQUAL


def plant(claim: Claim, chance: random.Random) -> Claim | None:
    """The claim with another figure; None where it has no Arabic numerals, or none was found that differs."""
    number = _NUMBER.search(claim.text)
    if number is None:
        return None
    for kind in chance.sample(KINDS, len(KINDS)):
        text = change(claim.text, number, kind, chance)
        read = factcheck.quantities(text) if text is not None else ()
        if len(read) != 1 or read[0].kind not in {claim.kind, "number"}:
            continue
        names = ("low", "high", "step", "reach", "qualifier")
        changed = msgspec.structs.replace(claim, text=text, **{name: getattr(read[0], name) for name in names})
        if compare_figures(claim, changed).outcome.disputes:
            return changed
    return None


def change(text: str, number: re.Match[str], kind: str, chance: random.Random) -> str | None:
    """The text with one slip of a kind; None where it has no place for such a one."""
    digits = number.group().replace(",", "")
    if kind == "unit":
        found = next(((one, other) for one, other in _UNITS if one in text), None)
        return text.replace(*found, 1) if found else None
    if kind == "ten":
        new = str(round(float(digits) * chance.choice((10, 0.1)), 4)).removesuffix(".0")
    elif kind == "size":
        places_left = len(digits.partition(".")[2])
        new = f"{float(digits) * chance.uniform(0.6, 1.6):.{places_left}f}"
    elif kind == "digit":
        at = chance.choice([at for at, letter in enumerate(digits) if letter.isdigit()])
        new = digits[:at] + chance.choice([one for one in "123456789" if one != digits[at]]) + digits[at + 1 :]
    else:
        swaps = [at for at in range(len(digits) - 1) if digits[at : at + 2].isdigit() and digits[at] != digits[at + 1]]
        if not swaps:
            return None
        at = chance.choice(swaps)
        new = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    return text[: number.start()] + new + text[number.end() :]


def put(meeting: Meeting, changed: Claim) -> Meeting:
    """The meeting with a changed figure on its first side, if it is of that figure."""
    side: Surroundings = meeting.one
    if side.view.claim.start != changed.start:
        return meeting
    one = side._replace(view=msgspec.structs.replace(side.view, claim=changed))
    return Meeting(one, meeting.other, meeting.scale, meeting.stats)


def replace_claim(article: Article, changed: Claim) -> Article:
    """The article with a changed figure."""
    claims = tuple(changed if claim.start == changed.start else claim for claim in article.claims)
    return msgspec.structs.replace(article, claims=claims)


def fit(rows: Sequence[Row]) -> dict[_Level, float]:
    """Section, comparison and level → bits."""
    names = sorted({level for row in rows for level in row.levels})
    index = {name: at for at, name in enumerate(names)}
    features = np.zeros((len(rows), len(names) + 1))
    features[:, -1] = 1
    for at, row in enumerate(rows):
        features[at, [index[level] for level in row.levels]] = 1
    labels = np.array([float(row.planted) for row in rows])
    found = fit_logistic(features, labels, np.ones(len(rows)), RIDGE) / math.log(2)
    return {**dict(zip(names, found, strict=False)), PRIOR: float(found[-1])}


def tell_recall(rows: Sequence[Row], weights: Mapping[_Level, float], articles: int) -> Iterator[str]:
    """The share of the planted that is found where so many others in 1,000 articles are, for each of `ALARMS`."""
    prior = weights[PRIOR]
    scores = [(prior + sum(weights.get(level, 0.0) for level in row.levels), row.planted) for row in rows]
    others = sorted((bits for bits, planted in scores if not planted), reverse=True)
    planted = [bits for bits, planted in scores if planted]
    for alarms in ALARMS:
        at = round(alarms * articles / 1000)
        least = others[at] if at < len(others) else -math.inf
        found = sum(bits > least for bits in planted) / max(1, len(planted))
        yield f"{found:.2f} at {alarms} others in 1,000 (from {least:.1f} bits on)"


def write_weights(text: str, weights: Mapping[_Level, float]) -> str:
    """The data file with new weights of differences; a level that none landed on weighs nothing."""
    written = retelling_weights()
    known = {level: written.weigh_difference({}, dict([level[1:]])) for level in BY_HAND}
    lines = [text[: text.index("differing:")].rstrip()]
    for section, table in (("differing", RETELLING_LEVELS), ("differences", DIFFERENCE_LEVELS)):
        lines.append(f"{section}:")
        for comparison, levels in table.items():
            lines.append(f"  {comparison}:")
            common = weights[PRIOR] if comparison == "form" else 0.0
            for level in sorted(levels):
                own = (section, comparison, str(level))
                lines.append(f"    {level}: {known.get(own, weights.get(own, 0.0)) + common:.2f}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
