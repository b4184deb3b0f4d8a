"""Everything a rule may look at, worked out once."""

from factcheck.evidence.evidence import Evidence, gather_evidence

__all__ = ["Evidence", "gather_evidence"]
