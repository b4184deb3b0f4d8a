"""The verified facts, the aliases and the rulings in `claims/`."""

from factcheck.ledger.ledger import Fact, Ledger, Ruling, Source

__all__ = ["Fact", "Ledger", "Ruling", "Source"]
