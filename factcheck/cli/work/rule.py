"""What `rule` does: tell what there is."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from factcheck.cli.output import style, write
from factcheck.errors import UsageError
from factcheck.messages import say
from factcheck.report import rules as pages

if TYPE_CHECKING:
    from factcheck.cli.settings import Settings


def show_rule(code: str | None, settings: Settings) -> None:
    """Print the rules, or the page of one, as text or JSON."""
    from factcheck.rules import RULES

    if code is not None and code.upper() not in RULES:
        near = get_close_matches(code.upper(), list(RULES), 1)
        cure = say("cure.did-you-mean", name=near[0]) if near else say("cure.list-rules")
        raise UsageError(say("error.no-code", code=repr(code)), cure=cure)
    layout = style(settings, None, settings.output_format)
    wanted = [RULES[code.upper()]] if code is not None else list(RULES.values())
    if settings.output_format == "json":
        rendered = pages.as_json(wanted)
    elif settings.output_format == "terminal":
        rendered = pages.page(wanted[0], layout) if code is not None else pages.list_rules(wanted, layout)
    else:
        what = say("error.no-form-of-rules", name=repr(settings.output_format))
        raise UsageError(what, where="-f", cure=say("cure.terminal-or-json"))
    write(rendered, None)
