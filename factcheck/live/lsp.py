"""A language server: the findings in an open article as diagnostics, with the other places and the reasons."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

import factcheck
from factcheck.errors import FactcheckError, describe_crash
from factcheck.live.diagnostics import make_diagnostics
from factcheck.messages import head_line, tell

if TYPE_CHECKING:
    from factcheck.live.checker import LiveChecker
    from factcheck.live.diagnostics import Diagnostic, EditorRange
    from factcheck.live.positions import PositionEncoding
    from factcheck.messages import Language

_PAUSE = 0.4  # seconds without a key before a text is checked
_SEVERITY = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}


class ArticleServer:
    """Checks what is open in an editor; one article at a time, the newest state of each."""

    def __init__(self, checker: LiveChecker, language: Language) -> None:
        self._checker, self._language = checker, language
        self._shown: dict[str, tuple[Diagnostic, ...]] = {}
        self._versions: dict[str, int] = {}
        self._worker = ThreadPoolExecutor(1)
        self.server = LanguageServer("factcheck", factcheck.__version__)
        self._register()

    def _register(self) -> None:
        """Say what is answered; the server notes on each function what it is for, as it cannot on a method."""
        feature = self.server.feature

        @feature(types.TEXT_DOCUMENT_DID_OPEN)
        async def show_opened(params: types.DidOpenTextDocumentParams) -> None:
            await self._check(params.text_document.uri)

        @feature(types.TEXT_DOCUMENT_DID_SAVE)
        async def show_saved(params: types.DidSaveTextDocumentParams) -> None:
            await self._check(params.text_document.uri)

        @feature(types.TEXT_DOCUMENT_DID_CHANGE)
        async def show_changed(params: types.DidChangeTextDocumentParams) -> None:
            await self._check(params.text_document.uri, _PAUSE)

        @feature(types.TEXT_DOCUMENT_DID_CLOSE)
        def forget_closed(params: types.DidCloseTextDocumentParams) -> None:
            self._forget(params.text_document.uri)

        @feature(types.TEXT_DOCUMENT_HOVER)
        def explain_place(params: types.HoverParams) -> types.Hover | None:
            return self._explain(params)

    def serve(self) -> None:
        """Speak with the editor on standard input and output until it ends."""
        # streams of its own, which it closes at its end; nothing else is to be put between its messages
        given, taken = os.fdopen(os.dup(sys.stdin.fileno()), "rb"), os.fdopen(os.dup(sys.stdout.fileno()), "wb")
        try:
            with given, taken, contextlib.redirect_stdout(sys.stderr):
                self.server.start_io(given, taken)
        finally:
            self._worker.shutdown(wait=False, cancel_futures=True)

    def _forget(self, uri: str) -> None:
        self._next(uri)
        self._shown.pop(uri, None)
        self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def _next(self, uri: str) -> int:
        self._versions[uri] = self._versions.get(uri, 0) + 1
        return self._versions[uri]

    async def _check(self, uri: str, pause: float = 0.0) -> None:
        mine = self._next(uri)
        if pause:
            await asyncio.sleep(pause)
        path = to_fs_path(uri)
        if path is None or self._versions[uri] != mine:
            return
        source = self.server.workspace.get_text_document(uri).source
        encoding = cast("PositionEncoding", str(self.server.workspace.position_encoding or "utf-16"))
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._worker, self._find, path, source, encoding)
        if self._versions[uri] != mine:
            return  # it has changed meanwhile, and that is being checked
        if isinstance(found, str):
            self.server.window_show_message(types.ShowMessageParams(types.MessageType.Error, found))
            return
        self._shown[uri] = found
        shown = [_as_diagnostic(one) for one in found]
        self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown))

    def _find(self, path: str, source: str, encoding: PositionEncoding) -> tuple[Diagnostic, ...] | str:
        """What is to be shown; a text that says what went wrong where nothing can be."""
        try:
            report = self._checker.check_text(path, source)
            folder = self._checker.index.roots()[0].folder
        except FactcheckError as error:
            said = tell(error.phrase, self._language)
            cure = tell(error.remedy, self._language) if error.remedy is not None else ""
            return " ".join(filter(None, (head_line(error.where, said, self._language) if error.where else said, cure)))
        except Exception as error:  # noqa: BLE001 - no text ends the server
            return tell(describe_crash(error), self._language)
        return make_diagnostics(report, os.path.realpath(path), folder, encoding, self._language)

    def _explain(self, params: types.HoverParams) -> types.Hover | None:
        at = (params.position.line, params.position.character)
        here = [one for one in self._shown.get(params.text_document.uri, ()) if one.where.start <= at < one.where.end]
        if not here:
            return None
        # plain text: what an article says is never taken for markup
        told = "\n\n".join("\n".join((_head(one), *(f"· {line}" for line in one.more))) for one in here)
        content = types.MarkupContent(types.MarkupKind.PlainText, told)
        return types.Hover(content, _as_range(here[0].where))


def _head(one: Diagnostic) -> str:
    return f"{one.rule} {one.message}".strip()


def _as_range(where: EditorRange) -> types.Range:
    return types.Range(types.Position(*where.start), types.Position(*where.end))


def _as_diagnostic(one: Diagnostic) -> types.Diagnostic:
    related = [
        types.DiagnosticRelatedInformation(types.Location(uri, _as_range(other.where)), other.text)
        for other in one.others
        if (uri := from_fs_path(other.where.path)) is not None
    ]
    return types.Diagnostic(
        range=_as_range(one.where),
        message=one.message,
        severity=_SEVERITY[one.severity],
        code=one.rule or None,
        source="factcheck",
        related_information=related or None,
    )
