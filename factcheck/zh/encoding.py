"""What tells Chinese text from mojibake."""

from __future__ import annotations

import re
from functools import cache

from factcheck.zh.tables import read_text

# Letters of plain text: ASCII, punctuation, Han
PLAIN = re.compile(r"[\n\r\t\x20-\x7e\u2010-\u2026\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")


@cache
def common_letters() -> frozenset[str]:
    """The Han letters and marks that make up most of any Chinese text, in both scripts."""
    return frozenset(read_text("words/common_letters.txt")) - {"\n"}
