"""Make the examples in formats.md anew by running the tool on two sample articles.

examples.py: run it from the root of the repository, with the interpreter that has factcheck. An example stands in a
fence behind a comment: `<!-- example: FORMAT LINES -->`, the number of its lines that are shown.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).with_name("formats.md")
ARTICLES = ["corpus/12-mayor-speech.md", "corpus/13-mayor-speech-hant.md"]
_EXAMPLE = re.compile(r"(<!-- example: (\w+) (\d+) -->\n```\w*\n).*?(\n```\n)", re.DOTALL)


def output(name: str, most: int) -> str:
    """The first lines of what the tool writes in a format."""
    words = ["scan", *ARTICLES, "--select", "FC201", "--isolated", "--quiet", "--lang", "en", "-f", name]
    here = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run([sys.executable, "-m", "factcheck", *words], capture_output=True, check=False, env=here)
    written = ran.stdout.decode("utf-8-sig").replace("\r\n", "\n")
    if name == "sarif":  # the pages of the rules come first, and are long
        written = json.dumps(json.loads(written)["runs"][0]["results"][0], ensure_ascii=False, indent=2)
    lines = written.rstrip("\n").split("\n")
    return "\n".join(lines if len(lines) <= most else [*lines[:most], "…"])


def made(page: str) -> str:
    """The page with its examples as the tool writes them now."""
    return _EXAMPLE.sub(lambda found: found[1] + output(found[2], int(found[3])) + found[4], page)


if __name__ == "__main__":
    PAGE.write_text(made(PAGE.read_text("utf-8")), "utf-8")
