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
import yaml
from invented import ALTERED, FIRST
from repository import Forge, git
from workflow import ACTION, ROOT, run_action

pytestmark = pytest.mark.slow

PLAIN = "河岸上新栽了一排柳树。\n"
SCRIPTS = ["changed.sh", "install.sh", "base.sh", "check.sh", "report.sh"]
RECIPE = yaml.safe_load(
    re.findall(r"<!-- the recipe:.*?```yaml\n(.*?)```", (ROOT / "docs/ci.md").read_text(), re.DOTALL)[0]
)


@pytest.fixture
def forge(tmp_path):
    return Forge(tmp_path)


@pytest.fixture
def act(forge, tmp_path):
    """The action for an event, with the inputs of the documented recipe, and factcheck from here, not installed."""
    inputs = RECIPE["jobs"]["factcheck"]["steps"][1]["with"]
    runs = []

    def call(payload, workspace=None, **more):
        workspace = workspace or forge.checkout()
        runs.append(workspace)
        given = {**inputs, **more.pop("inputs", {})}
        instead = more.pop("instead", {"install.sh": put_wrapper})
        return run_action(
            workspace, tmp_path / f"temp {len(runs)}", payload=payload, inputs=given, instead=instead, **more
        )

    return call


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
        f"- {{fingerprint: {one}, ruling: {kind}, reason: 口径不同, by: desk, date: 2025-04-06{rest}}}\n" for one in prints
    )


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


@pytest.mark.parametrize("places", ["", ", places: [articles/a.md, articles/b.md]"])
def test_a_ruling_that_no_longer_stands_is_named(forge, act, places):
    forge.main({"articles/a.md": FIRST, "articles/b.md": ALTERED})
    seen = act({}, forge.checkout("refs/heads/main"), event="workflow_dispatch")
    forge.main({"claims/rulings.yaml": rulings(seen, "confirmed", places)})
    corrected = act(forge.pull_request({"articles/b.md": PLAIN}))
    assert corrected.code == 0
    assert "claims/rulings.yaml:1: stale: the confirmed pair" in corrected.log


HOSTILE = [
    "$(touch pwned).md", "`touch pwned`.md", "a\n::error::b.md", "::error::x.md", "-rf.md", "--claims=x.md", "a b.md",
    "a'b\"c.md", "*.md", "[a].md", "夜校\u202e.md", "-", "a;touch pwned;.md", "##[error]y.md", "%0A::error::z.md",
]  # fmt: skip


def test_a_hostile_name_is_a_name(forge, act):
    forge.main({"articles/a.md": FIRST})
    event = forge.pull_request({f"articles/{name}": PLAIN for name in HOSTILE})
    workspace = forge.checkout()
    ran = act(event, workspace)
    assert (ran.code, ran.annotations, ran.outputs["articles"]) == (0, [], str(len(HOSTILE)))
    told = act(forge.pull_request({f"articles/{name}": ALTERED for name in HOSTILE}))
    assert told.code == 1
    assert {line.partition(" ")[0] for line in told.annotations} == {"::error"}
    assert len(told.annotations) == 1  # one finding with every place
    assert not list(forge.folder.rglob("pwned"))


def test_articles_at_the_top_whose_names_look_like_options(forge, act):
    forge.main({"a.md": FIRST})
    event = forge.pull_request({"-rf.md": PLAIN, "--help.md": ALTERED, "-": PLAIN})
    ran = act(event, inputs={"articles": "*.md\n-", "against": "."})
    assert ran.code == 1
    assert ran.annotations[0].startswith("::error file=--help.md,line=5,")


@pytest.mark.parametrize(
    "change", [{}, {"notes/c.md": ALTERED}, {"articles/b.md": None}, {"claims/rulings.yaml": "[]\n"}]
)
def test_without_a_changed_article_the_build_succeeds_at_once(forge, act, change):
    forge.main({"articles/a.md": FIRST, "articles/b.md": ALTERED})
    ran = act(forge.pull_request(change))
    assert (ran.code, ran.scripts, ran.outputs["exit-code"]) == (0, ["changed.sh"], "")
    assert ran.summary == "factcheck: no article changed.\n"
    assert "No article changed" in ran.log


def test_a_renamed_article_is_not_compared_with_what_it_was(forge, act):
    forge.main({"articles/a.md": FIRST})
    renamed = act(forge.pull_request({"articles/a.md": None, "articles/b.md": FIRST}))
    assert (renamed.code, renamed.outputs["articles"]) == (0, "1")
    retold = act(forge.pull_request({"articles/a.md": None, "articles/b.md": ALTERED}))
    assert (retold.code, retold.annotations) == (0, [])
    corrected = act(forge.pull_request({"articles/a.md": ALTERED, "articles/b.md": ALTERED}))
    assert corrected.code == 0


def test_what_is_no_article_is_left_out_as_in_a_scan(forge, act):
    forge.main({"articles/a.md": FIRST, "factcheck.toml": 'exclude = ["drafts"]\n'})
    others = ("README.md", "drafts/b.md", "picture.jpg", "sub/readme.zh.txt")
    ran = act(forge.pull_request({f"articles/{name}": ALTERED for name in others}))
    assert (ran.code, ran.annotations) == (0, [])
    assert "articles/drafts/b.md: not checked: the configuration or --exclude leaves it out" in ran.log


@pytest.mark.parametrize("name", ["claims/new.md", ".new.md", "sub/Node_Modules/new.txt", "readme-new.md"])
def test_a_change_whose_only_article_is_left_out_fails_and_says_so(forge, act, name):
    forge.main({"articles/a.md": FIRST})
    ran = act(forge.pull_request({f"articles/{name}": ALTERED, "articles/README.md": PLAIN}))
    assert (ran.code, len(ran.annotations)) == (2, 2)
    assert ran.annotations[0].startswith(f"::error file=articles/{name},line=1,")
    assert "a scan leaves out what is called" in ran.annotations[0]
    beside = act(forge.pull_request({f"articles/{name}": ALTERED, "articles/c.md": PLAIN}))
    assert (beside.code, beside.annotations) == (0, [])
    assert f"articles/{name}: not checked: " in beside.log


def commits_bytes_as_they_are(forge):
    """At the desk no attribute counts, as for whoever wants the repository to hold something else than the checkout."""
    bare = "* -text !eol -ident !working-tree-encoding\n"
    (forge.desk / ".git/info/attributes").write_text(bare, "utf-8")


@pytest.mark.parametrize(
    "attribute", ["working-tree-encoding=UTF-16", "working-tree-encoding=UTF-7", "text eol=crlf", "ident"]
)
@pytest.mark.parametrize("name", ["articles/b.md", "articles/夜校 一.md"])
def test_what_git_writes_as_other_bytes_is_refused(forge, act, attribute, name):
    commits_bytes_as_they_are(forge)
    forge.main({"articles/夜校 一.md": FIRST + "$Id$\n"})
    changed = {"articles/b.md": ALTERED + "$Id$\n"}
    assert act(forge.pull_request({**changed, ".gitattributes": "*.md -text\n"})).code == 1
    rule = f"{name.replace(' ', '?')} {attribute}\n"
    ran = act(forge.pull_request({**changed, ".gitattributes": rule}))
    assert (ran.code, len(ran.annotations)) == (2, 1)
    assert "checked out as other bytes than were committed" in ran.annotations[0]


@pytest.mark.parametrize("attribute", ["working-tree-encoding=UTF-7", "text eol=crlf", "ident"])
def test_configuration_and_claims_of_the_base_are_read_byte_for_byte(forge, act, attribute):
    commits_bytes_as_they_are(forge)
    forge.main({"articles/a.md": FIRST, "claims/aliases.yaml": "[]\n"})
    seen = act(forge.pull_request({"articles/b.md": ALTERED}))
    base = forge.main({"claims/rulings.yaml": "# $Id$\n" + rulings(seen, "explained"), "factcheck.toml": ""})
    event = forge.pull_request({".gitattributes": f"*.yaml {attribute}\n*.toml {attribute}\n", "articles/c.md": PLAIN})
    ran = act({**event, "pull_request": {"base": {"sha": base}}})
    assert (ran.code, ran.annotations) == (0, [])
    (kept,) = forge.folder.rglob("temp */factcheck.*/base/claims/rulings.yaml")
    assert kept.read_text("utf-8") == (forge.desk / "claims/rulings.yaml").read_text("utf-8")


def test_a_changed_article_that_is_not_checked_out_is_no_pass(forge, act):
    forge.main({"articles/a.md": FIRST})
    event = forge.pull_request({"articles/b.md": ALTERED})
    workspace = forge.checkout()
    (workspace / "articles/b.md").unlink()  # as in a sparse checkout
    ran = act(event, workspace)
    assert (ran.code, "not in the folder" in ran.annotations[0]) == (2, True)
    assert "articles/b.md" in ran.log


def test_a_link_is_not_followed(forge, act):
    forge.main({"articles/a.md": FIRST})
    secret = forge.folder / "secret.md"
    secret.write_text(ALTERED, "utf-8")
    (forge.desk / "articles/b.md").symlink_to(secret)
    ran = act(forge.pull_request({"articles/c.md": PLAIN}))
    assert (ran.code, ran.outputs["articles"]) == (0, "1")
    assert "A link is not followed: articles/b.md" in ran.log
    assert "老年人" not in ran.log + ran.summary
    (forge.desk / "articles/b.md").symlink_to(secret)
    alone = act(forge.pull_request({}))
    assert (alone.code, alone.scripts, "not followed" in alone.annotations[0]) == (2, ["changed.sh"], True)


def test_a_folder_of_articles_that_became_a_link_to_elsewhere_is_refused(forge, act):
    forge.main({"articles/a.md": FIRST, "new/a.md": PLAIN})
    shutil.rmtree(forge.desk / "articles")
    (forge.desk / "articles").symlink_to(forge.folder)
    event = forge.pull_request({"new/b.md": ALTERED})
    ran = act(event, inputs={"articles": "new", "against": "articles"})
    assert (ran.code, "lies outside" in ran.annotations[0]) == (2, True)


def test_the_report_is_put_where_it_is_asked_for_and_not_where_a_link_leads(forge, act):
    forge.main({"articles/a.md": FIRST})
    (forge.folder / "kept").write_text("kept", "utf-8")
    (forge.desk / "out.sarif").symlink_to(forge.folder / "kept")
    event = forge.pull_request({"articles/b.md": ALTERED})
    workspace = forge.checkout()
    ran = act(event, workspace, inputs={"sarif-file": "out.sarif"})
    assert ran.outputs["sarif-file"] == "out.sarif"
    assert json.loads((workspace / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (forge.folder / "kept").read_text("utf-8") == "kept"


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
