"""What the server refuses, and what every answer says about itself."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from factcheck.web.door import Keys

from .conftest import policy_of

RULING = {"ruling": "explained", "reason": "两处统计口径不同"}


def ruling(desk, **more):
    return {"finding": desk.report.findings[0].fingerprints[0], **RULING, **more}


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"), ("HEAD", "/"), ("GET", "/rulings"), ("POST", "/rulings"), ("POST", "/rulings/undo"),
        ("GET", "/nowhere"), ("DELETE", "/rulings"), ("GET", "/favicon.ico"), ("OPTIONS", "/rulings"),
    ],
)  # fmt: skip
def test_nothing_without_the_cookie(desk, method, path):
    told = {"Origin": desk.origin, "Content-Type": "application/json"}
    for cookie in (None, "factcheck=1", f"{desk.keys.cookie}=", f"{desk.keys.cookie}=guess", "\xe9=\xe9"):
        answer = desk.ask(method, path, ruling(desk) if method == "POST" else None, Cookie=cookie, **told)
        assert answer.status == 403
        assert desk.report.findings[0].message.encode() not in answer.body
    assert desk.written is None


@pytest.mark.parametrize("token", ["", "guess", "%C3%A9", "a" * 5000])
def test_a_wrong_token_opens_nothing(desk, token):
    answer = desk.ask("GET", f"/?token={token}")
    assert (answer.status, "set-cookie" in answer.headers) == (403, False)


def test_the_token_is_exchanged_for_a_cookie_and_a_clean_address(desk):
    answer = desk.ask("GET", f"/?token={desk.token}")
    assert (answer.status, answer.headers["location"]) == (303, "/")
    cookie, *attributes = answer.headers["set-cookie"].split("; ")
    assert {one.lower() for one in attributes} == {"httponly", "path=/", "samesite=strict"}
    assert desk.token not in str(answer.headers)
    page = desk.ask("GET", "/", Cookie=cookie)
    assert page.status == 200
    assert desk.token.encode() not in page.body


def test_an_address_for_a_command_line_serves_once(desk):
    once = desk.keys.address(once=True).partition("/?")[2]
    assert desk.token not in once
    assert [desk.ask("GET", f"/?{once}").status for _ in range(2)] == [303, 403]
    assert desk.ask("GET", f"/?token={desk.token}").status == 303


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.evil.example:{port}",
        "",
        "[::1]:{port}",
    ],
)
@pytest.mark.parametrize("path", ["/", "/rulings", "/?token={token}"])
def test_a_name_that_was_made_to_lead_here_is_turned_away(desk, host, path):
    path = path.format(token=desk.token)
    answer = desk.ask("GET", path, Host=host.format(port=desk.port), Cookie=desk.cookie)
    assert (answer.status, "set-cookie" in answer.headers) == (421, False)


def test_without_a_host_there_is_no_answer(desk):
    assert desk.ask("GET", "/rulings", Host=None, Cookie=desk.cookie).status == 400


def test_localhost_is_this_machine_too(desk):
    host = f"localhost:{desk.port}"
    assert desk.send("/rulings", ruling(desk), Host=host, Origin=f"http://{host}").status == 200


@pytest.mark.parametrize(
    "origin",
    [None, "null", "http://evil.example", "http://127.0.0.1", "http://127.0.0.1:1", "https://127.0.0.1:{port}",
        "http://localhost:{port}", "",
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/rulings", "/rulings/undo"])
def test_a_write_from_another_page_is_refused(desk, origin, path):
    origin = origin and origin.format(port=desk.port)
    assert desk.send(path, ruling(desk), Origin=origin).status == 403
    assert desk.written is None


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_a_write_that_the_browser_says_is_not_ours_is_refused(desk, site):
    assert desk.send("/rulings", ruling(desk), Sec_Fetch_Site=site).status == 403
    assert desk.written is None


@pytest.mark.parametrize(
    ("site", "status"), [("cross-site", 403), ("same-site", 403), ("same-origin", 200), (None, 200)]
)
def test_another_page_cannot_read_the_rulings(desk, site, status):
    assert desk.ask("GET", "/rulings", Cookie=desk.cookie, Sec_Fetch_Site=site).status == status


@pytest.mark.parametrize(
    "kind",
    [
        None,
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
    ],
)
def test_only_json_is_a_ruling(desk, kind):
    assert desk.send("/rulings", ruling(desk), Content_Type=kind).status == 415
    assert desk.written is None


def test_json_in_utf_8_said_so_is_taken(desk):
    assert desk.send("/rulings", ruling(desk), Content_Type="application/json; charset=utf-8").status == 200


def test_a_large_body_is_refused(desk):
    assert desk.send("/rulings", ruling(desk, reason="长" * 20_000)).status == 413
    assert desk.send("/rulings", b"[" * 300_000).status == 413
    assert desk.written is None


@pytest.mark.parametrize(
    "change",
    [
        {"reason": ""}, {"reason": " \n\t"}, {"reason": "长" * 2001}, {"reason": None}, {"ruling": "maybe"},
        {"by": "某乙"}, {"finding": 1}, {"known": "all"},
    ],
)  # fmt: skip
def test_what_is_no_ruling_is_not_written(desk, change):
    assert desk.send("/rulings", ruling(desk, **change)).status == 400
    assert desk.written is None


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff", b'{"finding": "\\ud800"}', b"[" * 20_000])
def test_what_is_no_json_is_not_written(desk, body):
    for path in ("/rulings", "/rulings/undo"):
        assert desk.send(path, body).status == 400
    assert desk.written is None


def test_an_unknown_finding_is_not_ruled_on(desk):
    for one in ("0" * 16, "finding-1", "../x", ""):
        assert desk.send("/rulings", ruling(desk, finding=one)).status == 404
        assert desk.send("/rulings/undo", {"finding": one, "ruling": "0" * 16}).status == 404
    assert desk.written is None


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/"), ("PUT", "/rulings"), ("DELETE", "/rulings"), ("PATCH", "/rulings"), ("OPTIONS", "/rulings"),
        ("GET", "/rulings/undo"), ("TRACE", "/"),
    ],
)  # fmt: skip
def test_other_methods_are_refused(desk, method, path):
    answer = desk.ask(method, path, Cookie=desk.cookie, Origin=desk.origin)
    assert answer.status == 405
    assert desk.written is None


def test_looking_never_writes(desk):
    cookie = desk.cookie
    for path in ("/", "/rulings", "/rulings?ruling=explained", "/rulings/undo", "/nowhere"):
        desk.ask("GET", path, Cookie=cookie)
        desk.ask("HEAD", path, Cookie=cookie)
    assert list(desk.folder.iterdir()) == []


def test_every_answer_says_how_it_may_be_used(desk):
    cookie = desk.cookie
    answers = [
        desk.ask("GET", "/", Cookie=cookie), desk.ask("GET", "/rulings", Cookie=cookie),
        desk.send("/rulings", ruling(desk)), desk.send("/rulings", b""),
        desk.send("/rulings", ruling(desk), Content_Type="text/plain"),
        desk.send("/rulings", ruling(desk), Origin=None), desk.send("/rulings", b"1" * 99_999), desk.ask("GET", "/"),
        desk.ask("GET", f"/?token={desk.token}"), desk.ask("GET", "/rulings", Host="evil.example"),
        desk.ask("GET", "/nowhere", Cookie=cookie), desk.ask("DELETE", "/rulings", Cookie=cookie, Origin=desk.origin),
        desk.send("/rulings", ruling(desk, finding="?")),
    ]  # fmt: skip
    assert {one.status for one in answers} == {200, 400, 303, 403, 404, 405, 413, 415, 421}
    for answer in answers:
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-frame-options"] == "DENY"
        assert "server" not in answer.headers
        assert not any(name.startswith("access-control") for name in answer.headers)
        assert policy_of(answer)[:3] == ["default-src 'none'", "base-uri 'none'", "form-action 'none'"]


def test_the_policy_is_that_of_the_report_and_requests_to_its_own_server(desk):
    page = desk.ask("GET", "/", Cookie=desk.cookie)
    text = page.body.decode()
    assert "http-equiv" not in text
    allowed = policy_of(page)[3:]
    for element, directive in (("script", "script-src"), ("style", "style-src")):
        (inside,) = re.findall(rf"<{element}>(.*?)</{element}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert allowed.pop(0) == f"{directive} 'sha256-{digest}'"
    assert allowed == ["connect-src 'self'"]


def test_two_desks_on_one_machine_have_cookies_of_their_own(serving, tmp_path):
    one, other = serving(), serving(folder=tmp_path / "others")
    assert one.cookie.partition("=")[0] != other.cookie.partition("=")[0]
    assert other.ask("GET", "/", Cookie=one.cookie).status == 403


def test_the_port_of_http_is_left_out_as_browsers_do():
    assert Keys(80).hosts == {"127.0.0.1", "localhost"}
    assert Keys(80).address().startswith("http://127.0.0.1/?token=")
