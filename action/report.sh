#!/usr/bin/env bash
# Ends as factcheck did. Reads CODE.
set -euo pipefail

case $CODE in
  0) echo "Nothing found that fails the build." ;;
  1) echo "Findings that fail the build: see the annotations and the summary." ;;
  *) echo "::error title=factcheck::Not everything could be checked: the step before says why." ;;
esac
exit "$CODE"
