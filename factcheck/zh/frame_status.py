"""Chinese: whether it is so, which side of its measure a figure is, and whose figure it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.lexicon.frame_patterns import StatusPatterns

if TYPE_CHECKING:
    from factcheck.zh.frame_words import Alternatives

_ASPECTS = {
    "total": "total", "new": "new", "share": "share", "per_unit": "per_unit", "extreme": "extreme", "from": "from_",
    "to": "to",
}  # fmt: skip

# 36家的说法有误: the counted noun between a figure and the word that denies it.
_DENIED_NOUN = r"""
    [^，；、]{0,6}?
    (?= ，?(?: 应 | 实为 | 更正 | 改正 | 有误 | 不实 | 系误 | 的说法 | 的传 | 是谣 | 属谣 | 为谣 ) )
"""


def status_patterns(rows: Alternatives) -> StatusPatterns:
    """The patterns of status, aspects and attribution."""
    # A word once taken is not given back: where words hold one another, each more would double the ways to read them.
    hedges, trimmed = f"(?>{rows.change_hedges})*+", f"(?>{rows.attribution_trim})++"
    return StatusPatterns(
        statuses={name: re.compile(getattr(rows, name)) for name in ("forecast", "target", "rule", "estimate")},
        done=re.compile(rows.done),
        denied=re.compile(rows.denied),
        denied_before=re.compile(rows.denied_before),
        denied_after=re.compile(rows.denied_after),
        denied_noun=re.compile(_DENIED_NOUN, re.VERBOSE),
        corrected=re.compile(f"(?:{rows.corrected})[^，；、]{{0,12}}$"),
        aspects={name: re.compile(getattr(rows, row)) for name, row in _ASPECTS.items()},
        change=re.compile(f"(?:{rows.change}){hedges}$"),
        change_not=re.compile(f"{rows.change_not}{hedges}$"),
        change_behind=re.compile(rows.change_behind),
        leads_on=re.compile(r"[至到为]"),
        says=re.compile(rows.attribution),
        publishes=re.compile(f"(?>[0-9]|{rows.publishes_trim})*+(?:{rows.publishes})"),
        according=re.compile(r"^(?:据|根据|按照|来自|记者从|从)"),
        source_trim=re.compile(f"^{trimmed}|{trimmed}$"),
    )
