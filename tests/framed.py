"""The claims of a sentence, by the figure as written."""

from __future__ import annotations

from factcheck import Claim, Document, extract


def framed(text: str, **meta: str) -> dict[str, Claim]:
    return {claim.text: claim for claim in extract(Document(id="text", text=text, **meta))}
