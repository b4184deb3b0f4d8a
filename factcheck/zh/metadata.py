"""Chinese: how a date is written in the metadata of an article, a number on a page, and where a sentence ends."""

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

PAGE_NUMBER = re.compile(
    r"""
    [-–—·・.\s]{0,5}
    (?: 第 \s? )? (?: [Pp]age \s? )?
    \d{1,4}
    (?: \s? [页頁] )?
    (?: \s? (?: / | [，,] | of | 共 )+ \s? (?: 共 \s? )? \d{1,4} (?: \s? [页頁] )? )?
    [-–—·・.\s]{0,5}
    """,
    re.VERBOSE,
)
# What a browser prints above a page: 2026/11/30 上午9:04, 11/30/26, 9:04 AM
PRINTED_AT = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? (?:上午|下午)?\d{1,2}:\d\d(?: [AP]M)?")
ENDS_SENTENCE = re.compile(r"[。！？!?][”’」』）)]{0,3}\Z")
