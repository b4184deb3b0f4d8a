"""Quotations: what stands between marks, who says it, and what changed in the retelling."""
