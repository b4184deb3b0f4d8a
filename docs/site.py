"""What mkdocs does not know of this documentation: pages from outside docs/, rules and formats, each page's language.

A hook of `mkdocs.yml`; mkdocs calls the functions by their names.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[1]
# A file of the repository → where it stands on the site.
OUTSIDE = {
    "README.md": "index.md",
    "README.zh.md": "zh/about.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "CHANGELOG.md": "changelog.md",
    "corpus/README.md": "corpus.md",
    "CITATION.cff": "CITATION.cff",
}
_LISTED = {"RULES": "rules", "FORMATS": "formats", "ZH_RULES": "zh/rules"}  # in the navigation → a page and its folder
_BROKEN = re.compile(r"(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f])")
_LINK = re.compile(r"(?<=\]\()(?!https?:|#)([^)#]*)(?=[#)])")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Every rule and format into the navigation, by the files that are there."""
    config.nav = _fill(config.nav)
    return config


def _fill(nav: Any) -> Any:  # noqa: ANN401 - as YAML has it
    if isinstance(nav, list):
        return [_fill(one) for one in nav]
    if isinstance(nav, dict):
        return {name: _fill(held) for name, held in nav.items()}
    if nav not in _LISTED:
        return nav
    folder = _LISTED[nav]
    pages = sorted(path.name for path in (ROOT / "docs" / folder).glob("*.md"))
    return [f"{folder}.md", *({name.removesuffix(".md"): f"{folder}/{name}"} for name in pages)]


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """The pages from outside, their links led to where things stand on the site."""
    for source, page in OUTSIDE.items():
        written = (ROOT / source).read_text(encoding="utf-8")
        told = _lead_links(written, source, page) if source.endswith(".md") else written
        files.append(File.generated(config, page, content=told))
    return files


def _lead_links(text: str, source: str, page: str) -> str:
    def lead(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), found[0]))
        on_site = "zh/README.md" if target == "docs" else OUTSIDE.get(target, target.removeprefix("docs/"))
        return posixpath.relpath(on_site, posixpath.dirname(page) or ".")

    return _LINK.sub(lead, text)


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - as mkdocs calls it
    """A line's end between two Han letters is no space."""
    if not page.file.src_uri.startswith("zh/"):
        return markdown
    parts = markdown.split("\n```")  # every second one is inside a fence
    return "\n```".join(part if at % 2 else _BROKEN.sub("", part) for at, part in enumerate(parts))


def on_page_context(context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:  # noqa: ANN401, ARG001 - as mkdocs calls it
    """The words of the theme in the language of the page."""
    config.theme["language"] = "zh" if page.file.src_uri.startswith("zh/") else "en"
    return context
