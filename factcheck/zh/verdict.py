"""Chinese: how fine a figure is meant."""

from __future__ import annotations

import re

from factcheck.lexicon import VerdictLexicon


def verdict() -> VerdictLexicon:
    """The section of the lexicon."""
    return VerdictLexicon(
        decimal_point=re.compile(r"[.．点]"),
        single_things=frozenset(("批次", *"人名位家个项所座台辆例起次件场支只头户批宗份栋艘组")),
        magnitudes=((10**8, "亿"), (10**4, "万")),
    )
