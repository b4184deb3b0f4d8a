"""Chinese: the words around a figure: whom it is about, what it measures, where, and how it is told."""

from __future__ import annotations

import re
from pathlib import Path

from factcheck.lexicon import FrameLexicon
from factcheck.zh.frame_gazetteer import gazetteer
from factcheck.zh.frame_links import ADDITIONS, CHANGES, LISTS, PARTS, RATES
from factcheck.zh.frame_models import bearer_weights, no_claim_weights
from factcheck.zh.frame_names import NAMES, PLACES, SLOTS
from factcheck.zh.frame_status import status_patterns
from factcheck.zh.frame_tables import TABLES
from factcheck.zh.frame_times import event_patterns, life_patterns, period_patterns
from factcheck.zh.frame_words import alternatives, frame_words
from factcheck.zh.quantity_units import counted_persons, counted_things
from factcheck.zh.tables import any_of

_MODELS = Path(__file__).with_name("models")  # fitted by training/refit.py


def frame() -> FrameLexicon:
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    rows = alternatives()
    return FrameLexicon(
        words=frame_words(),
        gazetteer=gazetteer(),
        joiners=_whole(rows.joiners),
        rank_scopes=_whole([rows.rank_scopes]),
        openers=_whole(rows.openers),
        count_measures=re.compile(f"(?:{rows.count_measures})$"),
        counted_persons=re.compile(f"(?:{any_of(counted_persons())})$"),
        counted_things=frozenset(counted_things()),
        money_measures=re.compile(f"(?:{rows.money_measures})$"),
        paid=re.compile(
            f"(?:(?:{rows.money_verbs})|(?P<open>{rows.money_verbs_open}))(?:{rows.money_verb_hedges}){{0,3}}$"
        ),
        paid_goes_on=frozenset(rows.money_goes_on),
        magnitudes=re.compile(r"[十百千万亿兆萬億]+"),
        large=re.compile(r"[万亿]$"),
        names=NAMES,
        places=PLACES,
        slots=SLOTS,
        events=event_patterns(rows),
        lives=life_patterns(),
        periods=period_patterns(rows),
        status=status_patterns(rows),
        changes=CHANGES,
        rates=RATES,
        parts=PARTS,
        additions=ADDITIONS,
        lists=LISTS,
        tables=TABLES,
        labels=_MODELS / "labels.bin",
        groups=_MODELS / "groups.txt",
        bearers=bearer_weights(),
        no_claims=no_claim_weights(),
    )


def _whole(words: list[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(words)})\\Z")
