"""Numerals, magnitudes, units, hedges and dates, as exact bounds; and what is no quantity at all."""

from factcheck.quantity.dates import DateExpression, dates
from factcheck.quantity.recognise import recognise
from factcheck.quantity.spelled_stretches import find_stretches, is_framed_in_it

__all__ = ["DateExpression", "dates", "find_stretches", "is_framed_in_it", "recognise"]
