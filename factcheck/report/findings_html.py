"""Findings as one page that asks nothing of anywhere: text, pictures, style and script in one file."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from factcheck.marker import MARKER
from factcheck.messages import text
from factcheck.report.context import Context
from factcheck.report.escape import escape_invisible, json_text
from factcheck.report.layout import shorten_text
from factcheck.report.page.payload import payload
from factcheck.report.places import name_place
from factcheck.report.sides import group_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.messages import Language
    from factcheck.model import Finding, Report
    from factcheck.report.style import Style

SCRIPTS = ("words.js", "pictures.js", "cards.js", "list.js", "facts.js", "articles.js", "rules.js", "start.js")
RULING = ("desk.js", "ruling.js")  # what the page needs on top of those where a person rules on it
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; script-src {script}; style-src {style}"
_ENDS = re.compile(rb"[<>&]")  # what could end the element that holds the data
_CELLS = 120  # of a sentence in the plain list


def render(report: Report, style: Style) -> bytes:
    """The page, UTF-8. Its policy lets run the one script and the one style that are written into it."""
    return _page(report, style, None)[0]


def render_served(report: Report, style: Style, by: str) -> tuple[bytes, str]:
    """The page on which `by` rules, and the policy to send with it: the report's, and requests to its own server."""
    page, policy = _page(report, style, by)
    return page, f"{policy}; connect-src 'self'"


def _page(report: Report, style: Style, by: str | None) -> tuple[bytes, str]:
    import jinja2
    from markupsafe import Markup

    ruling = by is not None
    script = "\n".join(map(_part, (*SCRIPTS, *RULING) if ruling else SCRIPTS))
    css = _part("page.css") + (_part("ruling.css") if ruling else "")
    policy = POLICY.format(script=_hash_source(script), style=_hash_source(css))
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    page = environment.from_string(_part("page.html")).render(
        marker=MARKER,
        policy=policy,
        ruling=ruling,
        title=text("page.title", style.language),
        noscript=text("page.noscript", style.language),
        language={"en": "en", "zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}[style.language],
        script=Markup(script),  # noqa: S704 - our own file
        style=Markup(css),  # noqa: S704 - our own file
        data=Markup(_data(report, style, by)),  # noqa: S704 - nothing in it can end the element
        findings=_plain(report, style.language),
    )
    return page.encode("utf-8", "backslashreplace"), policy


def _part(name: str) -> str:
    return files("factcheck.report").joinpath("page", name).read_text(encoding="utf-8")


def _hash_source(content: str) -> str:
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _data(report: Report, style: Style, by: str | None) -> str:
    encoded = json_text(msgspec.json.encode(payload(report, style, by)))
    return _ENDS.sub(lambda found: b"\\u%04x" % found[0][0], encoded).decode()


def _plain(report: Report, language: Language) -> Iterator[dict[str, object]]:
    """Each finding for a browser without scripts: what it says, and one place of each side."""
    context = Context(report.documents)
    for one in report.findings:
        yield {"rule": one.rule, "name": one.name, "severity": one.severity, "message": escape_invisible(one.message),
               "places": _sides(one, context, language)}  # fmt: skip


def _sides(one: Finding, context: Context, language: Language) -> list[tuple[str, str]]:
    firsts = [group[0] for group in group_places(one.locations)]
    sentences = [place.sentence for place in firsts]
    return [
        (
            escape_invisible(name_place(place.path or place.doc, place.line, place.column, place.where, language)),
            shorten_text(escape_invisible(context.text(place)[first : min(last, first + _CELLS)]), _CELLS),
        )
        for place, (first, last) in zip(firsts, sentences, strict=True)
    ]
