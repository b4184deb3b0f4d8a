"""Why two figures are, or are not, one fact, as it leaves the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcheck.marker import MARKER
from factcheck.messages import tell, text
from factcheck.report import wire
from factcheck.report.wire_forms import SCHEMA_VERSION, Wire, WireClaim, WireLevel, WireSide

if TYPE_CHECKING:
    from factcheck.messages import Language
    from factcheck.pair.examine import ComparedWay, ExaminedPair
    from factcheck.pair.leftover import LeftOver
    from factcheck.report.context import Context


class WireLeft(Wire, frozen=True):
    """Words of one class that one statement has and the other article never says, for both figures in their order."""

    words: str
    sides: list[list[str]]


class WireWay(Wire, frozen=True):
    """One way of comparing: by words, or inside an event. `lacks` is what the sum falls short of `needed`, in bits.

    `against` is what else keeps it from taking the two for one fact; `against_names` are the names of the same.
    """

    way: str
    levels: list[WireLevel]
    weight: float
    needed: float
    lacks: float
    against: list[str]
    against_names: list[str]


class WireCompared(Wire, frozen=True, kw_only=True):
    """Two figures, in the order of a scan. `vetoes` are those that strike; `way` is that of a scan, null if none.

    `found` is what the figures are to one another by themselves, `verdict` the same with what words and dates explain.
    `articles` were read; where `alone`, only those of the two places.
    """

    generator: str
    schema_version: Literal[1]
    articles: int
    alone: bool
    one_fact: bool
    way: str | None
    figures: list[WireClaim]
    left_over: list[WireLeft]
    contrast: str | None
    ways: list[WireWay]
    vetoes: list[str]
    veto_names: list[str]
    found: str
    verdict: str
    because: str
    unit: str | None
    sides: list[WireSide]
    partners: list[WireClaim]


def encode_pair(one: ExaminedPair, context: Context, articles: int, *, alone: bool) -> WireCompared:
    """A pair as it is written; `context` holds the documents, `articles` were read for it."""
    language = context.language
    return WireCompared(
        generator=MARKER,
        schema_version=SCHEMA_VERSION,
        articles=articles,
        alone=alone,
        one_fact=one.taken is not None,
        way=one.taken,
        figures=[wire.claim(held, context) for held in (one.a, one.b)],
        left_over=_list_left_over(one.left_over),
        contrast=one.left_over.contrast,
        ways=[_way(held, language) for held in one.ways],
        vetoes=[text(key, language) for key in one.vetoes],
        veto_names=[key.removeprefix("veto.") for key in one.vetoes],
        found=one.found,
        verdict=one.verdict,
        because=tell(one.because, language),
        unit=one.unit,
        sides=[wire.side(held, one.a.kind) for held in one.sides],
        partners=[wire.claim(held, context) for held in one.partners],
    )


def _list_left_over(one: LeftOver) -> list[WireLeft]:
    held = ((name, getattr(one, name)) for name in one.classes)
    return [WireLeft(name, [sorted(words.ours), sorted(words.theirs)]) for name, words in held if any(words)]


def _way(one: ComparedWay, language: Language) -> WireWay:
    return WireWay(
        way=one.way,
        levels=[wire.level(level) for level in one.levels],
        weight=one.weight,
        needed=one.needed,
        lacks=one.lacks,
        against=[text(key, language) for key in one.against],
        against_names=[key.removeprefix("compare.not.").removeprefix("veto.") for key in one.against],
    )
