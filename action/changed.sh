#!/usr/bin/env bash
# Which articles the change touches: their names go to the file `changed` in a private folder, a NUL after each.
# Reads ARTICLES (git pathspecs, one a line) and BASE (a revision, or nothing). Puts out folder, base and count.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=say.sh
. "$(dirname "${BASH_SOURCE[0]}")/say.sh"

# Such a run has the rights of the base, on the files of a stranger; nothing here needs those rights.
[ "${GITHUB_EVENT_NAME:-}" != pull_request_target ] || fail "not on pull_request_target: use pull_request"
cd -- "$GITHUB_WORKSPACE"
[ -e .git ] || fail "no repository is checked out here: a step with actions/checkout comes first"
git rev-parse --verify --quiet 'HEAD^{commit}' >/dev/null || fail "no commit is checked out"

case $BASE in
  -*) fail "the base begins with a dash" ;;
  *[!0]*) ;;
  *) BASE='' ;; # zeros: the first push of a branch
esac
case ${GITHUB_EVENT_NAME:-} in
  pull_request | merge_group) [ -n "$BASE" ] || fail "a $GITHUB_EVENT_NAME without a base commit" ;;
esac

if [ -z "$BASE" ]; then
  echo "No base commit: every article counts as new; configuration and claims are those of the commit itself."
  base=$(git rev-parse --verify 'HEAD^{commit}')
  from=$(git hash-object -t tree --stdin </dev/null) # the empty tree
else
  if ! base=$(git rev-parse --verify --quiet "$BASE^{commit}"); then
    GIT_TERMINAL_PROMPT=0 git fetch --quiet --no-tags --depth=1 origin "$BASE" ||
      fail "the base commit is not here and cannot be fetched: give actions/checkout fetch-depth: 0"
    base=$(git rev-parse --verify 'FETCH_HEAD^{commit}')
  fi
  # Where the history is here: what changed since the two parted. A merge commit alone differs by the change only.
  from=$(git merge-base "$base" HEAD) || from=$base
fi

differing() { git diff -z --name-only --no-renames --no-ext-diff --diff-filter=d --end-of-options "$from" HEAD -- "$@"; }

paths=()
while IFS= read -r line || [ -n "$line" ]; do
  line=${line%$'\r'}
  [ -z "$line" ] || paths+=("$line")
done <<<"$ARTICLES"
[ "${#paths[@]}" -gt 0 ] || fail "the input articles is empty"

folder=$(mktemp -d "$RUNNER_TEMP/factcheck.XXXXXX")
differing ':(top,glob)**/pyvenv.cfg' >"$folder/hiding"
[ ! -s "$folder/hiding" ] || fail "the change adds a pyvenv.cfg: articles beside it would not be read"
differing "${paths[@]}" >"$folder/differing"
count=0 links=0 lost=''
while IFS= read -r -d '' name; do
  if [ -L "$name" ]; then
    printf 'A link is not followed: %q\n' "$name" # it may lead out of the repository
    links=$((links + 1))
  elif [ -f "$name" ]; then
    printf '%s\0' "$name" >&3
    count=$((count + 1))
  else
    printf 'Not in the folder that was checked out: %q\n' "$name"
    lost="a changed article is not in the folder that was checked out (a submodule, or a sparse checkout): the log names it"
  fi
done <"$folder/differing" 3>"$folder/changed"

[ -z "$lost" ] || fail "$lost"
[ "$count" != 0 ] || [ "$links" = 0 ] || fail "the change has links for articles, which are not followed, and no other"

if [ "$count" = 0 ]; then
  echo "No article changed: nothing to check."
  echo "factcheck: no article changed." >>"$GITHUB_STEP_SUMMARY"
fi
{
  echo "folder=$folder"
  echo "base=$base"
  echo "count=$count"
} >>"$GITHUB_OUTPUT"
