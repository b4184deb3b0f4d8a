#!/usr/bin/env bash
# Installs factcheck, as it stands beside this script, into a virtual environment of its own in FOLDER.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=say.sh
. "$(dirname "${BASH_SOURCE[0]}")/say.sh"

# Neither here nor with -I is a module of the repository under check taken for one of Python's.
cd -- "$FOLDER"
python3 -I -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  fail "Python 3.11 or later is needed: set the input python-version, such as '3.13'"
python3 -I -m venv venv
venv/bin/python -I -m pip install --quiet --disable-pip-version-check -c "$GITHUB_ACTION_PATH/constraints.txt" \
  "$GITHUB_ACTION_PATH"
venv/bin/factcheck --version
