"""Chinese: how a date is written in the metadata of an article."""

from __future__ import annotations

import re

DATE = re.compile(
    r"""
    (\d{4})                                                  # a year
    (?:
        (\d{2}) (\d{2})                                      # 20250207
      | \s?[-/.年]\s? (\d{1,2})                              # its month, the day of that
        (?: \s?[-/.月]\s? (\d{1,2}) (?: \s?日 )? )?
    )?
    [年月]?
    (?: (?<=日) | (?=[T\s]|$) )                              # a time or the day of the week may follow
    """,
    re.VERBOSE,
)
