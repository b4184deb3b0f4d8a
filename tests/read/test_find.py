"""What is read, and above all what is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.messages import tell
from factcheck.read import find
from factcheck.read.formats import list_suffixes


@pytest.fixture
def tree(tmp_path):
    def write(name, text="正文共36家。"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    write("corpus/a.txt")
    write("corpus/sub/b.md")
    write("corpus/sub/c.jsonl", "{}")
    write("corpus/sub/d.JSONL.GZ", "")
    write("corpus/sub/deep/e.txt.gz", "")
    for hidden in (
        ".git/x.txt",
        "sub/.x.txt",
        "README.md",
        "sub/readme.txt",
        "claims/x.md",
        "node_modules/m/x.txt",
        "env/lib/x.txt",
    ):
        write(f"corpus/{hidden}")
    write("corpus/env/pyvenv.cfg")
    return tmp_path


def ids(paths, **options):
    sources, skipped = find([str(path) for path in paths], **options)
    return [source.id for source in sources], skipped


def test_a_folder_gives_articles_and_nothing_else(tree):
    found, skipped = ids([tree / "corpus"])
    assert found == ["a.txt", "sub/b.md", "sub/c.jsonl", "sub/d.JSONL.GZ", "sub/deep/e.txt.gz"]
    assert skipped == []


def test_what_is_left_out_is_read_when_it_is_named(tree):
    assert ids([tree / "corpus/README.md", tree / "corpus/.git", tree / "corpus/claims"])[0] == [
        "x.txt",
        "README.md",
        "x.md",
    ]


def test_excluded_names_paths_and_folders(tree):
    assert ids([tree / "corpus"], exclude=["deep", "sub/*.md", "c.*"])[0] == ["a.txt", "sub/d.JSONL.GZ"]
    assert ids([tree / "corpus"], exclude=["sub/"])[0] == ["a.txt"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["a.txt"]),
        ("**/*.md", ["sub/b.md"]),
        ("*", ["a.txt", "sub/b.md", "sub/c.jsonl", "sub/d.JSONL.GZ", "sub/deep/e.txt.gz"]),
        ("s?b/d[de]*", ["sub/deep/e.txt.gz"]),
        ("**", ["a.txt", "sub/b.md", "sub/c.jsonl", "sub/d.JSONL.GZ", "sub/deep/e.txt.gz"]),
        ("s*/deep/**/*.gz", ["sub/deep/e.txt.gz"]),
    ],
)
def test_globs_that_the_shell_left_alone(tree, pattern, expected):
    found, skipped = ids([tree / "corpus" / pattern])
    assert found == expected
    assert skipped == []


def test_a_glob_does_not_reach_hidden_files_and_one_without_a_match_is_fatal(tree):
    _, (skipped,) = ids([tree / "corpus" / "*.x*"])
    assert (skipped.reason, skipped.fatal) == ("no file matches this pattern", True)


def test_a_file_whose_name_looks_like_a_glob(tree):
    (tree / "a[1].txt").write_text("正文", "utf-8")
    assert ids([tree / "a[1].txt"])[0] == ["a[1].txt"]


def test_no_such_path_is_fatal_and_the_rest_goes_on(tree):
    found, (skipped,) = ids([tree / "missing.txt", tree / "corpus/a.txt"])
    assert found == ["a.txt"]
    assert (skipped.path, skipped.reason, skipped.fatal) == (str(tree / "missing.txt"), "no such file or folder", True)


def test_a_folder_within_a_path_that_holds_articles_may_be_empty(tree):
    (tree / "corpus/empty").mkdir()
    found, skipped = ids([tree / "corpus"])
    assert found
    assert not skipped


@pytest.mark.parametrize("name", ["", "p.png"])
def test_a_folder_without_an_article_is_fatal(tmp_path, name):
    if name:
        (tmp_path / name).touch()
    found, skipped = ids([tmp_path])
    assert found == []
    (fatal,) = [item for item in skipped if item.fatal]
    assert (fatal.path, fatal.reason) == (str(tmp_path), f"no article in it ({tell(list_suffixes())}, also .gz)")


def test_an_unknown_kind_is_a_warning_in_a_folder_and_fatal_when_named(tree):
    (tree / "corpus/p.png").write_bytes(b"\x89PNG")
    assert [(item.path, item.fatal) for item in ids([tree / "corpus"])[1]] == [(str(tree / "corpus/p.png"), False)]
    assert [item.fatal for item in ids([tree / "corpus/p.png"])[1]] == [True]


def test_one_file_by_several_ways_is_read_once_below_the_outermost_root(tree):
    (tree / "corpus/link.txt").symlink_to(tree / "corpus/sub/b.md")
    paths = [tree / "corpus/sub/b.md", tree / "corpus/sub", tree / "corpus", tree / "corpus/./sub/../a.txt"]
    for order in (paths, paths[::-1]):
        assert ids(order)[0] == ["a.txt", "sub/b.md", "sub/c.jsonl", "sub/d.JSONL.GZ", "sub/deep/e.txt.gz"]


def test_links_that_leave_the_root_are_named_and_not_followed(tree):
    (tree / "secret.txt").write_text("外面", "utf-8")
    (tree / "corpus/out.txt").symlink_to(tree / "secret.txt")
    (tree / "corpus/up").symlink_to(tree)
    (tree / "corpus/loop").symlink_to(tree / "corpus")
    (tree / "corpus-2").mkdir()
    (tree / "corpus/sibling").symlink_to(tree / "corpus-2")
    found, skipped = ids([tree / "corpus"])
    assert found == ["a.txt", "sub/b.md", "sub/c.jsonl", "sub/d.JSONL.GZ", "sub/deep/e.txt.gz"]
    assert [Path(item.path).name for item in skipped] == ["out.txt", "sibling", "up"]
    assert all("leaves the folder" in item.reason and not item.fatal for item in skipped)


def test_a_link_inside_the_root_gives_a_kind_to_a_file_without_one(tree):
    (tree / "corpus/.store").mkdir()
    (tree / "corpus/.store/4f2a").write_text("正文", "utf-8")
    (tree / "corpus/z.txt").symlink_to(".store/4f2a")
    assert ids([tree / "corpus"])[0][0] == "z.txt"


def test_a_broken_link_and_a_pipe_are_fatal_and_do_not_hang(tree):
    (tree / "corpus/broken.txt").symlink_to("nowhere")
    os.mkfifo(tree / "corpus/pipe.txt")
    _, skipped = ids([tree / "corpus"])
    assert {Path(item.path).name: (item.reason, item.fatal) for item in skipped} == {
        "broken.txt": ("cannot be read: no such file or directory", True),
        "pipe.txt": ("not a regular file; name a file or a folder", True),
    }


def test_names_that_are_no_text_can_be_encoded(tmp_path):
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text("正文", "utf-8")
    sources, _ = find([str(tmp_path)])
    assert [source.id for source in sources] == ["\\xff.txt"]
    assert sources[0].shown.encode()
