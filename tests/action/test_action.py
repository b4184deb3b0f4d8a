"""The action: its own steps, in its own order, in repositories with a base and a change."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from invented import ALTERED, FIRST
from repository import git
from workflow import ACTION, RECIPE, ROOT, put_wrapper, rulings

pytestmark = pytest.mark.slow

PLAIN = "河岸上新栽了一排柳树。\n"
SCRIPTS = ["changed.sh", "install.sh", "base.sh", "check.sh", "report.sh"]


def test_the_recipe_is_for_pull_request_with_the_least_rights():
    assert RECIPE[True] == "pull_request"  # YAML 1.1 reads `on` as true
    assert RECIPE["permissions"] == {"contents": "read"}
    checkout, _ = RECIPE["jobs"]["factcheck"]["steps"]
    # without credentials the base of a private repository cannot be fetched later
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}


def test_nothing_from_outside_stands_in_a_line_of_the_shell():
    steps = ACTION["runs"]["steps"]
    lines = [step["run"] for step in steps if "run" in step]
    assert lines == [f'bash "$GITHUB_ACTION_PATH/action/{name}"' for name in SCRIPTS]
    assert {step["shell"] for step in steps if "run" in step} == {"bash"}
    assert [step["uses"].partition("@")[0] for step in steps if "uses" in step] == [
        "actions/setup-python",
        "github/codeql-action/upload-sarif",
    ]


def test_the_scripts_have_no_known_slip():
    beside = Path(sys.executable).with_name("shellcheck")  # of a virtual environment that is not activated
    program = beside if beside.exists() else shutil.which("shellcheck")
    if program is None:
        pytest.skip("needs shellcheck (pip install -e '.[test]')")
    done = subprocess.run(  # noqa: S603
        [program, "--external-sources", *sorted((ROOT / "action").glob("*.sh"))],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "")


def test_every_input_and_output_is_documented_and_used():
    page, whole = (ROOT / "docs/ci.md").read_text(), (ROOT / "action.yml").read_text()
    for name in ACTION["inputs"]:
        assert f"\n| `{name}` | " in page
        assert f"inputs.{name}" in whole
    assert all(f"`{name}`" in page for name in ACTION["outputs"])


def test_a_contradiction_fails_the_build_at_its_line_until_it_is_explained_on_the_base(forge, act):
    forge.main({"articles/夜校.md": FIRST, "factcheck.toml": ""})
    event = forge.pull_request({"articles/新稿 一.md": ALTERED})
    workspace = forge.checkout(depth=None)
    git(workspace, "remote", "set-url", "origin", (forge.folder / "no credentials.git").as_uri())
    ran = act(event, workspace)
    assert (ran.code, ran.outputs["exit-code"], ran.outputs["articles"]) == (1, "1", "1")
    assert ran.scripts == SCRIPTS
    assert len(ran.annotations) == 1
    assert ran.annotations[0].startswith(
        "::error file=articles/新稿 一.md,line=5,col=16,title=FC201 altered-quotation::"
    )
    assert "(articles/夜校.md:5)" in ran.annotations[0]
    assert "年轻" in ran.summary
    result = json.loads(Path(ran.outputs["sarif-file"]).read_text("utf-8"))["runs"][0]["results"][0]
    where = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where == {"uri": "articles/%E6%96%B0%E7%A8%BF%20%E4%B8%80.md", "uriBaseId": "%SRCROOT%"}
    assert git(workspace, "status", "--porcelain") == ""
    for kind, code in (("confirmed", 1), ("explained", 0), ("false-alarm", 0)):
        base = forge.main({"claims/rulings.yaml": rulings(ran, kind)})
        forge.merge()
        again = act({"pull_request": {"base": {"sha": base}}}, forge.checkout(depth=None))
        assert (again.code, len(again.annotations)) == (code, code)


def test_a_change_cannot_silence_what_is_found_in_it(forge, act):
    forge.main({"articles/a.md": FIRST, "claims/aliases.yaml": "[]\n"})
    found = act({"before": "0" * 40}, forge.checkout("refs/heads/main"), event="push")
    assert found.code == 0
    event = forge.pull_request({"articles/b.md": ALTERED})
    seen = act(event)
    assert (seen.code, len(seen.annotations)) == (1, 1)
    explained = rulings(seen, "explained")
    for tried in (
        {"claims/rulings.yaml": explained},
        {"claims/rulings.yaml": explained, "factcheck.toml": 'ignore = ["FC2"]\nfail-on = "never"\n'},
        {"pyproject.toml": '[tool.factcheck]\nexclude = ["b.md"]\n'},
        {".gitattributes": "*.md -diff export-ignore\nclaims/** export-ignore\n", ".gitignore": "*\n"},
        {"articles/factcheck.toml": 'select = ["FC4"]\n'},
    ):
        again = act(forge.pull_request({"articles/b.md": ALTERED, **tried}))
        assert (again.code, again.annotations) == (1, seen.annotations), tried
    for sly in ("<!-- factcheck:report -->\n\n", "factcheck:report\n"):
        hidden = act(forge.pull_request({"articles/b.md": sly + ALTERED}))
        assert hidden.code == 2
        assert hidden.annotations[0] == (
            "::error file=articles/b.md,line=1,title=factcheck%3A not read::a report of factcheck, not an article"
        )
    folder = act(forge.pull_request({"articles/b.md": ALTERED, "articles/pyvenv.cfg": ""}))
    assert (folder.code, "pyvenv.cfg" in folder.annotations[0]) == (2, True)


def test_configuration_and_claims_of_the_base_hold(forge, act):
    configured = {"articles/a.md": FIRST, "desk/fc.toml": 'claims = "ledger"\n', "desk/ledger/aliases.yaml": "[]\n"}
    forge.main(configured)
    event = forge.pull_request({"articles/b.md": ALTERED})
    seen = act(event, inputs={"config": "desk/fc.toml"})
    assert seen.code == 1
    base = forge.main({"desk/ledger/rulings.yaml": rulings(seen, "explained")})
    forge.merge()
    event = {"pull_request": {"base": {"sha": base}}}
    assert act(event, inputs={"config": "desk/fc.toml"}).code == 0
    unknown = act(event, inputs={"config": "desk/other.toml"})
    assert (unknown.code, "has no configuration of that name" in unknown.log) == (1, True)
    base = forge.main({"pyproject.toml": '[tool.factcheck]\nignore = ["FC201"]\n'})
    forge.merge()
    assert act({"pull_request": {"base": {"sha": base}}}).code == 0


def test_a_baseline_on_the_base_counts_and_one_more_copy_is_new(forge, act):
    forge.main({"articles/a.md": FIRST, "articles/b.md": ALTERED, "factcheck.toml": "", "claims/aliases.yaml": "[]\n"})
    put_wrapper({"FOLDER": str(forge.folder)})
    subprocess.run([forge.folder / "venv/bin/factcheck", "baseline", "articles"], cwd=forge.desk, check=True)  # noqa: S603
    forge.main({})
    touched = act(forge.pull_request({"articles/b.md": ALTERED + PLAIN}))
    assert (touched.code, touched.outputs["articles"], touched.annotations) == (0, "1", [])
    copied = act(forge.pull_request({"articles/b.md": ALTERED, "articles/c.md": PLAIN + ALTERED}))
    assert (copied.code, copied.annotations[0].partition(",title")[0]) == (
        1,
        "::error file=articles/c.md,line=6,col=16",
    )


def test_a_ruling_that_no_longer_stands_is_named(forge, act):
    places = ", places: [articles/a.md, articles/b.md]"
    forge.main({"articles/a.md": FIRST, "articles/b.md": ALTERED})
    seen = act({}, forge.checkout("refs/heads/main"), event="workflow_dispatch")
    forge.main({"claims/rulings.yaml": rulings(seen, "confirmed", places)})
    corrected = act(forge.pull_request({"articles/b.md": PLAIN}))
    assert corrected.code == 0
    assert "claims/rulings.yaml:1: stale: the pair" in corrected.log


def test_inputs_reach_factcheck(forge, act):
    forge.main({"articles/a.md": FIRST})
    event = forge.pull_request({"articles/b.md": ALTERED})
    workspace = forge.checkout()
    assert act(event, workspace, inputs={"fail-on": "never"}).code == 0
    assert "改動" in act(event, workspace, inputs={"language": "zh-hant"}).annotations[0]
    assert act(event, workspace, inputs={"args": "--select=FC3\n--min-confidence\n0.5\n"}).code == 0
    wrong = act(event, workspace, inputs={"args": "$(touch pwned)\n--no-such-option"})
    assert (wrong.code, "could be checked" in wrong.annotations[-1]) == (2, True)
    assert not list(forge.folder.rglob("pwned"))
    nowhere = act(event, workspace, inputs={"against": "nowhere"})
    assert (nowhere.code, "folder of articles" in nowhere.annotations[0]) == (2, True)


def test_the_base_is_fetched_where_the_clone_is_shallow_and_an_error_says_so_where_it_cannot_be(forge, act):
    forge.main({"articles/a.md": FIRST})
    event = forge.pull_request({"articles/b.md": PLAIN})
    workspace = forge.checkout()
    assert git(workspace, "rev-list", "--count", "HEAD") == "1"
    git(workspace, "remote", "set-url", "origin", (forge.folder / "gone.git").as_uri())
    gone = act(event, workspace)
    assert (gone.code, gone.scripts, "fetch-depth: 0" in gone.annotations[0]) == (2, ["changed.sh"], True)
    assert act(event).outputs["articles"] == "1"


@pytest.mark.parametrize("base", ["0" * 39 + "1", "--output=pwned", "no such branch"])
def test_a_base_that_is_not_there_is_an_error(forge, act, base):
    forge.main({"articles/a.md": FIRST})
    forge.pull_request({"articles/b.md": PLAIN})
    assert act({}, inputs={"base": base}).code == 2
    assert not list(forge.folder.rglob("pwned"))


def test_the_head_of_a_branch_is_compared_from_where_it_parted(forge, act):
    forge.main({"articles/a.md": FIRST})
    forge.pull_request({"articles/b.md": PLAIN})
    base = forge.main({"articles/a.md": FIRST + PLAIN, "articles/c.md": PLAIN})
    workspace = forge.checkout("refs/heads/change", depth=None)
    assert act({"pull_request": {"base": {"sha": base}}}, workspace).outputs["articles"] == "1"


def test_a_push_is_compared_with_what_was_there_before(forge, act):
    before = forge.main({"articles/a.md": FIRST})
    forge.main({"articles/b.md": ALTERED})
    workspace = forge.checkout("refs/heads/main")
    ran = act({"before": before}, workspace, event="push")
    assert (ran.code, ran.outputs["articles"]) == (1, "1")
    first = act({"before": "0" * 40}, workspace, event="push")
    assert (first.code, first.outputs["articles"]) == (1, "2")
    assert "No base commit" in first.log
    assert act({}, workspace, event="workflow_dispatch").outputs["articles"] == "2"
    lost = act({}, workspace, event="pull_request")
    assert (lost.code, "without a base commit" in lost.annotations[0]) == (2, True)


def test_it_refuses_to_run_with_the_rights_of_the_base(forge, act):
    forge.main({"articles/a.md": FIRST})
    ran = act(forge.pull_request({"articles/b.md": PLAIN}), event="pull_request_target")
    assert (ran.code, ran.scripts, "pull_request_target" in ran.annotations[0]) == (2, ["changed.sh"], True)


def test_the_three_lines_for_other_build_servers(forge, tmp_path):
    lines = re.findall(r"<!-- three lines:.*?```sh\n(.*?)```", (ROOT / "docs/ci.md").read_text(), re.DOTALL)[0]
    put_wrapper({"FOLDER": str(tmp_path)})
    environment = {**os.environ, "PATH": f"{tmp_path / 'venv/bin'}:{os.environ['PATH']}"}
    forge.main({"articles/a.md": FIRST})
    for text, code in ((ALTERED, 1), (PLAIN, 0)):
        forge.pull_request({"articles/夜校 二.md": text})
        workspace = forge.checkout("refs/heads/change", depth=None)
        done = subprocess.run(  # noqa: S603 - our own documentation
            ["bash", "-euo", "pipefail", "-c", lines],  # noqa: S607
            cwd=workspace, env=environment, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == code, done.stderr


@pytest.mark.skipif(os.environ.get("CI") != "true", reason="installs factcheck from the registry, which CI does")
def test_installed_for_real_no_module_of_the_repository_is_run(forge, act):
    trap = 'open("pwned", "w").close()\nraise SystemExit(3)\n'
    names = ("venv", "pip", "json", "jieba", "sitecustomize", "factcheck", "typing", "yaml")
    forge.main({"articles/a.md": FIRST, **{f"{name}.py": trap for name in names}})
    ran = act(forge.pull_request({"articles/b.md": ALTERED}), instead={})
    assert (ran.code, ran.scripts) == (1, SCRIPTS)
    assert ran.annotations[0].startswith("::error file=articles/b.md,line=5,")
    assert not list(forge.folder.rglob("pwned"))
