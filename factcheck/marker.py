"""What tells a report from an article."""

MARKER = "factcheck:report"  # stands near the head of every report of findings, so that none is read as an article
