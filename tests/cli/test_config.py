"""Configuration: mistakes first, then who outranks whom."""

from __future__ import annotations

import pytest

from factcheck.cli.config import resolve, size_in_bytes
from factcheck.cli.settings import DEFAULTS, NAMES
from factcheck.errors import ConfigurationError, FactcheckError, UsageError


def resolved(folder, text=None, *, name="factcheck.toml", options=None, environment=None, **more):
    if text is not None:
        (folder / name).write_text(text, "utf-8")
    return resolve(options or {}, folder=folder, environment=environment or {}, **more)


@pytest.mark.parametrize(
    ("text", "line", "what", "cure"),
    [
        ("fial-on = 'note'", 1, "no setting is called 'fial-on'", "did you mean fail-on?"),
        ("\nfail_on = 'note'", 2, "no setting is called 'fail_on'", "did you mean fail-on?"),
        ("zzz = 1", 1, "no setting is called 'zzz'", "the settings are select"),
        ("[scan]\nselect = []", 1, "no setting is called 'scan'", "the settings are"),
        ("# x\nfail-on = 'never ever'", 2, "fail-on: not 'never ever'", "one of error, warning, note, never"),
        ("jobs = '2'", 1, "jobs: not '2'", "a whole number"),
        ("jobs = true", 1, "jobs: not True", "a whole number"),
        ("jobs = -1", 1, "less than zero: -1", "0 takes every core"),
        ("quiet = 'yes'", 1, "quiet: not 'yes'", "true or false"),
        ("select = 'FC1'", 1, "select: not 'FC1'", "a list of texts"),
        ("min-confidence = 2", 1, "not between 0 and 1: 2", "such as 0.7"),
        ("max-file-size = 'big'", 1, "not a size: 'big'", "such as 500KB"),
        ("max-file-size = 0", 1, "not a size: '0'", "such as 500KB"),
        ("select = [\n'FC1'", 2, "not valid TOML", "correct the line"),
        ("select = ['FC1']\nselect = []", 2, "not valid TOML", "correct the line"),
    ],
)
@pytest.mark.parametrize("table", ["", "[project]\nname = 'x'\n\n[tool.factcheck]\n"])
def test_a_mistake_is_named_with_file_line_and_cure(tmp_path, table, text, line, what, cure):
    name = "pyproject.toml" if table else "factcheck.toml"
    if table and text.startswith("["):
        text = text.replace("[scan]", "[tool.factcheck.scan]")
    with pytest.raises(ConfigurationError) as caught:
        resolved(tmp_path, table + text, name=name)
    assert caught.value.where == f"{tmp_path / name}:{line + table.count(chr(10))}"
    assert what in caught.value.what
    assert cure in caught.value.cure


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("FACTCHECK_FAIL_ON", "x"),
        ("FACTCHECK_JOBS", "two"),
        ("FACTCHECK_QUIET", "maybe"),
        ("FACTCHECK_MAX_FILE_SIZE", "1TB"),
    ],
)
def test_a_mistake_in_the_environment_names_the_variable(tmp_path, variable, value):
    with pytest.raises(ConfigurationError) as caught:
        resolved(tmp_path, environment={variable: value})
    assert caught.value.where == variable


def test_a_file_that_is_named_must_be_there_and_be_text(tmp_path):
    with pytest.raises(ConfigurationError, match="cannot be read: no such file"):
        resolved(tmp_path, file=tmp_path / "missing.toml")
    (tmp_path / "desk.toml").write_bytes("# 园区".encode("gb18030"))
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        resolved(tmp_path, file=tmp_path / "desk.toml")
    with pytest.raises(UsageError, match="exclude each other"):
        resolved(tmp_path, file=tmp_path / "desk.toml", isolated=True)


def test_nobody_elses_pyproject_is_read(tmp_path):
    assert resolved(tmp_path, "[tool.black]\nline-length = 1", name="pyproject.toml").file is None
    assert resolved(tmp_path, "broken [", name="pyproject.toml").file is None


def test_the_nearest_file_upwards_is_read_and_a_table_is_enough(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.factcheck]\n", "utf-8")
    assert resolved(inner).file == tmp_path / "pyproject.toml"
    (tmp_path / "a" / "factcheck.toml").write_text("jobs = 3\n", "utf-8")
    assert resolved(inner).file == tmp_path / "a" / "factcheck.toml"
    assert resolved(inner).settings.jobs == 3
    assert resolved(inner, isolated=True).settings == DEFAULTS


def test_who_outranks_whom(tmp_path):
    text = "fail-on = 'note'\njobs = 2\nselect = ['FC1']\nmax-file-size = 3000\n"
    found = resolved(
        tmp_path,
        text,
        environment={"FACTCHECK_JOBS": "3", "FACTCHECK_SELECT": "FC2, FC3"},
        options={"select": ("FC4",)},
    )
    settings = found.settings
    assert (settings.fail_on, settings.jobs, settings.select, settings.max_file_size) == ("note", 3, ("FC4",), "3000")
    assert [found.origins[name] for name in ("fail_on", "jobs", "select", "color")] == [
        str(tmp_path / "factcheck.toml"), "environment", "option", "default",
    ]  # fmt: skip
    assert set(found.origins) == set(NAMES)


@pytest.mark.parametrize(("written", "value"), [("1", True), ("TRUE", True), ("no", False)])
def test_flags_in_the_environment(tmp_path, written, value):
    assert resolved(tmp_path, environment={"FACTCHECK_QUIET": written}).settings.quiet is value


def test_the_ledger_stands_beside_the_file_that_was_read(tmp_path):
    (tmp_path / "claims").mkdir()
    assert resolved(tmp_path).claims == tmp_path / "claims"  # a new project has no such file
    assert resolve({}, isolated=True, folder=tmp_path, environment={}).claims is None
    (tmp_path / "below").mkdir()
    assert resolve({}, folder=tmp_path / "below", environment={}).claims is None
    assert resolved(tmp_path, "").claims == tmp_path / "claims"
    assert resolved(tmp_path, "claims = 'desk/facts'").claims == tmp_path / "desk/facts"
    assert str(resolved(tmp_path, "", options={"claims": "elsewhere"}).claims) == "elsewhere"


@pytest.mark.parametrize(
    ("written", "size"), [("2000", 2000), ("500KB", 512_000), ("16 MB", 1 << 24), ("1GiB", 1 << 30), ("2k", 2048)]
)
def test_sizes(written, size):
    assert size_in_bytes(written) == size


@pytest.mark.parametrize("written", ["", "0", "-1", "MB", "1.5MB", "1TB", "16 MBs"])
def test_no_sizes(written):
    with pytest.raises(FactcheckError, match="not a size"):
        size_in_bytes(written)
