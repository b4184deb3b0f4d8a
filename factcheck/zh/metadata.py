"""Chinese: how a date is written in the metadata of an article."""

from __future__ import annotations

import re

DATE = re.compile(
    r"""
    (\d{4})                                             # a year
    (?: [-/.年] (\d{1,2}) (?: [-/.月] (\d{1,2}) 日? )? )?  # its month, the day of that
    [年月]?
    (?=[T\s]|$)                                         # a time may follow
    """,
    re.VERBOSE,
)
