"""A number announces so many things, and another number of them is listed.

Behind the number, a list that a colon, 即 or 分别是 introduces must have as many items as the number says (五大产业：
and four of them). Before it, a list that ends in 等 may name only some of them, so that only too many are reported
(四个城市 named, 等三个城市 said).

和, 与 and 及 may join two items or be part of one, so both counts pass. Nothing is said of lists with 等, 包括 or 如
behind the number, of lists with brackets or figures inside or only some items quoted, of points that are numbered
(三个方面：一是), of letters or kinds that are counted (六个字：, 三种水果：), and of numbers over twelve. A list that
is off by more than one is taken for one of something else. A list of quoted items needs no 、 between them
(“水乡”“渔歌”).

**What to do.** Count again: an item is missing or too many, or the number is wrong.

**Example**

    望澜市确定五大产业：汽车、钢铁、化工、医药。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.frame.lists import find_lists
from factcheck.messages import say
from factcheck.rules.build import finding, fingerprint, location
from factcheck.rules.precision import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence import Evidence
    from factcheck.frame.lists import NumberedList
    from factcheck.lexicon import Lexicon
    from factcheck.model import Article, Finding, Severity

CODE = "FC404"
NAME = "list-count"
SEVERITY: Severity = "warning"
OUTRANKS = ()
PRECISION = Precision("low", true=0, read=1)


def find(evidence: Evidence) -> Iterator[Finding]:
    """One finding a list."""
    for name in sorted(evidence.articles):
        article = evidence.articles[name]
        yield from (
            _finding(article, listed, evidence.lexicon)
            for listed in find_lists(article, evidence.lexicon.frame)
            if listed.may_belong and not listed.fits
        )


def _finding(article: Article, listed: NumberedList, lexicon: Lexicon) -> Finding:
    number = listed.number
    items = f"{listed.least}" if listed.least == listed.most else f"{listed.least}–{listed.most}"
    return finding(
        rule=CODE, name=NAME, severity=SEVERITY, confidence=0.75,
        message=say("list.count", number=number.text, items=items),
        because=(say("list.closed" if listed.closed else "list.open", number=number.text),),
        locations=(
            location(article, number.start, number.end, 0, number),
            location(article, *listed.list, 1),
        ),
        fingerprints=(fingerprint(CODE, (article, number.start, number.end), lexicon=lexicon),),
    )  # fmt: skip
