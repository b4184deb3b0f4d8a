"""When: the date expression that frames a figure, or the year of its document where the measure is a flow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.frame.sentence import Sentence
    from factcheck.frame.topic import Topic
    from factcheck.model import Document, Quantity

_HEAD = 120  # letters at the top of an article that may hold its own date line
_DATE_LINE = re.compile(r"(?<!\d)(20\d\d)[-/年.](\d{1,2})[-/月.](\d{1,2})日?(?!\d)")
_LASTING = {"length", "area", "age", "rank", "date", "speed", "temperature"}
# What is counted over a year, not at a moment.
_FLOW = re.compile(
    r"新增|增长|下降|上涨|下跌|增速|增幅|产值|产量|收入|营收|利润|销售|销量|生产总值|GDP|投资|支出|赤字|补贴|发放|安排|投入|改造|开工|淘汰|完成|交易额|"
    r"进口|出口|进出口|出货|交付|票房|就业|培育|新认定|引进|招聘|毕业|客流|接待|游客|播放|目标|发行|减免|减税|贷款|融资|捐"
)


def published(document: Document, folded: str) -> str | None:
    """The document's date, else the full date in the line at its top; ISO, maybe partial."""
    if document.date:
        return document.date
    match = _DATE_LINE.search(folded, 0, _HEAD)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def period(sentence: Sentence, quantity: Quantity, topic: Topic, date: str | None) -> tuple[str | None, bool]:
    """The period in the design's notation, and whether it comes from outside the sentence."""
    said = _said(sentence, quantity)
    if said is not None:
        return said, False
    wording = (topic.measure or "") + topic.lead + topic.tail
    if date and quantity.kind not in _LASTING and _FLOW.search(wording):
        return date[:4], True
    return None, False


def _said(sentence: Sentence, quantity: Quantity) -> str | None:
    """The nearest date before the figure, in its clause or an earlier one; else one behind it in its clause."""
    before = [d for d in sentence.dates if d.end <= quantity.start and d.period]
    if before:
        return before[-1].period  # the nearest
    end = sentence.clause_of(quantity.start)[1]
    behind = [d for d in sentence.dates if quantity.end <= d.start < end and d.period]
    return behind[0].period if behind else None
