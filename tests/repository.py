"""Real git repositories for the tests: a bare origin, a desk where people write, and what a build server checks out."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PULL = "refs/pull/1/merge"


def git(folder: Path, *arguments: str) -> str:
    """What git says; nothing of this machine's own configuration counts."""
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "protocol.file.allow=always"]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(  # noqa: S603
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True,  # noqa: S607
        env={**clean, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
    )  # fmt: skip
    return done.stdout.strip()


class Forge:
    """An origin with a main branch, and one pull request at a time, merged as a forge does for its builds."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.desk, self.number = folder, folder / "desk", 0
        git(folder, "init", "--quiet", "--bare", "-b", "main", "origin.git")
        git(folder, "init", "--quiet", "-b", "main", "desk")
        git(self.desk, "remote", "add", "origin", (folder / "origin.git").as_uri())

    def main(self, files: dict[str, str | None]) -> str:
        """A commit on main, pushed; its hash. A text of None deletes."""
        return self._commit(files, "HEAD:refs/heads/main")

    def pull_request(self, files: dict[str, str | None]) -> dict[str, object]:
        """A pull request from the main of now; the event that a build is told."""
        base = git(self.desk, "rev-parse", "main")
        git(self.desk, "checkout", "--quiet", "-B", "change")
        self._commit(files, "+HEAD:refs/heads/change")
        self.merge()
        return {"pull_request": {"base": {"sha": base}}}

    def merge(self) -> None:
        """The merge of the pull request with the main of now, as a commit of its own."""
        git(self.desk, "checkout", "--quiet", "--detach", "main")
        git(self.desk, "merge", "--quiet", "--no-ff", "-m", "merge", "change")
        git(self.desk, "push", "--quiet", "origin", f"+HEAD:{PULL}")
        git(self.desk, "checkout", "--quiet", "main")

    def checkout(self, reference: str = PULL, depth: int | None = 1) -> Path:
        """A fresh folder with that commit; with the last commit only, unless depth is None."""
        self.number += 1
        workspace = self.folder / f"workspace {self.number}"
        workspace.mkdir()
        git(workspace, "init", "--quiet", "-b", "none")
        git(workspace, "remote", "add", "origin", (self.folder / "origin.git").as_uri())
        shallow = [f"--depth={depth}"] if depth else []
        wanted = [reference] if depth else ["+refs/heads/*:refs/remotes/origin/*", reference]
        git(workspace, "fetch", "--quiet", "--no-tags", *shallow, "origin", *wanted)
        tip = git(workspace, "ls-remote", "origin", reference).split()[0]
        git(workspace, "checkout", "--quiet", "--detach", tip)
        return workspace

    def _commit(self, files: dict[str, str | None], to: str) -> str:
        for name, text in files.items():
            path = self.desk / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        git(self.desk, "add", "--all", "--force")
        git(self.desk, "commit", "--quiet", "--allow-empty", "-m", "x")
        git(self.desk, "push", "--quiet", "origin", to)
        return git(self.desk, "rev-parse", "HEAD")
