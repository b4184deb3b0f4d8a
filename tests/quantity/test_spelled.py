"""English inside Chinese, and English alone: what must not fire comes first."""

from __future__ import annotations

import pytest

from factcheck import Document, extract, quantities, scan, zh
from factcheck.quantity import dates
from factcheck.text import prepare

SILENT = """
The GPT-9 model beats the Lumo 15 and Panes 11 tablets.
Article 5 of the law and Section 3.2 apply.
See page 12, Table 3, Figures 4 and 5.
Call 1-800-555-1234 or (852) 2345 6789 or +86 10 6500 1234.
The meeting begins at 3:30 pm, or 9 am, or 10.30 a.m., or 15:00, or 8 o'clock.
It was founded in 1998 and listed in 2010.
As shown in [12] and [3, 5] (Smith, 2019).
Flight WL5735 of a Condor 737 was late.
He came 3rd and she came 21st in the 100th edition.
The 1990s and the '80s were good.
Chapter two is about one of them.
The Two Rivers Forum
LUMID-19 hit the G20 and the 5G network.
The F-35 and the Su-57 and the Type 055 destroyer
Li, 45, said so.
Phase 2 trials of the drug
Room 302, No. 8 Main Street
Version 2.0 of Web 3.0 and Pyra 3.12
1. The first point
(2) The second point
On March 5, 2024 and 5 March 2024 and March 2024
between 2019 and 2024, from 2010 to 2020, 2019-2024
They won 3-2 on Sunday.
the 2023 results and the 2024 budget
ISO 9001 and RFC 2616
one by one, two by two
the top 10 list
in the first nine months of 2024
the 14th Five-Year Plan
in the year 2000
Q3 2024, H1 2025, FY2024, fiscal 2023
published on 2024-04-02 by the port
second-hand cars, half-time talks
""".strip().split("\n")


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_quantity(text: str) -> None:
    assert [one.text for one in quantities(text) if one.kind != "number"] == []


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_quantity_in_a_chinese_article(text: str) -> None:
    around = f"望澜市的公告说：“{text}”另有说明。"
    assert [one.text for one in quantities(around) if one.kind != "number"] == []


ROWS = {
    # a currency and a magnitude
    "US$5.576 million": "money 5576000 USD exact",
    "4.5 billion yuan": "money 4500000000 CNY exact",
    "3.5 billion美元": "money 3500000000 USD exact",
    "市值US$1.2 trillion": "money 1200000000000 USD exact",
    "超过3.5 billion美元": "money 3500000000..∅ USD more_than",
    "HK$3.2bn": "money 3200000000 HKD exact",
    "RMB1,170.1 million": "money 1170100000 CNY exact",
    "£2.5m": "money 2500000 GBP exact",
    "a $5-million fund": "money 5000000 $ exact",
    "罚款$50K": "money 50000 $ exact",
    "a loss of 3 million US dollars": "money 3000000 USD exact",
    "5m euros": "money 5000000 EUR exact",
    # ranges; both ends of a change are two figures
    "US$2-3 billion": "money 2000000000..3000000000 USD range",
    "约US$2至3 billion": "money 2000000000..3000000000 USD range",
    "from $2 billion to $3 billion": "money 2000000000..3000000000 $ range",
    "rose from 35 yuan to 40 yuan": "money 35 CNY exact; money 40 CNY exact",
    "fell from 30 to 20 percent": "percent 30 % exact; percent 20 % exact",
    "between 5 and 7 per cent": "percent 5..7 % range",
    "5 to 7 per cent of them": "percent 5..7 % range",
    "2.8 and 5.5 square metres": "area 2.8 m2 exact; area 5.5 m2 exact",
    # hedges
    "nearly 36 centres": "count 36 nearly",
    "more than 15% of users": "percent 15..∅ % more_than",
    "at least 4 per cent": "percent 4..∅ % at_least",
    "15% or more of them": "percent 15..∅ % at_least",
    "no more than 5,000 people": "count ∅..5000 人 at_most",
    "up to 50 people": "count ∅..50 人 at_most",
    "less than 30 mu": "area ∅..20000 m2 less_than",
    "about 26,000 square kilometres": "area 26000000000 m2 about",
    "they worked on it over three years": "duration 3 year exact",
    # numerals in words
    "twelve people": "count 12 人 exact",
    "two hundred and fifty companies": "count 250 家 exact",
    "sixty-five million tonnes": "mass 65000000000 kg exact",
    "one and a half million yuan": "money 1500000 CNY exact",
    "half a million yuan": "money 500000 CNY exact",
    "half an hour": "duration 0.5 hour exact",
    "two dozen schools": "count 24 所 exact",
    "dozens of people": "count 10..100 人 range",
    "hundreds of millions of yuan": "money 100000000..1000000000 CNY range",
    "several hundred people": "count 100..1000 人 range",
    "two-thirds of the land": "fraction 2/3 exact",
    "one in five workers": "fraction 0.2 exact",
    "a threefold rise": "multiple 3 exact",
    "2.5 times the level": "multiple 2.5 exact",
    "it met three times": "count 3 次 exact",
    # counts: what Chinese counts with one classifier has its unit
    "5.5m people": "count 5500000 人 exact",
    "11 million more urban residents": "count 11000000 人 exact",
    "500+ companies": "count 500..∅ 家 more_than",
    "23,000 town and township hospitals": "count 23000 家 exact",
    "2000 people came in 2001": "count 2000 人 exact",
    "The population reached 1.4 billion.": "count 1400000000 exact",
    "minus 5 degrees Celsius": "temperature -5 °C exact",
}


def written(text: str) -> str:
    rows = []
    for one in quantities(text):
        low, high = ("∅" if end is None else str(end) for end in (one.low, one.high))
        rows.append(
            " ".join(filter(None, (one.kind, low if low == high else f"{low}..{high}", one.unit, one.qualifier)))
        )
    return "; ".join(rows)


@pytest.mark.parametrize(("text", "row"), ROWS.items())
def test_kinds_bounds_and_units_are_those_of_chinese(text: str, row: str) -> None:
    assert written(text) == row


def test_a_year_in_chinese_ends_no_english() -> None:
    text = "支出预算 USD 52-56 billion（vs the plan of 2025 年 40.9 billion）"
    assert written(text) == "money 52000000000..56000000000 USD range; number 40900000000 exact"


def test_a_figure_in_words_is_as_fine_as_its_last_word() -> None:
    assert [str(one.step) for one in quantities("twelve people, two million yuan, 5.576 million tonnes")] == [
        "0",
        "1000000",
        "1000000",
    ]


DATES = {
    "It opened on 5 March 2024.": "2024-03-05",
    "It opened on March 5, 2024.": "2024-03-05",
    "It opened on March 5.": "2024-03-05",
    "It opened in March 2024.": "2024-03",
    "It opened in 2023.": "2023",
    "It has been open since 2019.": "since 2019",
    "It will close by the end of 2026.": "by 2026-12",
    "It was open from 2019 to 2023.": "2019/2023",
    "It sold well in the first half of 2024.": "2024-01/2024-06",
    "It sold well in Q3 2024.": "2024-07/2024-09",
    "It sold well in the first nine months of 2024.": "2024-01/2024-09",
    "It sold well last year.": "2023",
    "It sold well in the 1990s.": "1990/1999",
}


@pytest.mark.parametrize(("text", "period"), DATES.items())
def test_dates(text: str, period: str) -> None:
    lexicon = zh.lexicon()
    (found,) = dates(prepare(text, lexicon=lexicon), "2024-11-05", lexicon.dates)
    assert found.period == period


def test_a_date_in_a_name_frames_no_chinese_sentence() -> None:
    text = "《海岸法案》（the Coastal Towns and Harbours Act of 2019）使36家企业受益。"
    (claim,) = extract(Document(id="a", text=text, date="2024-05-01"))
    assert (claim.text, claim.period) == ("36家", None)


def test_an_english_sentence_has_no_chinese_frame() -> None:
    text = "The port of Wanglan said on Monday that revenue rose to 3.4 billion yuan in 2023."
    (claim,) = extract(Document(id="a", text=text, date="2024-05-01"))
    assert (claim.text, claim.subject, claim.measure, claim.period) == ("3.4 billion yuan", None, None, "2023")


def test_sentences_of_an_english_article() -> None:
    text = "Mr. Li of Wanglan Co. Ltd. spoke at 9 a.m. Monday. Sales rose 5.2% in 2024. J. K. Tan agreed."
    found = prepare(text, lexicon=zh.lexicon())
    assert [text[start:end] for start, end in found.sentences] == [
        "Mr. Li of Wanglan Co. Ltd. spoke at 9 a.m. Monday.",
        "Sales rose 5.2% in 2024.",
        "J. K. Tan agreed.",
    ]


def findings(*texts: str) -> list[str]:
    documents = [Document(id=str(at), text=text, date="2024-05-01") for at, text in enumerate(texts)]
    return [found.rule for found in scan(documents).findings if found.severity != "note"]


def test_one_figure_in_both_languages_is_no_slip() -> None:
    assert findings("望澜集团2024年营收为US$3.5 billion。", "望澜集团2024年营收为35亿美元。") == []
    assert findings("望澜集团2024年营收为US$3.5 billion。", "望澜集团2024年营收为350亿美元。") != []
