"""What was learnt of a language by counting: weights of what is seen of a figure, in tables by template."""

from __future__ import annotations

from factcheck.lexicon.section import Section

Table = dict[str, float]


class BearerWeights(Section, frozen=True, eq=False):
    """Weights of what is seen of a mention that may bear a figure, by the name of their template."""

    tables: dict[str, Table]

    def of(self, part: str, names: tuple[str, ...]) -> tuple[Table, ...]:
        """The tables of templates of one part, in the order of their names; empty where nothing was learnt."""
        return tuple([self.tables.get(f"{part} {name}", {}) for name in names])


class NoClaimWeights(Section, frozen=True, eq=False):
    """Weights of what is seen of a figure that may be no claim: with the bar, their sum is above zero where it is."""

    tables: dict[str, Table]
    bar: float

    def in_order(self, names: tuple[str, ...]) -> tuple[Table, ...]:
        """The tables in the order of the names of their templates."""
        return tuple([self.tables.get(name, {}) for name in names])


def sum_weights(tables: tuple[Table, ...], values: tuple[str, ...]) -> float:
    """The sum of the weights of values, each in its table; a value that is in none weighs nothing."""
    weight = 0.0
    for found in map(dict.get, tables, values):
        if found:
            weight += found
    return weight
