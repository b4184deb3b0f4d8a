"""A report made by hand: four findings over articles of our own, with hostile text in them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from factcheck.model import Claim, Document, Finding, Location, Report, Skipped
from factcheck.rules.build import find_sentence

FIRST = (
    "---\ntitle: 年报\n---\n城北園區年報\n\n"
    "據河灣日報報道，城北園區的訓練成本僅為557.6萬美元，比上年少了三成[bold red]加粗[/bold red]。\n第二句。"
)
SECOND = "紅石新聞：城北園區總訓練成本約5576萬美元\u202e。\n::error file=x::停止\n##[error]停止\n=cmd|'/C calc'!A0\n"
SAID = "他表示：「大抓科技就是大抓未來，我們必須把創新放在核心位置。」"
RESAID = "他说：“大抓创新就是大抓未来，我们必须把创新放在核心位置。”"
HOSTILE = "corpus/b\x1b]8;;https://example.org\x07\x1b[31m[red]::x\u202e.txt"


def claim(doc, text, figure, value, **fields):
    start = text.index(figure)
    first = max(text.rfind(stop, 0, start) for stop in "。\n") + 1
    sentence = (first, text.index("。", start) + 1)
    fields = {
        "kind": "money",
        "unit": "USD",
        "qualifier": "exact",
        "subject": "城北园区",
        "measure": "训练成本",
        **fields,
    }
    return Claim(
        doc=doc, start=start, end=start + len(figure), text=figure, low=value, high=value, sentence=sentence, **fields
    )


def place(doc, text, words, group, claim=None, *, path=None):
    start = text.index(words)
    before = text[:start]
    line, column = before.count("\n") + 1, start - before.rfind("\n")
    return Location(
        doc=doc, start=start, end=start + len(words), text=words, path=path or f"corpus/{doc}", line=line,
        column=column, group=group, claim=claim, sentence=find_sentence(text, start, start + len(words), claim),
    )  # fmt: skip


@pytest.fixture
def report():
    a = claim("a.txt", FIRST, "557.6萬美元", Decimal("5576000.00"))
    b = claim("b.txt", SECOND, "5576萬美元", Decimal("5.576E+7"))
    day = claim("a.txt", FIRST, "第二句", Decimal(738_000), kind="date", unit="")
    share = claim("a.txt", FIRST, "三成", Fraction(1, 11), kind="fraction", unit="")
    reprints = tuple(place("b.txt", SECOND, "5576萬美元", 1, b, path=f"corpus/b{n}.txt") for n in range(5))
    findings = (
        Finding(
            rule="FC104", name="magnitude-slip", severity="error", confidence=0.97, message="557.6萬 / 5576萬",
            locations=(
                place("a.txt", FIRST, a.text, 0, a), place("b.txt", SECOND, b.text, 1, b, path=HOSTILE), *reprints,
            ),
            because=("the same measure: 训练成本", "ten times as much"), fingerprints=("0123456789abcdef",),
        ),
        Finding(
            rule="FC201", name="altered-quotation", severity="error", confidence=0.9, message="the same words, changed",
            locations=(place("q.txt", SAID, SAID[5:-1], 0), place("r.txt", RESAID, RESAID[4:-1], 1)),
            because=("25 of 27 letters agree",), fingerprints=("0123456789abcdee",),
        ),
        Finding(
            rule="FC301", name="repeated-passage", severity="warning", confidence=0.8, message="printed twice",
            locations=(place("a.txt", FIRST, "城北園區", 0), place("a.txt", FIRST, "第二句。", 0)),
            because=(), fingerprints=(),
        ),
        Finding(
            rule="FC302", name="shared-passage", severity="note", confidence=0.5, message="shared",
            locations=tuple(place("b.txt", SECOND, SECOND[:20], 0, path=f"corpus/s{n}.txt") for n in range(6)),
            because=(), fingerprints=(),
        ),
    )  # fmt: skip
    documents = (
        Document(id="a.txt", text=FIRST, path="corpus/a.txt", title="年報", date="2025-02"),
        Document(id="b.txt", text=SECOND, path=HOSTILE, record=7),
        Document(id="q.txt", text=SAID, path="corpus/q.txt"),
        Document(id="r.txt", text=RESAID, path="corpus/r.txt"),
    )
    skipped = (Skipped(path="corpus/x\x1b[0m.bin", reason="unsupported file type", line=3),)
    return Report(
        findings=findings, documents=documents, claims=(a, share, day, b), skipped=skipped, settings={"select": ["FC1"]}
    )
