"""Runs the steps of `action.yml` in their order, as a runner does: `if`, `env`, outputs, the files of a run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
_TERM = re.compile(r"'([^']*)'|([\w.-]+)")


class Ran(NamedTuple):
    """How a run of the action ended: exit code, log, annotations by kind, outputs, summary, the scripts that ran."""

    code: int
    log: str
    annotations: list[str]
    outputs: dict[str, str]
    summary: str
    scripts: list[str]


def evaluated(expression: str, context: dict[str, Any]) -> str:
    """The value of an expression made of names, 'texts', ==, !=, && and ||, as a text; a name unknown is empty."""
    for one in expression.split("||"):
        value = ""
        for part in one.split("&&"):
            value = _compared(part.strip(), context)
            if value in {"", "false"}:
                break
        else:
            return value
    return value


def _compared(part: str, context: dict[str, Any]) -> str:
    sides = re.split(r"\s*(==|!=)\s*", part)
    if len(sides) == 1:
        return _term(part, context)
    left, operator, right = sides
    same = _term(left, context) == _term(right, context)
    return "true" if same == (operator == "==") else "false"


def _term(written: str, context: dict[str, Any]) -> str:
    found = _TERM.fullmatch(written)
    assert found, f"no term: {written}"
    if found[2] is None:
        return found[1]
    value: Any = context
    for key in found[2].split("."):
        value = value.get(key, "") if isinstance(value, dict) else ""
    return str(value)


def filled(written: str, context: dict[str, Any]) -> str:
    """A value of `env`, its expression evaluated."""
    return re.sub(r"\$\{\{(.*?)\}\}", lambda found: evaluated(found[1].strip(), context), written)


def run_action(workspace, temp, *, event="pull_request", payload=None, inputs=None, instead=None) -> Ran:
    """The action in a folder; `instead` maps the name of a script to a function of the step's environment."""
    unknown = set(inputs or {}) - ACTION["inputs"].keys()
    assert not unknown
    given = {name: one["default"] for name, one in ACTION["inputs"].items()} | (inputs or {})
    steps: dict[str, dict[str, dict[str, str]]] = {}
    context = {"inputs": given, "github": {"event": payload or {}}, "steps": steps}
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "RUNNER_", "FACTCHECK_"))
    }
    temp.mkdir()
    log, scripts, summary, code = "", [], "", 0
    for number, step in enumerate(ACTION["runs"]["steps"]):
        wanted = evaluated(step["if"], context) if "if" in step else "true"
        if "uses" in step or wanted in {"", "false"}:
            continue
        files = {name: temp / f"{name}.{number}" for name in ("OUTPUT", "STEP_SUMMARY", "ENV")}
        for file in files.values():
            file.touch()
        environment = {
            **clean,
            **{name: filled(value, context) for name, value in step["env"].items()},
            **{f"GITHUB_{name}": str(file) for name, file in files.items()},
            "GITHUB_ACTION_PATH": str(ROOT), "GITHUB_WORKSPACE": str(workspace), "GITHUB_EVENT_NAME": event,
            "GITHUB_ACTIONS": "true", "RUNNER_TEMP": str(temp), "HOME": str(temp), "LC_ALL": "C.UTF-8",
        }  # fmt: skip
        scripts.append(re.findall(r"/([\w.-]+)\"$", step["run"])[0])
        if scripts[-1] in (instead or {}):
            instead[scripts[-1]](environment)
            continue
        done = subprocess.run(  # noqa: S603 - our own scripts
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],  # noqa: S607 - as a runner does
            cwd=workspace, env=environment, capture_output=True, timeout=300, check=False,
        )  # fmt: skip
        log += done.stdout.decode() + done.stderr.decode()
        summary += files["STEP_SUMMARY"].read_text("utf-8")
        said = dict(line.split("=", 1) for line in files["OUTPUT"].read_text("utf-8").splitlines())
        if "id" in step:
            steps[step["id"]] = {"outputs": said}
        if done.returncode:
            code = done.returncode
            break
    outputs = {name: filled(one["value"], context) for name, one in ACTION["outputs"].items()}
    annotations = [line for line in log.splitlines() if re.match(r"\s*::(error|warning)\b", line)]
    return Ran(code, log, annotations, outputs, summary, scripts)


RECIPE = yaml.safe_load(
    re.findall(r"<!-- the recipe:.*?```yaml\n(.*?)```", (ROOT / "docs/ci.md").read_text(), re.DOTALL)[0]
)


def put_wrapper(environment):
    program = Path(environment["FOLDER"], "venv/bin/factcheck")
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -P -m factcheck "$@"\n')
    program.chmod(0o755)


def rulings(ran, kind, rest=""):
    """What a person would write down to rule on every pair that a run found."""
    report = json.loads(Path(ran.outputs["sarif-file"]).read_text("utf-8"))
    prints = [one["partialFingerprints"]["primaryLocationLineHash"][:16] for one in report["runs"][0]["results"]]
    assert prints
    return "".join(
        f"- {{fingerprint: {one}, ruling: {kind}, reason: 口径不同, by: desk, date: 2025-04-06{rest}}}\n"
        for one in prints
    )
