"""What `config show` does: tell what is set."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import typer

from factcheck.cli.settings import NAMES, key
from factcheck.report.escape import visible
from factcheck.run.overrides import describe_rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.cli.config import Resolved
    from factcheck.cli.session import Session


def show_config(session: Session, output_format: str | None) -> None:
    """Print every setting with its value and where it comes from, as text or JSON."""
    resolved = session.resolved
    values = {key(name): getattr(resolved.settings, name) for name in NAMES}
    if output_format == "json":
        typer.echo(json.dumps(_as_json(resolved, values), ensure_ascii=False, indent=2))
        return
    typer.echo(f"# {visible(str(resolved.file)) if resolved.file is not None else 'no configuration file'}")
    typer.echo(f"# ledger: {visible(str(resolved.claims)) if resolved.claims is not None else 'none'}")
    for one in resolved.by_path:
        typer.echo(f"# per-path: {visible(json.dumps(describe_rules(one), ensure_ascii=False))}")
    for name in NAMES:
        written = json.dumps(values[key(name)], ensure_ascii=False) if values[key(name)] is not None else "unset"
        typer.echo(f"{key(name)} = {visible(written)}  # {visible(resolved.origins[name])}")


def _as_json(resolved: Resolved, values: Mapping[str, object]) -> dict[str, object]:
    return {
        "file": str(resolved.file) if resolved.file is not None else None,
        "ledger": str(resolved.claims) if resolved.claims is not None else None,
        "per-path": [describe_rules(one) for one in resolved.by_path],
        "settings": {
            name: {"value": value, "origin": resolved.origins[name.replace("-", "_")]} for name, value in values.items()
        },
    }
