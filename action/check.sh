#!/usr/bin/env bash
# Checks the changed articles; the page of the change gets annotations, the page of the run a summary.
# Reads FOLDER, CONFIG and CLAIMS as base.sh put them out, and the inputs ARTICLES, AGAINST, FAIL_ON, LANGUAGE, ARGS and
# SARIF_FILE. Puts out code, the exit code of factcheck, and sarif, a path. Ends well whatever was found.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=say.sh
. "$(dirname "${BASH_SOURCE[0]}")/say.sh"
unset CDPATH PYTHONPATH PYTHONHOME # a path of the job may lead into the repository under check
cd -- "$GITHUB_WORKSPACE"

# What git wrote at checkout must be what the commit holds: .gitattributes can make it other bytes, as which nobody will
# read the article. All that is read from the folder is compared with the names of the blobs, one a line.
refuse_altered() {
  local paths=(":(literal)$1") line committed written name
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line%$'\r'}
    [ -z "$line" ] || paths+=("$line")
  done <<<"$ARTICLES"
  GIT_INDEX_FILE=$FOLDER/head git read-tree HEAD
  # files only; a name that needs it is quoted, here as on the way into hash-object
  GIT_INDEX_FILE=$FOLDER/head git ls-files --stage -- "${paths[@]}" | grep '^100' >"$FOLDER/stage" || true
  cut -f 2- "$FOLDER/stage" | git hash-object --no-filters --stdin-paths >"$FOLDER/written" ||
    fail "what is checked out cannot be compared with the commit: the line above says why"
  while read -r committed written name; do
    [ "$committed" = "$written" ] ||
      fail "checked out as other bytes than were committed (see .gitattributes, core.autocrlf): ${name//%/%25}"
  done < <(cut -d ' ' -f 2 "$FOLDER/stage" | paste -d ' ' - "$FOLDER/written" <(cut -f 2- "$FOLDER/stage"))
}

against=${AGAINST:-${ARTICLES%$'\n'}}
[ -d "$against" ] || fail "the input against must name a folder of articles"
# A change can turn a folder into a link to anywhere.
real=$(cd -P -- "$against" && pwd -P)
case $real/ in
  "$(pwd -P)"/*) ;;
  *) fail "the folder of articles lies outside of the repository" ;;
esac

refuse_altered "$real"

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
