from __future__ import annotations

import os
import pickle
import subprocess
import sys
from importlib.resources import files

import msgspec
import pytest

from factcheck import zh
from factcheck.errors import DataError
from factcheck.quantity import dates as read
from factcheck.strict_yaml import load
from factcheck.text import prepare
from factcheck.zh.dates import DateWords

LEXICON = zh.lexicon()


def words() -> DateWords:
    text = (files("factcheck.zh") / "words" / "dates.yaml").read_text("utf-8")
    return load(text, "dates.yaml", DataError).convert(DateWords)


def test_a_broken_table_names_its_line() -> None:
    with pytest.raises(DataError, match=r"dates\.yaml:1"):
        load("numerals: many", "dates.yaml", DataError).convert(DateWords)


@pytest.mark.parametrize("word", [*words().years_away, *words().months_away, *words().days_away, *words().now])
def test_every_word_counted_from_publication_is_a_date(word: str) -> None:
    (found,) = read(prepare(word, lexicon=LEXICON), "2025-03-15", LEXICON.dates)
    assert (found.text, found.relative) == (word, True)
    assert found.period is not None


@pytest.mark.parametrize("number", words().plan_begins)
def test_every_plan_has_its_five_years(number: str) -> None:
    (found,) = read(prepare(f"“十{number}五”规划", lexicon=LEXICON), None, LEXICON.dates)
    begins = words().plan_begins[number]
    assert found.period == f"{begins}/{begins + 4}"


@pytest.mark.parametrize("day", words().weekdays)
@pytest.mark.parametrize("week", words().weeks_away)
def test_every_day_of_every_week(week: str, day: str) -> None:
    (found,) = read(prepare(f"{week}周{day}", lexicon=LEXICON), "2025-03-12", LEXICON.dates)  # a Wednesday
    march = 10 + 7 * words().weeks_away[week] + words().weekdays[day]
    assert found.period == f"2025-03-{march:02}"


def test_the_section_survives_a_process() -> None:
    section = zh.lexicon().dates
    other = pickle.loads(pickle.dumps(section))  # noqa: S301 - just dumped
    assert msgspec.structs.asdict(other.periods) == msgspec.structs.asdict(section.periods)
    assert other.calendar.anywhere.pattern == section.calendar.anywhere.pattern


def test_patterns_are_the_same_in_every_process() -> None:
    said = "from factcheck import zh; d = zh.lexicon().dates; print(d.periods.window.pattern, d.parts.part.pattern)"
    runs = {_output(said, seed) for seed in ("1", "2", "3")}
    assert len(runs) == 1


def _output(said: str, seed: str) -> bytes:
    env = os.environ | {"PYTHONHASHSEED": seed}
    return subprocess.run([sys.executable, "-c", said], env=env, capture_output=True, check=True).stdout  # noqa: S603
