"""The verified facts, the aliases, the rulings and the baseline in `claims/`."""

from factcheck.ledger.baseline import Baselined
from factcheck.ledger.ledger import Ledger, LedgerFact, Source
from factcheck.ledger.rulings import Ruling

__all__ = ["Baselined", "Ledger", "LedgerFact", "Ruling", "Source"]
