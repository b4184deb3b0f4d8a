#!/usr/bin/env bash
# Ends as factcheck did. Reads CODE.
set -euo pipefail

case $CODE in
  0) echo "Nothing found that fails the build." ;;
  1) echo "Findings that fail the build: see the annotations and the summary." ;;
  *) echo "Not everything could be checked: see the lines of the step before." ;;
esac
exit "$CODE"
