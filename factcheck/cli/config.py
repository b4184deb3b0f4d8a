"""Defaults, then the configuration file, then the environment, then options; each setting remembers whence it came."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from factcheck.cli.confidence import parse_confidence
from factcheck.cli.per_path import NAME as PER_PATH
from factcheck.cli.per_path import read_tables
from factcheck.cli.settings import NAMES, Settings, key
from factcheck.errors import ConfigurationError, FactcheckError, UsageError, describe_refusal
from factcheck.messages import say
from factcheck.regular import read_regular

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Phrase
    from factcheck.run.overrides import Overrides, PathRules

FILE, PYPROJECT, TABLE, CLAIMS = "factcheck.toml", "pyproject.toml", "factcheck", "claims"
ENVIRONMENT = "FACTCHECK_"
_SIZE = re.compile(r"(\d+)\s*([KMG]?)(?:i?B)?", re.IGNORECASE)
_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
_FORMS = {bool: say("cure.true-or-false"), int: say("cure.whole-number"), float: say("cure.number")}
_BOOLEANS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


@dataclass(frozen=True)
class Resolved:
    """The settings of a run; `origins` says of each where it comes from, `file` is the configuration file read.

    `home` is the folder of the project: that of the file, else the current one; None where nothing of it counts.
    """

    settings: Settings
    origins: Mapping[str, str]
    file: Path | None
    home: Path | None = None
    by_path: tuple[PathRules, ...] = ()

    @property
    def overrides(self) -> Overrides:
        """What holds for some paths alone, and whether comments in articles silence findings."""
        from factcheck.run.overrides import Overrides  # what reads nothing is quicker without it

        return Overrides(by_path=self.by_path, honour_comments=self.settings.honour_comments)

    @property
    def hedges(self) -> Path | None:
        """The table of hedges in place of factcheck's own."""
        return Path(self.settings.hedges) if self.settings.hedges is not None else None

    @property
    def claims(self) -> Path | None:
        """The folder of the ledger: as set, else `claims/` in the folder of the project, if it is there."""
        if self.settings.claims is not None:
            return Path(self.settings.claims)
        beside = self.home / CLAIMS if self.home is not None else None
        return beside if beside is not None and beside.is_dir() else None


def resolve(
    options: Mapping[str, Any],
    *,
    file: Path | None = None,
    isolated: bool = False,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Resolved:
    """The settings for `options` (None: not given), the file (found from `folder` upwards) and the environment.

    Raises `ConfigurationError` and `UsageError` with where, what and cure.
    """
    if file is not None and isolated:
        raise UsageError(say("error.config-and-isolated"), cure=say("cure.give-one"))
    found = None if isolated else file or find(folder or Path.cwd())
    values: dict[str, Any] = {}
    origins = dict.fromkeys(NAMES, "default")
    file_values, by_path = _from_file(found) if found is not None else ({}, ())
    layers = [
        (file_values, str(found)),
        (_from_environment(os.environ if environment is None else environment), "environment"),
        ({name: value for name, value in options.items() if value is not None}, "option"),
    ]
    for layer, origin in layers:
        values |= layer
        origins |= dict.fromkeys(layer, origin)
    settings = Settings(**values)
    check(settings)
    here = None if isolated else folder or Path.cwd()
    return Resolved(settings, origins, found, found.parent if found is not None else here, by_path)


def find(folder: Path) -> Path | None:
    """The nearest `factcheck.toml`, or `pyproject.toml` with a table [tool.factcheck], from `folder` upwards."""
    for here in (folder.absolute(), *folder.absolute().parents):
        if (here / FILE).exists():
            return here / FILE
        if (here / PYPROJECT).is_file() and _speaks_of_us(here / PYPROJECT):
            return here / PYPROJECT
    return None


def _speaks_of_us(path: Path) -> bool:
    try:
        text = read_regular(path).decode()
    except (OSError, UnicodeDecodeError):
        return False  # someone else's file; nothing says that it is meant for us
    if f"tool.{TABLE}" not in text:
        return False
    table = _parse(path, text).get("tool")
    return isinstance(table, dict) and TABLE in table


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, _, at = str(error).partition(" (at ")
        line = found[0] if (found := re.findall(r"\d+", at)) else text.count("\n") + 1
        what = say("error.broken-toml", message=message)
        raise ConfigurationError(what, where=f"{path}:{line}", cure=say("cure.mend-line")) from error
    except RecursionError as error:
        raise ConfigurationError(say("error.nested"), where=str(path), cure=say("cure.setting-form")) from error


def _from_file(path: Path) -> tuple[dict[str, Any], tuple[PathRules, ...]]:
    try:
        text = read_regular(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigurationError(say("error.not-utf-8"), where=str(path), cure=say("cure.save-as-utf-8")) from error
    except OSError as error:
        what = say("error.unreadable", why=describe_refusal(error))
        raise ConfigurationError(what, where=str(path), cure=say("cure.config-file")) from error
    table: Any = _parse(path, text)
    head = None
    if path.name == PYPROJECT:
        tool = table.get("tool", {})
        table, head = tool.get(TABLE, {}) if isinstance(tool, dict) else {}, f"[tool.{TABLE}]"
    if not isinstance(table, dict):
        raise ConfigurationError(say("error.no-table"), where=str(path), cure=say("cure.write-table"))
    lines = text.splitlines()
    start = next((number for number, line in enumerate(lines) if head and line.strip().startswith(head)), 0)
    values = {}
    by_path: tuple[PathRules, ...] = ()
    for written, value in table.items():
        opening = re.compile(rf"\s*(?:\[\[?(?:tool\.{TABLE}\.)?)?[\"']?{re.escape(written)}[\"']?\s*[=.\]]")
        line = next((number for number in range(start, len(lines)) if opening.match(lines[number])), start)
        where = f"{path}:{line + 1}"
        if written == PER_PATH:
            by_path = read_tables(value, path, head, where)
            continue
        name = _name(written, where)
        values[name] = _check_value(name, value, where)
    for name in ("claims", "hedges", "against"):
        if name in values:
            values[name] = str(path.parent / values[name])
    return values, by_path


def _name(written: str, where: str) -> str:
    known = [key(name) for name in NAMES]
    if written in known:
        return written.replace("-", "_")
    near = get_close_matches(key(written), [*known, PER_PATH], 1)
    cure = say("cure.did-you-mean", name=near[0]) if near else say("cure.settings", names=", ".join([*known, PER_PATH]))
    raise ConfigurationError(say("error.no-setting", name=repr(written)), where=where, cure=cure)


def _check_value(name: str, value: object, where: str, *, strict: bool = True) -> Any:  # noqa: ANN401 - each setting has its own type
    try:
        if name == "max_file_size" and isinstance(value, int):
            value = str(value)
        whole = msgspec.convert({**asdict(Settings()), name: value}, Settings, strict=strict)
        check(whole)
    except msgspec.ValidationError as error:
        what = say("error.wrong-type", name=key(name), value=repr(value))
        raise ConfigurationError(what, where=where, cure=_form(name)) from error
    except FactcheckError as error:
        raise ConfigurationError(error.phrase, where=where, cure=error.remedy) from error
    return getattr(whole, name)


def _form(name: str) -> Phrase:
    kind = get_type_hints(Settings)[name]
    choices = get_args(kind)
    if get_origin(kind) is Literal:
        return say("cure.one-of", names=", ".join(choices))
    if name == "min_confidence":
        return say("cure.such-as", name="0.7, {warning = 0.8}")
    if Literal in {get_origin(one) for one in choices}:  # one of several, or none
        return say("cure.one-of", names=", ".join(one for held in choices for one in get_args(held)))
    if get_origin(kind) is tuple:
        return say("cure.list-of-texts")
    return _FORMS.get(kind, say("cure.text"))


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    values = {}
    for name in NAMES:
        variable = f"{ENVIRONMENT}{name.upper()}"
        written = environment.get(variable)
        if written:
            values[name] = _check_value(name, _plain(name, written), variable, strict=False)
    return values


def _plain(name: str, written: str) -> object:
    default = getattr(Settings(), name)
    if name == "min_confidence":
        return parse_confidence([written])
    if isinstance(default, tuple):
        return [part.strip() for part in written.split(",") if part.strip()]
    if isinstance(default, bool):
        return _BOOLEANS.get(written.strip().lower(), written)
    return written.strip()


def check(settings: Settings) -> None:
    """Raise `UsageError` for a value that is of the right type and yet out of bounds."""
    least = settings.min_confidence
    for one in least.values() if isinstance(least, dict) else (least,):
        if not 0 <= one <= 1:
            what = say("error.no-share", value=str(one))
            raise UsageError(what, where="min-confidence", cure=say("cure.such-as", name="0.7"))
    if settings.jobs < 0:
        raise UsageError(say("error.negative", value=str(settings.jobs)), where="jobs", cure=say("cure.every-core"))
    if settings.max_findings < 0:
        what = say("error.negative", value=str(settings.max_findings))
        raise UsageError(what, where="max-findings", cure=say("cure.every-finding"))
    size_in_bytes(settings.max_file_size)


def size_in_bytes(written: str) -> int:
    """`500KB`, `16 MB`, `1GiB`, `2000` → bytes, in powers of 1024. Raises `UsageError`."""
    found = _SIZE.fullmatch(written.strip())
    if found is None or not int(found[1]):
        cure = say("cure.such-as", name="500KB, 16MB")
        raise UsageError(say("error.no-size", value=repr(written)), where="max-file-size", cure=cure)
    return int(found[1]) * _UNITS[found[2].upper()]
