"""What the shell completes beside commands, options and choices; nothing heavy is imported for it."""

import pkgutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from factcheck.cli.settings import Format

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
_SHOW, _INSTALL = "--show-completion", "--install-completion"


def codes(incomplete: str) -> Iterator[tuple[str, str]]:
    """The codes of rules that begin so, each with the rule's name."""
    for code, name in _rules():
        if (typed := _as_typed(code, incomplete)) is not None:
            yield typed, name


def beginnings(incomplete: str) -> Iterator[tuple[str, str]]:
    """Codes and their beginnings (FC1), also behind others and a comma."""
    before, comma, last = incomplete.rpartition(",")
    groups = dict.fromkeys((code[:3], "all of these") for code, _ in _rules())
    for code, name in (*groups, *_rules()):
        if (typed := _as_typed(code, last)) is not None:
            yield f"{before}{comma}{typed}", name


def _as_typed(code: str, incomplete: str) -> str | None:
    """The code in the letters, small or capital, that were typed; None where it begins otherwise."""
    code = code.lower() if incomplete.islower() else code
    return code if code.startswith(incomplete) else None


def reports(incomplete: str) -> Iterator[str]:
    """`FORMAT=`, before its file is named."""
    yield from (f"{name}=" for name in get_args(Format) if name.startswith(incomplete) and "=" not in incomplete)


def encodings(incomplete: str) -> Iterator[str]:
    """The encodings that Chinese articles come in."""
    yield from (name for name in ("utf-8", "gb18030", "big5hkscs", "utf-16") if name.startswith(incomplete.lower()))


def _rules() -> Iterator[tuple[str, str]]:
    """Code and name of every rule, by the names of their files: importing them would take too long."""
    folder = Path(__file__).parents[1] / "rules"
    for module in pkgutil.iter_modules([str(folder)]):
        code, _, name = module.name.partition("_")
        if code.startswith("fc"):
            yield code.upper(), name.replace("_", "-")


def script(arguments: Sequence[str]) -> int | None:
    """Show or install the completion of the shell that is named; None where the arguments ask for something else."""
    if len(arguments) != 2 or arguments[0] not in {_SHOW, _INSTALL} or arguments[1] not in SHELLS:
        return None
    from typer.completion import get_completion_script, install  # type: ignore[attr-defined]

    if arguments[0] == _SHOW:
        written = get_completion_script(prog_name="factcheck", complete_var="_FACTCHECK_COMPLETE", shell=arguments[1])
        print(written)  # noqa: T201 - what was asked for
    else:
        shell, path = install(shell=arguments[1], prog_name="factcheck", complete_var="_FACTCHECK_COMPLETE")
        print(f"{shell}: {path}")  # noqa: T201 - as above
    return 0
