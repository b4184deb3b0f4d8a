"""Every setting, its default and what it means: the one source for options, configuration files and environment.

Nothing heavy is imported here, so that `--version` and `--help` stay quick.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Literal, get_args

FailOn = Literal["error", "warning", "note", "never"]
Least = Literal["error", "warning", "note"]
Format = Literal[
    "terminal", "concise", "statistics", "json", "jsonl", "csv", "markdown", "html", "sarif", "github", "xlsx",
    "junit", "gitlab", "rdjson", "sqlite", "parquet",
]  # fmt: skip
Lang = Literal["auto", "en", "zh-hans", "zh-hant"]
FactStatus = Literal["actual", "target", "rule", "forecast", "estimate", "denied"]
Color = Literal["auto", "always", "never"]

_HELP = "help"


@dataclass(frozen=True)
class Settings:
    """The settings of one run, defaults where nothing else was said."""

    select: tuple[str, ...] = field(default=(), metadata={_HELP: "Rules to run, by code or its beginning: FC1, FC201."})
    ignore: tuple[str, ...] = field(default=(), metadata={_HELP: "Rules to leave out, by code or its beginning."})
    severity: Least | None = field(
        default=None,
        metadata={_HELP: "The least severity that is reported. Without it, only a terminal leaves out notes."},
    )
    min_confidence: float | dict[Least, float] = field(
        default=0.0,
        metadata={
            _HELP: "Leave out findings below this confidence, 0 to 1, or those of one severity: warning=0.8. "
            "It orders findings; it is no probability yet."
        },
    )
    max_findings: int = field(
        default=50, metadata={_HELP: "The most findings that are shown where a person reads a terminal; 0: all."}
    )
    fail_on: FailOn = field(default="error", metadata={_HELP: "The least severity that makes the exit code 1."})
    output_format: Format = field(
        default="terminal", metadata={_HELP: f"The form of the output: {', '.join(get_args(Format))}."}
    )
    color: Color = field(
        default="auto", metadata={_HELP: "Color the output; auto: on a terminal, unless NO_COLOR is set."}
    )
    lang: Lang = field(
        default="auto",
        metadata={
            _HELP: "The language of messages; auto: by the locale on a terminal, in markdown, github and xlsx, "
            "by the browser in html, English elsewhere."
        },
    )
    jobs: int = field(default=0, metadata={_HELP: "Worker processes; 0: as many as there are cores."})
    encoding: str | None = field(
        default=None,
        metadata={_HELP: "Read every article in this encoding instead of finding it out: gb18030, big5hkscs."},
    )
    exclude: tuple[str, ...] = field(
        default=(),
        metadata={_HELP: "Leave out files and folders of this name or path below a scanned folder; * and ? match."},
    )
    max_file_size: str = field(
        default="16MB",
        metadata={_HELP: "The most an article, or a line of JSON lines, may have, decompressed: 500KB, 64MB."},
    )
    claims: str | None = field(
        default=None,
        metadata={
            _HELP: "The folder of the ledger; without it, claims/ beside the configuration file, "
            "or in the current folder."
        },
    )
    hedges: str | None = field(
        default=None, metadata={_HELP: "A YAML file in place of the table of hedges (超过, 近, 以上) and their reach."}
    )
    against: str | None = field(
        default=None, metadata={_HELP: "The articles on file for `check`: a folder, or a file of `factcheck index`."}
    )
    honour_comments: bool = field(
        default=False,
        metadata={_HELP: "Have a comment in an article, <!-- factcheck: ignore FC101 reason -->, silence its line."},
    )
    with_claims: bool = field(default=False, metadata={_HELP: "Put every claim into the JSON, not only findings."})
    quiet: bool = field(default=False, metadata={_HELP: "Print findings and errors only."})
    verbose: bool = field(
        default=False, metadata={_HELP: "Name every file passed over, count boilerplate, and print times."}
    )


NAMES = tuple(one.name for one in fields(Settings))
HELP = {one.name: one.metadata[_HELP] for one in fields(Settings)}
DEFAULTS = Settings()


def key(name: str) -> str:
    """The name as configuration files and options write it: fail_on → fail-on."""
    return name.replace("_", "-")
