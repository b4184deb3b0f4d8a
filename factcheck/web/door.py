"""Who may come in: one browser that was given the address, talking to this machine by its own name.

Everybody on the machine can reach the port, and every page that the browser has open can send requests to it. The
secret in the address keeps out the first. The second have no cookie of ours to send (`SameSite=Strict`); where they
share our site, on another port, they are told by `Sec-Fetch-Site` and `Origin`; and a foreign name that was made to
lead here (DNS rebinding) is told by `Host`.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

LOOPBACK = "127.0.0.1"
_READS = frozenset({"GET", "HEAD"})
_OURS = frozenset({"same-origin", "none"})  # none: typed, or opened by a program
_CLOSED = """\
This page is for the person who started it: open the address that factcheck printed, with its token.
此页只供启动者使用：请打开 factcheck 显示的带 token 的地址。
"""


class Keys:
    """The secrets of one run. `token` stands in the address that is printed and is exchanged for a cookie."""

    def __init__(self, port: int) -> None:
        shown = "" if port == 80 else f":{port}"  # browsers leave out the port that HTTP has anyway
        self.home = f"http://{LOOPBACK}{shown}/"
        self.token, self._session = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        self._once: set[str] = set()
        self.hosts = {name + shown for name in (LOOPBACK, "localhost")}
        self.cookie = f"factcheck-{port}"  # cookies do not tell ports apart: two desks may be open

    def address(self, *, once: bool = False) -> str:
        """The address that lets in; one for a browser's command line, where others can read it, serves once."""
        token = self.token
        if once:
            token = secrets.token_urlsafe(32)
            self._once.add(token)
        return f"{self.home}?token={token}"

    def opens(self, token: str) -> bool:
        """Whether a token is one that was given out."""
        if _same(token, self.token):
            return True
        used = {one for one in self._once if _same(token, one)}
        self._once -= used
        return bool(used)

    def greet(self) -> Response:
        """The clean address, and the cookie that opens it."""
        response = RedirectResponse("/", status_code=303)
        response.set_cookie(self.cookie, self._session, path="/", httponly=True, samesite="strict")
        return response

    def is_known(self, request: Request) -> bool:
        """Whether a request brings the cookie."""
        return _same(request.cookies.get(self.cookie, ""), self._session)


class Door:
    """Lets a request through to the application, or answers it with what is wrong with it."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self._app, self._keys = app, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await (self._answer(Request(scope)) or self._app)(scope, receive, send)

    def _answer(self, request: Request) -> Response | None:
        host, keys = request.headers.get("host", ""), self._keys
        if host not in keys.hosts:
            return PlainTextResponse(f"open {keys.home}\n", status_code=421)
        page = request.url.path == "/"
        if page and request.method == "GET" and "token" in request.query_params:
            return keys.greet() if keys.opens(request.query_params["token"]) else _refuse()
        if not keys.is_known(request):
            return _refuse()
        if not page and request.headers.get("sec-fetch-site", "none") not in _OURS:
            return _refuse()
        if request.method not in _READS and not _from_here(request, host):
            return _refuse()
        return None


def _from_here(request: Request, host: str) -> bool:
    fetched = request.headers.get("sec-fetch-site", "same-origin")
    return request.headers.get("origin") == f"http://{host}" and fetched == "same-origin"


def _refuse() -> Response:
    return PlainTextResponse(_CLOSED, status_code=403)


def _same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode("utf-8", "replace"), other.encode())
