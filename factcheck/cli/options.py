"""The arguments and options of the commands, each declared once; help and defaults come from `settings`.

What several commands take alike is a group: a class whose attributes are the options; `takes` gives it to a command.
"""

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

import typer

from factcheck.cli.completion import beginnings, encodings, reports
from factcheck.cli.settings import DEFAULTS, HELP, Color, FailOn, Format, Lang, Least

StdinFormat = Literal["text", "jsonl"]
Engine = Literal["local", "spark"]
_WHAT, _HOW, _FROM = "What is reported", "How it is reported", "Where settings come from"


def _help(name: str) -> str:
    default = getattr(DEFAULTS, name)
    return HELP[name] if default in ((), None, False, 0) else f"{HELP[name]} Default: {default}."


Paths = Annotated[
    list[str],
    typer.Argument(
        help="Articles: files, folders, quoted globs, or - for standard input.", show_default=False, metavar="PATH…"
    ),
]
SomePaths = Annotated[
    list[str] | None,
    typer.Argument(
        help="Articles: files, folders, quoted globs, or - for standard input.", show_default=False, metavar="PATH…"
    ),
]
FilesFrom = Annotated[
    str | None,
    typer.Option(
        "--files0-from",
        help="Take the names of the articles from this file, a NUL after each; - is standard input.",
        metavar="FILE",
    ),
]
ForceExclude = Annotated[
    bool,
    typer.Option(
        "--force-exclude", help="Leave out named files too, where a scan of their folder would leave them out."
    ),
]
StdinFormatOption = Annotated[
    StdinFormat | None,
    typer.Option(
        "--stdin-format", help="What - holds: one article, or JSON lines. Without it, its first line decides."
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", help=_help("select"), rich_help_panel=_WHAT, metavar="CODE", autocompletion=beginnings),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", help=_help("ignore"), rich_help_panel=_WHAT, metavar="CODE", autocompletion=beginnings),
]
MinConfidence = Annotated[
    list[str] | None,
    typer.Option("--min-confidence", help=_help("min_confidence"), rich_help_panel=_WHAT, metavar="NUMBER"),
]
SeverityOption = Annotated[Least | None, typer.Option("--severity", help=_help("severity"), rich_help_panel=_WHAT)]
MaxFindings = Annotated[
    int | None,
    typer.Option("--max-findings", help=_help("max_findings"), rich_help_panel=_HOW, metavar="NUMBER"),
]
Statistics = Annotated[
    bool,
    typer.Option(
        "--statistics", help="Count findings by rule, file and source instead of showing them.", rich_help_panel=_HOW
    ),
]
FailOnOption = Annotated[FailOn | None, typer.Option("--fail-on", help=_help("fail_on"), rich_help_panel=_WHAT)]
Claims = Annotated[str | None, typer.Option("--claims", help=_help("claims"), rich_help_panel=_WHAT, metavar="FOLDER")]
FormatOption = Annotated[
    Format | None,
    typer.Option("--output-format", "-f", help=_help("output_format"), rich_help_panel=_HOW, metavar="FORMAT"),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", help="Write to this file instead of standard output.", rich_help_panel=_HOW, metavar="FILE"
    ),
]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        help="Write one more report: a format, =, a file. May be given again.",
        rich_help_panel=_HOW,
        metavar="FORMAT=FILE",
        autocompletion=reports,
    ),
]
LangOption = Annotated[Lang | None, typer.Option("--lang", help=_help("lang"), rich_help_panel=_HOW)]
WithClaims = Annotated[bool | None, typer.Option("--with-claims", help=_help("with_claims"), rich_help_panel=_HOW)]
ColorOption = Annotated[Color | None, typer.Option("--color", help=_help("color"), rich_help_panel=_HOW)]
Quiet = Annotated[bool | None, typer.Option("--quiet", "-q", help=_help("quiet"), rich_help_panel=_HOW)]
Verbose = Annotated[bool | None, typer.Option("--verbose", "-v", help=_help("verbose"), rich_help_panel=_HOW)]
Jobs = Annotated[int | None, typer.Option("--jobs", "-j", help=_help("jobs"), metavar="NUMBER")]
Encoding = Annotated[
    str | None, typer.Option("--encoding", help=_help("encoding"), metavar="NAME", autocompletion=encodings)
]
Exclude = Annotated[list[str] | None, typer.Option("--exclude", help=_help("exclude"), metavar="PATTERN")]
MaxFileSize = Annotated[str | None, typer.Option("--max-file-size", help=_help("max_file_size"), metavar="SIZE")]
_WHERE = "Where it runs"
EngineOption = Annotated[
    Engine,
    typer.Option("--engine", help="This machine, or a cluster of Apache Spark.", rich_help_panel=_WHERE),
]
Master = Annotated[
    str | None,
    typer.Option(
        "--master",
        help="With --engine spark: the cluster, such as spark://head:7077. Without it, what spark-submit has set.",
        rich_help_panel=_WHERE,
        metavar="URL",
    ),
]
Tables = Annotated[
    str | None,
    typer.Option(
        "--tables",
        help="With --engine spark: write findings, facts and claims as Parquet below this folder.",
        rich_help_panel=_WHERE,
        metavar="FOLDER",
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        help="Report only what has a part in a file that differs from this revision of git; compare with all.",
        rich_help_panel=_WHAT,
        metavar="REV",
    ),
]
Config = Annotated[
    Path | None,
    typer.Option("--config", help="Read this configuration file.", rich_help_panel=_FROM, metavar="FILE"),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no configuration file.", rich_help_panel=_FROM)]


@dataclass(frozen=True)
class Chosen:
    """Which findings there are to be."""

    select: Select = None
    ignore: Ignore = None
    min_confidence: MinConfidence = None


@dataclass(frozen=True)
class Written:
    """In which form, and where to."""

    output_format: FormatOption = None
    output: Output = None
    report: Reports = None


@dataclass(frozen=True)
class Clustered:
    """On which machines it runs."""

    engine: EngineOption = "local"
    master: Master = None
    tables: Tables = None


@dataclass(frozen=True)
class Ledgered:
    """Where the ledger is."""

    claims: Claims = None


@dataclass(frozen=True)
class Reported(Chosen):
    """What a report of findings is made of, and when it fails."""

    severity: SeverityOption = None
    fail_on: FailOnOption = None
    claims: Claims = None
    with_claims: WithClaims = None
    max_findings: MaxFindings = None
    statistics: Statistics = False


@dataclass(frozen=True)
class Verbosity:
    """In which language, and in color or not."""

    lang: LangOption = None
    color: ColorOption = None


@dataclass(frozen=True)
class InputChoice:
    """How articles are read, and where the other settings come from."""

    quiet: Quiet = None
    verbose: Verbose = None
    jobs: Jobs = None
    encoding: Encoding = None
    exclude: Exclude = None
    max_file_size: MaxFileSize = None
    config: Config = None
    isolated: Isolated = False


@dataclass(frozen=True)
class CommonOptions(Reported, Written, Verbosity, InputChoice, Clustered):
    """What the groups of a command were given; None where an option was not given, or is none of the command's."""


def takes(*groups: type) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of groups behind its own; it gets them as `common`, a `CommonOptions`."""

    def widen(command: Callable[..., None]) -> Callable[..., None]:
        own = inspect.signature(command, eval_str=True).parameters.values()
        parameters = [one.replace(kind=one.KEYWORD_ONLY) for one in own if one.name != "common"]
        shared = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=getattr(group, name), annotation=hint)
            for group in groups
            for name, hint in get_type_hints(group, include_extras=True).items()
        ]

        @functools.wraps(command)
        def call(**given: Any) -> None:  # noqa: ANN401 - each as its option is declared
            common = CommonOptions(**{one.name: given.pop(one.name) for one in shared})
            command(**given, common=common)

        call.__signature__ = inspect.Signature([*parameters, *shared])  # type: ignore[attr-defined]
        call.__annotations__ = {one.name: one.annotation for one in [*parameters, *shared]} | {"return": None}
        return call

    return widen
