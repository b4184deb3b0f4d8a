#!/usr/bin/env bash
# Takes configuration and claims from the base commit, so that a change cannot silence what is found in it.
# Reads FOLDER, BASE (a commit) and CONFIG (a path in the repository, or nothing). Puts out config and claims.
set -euo pipefail
cd -- "$GITHUB_WORKSPACE"

tree=$FOLDER/base
mkdir "$tree" "$FOLDER/nothing"
(
  # All that can be configuration, a table of hedges or a ledger, byte for byte. With an index and a folder of its own,
  # and no .gitattributes in either: those of the change would have git write something else.
  GIT_DIR=$(git rev-parse --absolute-git-dir)
  export GIT_DIR GIT_INDEX_FILE=$FOLDER/index GIT_WORK_TREE=$FOLDER/nothing
  cd -- "$GIT_WORK_TREE"
  git read-tree "$BASE"
  git ls-files -z -- ':(top,glob)**/.gitattributes' | git update-index -z --force-remove --stdin
  git ls-files -z -- ':(top)*.toml' ':(top)*.yaml' ':(top)*.yml' ':(top)*baseline.jsonl' |
    git -c core.attributesFile=/dev/null -c core.autocrlf=false checkout-index -z --stdin --prefix="$tree/"
)

config='' claims=''
if [ -n "$CONFIG" ]; then
  [ ! -f "$tree/$CONFIG" ] || config=$tree/$CONFIG
elif [ -f "$tree/factcheck.toml" ]; then
  config=$tree/factcheck.toml
elif grep -qs '^\[tool\.factcheck' "$tree/pyproject.toml"; then
  config=$tree/pyproject.toml
fi
if [ -z "$config" ]; then
  echo "The base commit has no configuration${CONFIG:+ of that name}: the defaults hold until one is merged."
  [ ! -d "$tree/claims" ] || claims=$tree/claims # beside a configuration it is found by itself
fi
{
  echo "config=$config"
  echo "claims=$claims"
} >>"$GITHUB_OUTPUT"
