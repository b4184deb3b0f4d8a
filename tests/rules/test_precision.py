"""The classes that forges are told are those that were measured and written down."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.rules import RULES
from factcheck.rules.precision import measured, precision

DOCS = (Path(__file__).parents[2] / "docs" / "precision.md").read_text("utf-8")
READ = {code: row for code, row in measured().items() if row.read}


def test_every_rule_has_a_class_and_no_other():
    assert set(measured()) == set(RULES)
    assert precision("FC999") == "medium"


@pytest.mark.parametrize("code", READ)
def test_what_was_read_is_what_the_documentation_tells(code):
    row = READ[code]
    told = re.sub(r"\s+", " ", DOCS)
    assert re.search(rf"{code}\b[^;.]*? {row.true} of {row.read}\b", told)


@pytest.mark.parametrize("code", READ)
def test_the_class_follows_from_what_was_read(code):
    row = READ[code]
    share = row.true / row.read
    least = [("very-high", 0.95), ("high", 0.8), ("medium", 0.5), ("low", 0.0)]
    earned = next(name for name, from_ in least if share >= from_ and (name != "very-high" or row.read >= 20))
    assert row.precision == earned
