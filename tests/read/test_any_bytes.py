"""Whatever the bytes are, reading ends with articles or with names of what could not be read."""

from __future__ import annotations

import gzip
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Document
from factcheck.read import Options, frontmatter, load
from factcheck.read.formats import format_of_content, formats
from factcheck.read.source import InputSource
from factcheck.report.escape import visible

_LINES = st.lists(
    st.one_of(
        st.binary(max_size=60),
        st.sampled_from(
            [
                b'{"text": "\xe7\x94\xb2"}',
                b'{"text": 1}',
                b"null",
                b"{",
                b'{"text": "\\ud800"}',
                b"\x00",
                b"\xef\xbb\xbf",
            ]
        ),
    ),
    max_size=8,
).map(b"\n".join)
_YAML = st.text(alphabet="ab:-[]{}&*!|>'\"#%@,.?~ \t\n\r甲\x1b\x00\ufeff", max_size=80)


def items(form, data):
    """What reading `data` gives, as if it stood in a file."""
    return list(load(InputSource(path="-", shown="-", id="-", format=form), Options(max_size=40), io.BytesIO(data)))


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=60), st.text(max_size=20).map(lambda text: text.encode("utf-16"))))
def test_an_article(data):
    found = items("text", data)
    assert found
    for item in found:
        if isinstance(item, Document):
            assert item.text.strip()
            assert "\x00" not in item.text
            item.text.encode()


@settings(max_examples=300, deadline=None)
@given(_LINES)
def test_json_lines(data):
    lines = data.split(b"\n")
    for item in items("jsonl", data):
        line = item.record if isinstance(item, Document) else item.line
        if line is None:  # nothing at all, or a file of another kind, which have no lines
            kind = format_of_content(data, formats()["jsonl"])
            assert kind is not formats()["jsonl"] or not data.removeprefix(b"\xef\xbb\xbf").strip()
            continue
        assert 1 <= line <= len(lines)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 60))
def test_broken_compression(tmp_path_factory, data, cut):
    path = tmp_path_factory.mktemp("gz") / "a.jsonl.gz"
    path.write_bytes(gzip.compress(data)[:cut])
    source = InputSource(path=str(path), shown="a", id="a", format="jsonl", gzipped=True)
    assert all(isinstance(item, Document) or item.reason for item in load(source, Options()))


@settings(max_examples=500, deadline=None)
@given(_YAML)
def test_front_matter(body):
    text = f"---\n{body}\n---\n正文"
    front = frontmatter.parse(text)
    if front is not None:
        assert 0 < front.end <= len(text)
        assert front.refused is None or not front.metadata
        front.complete(Document(id="a", text=text))


@given(st.text())
def test_what_is_shown_is_one_line_without_controls_or_commands(text):
    shown = visible(text)
    assert shown.isprintable() or not any(ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0 for letter in shown)
    assert "::" not in shown
    assert "##[" not in shown
    shown.encode()
