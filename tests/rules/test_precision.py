"""The classes that forges are told are those that were measured and written down."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.rules import RULES
from factcheck.rules.precision import UNMEASURED

DOCS = (Path(__file__).parents[2] / "docs" / "precision.md").read_text("utf-8")
READ = {code: rule.precision for code, rule in RULES.items() if rule.precision.read}


def test_every_rule_declares_its_class():
    assert all(rule.precision is not UNMEASURED for rule in RULES.values())
    assert UNMEASURED.grade == "medium"


@pytest.mark.parametrize("code", READ)
def test_rules_that_were_read_together_name_one_another(code):
    for other in READ[code].beside:
        assert {code, *READ[code].beside} == {other, *READ[other].beside}


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
    assert row.grade == earned
