"""The hook, as pre-commit installs and runs it, on invented articles. Needs the registry, and about a minute."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from invented import ALTERED, FIRST
from repository import git

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PLAIN = "河岸上新栽了一排柳树。\n"
RECIPE = re.findall(r"```yaml\n# \.pre-commit-config\.yaml\n(.*?)```", (ROOT / "docs/ci.md").read_text(), re.DOTALL)[0]
_IGNORED = shutil.ignore_patterns(".git", ".venv*", "__pycache__", ".*_cache", ".hypothesis", "dist", "build")


@pytest.fixture(scope="module")
def tool(tmp_path_factory):
    """This repository as it stands, committed; the folder in which pre-commit keeps what it installs is beside it."""
    pytest.importorskip("pre_commit", reason="needs pre-commit (pip install -e '.[test]')")
    folder = tmp_path_factory.mktemp("tool") / "factcheck"
    shutil.copytree(ROOT, folder, ignore=_IGNORED)
    git(folder, "init", "--quiet", "-b", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "x")
    return folder


@pytest.fixture
def desk(tmp_path):
    folder = tmp_path / "desk"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "夜校.md").write_text(FIRST, "utf-8")
    git(folder, "init", "--quiet", "-b", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "x")
    return folder


def pre_commit(tool, desk, *arguments):
    """Its exit code and all that it says; skipped where nothing can be installed, which in CI is an error."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON", "FACTCHECK_"))}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "pre_commit", *arguments], cwd=desk, capture_output=True, text=True, timeout=600,
        check=False, env={
            **clean, "PRE_COMMIT_HOME": str(tool.parent / "cache"), "LC_ALL": "C.UTF-8",
            "PIP_CONSTRAINT": str(ROOT / "constraints.txt"),  # a release of today turns nothing red
        },
    )  # fmt: skip
    said = done.stdout + done.stderr
    if done.returncode == 3 and "pip" in said and os.environ.get("CI") != "true":  # 3: it failed itself
        pytest.skip("pre-commit cannot install: no registry can be reached")
    return done.returncode, said


def staged(desk, name, text):
    (desk / name).parent.mkdir(exist_ok=True)
    (desk / name).write_text(text, "utf-8")
    git(desk, "add", "--all")


def test_try_repo_as_its_makers_say(tool, desk):
    (desk / "factcheck.toml").write_text('against = "articles"\n', "utf-8")
    staged(desk, "articles/新稿 一.md", ALTERED)
    code, said = pre_commit(tool, desk, "try-repo", str(tool), "factcheck")
    assert code == 1
    assert "- exit code: 1" in said
    assert "FC201 altered-quotation" in said
    assert "articles/新稿 一.md:5:" in said


def test_the_documented_configuration(tool, desk):
    address = yaml.safe_load(RECIPE)["repos"][0]["repo"]
    revision = git(tool, "rev-parse", "HEAD")
    (desk / ".pre-commit-config.yaml").write_text(RECIPE.replace(address, str(tool)).replace("REF", revision), "utf-8")
    staged(desk, "articles/新稿 一.md", ALTERED)
    code, said = pre_commit(tool, desk, "run")
    assert (code, "articles/新稿 一.md:5:" in said) == (1, True)
    staged(desk, "articles/新稿 一.md", PLAIN)
    assert pre_commit(tool, desk, "run")[0] == 0
    for name in ("articles/README.md", "articles/相片.jpg", "notes/b.md"):
        staged(desk, name, ALTERED)
    code, said = pre_commit(tool, desk, "run")
    assert (code, "Passed" in said) == (0, True)
    many = {f"articles/{'长' * 60}{number}.md": PLAIN for number in range(400)}
    for name, text in many.items():
        (desk / name).write_text(text, "utf-8")
    staged(desk, "articles/新稿 一.md", ALTERED)
    code, said = pre_commit(tool, desk, "run")
    assert (code, said.count("1 finding")) == (1, 1)  # all files in one run, not a part for each core
