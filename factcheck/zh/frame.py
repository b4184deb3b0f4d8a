"""Chinese: the words around a figure: whom it is about, what it measures, where, and how it is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.lexicon import FrameLexicon
from factcheck.zh.frame_gazetteer import gazetteer
from factcheck.zh.frame_links import ADDITIONS, CHANGES, LISTS, PARTS
from factcheck.zh.frame_names import NAMES, PLACES, SLOTS
from factcheck.zh.frame_status import status_patterns
from factcheck.zh.frame_tables import TABLES
from factcheck.zh.frame_times import event_patterns, period_patterns
from factcheck.zh.frame_words import alternatives, frame_words

if TYPE_CHECKING:
    from factcheck.lexicon import Grammar


def frame(grammar: Grammar) -> FrameLexicon:  # noqa: ARG001 - no table of this section is the user's yet
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    rows = alternatives()
    return FrameLexicon(
        words=frame_words(),
        gazetteer=gazetteer(),
        joiners=_whole(rows.joiners),
        rank_scopes=_whole([rows.rank_scopes]),
        openers=_whole(rows.openers),
        count_measures=re.compile(f"(?:{rows.count_measures})$"),
        money_measures=re.compile(f"(?:{rows.money_measures})$"),
        names=NAMES,
        places=PLACES,
        slots=SLOTS,
        events=event_patterns(rows),
        periods=period_patterns(rows),
        status=status_patterns(rows),
        changes=CHANGES,
        parts=PARTS,
        additions=ADDITIONS,
        lists=LISTS,
        tables=TABLES,
    )


def _whole(words: list[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(words)})\\Z")
