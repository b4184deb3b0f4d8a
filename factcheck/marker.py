"""What tells a report from an article."""

MARKER = "factcheck:report"  # stands near the head of every report of findings, so that none is read as an article
# Columns that, all together, only a spreadsheet of ours has; their heads are in the language of who made it.
COLUMNS = (("finding", "rule", "severity", "confidence", "group"), ("checked", "figure", "sentence", "qualifier"))
