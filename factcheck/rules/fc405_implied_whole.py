"""Two parts with their shares imply different wholes.

An article says of two parts what share of one whole each is, and the wholes that follow are not the same: 30亿元 that
are 15% of a city's industry, and 50亿元 that are 20% of it, make an industry of 200亿元 and one of 250亿元. Each figure
means all values that may have been rounded or cut off to it, and a hedged one for all within its reach.

Compared are only shares whose whole is named in the same words (占全市工业产值的), in one sentence, with the same
place and period: elsewhere the same words are those of another year, firm or budget line. A whole that names no bearer
of its own has the part's: 小麦产量 and 玉米产量, each a share of 全国总产量, are of two wholes. Places that follow
one another in one line (甲省产量…。乙省产量…) may each have a sentence. Where the whole is printed, FC401 compares each
share with it.

**What to do.** Find the whole, recompute both shares, and correct the figure that is wrong.

**Example**

    新能源产值30亿元，占全市工业产值的15%，生物医药产值50亿元，占全市工业产值的20%。
"""

from __future__ import annotations

from functools import partial
from itertools import combinations, groupby
from typing import TYPE_CHECKING

from rapidfuzz.distance import Postfix

from factcheck.messages import say
from factcheck.rules.arithmetic import finding, follow_links, format_values, none_is_denied
from factcheck.rules.precision import Precision
from factcheck.verdict import possible_shares, possible_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence import Evidence
    from factcheck.lexicon import FrameLexicon, VerdictLexicon
    from factcheck.model import Article, Claim, Finding, Severity
    from factcheck.verdict import Interval

CODE = "FC405"
NAME = "implied-whole"
SEVERITY: Severity = "warning"
OUTRANKS = ()
PRECISION = Precision("medium")
_NAMED = 4  # letters of 占 and a whole that is told from others
Statement = tuple["Claim", "Claim"]  # a part, and its share


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding for every two statements of an article whose wholes exclude one another, each statement once."""
    lexicon = evidence.lexicon.verdict
    for name in sorted(evidence.articles):
        whole = partial(_whole, article=evidence.articles[name], lexicon=evidence.lexicon.frame)
        stated = sorted(
            _statements(evidence.articles[name].claims, evidence.lexicon.frame),
            key=lambda pair: (whole(pair), pair[0].start),
        )
        for _, held in groupby(stated, key=whole):
            told: set[int] = set()
            for one, other in combinations(held, 2):
                apart = not _imply_whole(one, lexicon).meets(_imply_whole(other, lexicon))
                if apart and none_is_denied((*one, *other)) and not told & {one[0].start, other[0].start}:
                    told |= {one[0].start, other[0].start}
                    yield _finding(evidence, one, other)


def _statements(claims: tuple[Claim, ...], lexicon: FrameLexicon) -> Iterator[Statement]:
    by_span = {(claim.start, claim.end): claim for claim in claims}
    for share in claims:
        whole = share.measure or ""
        if share.kind not in {"percent", "fraction"} or len(whole) < _NAMED or not _names_amount(whole, lexicon):
            continue
        for part in follow_links(share, "share_of", by_span):
            if not any(link[0] == "part_of" for link in part.links) and part.low and share.low:
                yield part, share


def _names_amount(whole: str, lexicon: FrameLexicon) -> bool:
    """Whether a whole is one amount (全市工业产值), and no field of many (轻工业)."""
    return whole.endswith(lexicon.words.measure_nouns)


def _whole(stated: Statement, article: Article, lexicon: FrameLexicon) -> tuple[str, ...]:
    """What two statements of one whole have in common.

    Of places told one after the other in one line each may have its own sentence: 甲省产量…。乙省产量…
    """
    part, share = stated
    whole, measure = share.measure or "", part.measure or ""
    bearer = _bearer(measure, whole, lexicon)
    is_place = bearer is not None and lexicon.parts.place.fullmatch(bearer) is not None
    own = () if bearer is None else (measure.removeprefix(bearer),) if is_place else (part.subject or "", measure)
    where = article.text.folded.rfind("\n", 0, part.start) if is_place else part.sentence[0]
    place = "" if lexicon.parts.everywhere.match(whole) else share.place or ""
    return f"{where:09}", whole, part.kind, part.unit, place, share.period or "", share.status, *own


def _bearer(measure: str, whole: str, lexicon: FrameLexicon) -> str | None:
    """Whose a whole is that names no bearer of its own, and so has the part's; None where it does.

    小麦产量 of 全国总产量 is of all wheat; 甲省产量 is of what the sentences around it speak of.
    """
    shared = Postfix.similarity(measure, whole)
    scope = lexicon.parts.scope.fullmatch(whole[: len(whole) - shared])
    if not shared or scope is None or (scope["place"] and not lexicon.gazetteer.canonical(scope["place"])):
        return None
    return measure[: len(measure) - shared]


def _imply_whole(stated: Statement, lexicon: VerdictLexicon) -> Interval:
    part, share = stated
    return possible_values(part, lexicon).over(possible_shares(share, lexicon))


def _finding(evidence: Evidence, one: Statement, other: Statement) -> Finding:
    words = evidence.lexicon.verdict
    first, second = (format_values(_imply_whole(stated, words), words, stated[0]) for stated in (one, other))
    return finding(
        evidence, (one, other), rule=CODE, name=NAME, severity=SEVERITY, confidence=0.7,
        message=say("whole.apart", a=one[0].text, x=one[1].text, b=other[0].text, y=other[1].text),
        because=(
            say("whole.implied", part=one[0].text, share=one[1].text, whole=first),
            say("whole.implied", part=other[0].text, share=other[1].text, whole=second),
        ),
    )  # fmt: skip
