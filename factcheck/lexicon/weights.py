"""What was learnt of a language by counting: weights of what is seen of a figure, in tables by template."""

from __future__ import annotations

from factcheck.lexicon.section import Section

Table = dict[str, float]


class BearerWeights(Section, frozen=True, eq=False):
    """Weights of what is seen of a mention that may bear a figure: by itself, to the figure; and of nobody."""

    own: tuple[Table, ...]
    pair: tuple[Table, ...]
    nobody: tuple[Table, ...]

    def score_nobody(self, values: tuple[str, ...]) -> float:
        """The score of a figure that nobody bears."""
        return sum([table.get(value, 0.0) for table, value in zip(self.nobody, values, strict=True)])


class NoClaimWeights(Section, frozen=True, eq=False):
    """Weights of what is seen of a figure that may be no claim; with the bar, their sum is above zero where it is none."""

    tables: tuple[Table, ...]
    bar: float
