"""What `rule` and `config show` do: tell what there is and what is set."""

from __future__ import annotations

import json
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import typer

from factcheck.cli.config import resolve
from factcheck.cli.output import style, write
from factcheck.cli.settings import NAMES, Settings, key
from factcheck.errors import UsageError
from factcheck.messages import say
from factcheck.report import rules as pages
from factcheck.report.escape import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.cli.config import Resolved


def show_rule(code: str | None, given: Mapping[str, Any]) -> None:
    """Print the rules, or the page of one, as text or JSON."""
    from factcheck.rules import RULES

    settings = Settings(
        output_format=given["output_format"] or "terminal",
        color=given["color"] or "auto",
        lang=given["lang"] or "auto",
    )
    if code is not None and code.upper() not in RULES:
        near = get_close_matches(code.upper(), list(RULES), 1)
        cure = say("cure.did-you-mean", name=near[0]) if near else say("cure.list-rules")
        raise UsageError(say("error.no-code", code=repr(code)), cure=cure)
    layout = style(settings, None, settings.output_format)
    wanted = [RULES[code.upper()]] if code is not None else list(RULES.values())
    if settings.output_format == "json":
        rendered = pages.as_json(wanted)
    elif settings.output_format == "terminal":
        rendered = pages.page(wanted[0], layout) if code is not None else pages.listed(wanted, layout)
    else:
        what = say("error.no-form-of-rules", name=repr(settings.output_format))
        raise UsageError(what, where="-f", cure=say("cure.terminal-or-json"))
    write(rendered, None)


def show_config(given: Mapping[str, Any]) -> None:
    """Print every setting with its value and where it comes from, as text or JSON."""
    resolved = resolve({}, file=given["config"], isolated=given["isolated"])
    values = {key(name): getattr(resolved.settings, name) for name in NAMES}
    if given["output_format"] == "json":
        typer.echo(json.dumps(_as_json(resolved, values), ensure_ascii=False, indent=2))
        return
    typer.echo(f"# {visible(str(resolved.file)) if resolved.file is not None else 'no configuration file'}")
    typer.echo(f"# ledger: {visible(str(resolved.claims)) if resolved.claims is not None else 'none'}")
    for name in NAMES:
        written = json.dumps(values[key(name)], ensure_ascii=False) if values[key(name)] is not None else "unset"
        typer.echo(f"{key(name)} = {visible(written)}  # {visible(resolved.origins[name])}")


def _as_json(resolved: Resolved, values: Mapping[str, object]) -> dict[str, object]:
    return {
        "file": str(resolved.file) if resolved.file is not None else None,
        "ledger": str(resolved.claims) if resolved.claims is not None else None,
        "settings": {
            name: {"value": value, "origin": resolved.origins[name.replace("-", "_")]} for name, value in values.items()
        },
    }
