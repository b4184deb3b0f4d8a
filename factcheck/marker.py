"""What tells a report from an article."""

# In every report of findings, so that none is read as an article: near its head, or its last line where people read it.
MARKER = "factcheck:report"
# How a report for reviewdog begins, whose form has no room for the marker.
RDJSON_HEAD = '{\n  "source": {\n    "name": "factcheck"\n  },\n  "diagnostics": ['
