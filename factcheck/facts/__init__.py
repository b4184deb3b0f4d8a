"""Facts: what two articles and more state, whether they agree or not."""

from factcheck.facts.events import mark_steps
from factcheck.facts.gather import Strand, gather_facts
from factcheck.facts.statements import Statement

__all__ = ["Statement", "Strand", "gather_facts", "mark_steps"]
