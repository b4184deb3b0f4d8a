"""A desk with findings of our own, served for real."""

from __future__ import annotations

import http.client
import json
import re
import threading
import time
from typing import NamedTuple

import pytest

from factcheck import Document, Ledger, scan
from factcheck.report import Style
from factcheck.report.findings_html import render_served
from factcheck.web.app import application
from factcheck.web.desk import Desk
from factcheck.web.door import Keys
from factcheck.web.serve import listen, prepare_server

TOLD = "全市共有{}概念验证中心，去年服务企业1200家，带动投资45亿元。"
BRIDGE = "望澜湾大桥的引桥全长{}公里，由桥梁公司承建，明年通车。"
SCHOOL = "夜校今年共招收{}学员，课程安排在周末，学费全部由街道承担。"


class Answered(NamedTuple):
    """What the server said to a request."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)


class Served:
    """A server that runs, the folder it writes to, and a client that knows nothing."""

    def __init__(self, keys, folder, report, port):
        self.keys, self.folder, self.report, self.port = keys, folder, report, port
        self.origin = f"http://127.0.0.1:{port}"

    def ask(self, method, path, body=None, **headers):
        """Send a request word for word; a header that is None is left out, `_` in its name is `-`."""
        told = {"Host": f"127.0.0.1:{self.port}"} | {name.replace("_", "-"): one for name, one in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        data = body if isinstance(body, bytes | None) else json.dumps(body).encode()
        if data is not None:
            connection.putheader("Content-Length", str(len(data)))
        for name, value in told.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(data)
        got = connection.getresponse()
        answer = Answered(got.status, {name.lower(): one for name, one in got.getheaders()}, got.read())
        connection.close()
        return answer

    @property
    def token(self):
        return self.keys.address().partition("=")[2]

    @property
    def cookie(self):
        return self.ask("GET", f"/?token={self.token}").headers["set-cookie"].partition(";")[0]

    def send(self, path, body, **headers):
        """Send a write as the page itself does."""
        told = {"Cookie": self.cookie, "Origin": self.origin, "Content-Type": "application/json"}
        return self.ask("POST", path, body, **told | headers)

    @property
    def rulings(self):
        return Ledger.load(self.folder).rulings

    @property
    def written(self):
        file = self.folder / "rulings.yaml"
        return file.read_text("utf-8") if file.exists() else None


def findings():
    """Three disputed facts in six articles."""
    texts = [
        TOLD.format("36家"), "据了解，" + TOLD.format("63家"), BRIDGE.format(3.7), "记者获悉，" + BRIDGE.format(9.4),
        SCHOOL.format("240名"), "街道办介绍，" + SCHOOL.format("520名"),
    ]  # fmt: skip
    articles = [Document(id=f"{number}.txt", text=text, date="2025-03-01") for number, text in enumerate(texts)]
    return scan(articles, chosen=("FC1",))


@pytest.fixture(scope="session")
def report():
    found = findings()
    assert len(found.findings) == 3
    return found


@pytest.fixture
def serving(tmp_path, report):
    """Serve a report for as long as the test runs."""
    stop = []

    def start(shown=report, by="某甲", folder=None):
        folder = folder or tmp_path / "claims"
        folder.mkdir(exist_ok=True)
        page, policy = render_served(shown, Style(), by)
        listening = listen(0)
        port = listening.getsockname()[1]
        keys = Keys(port)
        server = prepare_server(application(Desk(shown.findings, folder, by), page, keys), policy)
        running = threading.Thread(target=server.run, args=([listening],))
        running.start()
        stop.append((server, running))
        end = time.monotonic() + 20
        while not server.started and time.monotonic() < end:
            time.sleep(0.01)
        return Served(keys, folder, shown, port)

    yield start
    for server, running in stop:
        server.should_exit = True
        running.join(20)
        assert not running.is_alive()


@pytest.fixture
def desk(serving):
    return serving()


def policy_of(answer):
    return re.split(r"; *", answer.headers["content-security-policy"])
