"""The ledger: every mistake is named with file, line and cure; then what it holds."""

from __future__ import annotations

import pytest

from factcheck.errors import LedgerError
from factcheck.ledger import Ledger

FACT = """\
# verified by hand
- id: north-park-cost
  subject: 城北园区
  measure: 训练成本
  value: 557.6万美元
  period: 2024-12
  source: {title: 年报, url: "https://example.org", checked: 2025-02-01}
"""
RULING = """\
- fingerprint: 0123456789abcdef
  ruling: explained
  reason: two districts
  by: 某甲
  date: 2025-02-01
"""


def put(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "text", "where", "what", "cure"),
    [
        ("facts", "- id: a\n  subject: b\n", "facts.yaml:1", "'measure' is missing", "add a line `measure: …`"),
        ("facts", FACT.replace("period", "perod"), "facts.yaml:6", "no key is called 'perod'", "did you mean period?"),
        ("facts", FACT.replace("url:", "link:"), "facts.yaml:7", "no key is called 'link'", "the keys are"),
        ("facts", FACT.replace("2024-12", "soon"), "facts.yaml:6", "not a period: 'soon'", "such as 2025"),
        ("facts", FACT.replace("557.6万美元", "很多"), "facts.yaml:5", "one figure: '很多'", "write one"),
        ("facts", FACT.replace("557.6万美元", "3家和5家"), "facts.yaml:5", "one figure", "write one"),
        ("facts", FACT.replace("训练成本", "[a]"), "facts.yaml:4", "Expected `str`, got `array`", "docs/"),
        ("facts", FACT + FACT, "facts.yaml:9", "the id 'north-park-cost' is already", "give each fact its own id"),
        ("facts", FACT.replace("value", "subject"), "facts.yaml:5", "the key 'subject' is used twice", "keep one"),
        ("facts", FACT.replace("城北园区", "&a x"), "facts.yaml:3", "anchors and aliases", "write the value"),
        ("facts", "- id: [", "facts.yaml:1", "not valid YAML", "correct the line"),
        ("facts", "id: a\n", "facts.yaml:1", "Expected `array`, got `object`", "docs/"),
        ("aliases", "- [城北园区]\n", "aliases.yaml:1", "Expected `array` of length >= 2", "docs/"),
        ("aliases", "- [甲, 乙]\n- [丙, 乙]\n", "aliases.yaml:2", "'乙' is already in the group of line 1", "make one"),
        ("rulings", RULING.replace("explained", "fine"), "rulings.yaml:2", "Invalid enum value 'fine'", "docs/"),
        ("rulings", RULING.replace("89abcdef", "89ABCDEF"), "rulings.yaml:1", "matching regex", "docs/"),
        ("rulings", RULING + RULING, "rulings.yaml:6", "is ruled on in line 1", "keep one"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_file_line_and_cure(tmp_path, name, text, where, what, cure):
    with pytest.raises(LedgerError) as caught:
        Ledger.load(put(tmp_path, **{name: text}))
    assert caught.value.where == f"{tmp_path}/{where}"
    assert what in caught.value.what
    assert cure in caught.value.cure


def test_ids_are_unique_across_files(tmp_path):
    with pytest.raises(LedgerError, match="already used at") as caught:
        Ledger.load(put(tmp_path, a=FACT, b=FACT))
    assert caught.value.where == f"{tmp_path}/b.yaml:2"
    assert "a.yaml:2" in caught.value.what


def test_no_such_folder_and_bytes_that_are_no_text(tmp_path):
    with pytest.raises(LedgerError, match="no such folder"):
        Ledger.load(tmp_path / "missing")
    (tmp_path / "facts.yaml").write_bytes("- id: 园区".encode("gb18030"))
    with pytest.raises(LedgerError, match="not UTF-8"):
        Ledger.load(tmp_path)


def test_an_empty_folder_and_empty_files_are_an_empty_ledger(tmp_path):
    assert Ledger.load(tmp_path) == Ledger()
    assert Ledger.load(put(tmp_path, facts="# nothing yet\n", aliases="", rulings="")) == Ledger()


def test_a_fact_is_read_by_the_grammar_of_the_articles(tmp_path):
    (fact,) = Ledger.load(put(tmp_path, facts=FACT)).facts
    assert (fact.id, fact.subject, fact.measure, fact.period, fact.status) == (
        "north-park-cost", "城北园区", "训练成本", "2024-12", "actual",
    )  # fmt: skip
    assert (fact.quantity.low, fact.quantity.high, fact.quantity.unit) == (5576000, 5576000, "USD")
    assert fact.source.checked == "2025-02-01"
    assert fact.where == f"{tmp_path}/facts.yaml:2"


def test_aliases_are_folded_and_rulings_kept(tmp_path):
    ledger = Ledger.load(put(tmp_path, aliases="- [強腦科技, ＢrainCo, 强脑科技]\n", rulings=RULING))
    assert ledger.aliases == (("强脑科技", "BrainCo"),)
    assert (ledger.rulings[0].fingerprint, ledger.rulings[0].ruling) == ("0123456789abcdef", "explained")


def test_files_of_both_endings_are_read_in_order_and_others_are_not(tmp_path):
    (tmp_path / "b.yml").write_text(FACT, "utf-8")
    put(tmp_path, a=FACT.replace("north", "south"))
    (tmp_path / ".c.yaml").write_text("broken: [", "utf-8")
    (tmp_path / "notes.txt").write_text("x", "utf-8")
    assert [fact.id for fact in Ledger.load(tmp_path).facts] == ["south-park-cost", "north-park-cost"]
