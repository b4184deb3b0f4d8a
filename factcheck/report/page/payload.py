"""What the page shows, as one JSON object: findings that point into tables of texts, articles and phrases."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from factcheck import zh
from factcheck.messages import keys, say
from factcheck.model import Phrase
from factcheck.report.context import Context
from factcheck.report.escape import escape_invisible
from factcheck.report.page.articles import count_articles, show_articles
from factcheck.report.page.excerpts import make_excerpt
from factcheck.report.page.facts import draw_places, strip
from factcheck.report.page.names import name_article
from factcheck.report.page.rule_pages import lay_out_rule
from factcheck.report.page.shared import matrix
from factcheck.report.page.tables import Table, reasons, tell_in_all
from factcheck.report.sides import find_changed_spans, group_places
from factcheck.report.wire import summary
from factcheck.rules import RULES
from factcheck.text import prepare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Document, Fact, Finding, Location, Report, Span
    from factcheck.report.style import Style

_SENTENCES = 2  # places of one side whose sentence is shown; the others are named
_FACTS = 1000  # that the page shows; the JSON has them all
_PLACES = 200  # places of one side that are named
_SCRIPT = 2000  # letters of an article by which its script is told
_MANY = 0.02  # share of Traditional letters from which a text counts as Traditional
_WORDS = ("page.", "severity.", "count.", "fact.state.")
_RULING = ("web.",)
# What the words of the page leave open.
_HOLES = ("n", "all", "a", "b", "articles", "claims", "findings", "kinds", "by", "reason")


def payload(report: Report, style: Style, by: str | None = None) -> dict[str, Any]:
    """The whole page; `by` is who rules on it, if anybody does. Every text in it is visible letters on one line."""
    whole = _Page(report).build(style)
    return whole if by is None else whole | {"by": escape_invisible(by), "words": _templates((*_WORDS, *_RULING))}


class _Page:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.context = Context(report.documents)
        self.phrases, self.texts, self.docs = Table(), Table(), Table()

    def build(self, style: Style) -> dict[str, Any]:
        report = self.report
        findings = [self._finding(one) for one in report.findings]
        shared = matrix(report.findings, self.docs.number)
        linked = _Linked(report.findings)
        rules = {one.rule: one.name for one in report.findings}
        ranked = sorted(report.skipped, key=lambda one: not one.fatal)
        skipped = [
            [escape_invisible(one.path), one.line, self.phrases.number(reasons(one)), int(one.fatal)] for one in ranked
        ]
        return {
            "lang": style.lang,
            "articles": summary(report).articles,
            "claims": summary(report).claims,
            "words": _templates(_WORDS),
            "rules": {code: _rule(code, name) for code, name in sorted(rules.items())},
            "pages": {code: lay_out_rule(RULES[code]) for code in sorted(rules) if code in RULES},
            "scripts": zh.lexicon().text.folding.scripts(),
            "findings": findings,
            "matrix": shared,
            "facts": [self._fact(fact, linked) for fact in report.facts[:_FACTS]],
            "allFacts": len(report.facts),
            "articleTexts": show_articles(report, _FACTS, self.docs.number, self._number_text),
            "allArticleTexts": count_articles(report, _FACTS),
            "skipped": skipped,
            # last: all that is above numbers them
            "phrases": self.phrases.rows,
            "texts": self.texts.rows,
            "docs": [self._document(str(name)) for name in self.docs.rows],
        }

    def _number_text(self, text: str) -> int:
        return self.texts.number(escape_invisible(text))

    def _fact(self, one: Fact, linked: _Linked) -> dict[str, Any]:
        """A fact: its frame, its values, each with how many sources from when to when, and its places as a strip."""
        said = (one.subject, one.measure, one.place)
        shown: dict[str, Any] = {
            "i": one.id, "s": one.state, "m": escape_invisible(" · ".join(part for part in said if part)),
            "w": escape_invisible(one.period or ""), "n": one.independent, "l": linked.in_places(one.locations),
            "v": [[escape_invisible(v.text), v.independent, v.articles, v.first, v.last] for v in one.values],
        }  # fmt: skip
        drawn = draw_places(one.locations, self.context.documents)
        if drawn is not None:
            for row in drawn["rows"]:
                place = one.locations[row[3]]
                row[3:4] = [self.docs.number(place.doc), escape_invisible(place.text)]
            shown["x"] = drawn
        first = {place.group: place for place in reversed(one.locations)}
        return shown | {"p": [self._places([first[group]], [_mark(first[group])])[0] for group in sorted(first)]}

    def _finding(self, one: Finding) -> dict[str, Any]:
        message, *because = (
            [self.phrases.number(tell_in_all(phrase)) for phrase in one.phrases]
            or [self.phrases.number((escape_invisible(line),)) for line in (one.message, *one.because)]
        )  # fmt: skip
        shown = {
            "r": one.rule, "s": one.severity, "c": round(one.confidence, 2), "m": message, "b": because,
            "f": list(one.fingerprints), "g": self._sides(one),
        }  # fmt: skip
        drawn = strip(one, self.context.documents)
        if drawn is not None:
            for row in drawn["rows"]:
                place = one.locations[row[3]]
                row[3:4] = [self.docs.number(place.doc), escape_invisible(place.text)]
            shown["x"] = drawn
        return shown

    def _sides(self, one: Finding) -> list[dict[str, Any]]:
        """The groups of a finding; groups of one sentence are one side, all their figures marked."""
        groups = group_places(one.locations)
        if len(groups) == 1 and len(one.locations) > 1:  # copies of one passage, beside one another
            groups = [list(one.locations[:1]), list(one.locations[1:])]
        figures = all(place.claim is not None for place in one.locations)
        sentences: dict[tuple[str, Span], list[list[Location]]] = {}
        for group in groups:
            sentences.setdefault((group[0].doc, group[0].sentence), []).append(group)
        sides = []
        for (doc, sentence), held in sentences.items():
            places = [place for group in held for place in group]
            here = [place for place in places if place.doc == doc and place.sentence == sentence]
            against = next((group[0] for group in groups if group[0].group != places[0].group), None)
            words = find_changed_spans(places[0], against) if against is not None and not figures else []
            marks = words or [(place.start, place.end) for place in here]
            label = escape_invisible(" · ".join(dict.fromkeys(place.text for place in here))) if figures else ""
            others = [place for place in places if place not in here]
            shown = {"t": label, "h": places[0].group, "p": self._places([places[0], *others], marks)}
            sides.append(shown | ({"n": len(others)} if len(others) >= _PLACES else {}))
        return sides

    def _places(self, places: Sequence[Location], marks: Sequence[Span]) -> list[list[Any]]:
        """Each place as [article, line, column], the first ones with [text, sentence, marks] behind it.

        In a file that is no plain text it is [article, phrase, null].
        """
        rows = []
        for number, place in enumerate(places[:_PLACES]):
            row: list[Any] = [self.docs.number(place.doc), place.line, place.column]
            if place.where is not None:  # the words for the place, and no column
                row[1:] = [self.phrases.number(tell_in_all(place.where)), None]
            text = self.context.text(place)
            if number < _SENTENCES and text:
                own = marks if number == 0 else [(place.start, place.end)]
                lines = self.context.documents[place.doc].role == "ledger"
                shown = make_excerpt(text, place.sentence, own, lines=lines)
                row += [self.texts.number(shown.text), shown.sentence, shown.marks]
            rows.append(row)
        return rows

    def _document(self, name: str) -> dict[str, Any]:
        one = self.context.documents.get(name)
        if one is None:
            return {"p": escape_invisible(name), "n": escape_invisible(name)}
        said = {"t": one.title, "d": one.date, "s": one.source, "u": _link(one.url)}
        return (
            {"p": escape_invisible(one.path or one.id), "n": escape_invisible(name_article(one)), "l": _script(one)}
            | {k: escape_invisible(v) for k, v in said.items() if v}
            | ({"r": one.record} if one.record is not None else {})
            | ({"k": 1} if one.role == "ledger" else {})
        )


class _Linked:
    """Which findings a place is a part of."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """For findings in the order of the report."""
        self._at: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
        for number, finding in enumerate(findings):
            for place in finding.locations:
                self._at[place.doc, place.start].add(number)

    def in_places(self, locations: Sequence[Location]) -> list[int]:
        """The numbers of the findings of which two of the places are a part."""
        met = Counter(number for place in locations for number in self._at.get((place.doc, place.start), ()))
        return sorted(number for number, count in met.items() if count > 1)


def _mark(place: Location) -> Span:
    return place.start, place.end


def _templates(kinds: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The phrases of the page that hold a value, with the value's name left in them for the page to fill in."""
    holes = {name: f"{{{name}}}" for name in _HOLES}
    return {key: tell_in_all(say(key, **holes)) for key in keys() if key.startswith(kinds)}


def _rule(code: str, name: str) -> tuple[str, ...]:
    return tell_in_all(Phrase(f"rule.{code}")) if f"rule.{code}" in keys() else (escape_invisible(name),)


def _link(url: str | None) -> str | None:
    """A URL that a reader may follow; no other scheme than that of the web becomes a link."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def _script(document: Document) -> str:
    """`zh-Hant` or `zh-Hans`, by the letters of the text that have another form in Simplified script."""
    text = document.text[:_SCRIPT]
    folded = prepare(text, lexicon=zh.lexicon()).folded
    han = [pair for pair in zip(text, folded, strict=True) if "\u3400" <= pair[0] <= "\u9fff"]
    return "zh-Hant" if sum(a != b for a, b in han) > _MANY * len(han) else "zh-Hans"
