"""Fit the weights of `differences` in factcheck/pair/data/retellings.yaml: is a difference one fact, told wrongly.

fit_differences.py POOL.jsonl[.gz] … [--articles N] [--write]

POOL holds articles, one JSON object a line (id, text, title, date, source). Two kinds of differences are learnt from:

- planted: in two articles of one event, a figure of two digits and more that both state, in other words, is changed
  in one of them, which states it once, by a seed: two digits swapped, one digit another, ten times or a tenth, 万 for
  亿, or any other figure of about that size;
- all others that the articles have. A few of them are mistakes of the articles, and most are two facts.

A logistic regression over the levels of `factcheck/pair/differences.py` gives each level its weight in bits; what the
words say is added as it is, for `fit_pairs.py` has fitted that. First each pool is judged with weights learnt from the
others: how many of the planted are found where so many of the others are. Then all pools together make the weights,
which --write puts into the data file; what all differences have in common is in the weights of their form.
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections import Counter
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np
from fit_pairs import fit_logistic, read_pool

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
from factcheck.pair.retellings import land_retelling
from factcheck.pair.surroundings import Meeting
from factcheck.verdict import Outcome, compare_figures, significant_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.model import Article, Claim
    from factcheck.pair.surroundings import Surroundings

    _Places = tuple[tuple[str, int], tuple[str, int]]

SEED = 17
KINDS = ("swap", "swap", "digit", "digit", "digit", "ten", "unit", "size", "size")
NO_SLIP = frozenset({"date", "duration", "age"})
BOLD, SHY = 2, 3  # digits of a figure that two articles state by no chance: where words fit, and where they do not
BY_HAND = frozenset({("neighbours", "amount")})  # levels on which too few differences land to fit them
ALARMS = (1, 2, 4, 8)  # others found in 1,000 articles, where recall is told
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_UNITS = (("万亿", "亿"), ("亿", "万"), ("万", "亿"))


class Row(NamedTuple):
    """One difference: the levels it lands on, the bits of its words, and whether it was planted."""

    levels: dict[str, str]
    bits: float
    planted: bool


def main() -> None:
    """Print what is found in pools that were not learnt from; write the weights of all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pools", nargs="+", metavar="POOL")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows, read = {}, {}
    for pool in args.pools:
        articles = read_pool(Path(pool), (), args.articles)
        read[pool], rows[pool] = len(articles), list(observe(articles))
        print(
            f"{Path(pool).name}: {len(rows[pool])} differences, {sum(row.planted for row in rows[pool])} planted",
            flush=True,
        )
    for held in rows if len(rows) > 1 else ():
        weights = fit([row for pool in rows if pool != held for row in rows[pool]])
        told = ", ".join(tell_recall(rows[held], weights, read[held]))
        print(f"{Path(held).name} held out, found of the planted: {told}")
    weights = fit([row for held in rows.values() for row in held])
    path = files("factcheck.pair").joinpath("data", "retellings.yaml")
    written = write_weights(path.read_text(encoding="utf-8"), weights)
    print(written[written.index("differences:") :])
    if args.write:
        Path(str(path)).write_text(written, encoding="utf-8")


def observe(articles: Sequence[Article]) -> Iterator[Row]:
    """The differences of a pool, and those of figures planted in it."""
    lexicon = zh.lexicon()
    stats = corpus_stats(articles, lexicon)
    by_id = {article.document.id: article for article in articles}
    views, _ = view_claims(articles, Aliases(articles, lexicon=lexicon), lexicon)
    pairs, weights = EventPairs(views, by_id, stats), retelling_weights()
    chance = random.Random(SEED)  # noqa: S311  # no secret: the same slips in every run
    for event in find_events(articles, stats):
        met = [(meeting, weights.weigh(land_retelling(meeting, event.likeness))) for meeting in pairs.meet(event)]
        met = [(meeting, bits) for meeting, bits in met if bits >= weights.least]
        two = by_id[event.a], by_id[event.b]
        authors = Authors({one.document.id: one for one in two}, stats, lexicon)
        yield from describe(score(met, authors), authors, two)
        for meeting, bits in met:
            if not tells_one_fact(meeting, bits, two[0]):
                continue
            changed = plant(meeting.one.view.claim, chance)
            if changed is not None:
                moved = [(put(one, changed), own) for one, own in met]
                one = replace_claim(two[0], changed)
                authors = Authors({event.a: one, event.b: two[1]}, stats, lexicon)
                yield from describe(score(moved, authors), authors, two, planted=places(meeting))


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
    scored: Sequence[ScoredPair], authors: Authors, two: Sequence[Article], planted: _Places | None = None
) -> Iterator[Row]:
    """The rows of the pairs that differ; of the planted one only, where there is one."""
    one, other = (article.document.id for article in two)
    standings = Standings(scored, strangers=authors.are_strangers(one, other))
    for held in scored:
        if held.pair.verdict in {Outcome.DIFFER, Outcome.SLIP} and planted in {None, held.places}:
            landed = land_difference(held.pair, held.meeting, standings.find(held))
            yield Row(landed, held.bits, planted is not None)


def places(meeting: Meeting) -> _Places:
    """Where two figures stand."""
    one, other = ((side.view.claim.doc, side.view.claim.start) for side in (meeting.one, meeting.other))
    return one, other


def tells_one_fact(meeting: Meeting, bits: float, article: Article) -> bool:
    """Whether two figures are equal by no chance, in other words, and the first article states its own only once."""
    a, b = meeting.one.view, meeting.other.view
    if a.clause_text == b.clause_text or a.claim.kind in NO_SLIP:
        return False
    if min(len(significant_digits(view.claim)) for view in (a, b)) < (BOLD if bits >= 0 else SHY):
        return False
    known = Counter((claim.kind, claim.low, claim.high) for claim in article.claims)
    once = known[a.claim.kind, a.claim.low, a.claim.high] == 1
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


def fit(rows: Sequence[Row]) -> dict[tuple[str, str], float]:
    """Comparison and level → bits; (prior, prior) is what all differences have in common."""
    names = sorted({level for row in rows for level in row.levels.items()})
    index = {name: at for at, name in enumerate(names)}
    features = np.zeros((len(rows), len(names) + 1))
    features[:, -1] = 1
    for at, row in enumerate(rows):
        features[at, [index[level] for level in row.levels.items()]] = 1
    labels = np.array([float(row.planted) for row in rows])
    known = np.array([row.bits for row in rows]) * math.log(2)
    found = fit_logistic(features, labels, np.ones(len(rows)), known) / math.log(2)
    return {**dict(zip(names, found, strict=False)), ("prior", "prior"): float(found[-1])}


def tell_recall(rows: Sequence[Row], weights: Mapping[tuple[str, str], float], articles: int) -> Iterator[str]:
    """The share of the planted that is found where so many others in 1,000 articles are, for each of `ALARMS`."""
    scores = [(row.bits + sum(weights.get(level, 0.0) for level in row.levels.items()), row.planted) for row in rows]
    others = sorted((bits for bits, planted in scores if not planted), reverse=True)
    planted = [bits for bits, planted in scores if planted]
    for alarms in ALARMS:
        at = round(alarms * articles / 1000)
        least = others[at] if at < len(others) else -math.inf
        found = sum(bits > least for bits in planted) / max(1, len(planted))
        yield f"{found:.2f} at {alarms} others in 1,000 (from {least + weights['prior', 'prior']:.1f} bits on)"


def write_weights(text: str, weights: Mapping[tuple[str, str], float]) -> str:
    """The data file with new weights of differences; a level that none landed on weighs nothing."""
    known = {one: retelling_weights().weigh_difference(dict([one])) for one in BY_HAND}
    lines = [text[: text.index("differences:")] + "differences:"]
    for comparison, levels in DIFFERENCE_LEVELS.items():
        common = weights["prior", "prior"] if comparison == "form" else 0.0
        lines.append(f"  {comparison}:")
        for level in sorted(levels):
            weight = known.get((comparison, level), weights.get((comparison, level), 0.0))
            lines.append(f"    {level}: {weight + common:.2f}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
