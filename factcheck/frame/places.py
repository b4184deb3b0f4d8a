"""Places that a sentence names: those of the gazetteer, and those that only the form of their name tells."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model import Value
from factcheck.text.words import tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.lexicon import FrameLexicon
    from factcheck.model import Span

_LONGEST_STEM = 5


class Mention(Value, frozen=True):
    """A place named in a text, canonical, with its span. `oblique`: compared with, or an end of a way."""

    start: int
    end: int
    place: str
    oblique: bool = False


def find_places(
    words: Sequence[str], spans: Sequence[Span], lexicon: FrameLexicon, local: frozenset[str] = frozenset()
) -> tuple[Mention, ...]:
    """The places among segmented words, whose spans are `spans`; names that merely begin with a place are left out.

    `local` are places that no gazetteer has, as `coined` finds them in the article.
    """
    names, letters = lexicon.gazetteer.names, lexicon.gazetteer.letters
    found: list[Mention] = []
    for i, word in enumerate(words):
        if word[0] not in letters and word not in local:
            continue
        start, end = spans[i]
        if found and found[-1].end > start:
            continue
        # 凉山 + 州, 板桥 + 区: the segmenter may cut a name in two
        following = words[i + 1] if i + 1 < len(words) else ""
        joined = names.get(word + following) if following else None
        canonical = joined or names.get(word)
        if canonical is None and local:
            joined = word + following if following and word + following in local else None
            canonical = _without_city(joined or word, lexicon) if joined or word in local else None
        after = words[i + 2] if joined and i + 2 < len(words) else "" if joined else following
        held = lexicon.words
        if canonical is not None and canonical not in held.no_places and not after.startswith(held.name_tails):
            oblique = _is_oblique(words, i, found, start, lexicon)
            found.append(Mention(start=start, end=spans[i + 1][1] if joined else end, place=canonical, oblique=oblique))
    return tuple(found)


def _is_oblique(words: Sequence[str], i: int, found: Sequence[Mention], start: int, lexicon: FrameLexicon) -> bool:
    """Whether the word before a place makes it the other side of something; a place right behind shares its role."""
    if found and found[-1].end == start:
        return found[-1].oblique
    if i > 1 and words[i - 1] in lexicon.words.perfectives:
        i -= 1
    return i > 0 and words[i - 1] in lexicon.words.place_obliques


def find_coined_places(words: Sequence[str], lexicon: FrameLexicon) -> Iterator[str]:
    """The places among segmented words that only their form tells (望澜市, 东礁新区): as written, and without 市."""
    if not may_coin_places("".join(words), lexicon):
        return
    letters, divisions = lexicon.words.division_letters, lexicon.words.divisions
    for word, following in pairwise((*words, " ")):
        if word[-1] in letters:
            division = next((one for one in divisions if word.endswith(one)), "")
            stem = word.removesuffix(division)
        elif following in divisions:
            stem, division = word, following
        elif following[0] in letters:
            stem, division = word, following[0] if following[0] in divisions else ""
        else:
            continue
        if not division or not 2 <= len(stem) <= _LONGEST_STEM or tag(word) != "x":
            continue
        name, known = stem + division, lexicon.gazetteer.names
        if name in known or stem in known or name.endswith(tuple(lexicon.words.no_places)):
            continue
        if lexicon.places.stem.fullmatch(stem):
            yield from (name, _without_city(name, lexicon))


def may_coin_places(folded: str, lexicon: FrameLexicon) -> bool:
    """Whether a text has a letter that a coined place ends in."""
    return any(map(folded.__contains__, lexicon.words.division_letters))


def _without_city(name: str, lexicon: FrameLexicon) -> str:
    """The canonical form of a coined place: cities without 市."""
    city = lexicon.gazetteer.city
    return name.removesuffix(city) if len(name) > len(city) + 1 else name
