from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from factcheck import quantities, zh
from factcheck.errors import ConfigurationError
from factcheck.lexicon import Grammar
from factcheck.model import Document, Quantity
from factcheck.quantity import recognise
from factcheck.quantity.reach import reach
from factcheck.run import scan
from factcheck.text import prepare

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """\
- qualifier: more_than
  reach: 1.05
  before: 大大超过 高出
- qualifier: about
  reach: 1.5
  before: 约
  after: 光景
"""


def _written(folder: Path, text: str) -> Path:
    file = folder / "hedges.yaml"
    file.write_text(text, "utf-8")
    return file


def _read(text: str, hedges: Path | None) -> tuple[Quantity, ...]:
    lexicon = zh.lexicon(Grammar(hedges=hedges))
    return recognise(prepare(text, lexicon=lexicon), lexicon)


def test_a_table_takes_the_place_of_ours_and_leaves_it_alone(tmp_path: Path) -> None:
    file = _written(tmp_path, TABLE)
    (more,) = _read("高出100人", file)
    assert (more.low, more.high, more.qualifier) == (100, None, "more_than")
    assert reach(more) == (100, 105)
    assert _read("至少100人", file)[0].qualifier == "exact"
    assert reach(_read("约100人", file)[0])[1] == 150
    assert quantities("至少100人")[0].qualifier == "at_least"
    assert reach(quantities("约100人")[0])[1] == Decimal(110)


def test_a_table_without_words_behind_the_figure(tmp_path: Path) -> None:
    file = _written(tmp_path, "- qualifier: about\n  reach: 1.1\n  before: 约\n")
    assert [found.qualifier for found in _read("约100人，5人以上", file)] == ["about", "exact"]


def test_a_table_with_a_word_that_ends_a_longer_one_without_that(tmp_path: Path) -> None:
    file = _written(tmp_path, "- qualifier: more_than\n  reach: 1.1\n  before: 过\n")
    assert [found.qualifier for found in _read("超过万人，过万人", file)] == ["about", "more_than"]


def test_none_changes_nothing() -> None:
    assert _read("至少100人", None)[0].qualifier == "at_least"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- qualifier: more_then\n  reach: 1.3\n", r"hedges\.yaml:1: "),
        ("- qualifier: about\n  reach: 1.1\n- qualifier: nearly\n  reach: far\n", r"hedges\.yaml:3: .*reach is step"),
        ("- qualifier: about\n  reach: 0.9\n", r"hedges\.yaml:1: .*reach is step"),
        ("- qualifier: about\n  reach: 1.1\n  behind: 左右\n", r"hedges\.yaml:3: no key is called 'behind'"),
        ("- [\n", r"hedges\.yaml:\d+: "),
    ],
)
def test_an_error_names_file_and_line_and_our_table_holds(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ConfigurationError, match=says):
        _read("约100人", _written(tmp_path, text))
    assert quantities("至少100人")[0].qualifier == "at_least"


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        _read("约100人", tmp_path / "none.yaml")


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_workers_know_it(tmp_path: Path, jobs: int) -> None:
    articles = [Document(id=f"{number}.txt", text="水库容量高出100万吨。") for number in range(40)]
    report = scan(articles, hedges=_written(tmp_path, TABLE), jobs=jobs)
    assert {claim.qualifier for claim in report.claims} == {"more_than"}
    assert report.settings["hedges"] == str(tmp_path / "hedges.yaml")


def test_another_thread_keeps_its_own_table(tmp_path: Path) -> None:
    """While one thread scans with other hedges, 超过 in another is what it was; and the other way round."""
    file = _written(tmp_path, TABLE)
    inside, done = Barrier(2, timeout=30), Barrier(2, timeout=30)

    def with_other_hedges() -> tuple[str, ...]:
        inside.wait()
        found = tuple(one.qualifier for one in _read("超过300人，大大超过300人", file))
        done.wait()
        return found

    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(with_other_hedges)
        inside.wait()
        assert [one.qualifier for one in quantities("超过300人，高出300人")] == ["more_than", "exact"]
        done.wait()
        assert other.result() == ("exact", "more_than")
    assert quantities("超过300人")[0].qualifier == "more_than"


def test_two_threads_scan_with_different_hedges(tmp_path: Path) -> None:
    file = _written(tmp_path, TABLE)
    documents = [Document(id=str(number), text=f"望澜市第{number}园区超过300人，高出200人。") for number in range(30)]

    def read_with(hedges: Path | None) -> set[tuple[str, str]]:
        claims = scan(documents, hedges=hedges).claims
        return {(claim.text, claim.qualifier) for claim in claims if claim.kind == "count"}

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(read_with, [None, file] * 4))
    assert {frozenset(one) for one in found[::2]} == {frozenset({("300人", "more_than"), ("200人", "exact")})}
    assert {frozenset(one) for one in found[1::2]} == {frozenset({("300人", "exact"), ("200人", "more_than")})}
