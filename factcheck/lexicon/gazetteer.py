"""What a language knows of places: their names, and what lies in what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.lexicon.section import Section

if TYPE_CHECKING:
    from collections.abc import Iterable


class Gazetteer(Section, frozen=True, eq=False):
    """Divisions and countries. `names` maps every written form to its canonical one.

    `parents` maps that to all divisions it may lie in. `nation` is the home country, which holds all divisions;
    `currencies` are those of its parts and of itself, the narrower first.
    """

    nation: str
    names: dict[str, str]
    parents: dict[str, frozenset[str]]
    currencies: dict[str, str]
    known: frozenset[str]  # the canonical names; a place that only the form of its name makes one is not among them
    letters: frozenset[str]  # that written forms begin with
    city: str  # the last letters of a city, which its canonical name leaves out
    long_form: re.Pattern[str]  # of a division whose short form is made of its groups 1 and 2

    def canonical(self, word: str) -> str | None:
        """The canonical form of a place, also of one in its long form; None for other words."""
        return self.names.get(word) or self.names.get(self.long_form.sub(r"\1\2", word))

    def is_within(self, inner: str, outer: str) -> bool:
        """Whether `inner` may lie in `outer`: a district in its city, its province and the nation.

        A place that no gazetteer has may lie in any province or country.
        """
        if inner in self.parents or inner in self.names:
            return outer in self.parents.get(inner, frozenset())
        return outer in self.names and self.parents.get(outer, frozenset()) <= {self.nation}

    def narrowest(self, places: Iterable[str]) -> str | None:
        """The one place that lies in all the others, or None where they are apart."""
        found = list(dict.fromkeys(places))
        for place in found:
            if all(other == place or self.is_within(place, other) for other in found):
                return place
        return None
