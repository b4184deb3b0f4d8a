"""What tells a report from an article."""

# In every report of findings, so that none is read as an article: near its head, or its last line where people read it.
MARKER = "factcheck:report"
# How a report for reviewdog begins, whose form has no room for the marker.
RDJSON_HEAD = '{\n  "source": {\n    "name": "factcheck"\n  },\n  "diagnostics": ['
# Columns that, all together, only a spreadsheet of ours has; their heads are in the language of who made it.
COLUMNS = (
    ("finding", "rule", "severity", "confidence", "group"),
    ("checked", "figure", "sentence", "qualifier"),
    ("fact", "state", "value", "independent", "articles"),
)
