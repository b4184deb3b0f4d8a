"""Numerals, magnitudes, units, hedges and dates, as exact bounds; and what is no quantity at all."""

from factcheck.quantity.dates import DateExpression, dates
from factcheck.quantity.recognise import recognise

__all__ = ["DateExpression", "dates", "recognise"]
