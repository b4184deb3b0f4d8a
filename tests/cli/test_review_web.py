"""`factcheck review --web`: a server that starts, ends and is killed."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from factcheck import Ledger
from factcheck.cli.work import review_web

from .conftest import ROOT

TOLD = "全市共有{}概念验证中心，去年服务企业1200家，带动投资45亿元。"


@pytest.fixture
def desk(tmp_path):
    """A disputed fact in two articles, and a ledger."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "factcheck.toml").write_text("", "utf-8")
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, text in enumerate((TOLD.format("36家"), "据了解，" + TOLD.format("63家"))):
        (folder / f"{number}.txt").write_text(f"---\ndate: 2025-03-01\n---\n{text}\n", "utf-8")
    return tmp_path


@contextmanager
def running(desk, *arguments):
    """The server as a process, with the port and the token of the address that it prints."""
    command = [
        sys.executable,
        "-m",
        "factcheck",
        "review",
        "articles",
        "--web",
        "--no-browser",
        "--jobs",
        "1",
        *arguments,
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=desk, env=environment, text=True
    ) as process:
        try:
            address = process.stdout.readline()
            process.stdout.readline()
            yield process, *re.search(r" at http://127\.0\.0\.1:(\d+)/\?token=(\S+)$", address).groups()
        finally:
            process.kill()


def ask(port, method, path, body=None, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=20)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    got = answer.status, answer.headers, answer.read().decode()
    connection.close()
    return got


def rule(port, token, reason):
    _, headers, _ = ask(port, "GET", f"/?token={token}")
    cookie = headers["Set-Cookie"].partition(";")[0]
    _, _, page = ask(port, "GET", "/", Cookie=cookie)
    data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1])
    body = json.dumps({"finding": data["findings"][0]["f"][0], "ruling": "explained", "reason": reason})
    told = {"Cookie": cookie, "Origin": f"http://127.0.0.1:{port}", "Content_Type": "application/json"}
    return ask(port, "POST", "/rulings", body, **told)[0]


@pytest.mark.skipif(os.name != "posix", reason="sends the signal of Ctrl-C")
def test_ctrl_c_ends_it_and_says_how_it_went(desk):
    with running(desk, "--by", "某甲") as (process, port, token):
        assert rule(port, token, "口径不同") == 200
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out, err) == (0, "1 ruled on, 0 left\n", "")
    assert [(one.reason, one.by) for one in Ledger.load(desk / "claims").rulings] == [("口径不同", "某甲")]


@pytest.mark.skipif(os.name != "posix", reason="sends the signal of Ctrl-C")
@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("sent", ["", '{"finding": '])
def test_ctrl_c_ends_it_quietly_while_half_a_request_has_come(desk, times, sent):
    with running(desk) as (process, port, token):
        _, headers, _ = ask(port, "GET", f"/?token={token}")
        lines = [
            "POST /rulings HTTP/1.1", f"Host: 127.0.0.1:{port}", f"Origin: http://127.0.0.1:{port}",
            f"Cookie: {headers['Set-Cookie'].partition(';')[0]}", "Content-Type: application/json",
            "Content-Length: 99",
        ]  # fmt: skip
        with socket.create_connection(("127.0.0.1", int(port))) as half:
            half.sendall(("\r\n".join([*lines, "", ""]) + sent).encode())
            time.sleep(0.5)
            for _ in range(times):
                process.send_signal(signal.SIGINT)
                time.sleep(0.5)
            out, err = process.communicate(timeout=60)
        assert (process.returncode, out, err) == (0, "0 ruled on, 1 left\n", "")


def test_a_request_whose_rest_does_not_come_is_given_up(desk):
    with running(desk) as (_, port, token):
        _, headers, _ = ask(port, "GET", f"/?token={token}")
        told = {"Origin": f"http://127.0.0.1:{port}", "Content_Type": "application/json", "Content_Length": "99"}
        cookie = headers["Set-Cookie"].partition(";")[0]
        assert ask(port, "POST", "/rulings", '{"finding": ', Cookie=cookie, **told)[0] == 408


@pytest.mark.slow
def test_a_server_that_is_killed_has_lost_nothing_and_the_next_shows_it(desk):
    with running(desk) as (process, port, token):
        assert rule(port, token, "口径不同") == 200
        process.kill()
        process.wait(60)
    assert [one.reason for one in Ledger.load(desk / "claims").rulings] == ["口径不同"]
    with running(desk) as (_, port, token):
        assert rule(port, token, "又来一次") == 409


def test_it_listens_on_this_machine_alone_and_on_the_port_asked_for(desk, run):
    with running(desk) as (_, port, _):
        taken = run("review", "articles", "--web", "--port", port)
        assert taken.code == 2
        assert f"--port: port {port} is not available: address already in use" in taken.err
        listening = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", f"import socket; socket.create_server(('127.0.0.2', {port}))"], check=False
        )
        assert listening.returncode == 0  # nobody has it under another address of this machine


def test_without_the_extra_it_says_in_one_line_what_to_install(run, desk, monkeypatch):
    monkeypatch.setattr(review_web.importlib.util, "find_spec", lambda name: None if name == "uvicorn" else name)
    ran = run("review", "articles", "--web")
    assert (ran.code, ran.out) == (2, "")
    assert "help: pip install 'factcheck-zh[web]', or in a checkout .venv/bin/pip install -e '.[web]'\n" in ran.err
    assert not list((desk / "claims").iterdir())


def test_without_a_ledger_nothing_is_served(run, corpus):
    ran = run("review", corpus, "--web", "--isolated")
    assert (ran.code, "no ledger was found" in ran.err) == (2, True)


def test_the_server_is_imported_only_where_it_is_asked_for(process):
    code = (
        "import sys, factcheck.cli.app, factcheck.cli.work.review; print({'starlette', 'uvicorn'} & set(sys.modules))"
    )
    assert process("-c", code, code=None).stdout.decode().strip() == "set()"
