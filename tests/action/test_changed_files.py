"""The files of a change, as the action takes them: hostile names, bytes that git would write otherwise, links."""

from __future__ import annotations

import json
import shutil

import pytest
from invented import ALTERED, FIRST
from workflow import rulings

pytestmark = pytest.mark.slow

PLAIN = "河岸上新栽了一排柳树。\n"


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
