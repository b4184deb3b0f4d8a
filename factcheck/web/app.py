"""What the server answers: the page, the rulings on it, and whether an answer was written."""

from __future__ import annotations

import asyncio
import hashlib
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.endpoints import HTTPEndpoint
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route

from factcheck.errors import LedgerError
from factcheck.ledger.rulings import Verdict
from factcheck.web.door import Door, Keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from factcheck.web.desk import Desk

LIMIT = 32_768  # bytes of a request
PATIENCE = 2.0  # seconds for all of them to come, from this machine; less than the server waits when it is to end
_REASON = 2000  # letters
_KNOWN = 200  # rulings on one finding
T = TypeVar("T")


class Answer(msgspec.Struct, forbid_unknown_fields=True):
    """A ruling on a finding; `known` are the ids of the rulings on it that the person saw."""

    finding: str
    ruling: Verdict
    reason: Annotated[str, msgspec.Meta(max_length=_REASON)]
    known: Annotated[list[str], msgspec.Meta(max_length=_KNOWN)] = []


class Undo(msgspec.Struct, forbid_unknown_fields=True):
    """A ruling, by its id, that is taken off a finding."""

    finding: str
    ruling: str


def application(desk: Desk, page: bytes, keys: Keys) -> Starlette:
    """The application: `/` is the page, `/rulings` what is decided, and where answers go."""

    def show(_: Request) -> Response:
        return Response(page, media_type="text/html")

    class Rulings(HTTPEndpoint):
        def get(self, request: Request) -> Response:
            response = _state(desk)
            if request.headers.get("if-none-match") == response.headers["etag"]:
                return Response(status_code=304, headers={"etag": response.headers["etag"]})
            return response

        async def post(self, request: Request) -> Response:
            answer = await _read(request, Answer, desk)
            reason = answer.reason.replace("\r\n", "\n").strip()
            if not reason:
                raise HTTPException(400, "a ruling needs a reason")
            return await run_in_threadpool(
                _write, desk, lambda: desk.rule(answer.finding, answer.ruling, reason, answer.known)
            )

    class TakenBack(HTTPEndpoint):
        async def post(self, request: Request) -> Response:
            undo = await _read(request, Undo, desk)
            return await run_in_threadpool(
                _write, desk, lambda: undo.ruling if desk.take_back(undo.finding, undo.ruling) else None
            )

    return Starlette(
        routes=[
            Route("/", show),
            Route("/rulings", Rulings, max_body_size=LIMIT),
            Route("/rulings/undo", TakenBack, max_body_size=LIMIT),
        ],
        middleware=[Middleware(Door, keys=keys)],
        exception_handlers={LedgerError: _tell_broken},
    )


async def _read(request: Request, kind: type[T], desk: Desk) -> T:
    """The body of a request, typed. Only JSON: a form of another page can send no such type unasked."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise HTTPException(415, "send application/json")
    try:
        async with asyncio.timeout(PATIENCE):
            body = await request.body()
    except TimeoutError as error:
        raise HTTPException(408, "the rest of the request did not come") from error
    try:
        read = msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise HTTPException(400, str(error)) from error
    if not desk.knows(read.finding):  # type: ignore[attr-defined]
        raise HTTPException(404, "no such finding")
    return read


def _write(desk: Desk, write: Callable[[], str | None]) -> Response:
    """What is decided once `write` is done; 409 where it wrote nothing, because somebody else has."""
    done = write()
    return _state(desk, status=409 if done is None else 200, id=done)


def _state(desk: Desk, *, status: int = 200, **more: str | None) -> Response:
    state = desk.state()
    tag = f'"{hashlib.sha256(msgspec.json.encode(state)).hexdigest()[:32]}"'
    return _json(state | more, status, etag=tag)


def _tell_broken(_: Request, error: Exception) -> Response:
    """The ledger cannot be read or written: the person must know, and can mend it."""
    return _json({"error": str(error), "cure": getattr(error, "cure", None)}, 500)


def _json(value: object, status: int, **headers: str) -> Response:
    return Response(msgspec.json.encode(value), status, headers, media_type="application/json")
