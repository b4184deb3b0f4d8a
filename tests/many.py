"""A report of very many findings."""

from __future__ import annotations

import msgspec

from factcheck import Document


def many(report, number):
    """A report of very many findings, each of its own two sentences in articles of their own."""
    documents, findings = [], []
    template = report.findings[0]
    for n in range(number):
        pair = []
        for place, figure in zip(template.locations, (f"{n + 7}萬美元", f"{n + 7}0萬美元"), strict=False):
            name = f"corpus/{place.group}/article-{n:05}.txt"
            lead = f"據河灣日報第{n}號報道，城北園區第{n}期工程的訓練成本去年合計僅為"
            text = f"第{n}期工程\n\n記者走進園區時，機房的燈還亮著。{lead}{figure}，比上年少了三成。其後未再公布。"
            documents.append(
                Document(id=name, text=text, path=name, title=f"第{n}期工程", date="2025", source="河灣日報")
            )
            at = {"doc": name, "start": text.index(figure), "end": text.index(figure) + len(figure)}
            claim = msgspec.structs.replace(place.claim, **at, sentence=(0, 0))
            pair.append(msgspec.structs.replace(place, **at, path=name, text=figure, claim=claim))
        severity = ("error", "warning", "note")[n * 3 // number]
        because = ("one is ten times the other", *(f"reason {k} (+{k})" for k in range(8)), f"in number {n}")
        findings.append(
            msgspec.structs.replace(
                template, message=f"訓練成本: {n + 7}萬美元 / {n + 7}0萬美元", because=because, severity=severity,
                locations=tuple(pair), fingerprints=(f"{n:016x}",),
            )
        )  # fmt: skip
    return msgspec.structs.replace(report, documents=tuple(documents), findings=tuple(findings))
