"""Serves the page to this machine alone, until Ctrl-C."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import threading
import webbrowser
from typing import TYPE_CHECKING

import uvicorn

from factcheck.errors import UsageError, describe_refusal
from factcheck.messages import say
from factcheck.web.app import application
from factcheck.web.door import LOOPBACK, Keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.applications import Starlette

    from factcheck.web.desk import Desk

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class _Unfinished(logging.Filter):
    """Keeps quiet about what was still being answered when a person ended the server: that is no error of anybody."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is to be told."""
        return record.exc_info is None or not isinstance(record.exc_info[1], asyncio.CancelledError)


_UNFINISHED = _Unfinished()


def serve(desk: Desk, page: bytes, policy: str, *, port: int, browser: bool, tell: Callable[[str], None]) -> None:
    """Serve `page` under the Content-Security-Policy `policy`; `tell` is given the address once it answers.

    `port` 0 is a free one. Raises `UsageError` where the port cannot be had.
    """
    listening = listen(port)
    keys = Keys(listening.getsockname()[1])
    server = prepare_server(application(desk, page, keys), policy)
    tell(keys.address())
    if browser and _graphical():
        threading.Thread(target=webbrowser.open, args=(keys.address(once=True),), daemon=True).start()
    with contextlib.suppress(KeyboardInterrupt):  # the server lets what is being written finish, and raises it anew
        server.run(sockets=[listening])


def prepare_server(app: Starlette, policy: str) -> uvicorn.Server:
    """The server of an application, quiet, with the headers that every answer has."""
    config = uvicorn.Config(
        app,
        headers=[*HEADERS.items(), ("Content-Security-Policy", policy)],
        http="h11", ws="none", loop="asyncio", lifespan="off", proxy_headers=False, server_header=False,
        access_log=False, log_config=None, log_level="error", timeout_graceful_shutdown=5,
    )  # fmt: skip
    logging.getLogger("uvicorn.error").addFilter(_UNFINISHED)
    return uvicorn.Server(config)


def listen(port: int) -> socket.socket:
    """A socket that this machine alone can reach."""
    try:
        return socket.create_server((LOOPBACK, port))
    except OSError as error:
        what = say("error.no-port", port=str(port), why=describe_refusal(error))
        raise UsageError(what, where="--port", cure=say("cure.other-port")) from error


def _graphical() -> bool:
    """Whether there is a browser with a window: one for the terminal would take it over, and runs no scripts."""
    try:
        return type(webbrowser.get()) is not webbrowser.GenericBrowser
    except webbrowser.Error:
        return False
