# Read by the other scripts: how to end with an error that the page of the change shows.
# shellcheck shell=bash

fail() {
  printf '::error title=factcheck::%s\n' "$1"
  exit 2
}
