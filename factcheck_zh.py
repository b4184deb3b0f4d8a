"""Starts the command line, unless another package named `factcheck` stands in the way.

Another project's import name is `factcheck` too. This module has a name of its own, so that it is found whatever
`factcheck` is, and can say so.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path


def in_the_way() -> str | None:
    """The file of a `factcheck` that is not ours; None where all is well."""
    spec = importlib.util.find_spec("factcheck")
    ours = Path(__file__).resolve().parent / "factcheck" / "__init__.py"
    found = Path(spec.origin).resolve() if spec is not None and spec.origin else None
    if found != ours:
        return str(found or "a folder named factcheck")
    # Two distributions that share a folder overwrite one another's files.
    return None if "factcheck-zh" in ours.read_text("utf-8", "replace") else str(ours)


def main() -> None:
    """Run the command line of the right `factcheck`, or exit with 2 and say what is in its way."""
    other = in_the_way()
    if other is not None:
        sys.stderr.write(
            f"error: {other!r}: another package named factcheck is in the way of factcheck-zh\n"
            "help: uninstall it (pip uninstall factcheck), or install factcheck-zh into an environment of its own\n"
        )
        sys.exit(2)
    try:
        from factcheck.cli.app import main as run

        run()
    except KeyboardInterrupt:  # while modules are still being imported
        sys.exit(130)


if __name__ == "__main__":
    main()
