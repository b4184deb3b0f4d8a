#!/usr/bin/env bash
# Checks the changed articles; the page of the change gets annotations, the page of the run a summary.
# Reads FOLDER, CONFIG and CLAIMS as base.sh put them out, and the inputs ARTICLES, AGAINST, FAIL_ON, LANGUAGE, ARGS and
# SARIF_FILE. Puts out code, the exit code of factcheck, and sarif, a path. Ends well whatever was found.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=say.sh
. "$(dirname "${BASH_SOURCE[0]}")/say.sh"
unset CDPATH PYTHONPATH PYTHONHOME # a path of the job may lead into the repository under check
cd -- "$GITHUB_WORKSPACE"

against=${AGAINST:-${ARTICLES%$'\n'}}
[ -d "$against" ] || fail "the input against must name a folder of articles"
# A change can turn a folder into a link to anywhere.
case $(cd -P -- "$against" && pwd -P)/ in
  "$(pwd -P)"/*) ;;
  *) fail "the folder of articles lies outside of the repository" ;;
esac

options=("--against=$against")
if [ -n "$CONFIG" ]; then options+=("--config=$CONFIG"); else options+=(--isolated); fi
[ -z "$CLAIMS" ] || options+=("--claims=$CLAIMS")
[ -z "$FAIL_ON" ] || options+=("--fail-on=$FAIL_ON")
[ -z "$LANGUAGE" ] || options+=("--lang=$LANGUAGE")
while IFS= read -r line || [ -n "$line" ]; do
  line=${line%$'\r'}
  [ -z "$line" ] || options+=("$line")
done <<<"$ARGS"

# In the private folder first: where the name leads, a change decides.
sarif=$FOLDER/factcheck.sarif
code=0
PYTHONSAFEPATH=1 "$FOLDER/venv/bin/factcheck" check --files0-from="$FOLDER/changed" --force-exclude "${options[@]}" \
  --output-format=github --report="sarif=$sarif" || code=$?
if [ ! -f "$sarif" ]; then
  sarif=''
elif [ -n "$SARIF_FILE" ]; then
  rm -f -- "$SARIF_FILE"
  cp -- "$sarif" "$SARIF_FILE"
  sarif=$SARIF_FILE
fi
{
  echo "code=$code"
  echo "sarif=$sarif"
} >>"$GITHUB_OUTPUT"
