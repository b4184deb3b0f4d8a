"""Can both be right? One answer for pairs, passages and arithmetic.

What the recogniser knows of a figure, its printed step and the reach of its hedge, is read from the figure.
"""

from factcheck.outcome import Outcome
from factcheck.verdict.compare import (
    Verdict,
    are_comparable,
    are_compatible,
    compare_figures,
    convert_sides,
    find_agreement,
)
from factcheck.verdict.copies import agree_in_copies, measure_alike, measure_apart
from factcheck.verdict.interval import Interval
from factcheck.verdict.precision import (
    reached_interval,
    significant_digits,
    stated_bound,
    stated_interval,
    stated_value,
)
from factcheck.verdict.rounding import possible_shares, possible_values, shared_step

__all__ = [
    "Interval",
    "Outcome",
    "Verdict",
    "agree_in_copies",
    "are_comparable",
    "are_compatible",
    "compare_figures",
    "convert_sides",
    "find_agreement",
    "measure_alike",
    "measure_apart",
    "possible_shares",
    "possible_values",
    "reached_interval",
    "shared_step",
    "significant_digits",
    "stated_bound",
    "stated_interval",
    "stated_value",
]
