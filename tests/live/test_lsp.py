"""The language server as an editor meets it: a process, spoken to over its standard streams."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from invented import ALTERED, FIRST

from factcheck import Index
from factcheck.read import find

ROOT = Path(__file__).parents[2]
pytest.importorskip("pygls")


class Editor:
    """A client of one server, with its answers by number and its notifications in order."""

    def __init__(self, folder, *words):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "FACTCHECK_LANG": "en"}
        self.process = subprocess.Popen(  # noqa: S603 - our own
            [sys.executable, "-m", "factcheck", "lsp", *words], cwd=folder, env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._number = 0

    def send(self, method, params, *, asks=False):
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if asks:
            self._number += 1
            message["id"] = self._number
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def ask(self, method, params):
        self.send(method, params, asks=True)
        while True:
            message = self.read()
            if message.get("id") == self._number and "method" not in message:
                return message["result"]

    def wait_for(self, method):
        while True:
            message = self.read()
            if message.get("method") == method:
                return message["params"]

    def read(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has ended"
        return json.loads(self.process.stdout.read(length))

    def begin(self, encodings=None):
        general = {"positionEncodings": encodings} if encodings else {}
        answer = self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {"general": general}})
        self.send("initialized", {})
        return answer["capabilities"]

    def open(self, path, text):
        document = {"uri": path.as_uri(), "languageId": "plaintext", "version": 1, "text": text}
        self.send("textDocument/didOpen", {"textDocument": document})
        return self.wait_for("textDocument/publishDiagnostics")

    def end(self):
        self.ask("shutdown", None)
        self.send("exit", None)
        self.process.stdin.close()
        code = self.process.wait(30)
        self.process.stdout.close()
        return code


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "filed").mkdir()
    (tmp_path / "filed" / "a.txt").write_text(FIRST, "utf-8")
    Index(tmp_path / "desk.index").update(
        find([str(tmp_path / "filed")])[0], roots=[str(tmp_path / "filed")], folder=str(tmp_path)
    )
    (tmp_path / "new.txt").write_text("河岸上新栽了一排柳树。\n", "utf-8")
    return tmp_path


@pytest.fixture
def editor(folder):
    held = Editor(folder, "--against", "desk.index")
    yield held
    held.process.kill()
    held.process.wait()
    for stream in (held.process.stdin, held.process.stdout):
        stream.close()


def cut(text, where, encoding):
    """What a range covers, in one line, counted as the server counts."""
    line = text.split("\n")[where["start"]["line"]]
    assert where["end"]["line"] == where["start"]["line"]
    width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    data = line.encode(encoding if encoding == "utf-8" else f"{encoding}-le")
    return data[where["start"]["character"] * width : where["end"]["character"] * width].decode(
        encoding if encoding == "utf-8" else f"{encoding}-le"
    )


@pytest.mark.parametrize(
    ("asked", "given"), [(None, "utf-16"), (["utf-8", "utf-16"], "utf-8"), (["utf-32"], "utf-32"), (["odd"], "utf-16")]
)
def test_findings_are_shown_where_they_are_in_the_encoding_that_is_asked_for(editor, folder, asked, given):
    assert editor.begin(asked)["positionEncoding"] == given
    text = "𠮷𠮷" + ALTERED.replace("望河市教育局", "𠮷望河市教育局")
    shown = editor.open(folder / "new.txt", text)
    assert shown["uri"] == (folder / "new.txt").as_uri()
    (one,) = shown["diagnostics"]
    assert (one["code"], one["severity"], one["source"]) == ("FC201", 1, "factcheck")
    there = cut(text, one["range"], given)
    assert "老年人" in there
    (other,) = one["relatedInformation"]
    assert other["location"]["uri"] == (folder / "filed" / "a.txt").as_uri()
    assert cut(FIRST, other["location"]["range"], given) == other["message"]
    asked_at = {"textDocument": {"uri": shown["uri"]}, "position": one["range"]["start"]}
    told = editor.ask("textDocument/hover", asked_at)
    assert told["contents"]["kind"] == "plaintext"
    assert told["contents"]["value"].startswith(f"FC201 {one['message']}\n· ")
    asked_at["position"] = {"line": 0, "character": 0}
    assert editor.ask("textDocument/hover", asked_at) is None
    assert editor.end() == 0


def test_what_is_typed_is_checked_and_what_is_put_right_is_gone(editor, folder):
    editor.begin()
    file = folder / "new.txt"
    assert editor.open(file, "河岸上新栽了一排柳树。\n")["diagnostics"] == []
    changed = {"textDocument": {"uri": file.as_uri(), "version": 2}, "contentChanges": [{"text": ALTERED}]}
    editor.send("textDocument/didChange", changed)
    assert len(editor.wait_for("textDocument/publishDiagnostics")["diagnostics"]) == 1
    changed["contentChanges"][0]["text"], changed["textDocument"]["version"] = FIRST, 3
    editor.send("textDocument/didChange", changed)
    assert [one["severity"] for one in editor.wait_for("textDocument/publishDiagnostics")["diagnostics"]] in ([], [3])
    assert file.read_text("utf-8") == "河岸上新栽了一排柳树。\n"  # nothing is ever written
    editor.send("textDocument/didClose", {"textDocument": {"uri": file.as_uri()}})
    assert editor.wait_for("textDocument/publishDiagnostics")["diagnostics"] == []


def test_an_index_that_cannot_be_used_any_more_is_told_and_the_server_lives_on(editor, folder):
    editor.begin()
    editor.open(folder / "new.txt", "河岸上新栽了一排柳树。\n")
    whole = (folder / "desk.index").read_bytes()
    (folder / "desk.index").write_bytes(whole[:5000])
    document = {"uri": (folder / "new.txt").as_uri()}
    editor.send("textDocument/didSave", {"textDocument": document})
    assert "desk.index: cannot be used" in editor.wait_for("window/showMessage")["message"]
    (folder / "desk.index").write_bytes(whole)
    editor.send("textDocument/didSave", {"textDocument": document})
    assert editor.wait_for("textDocument/publishDiagnostics")["diagnostics"] == []


def test_without_an_index_it_does_not_start(folder):
    ran = subprocess.run(
        [sys.executable, "-m", "factcheck", "lsp", "--against", "none.index"], cwd=folder, capture_output=True,
        check=False, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert ran.returncode == 2
    assert b"none.index: no such file" in ran.stderr
