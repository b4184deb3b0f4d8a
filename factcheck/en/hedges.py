"""English words that move the bounds of a figure, and what joins two figures."""

from __future__ import annotations

from factcheck.en.tables import EnglishFigureWords, Hedges, any_of, either_case, read_table, verbose
from factcheck.lexicon.spelled import SpelledHedges, SpelledRanges


def read_hedges() -> SpelledHedges:
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    rows = read_table("words/hedges.yaml", list[Hedges])
    before = {word: row.qualifier for row in rows for word in row.before}
    after = {word: row.qualifier for row in rows for word in row.after}
    return SpelledHedges(
        before=before,
        after=after,
        # A hedge, and what may stand between it and its figure: more than another 300, over the 5 million mark.
        before_figure=verbose(
            rf"""
            (?<![A-Za-z])(?P<hedge>{either_case(before)})
            (?:[ ](?:a|an|the|another|additional|further|some|total[ ]of|its))?[ ]?$
            """
        ),
        behind_figure=verbose(
            rf"(?P<hedge>\+|[ ](?:{any_of(word for word in after if word.isalpha() or ' ' in word)})(?![A-Za-z]))"
        ),
        spans=frozenset(("over", "above")),  # over three years: in their course
    )


def read_ranges() -> SpelledRanges:
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    words = read_table("words/figures.yaml", EnglishFigureWords)
    return SpelledRanges(
        to=verbose(r"[ ]?[-–—~][ ]?|[ ]to[ ]"),
        conjunction=verbose(r"[ ]and[ ]"),
        between_before=verbose(r"(?<![A-Za-z])[Bb]etween[ ]$"),
        from_before=verbose(r"(?<![A-Za-z])[Ff]rom[ ]$"),
        list_goes_on=verbose(r"(?:，[ ]?\d[\d,]{0,15}(?:\.\d{1,6})?){0,5}，?[ ]and[ ](?=\d)"),
        moved_before=verbose(rf"(?<![A-Za-z])(?:{either_case(words.changes)})(?![A-Za-z])[^，；。]{{0,80}}$"),
    )
