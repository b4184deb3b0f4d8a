"""Documents made here, with invented names, for the tests of the formats."""

from __future__ import annotations

import io
import zipfile

from factcheck.messages import tell
from factcheck.model import Document, Skipped
from factcheck.read import Options, load
from factcheck.read.source import InputSource

PAGE = """<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>青禾市去年造林36万亩_晨报网</title>
<meta property="og:site_name" content="晨报网"><link rel="canonical" href="https://chenbao.example/a/1.html">
<meta property="article:published_time" content="2024-03-05T08:00:00+08:00"></head>
<body><nav><ul><li><a href="/">首页</a></li><li><a href="/b">今日要闻：去年造林99万亩</a></li></ul></nav>
<article><h1>青禾市去年造林36万亩</h1><p>青禾市林业局昨日通报，全市去年完成造林36万亩，比前年多6万亩。</p>
<p>局长说，其中松林占三成。<br>今年计划再造林40万亩。</p>
<table><tr><th>县区</th><th>面积（万亩）</th></tr><tr><td>东岭县</td><td>20</td></tr><tr><td>西河区</td><td>16</td></tr>
</table><p>记者了解到，这些林地将由专门队伍养护，养护期为五年，每亩补助200元，合计7200万元。</p></article>
<section class="comments"><h3>评论</h3><div class="comment">我看只有12万亩</div></section>
<aside><a href="/x">相关：某市造林50万亩</a><a href="/y">相关：某县造林3万亩</a></aside>
<footer>版权所有 2020 晨报网 电话 12345678</footer></body></html>"""

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_NOTES_RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>'
)


def zipped(entries):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            # A time of today would make other bytes, and other names of tests, in each process that collects them.
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def word(body, notes=None, head=""):
    """A Word document of this body, in WordprocessingML."""
    entries = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f"{head}<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    if notes is not None:
        entries["word/_rels/document.xml.rels"] = _NOTES_RELATION
        entries["word/footnotes.xml"] = f"<w:footnotes {W}>{notes}</w:footnotes>"
    return zipped(entries)


def loaded(name, data, *, named=False, **options):
    """The documents in a file of this name, and what is said of it."""
    from factcheck.read.formats import format_of

    kind, _ = format_of(name)
    source = InputSource(path="-", shown=name, id=name, format=kind.name, named=named)
    items = list(load(source, Options(**options), io.BytesIO(data)))
    return [one for one in items if isinstance(one, Document)], [one for one in items if isinstance(one, Skipped)]


def article(name, data, **options):
    """The one document in a file, of which nothing is said."""
    (document,), skipped = loaded(name, data, **options)
    assert skipped == []
    return document


def where(document, words, language="en"):
    """Where words stand in the file of a document."""
    found = document.where(document.text.index(words))
    return tell(found, language) if found is not None else None
