"""cmi5: a platform's record store is told what the standard asks for, once, in order, in statements that Ralph takes."""

import json
import threading
import uuid
import zipfile
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from xml.etree import ElementTree

import pytest
from browsing import first_answers
from platform_stub import everything, write_book
from playwright.sync_api import Frame, Page
from ralph.models.xapi.base.statements import BaseXapiStatement

from ntrkcourse.export import Order
from ntrkcourse.export.formats import cmi5
from ntrkcourse.export.frame import tracked

ACTOR = {"objectType": "Agent", "account": {"homePage": "https://platform.example", "name": "quiet-heron"}}
ACTIVITY = "https://platform.example/activity/7"
REGISTRATION = "0b1f8a52-6f0a-4c53-9d4e-0a6f7f5f2c11"
SESSION = {"https://w3id.org/xapi/cmi5/context/extensions/sessionid": "session-1"}
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon"


class Platform(ThreadingHTTPServer):
    """Serves the package, and is its record store; the token is given once."""

    daemon_threads = True

    def __init__(self, folder: Path, launch: dict[str, Any]) -> None:
        super().__init__(("127.0.0.1", 0), lambda *about: Asked(*about, directory=str(folder)))
        self.changed = threading.Condition()
        self.statements: list[dict[str, Any]] = []
        self.documents: dict[str, Any] = {"LMS.LaunchData": launch}
        self.tokens = 0
        self.faults: list[str] = []
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def launch(self) -> str:
        query = {
            "endpoint": f"{self.address}/xapi",
            "fetch": f"{self.address}/token",
            "actor": json.dumps(ACTOR),
            "activityId": ACTIVITY,
            "registration": REGISTRATION,
        }
        return f"{self.address}/cmi5.html?{urlencode(query)}"

    def verbs(self) -> list[str]:
        return [one["verb"]["id"].rpartition("/")[2] for one in self.statements]

    def wait(self, *verbs: str) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: self.verbs() == [*verbs], 20), self.verbs()


class Asked(SimpleHTTPRequestHandler):
    server: Platform

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/token":
            self.server.tokens += 1
            return self._answer({"auth-token": "a-token"})
        self._signed()
        statements = json.loads(body)
        with self.server.changed:
            self.server.statements += statements
            self.server.changed.notify_all()
        return self._answer([one["id"] for one in statements])

    def do_PUT(self) -> None:
        self._signed()
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with self.server.changed:
            self.server.documents[self._query()["stateId"]] = json.loads(body)
            self.server.changed.notify_all()
        self._answer(None, 204)

    def do_GET(self) -> None:
        if not self.path.startswith("/xapi/"):
            return super().do_GET()
        self._signed()
        query = self._query()
        asked = query.get("stateId") or query.get("profileId", "")
        found = self.server.documents.get(asked)
        return self._answer(found, 404 if found is None else 200)

    def _signed(self) -> None:
        wanted = {"Authorization": "Basic a-token", "X-Experience-API-Version": "1.0.3"}
        query = self._query()
        if "agent" in query and json.loads(query["agent"]) != ACTOR:
            self.server.faults.append(f"another agent: {self.path}")
        self.server.faults += [
            f"{name}: {self.path}" for name, value in wanted.items() if self.headers[name] != value
        ]

    def _query(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}

    def _answer(self, content: Any, status: int = 200) -> None:
        body = b"" if status == 204 else json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *about: object) -> None:
        pass


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Callable[..., Platform]]:
    """``launch(**launch data)``: a platform with the package in it."""
    write_book(tmp_path)
    (file,) = cmi5.make(Order(tmp_path / "made", book=tmp_path))
    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path)
    running: list[Platform] = []

    def start(**data: Any) -> Platform:
        whole = {"launchMode": "Normal", "contextTemplate": {"extensions": SESSION}, **data}
        running.append(Platform(tmp_path, whole))
        return running[-1]

    yield start
    for one in running:
        one.shutdown()
        one.server_close()
        assert one.faults == []


@pytest.fixture
def page(strict: Callable[..., Any]) -> Page:
    # A document that the store does not have yet is answered with 404, as xAPI wants it, and the console says so.
    context = strict("http://127.0.0.1", console=()).context
    opened: Page = context.new_page()
    return opened


def book(page: Page) -> Frame:
    page.frame_locator("iframe").locator("#here").wait_for()
    return page.frames[-1]


def keep(page: Page, answers: dict[str, bool]) -> None:
    assert book(page).evaluate("entries => ntrk.shared.store.take(entries).stored", first_answers(answers))


def test_a_whole_course_is_told_once_and_in_order(launch: Callable[..., Platform], page: Page) -> None:
    platform = launch(masteryScore=0.6)
    page.goto(platform.launch)
    platform.wait("initialized")
    keep(page, everything())
    platform.wait("initialized", "completed", "passed")
    page.goto("about:blank")
    platform.wait("initialized", "completed", "passed", "terminated")
    assert platform.tokens == 1
    _, completed, passed, terminated = platform.statements
    assert completed["result"]["completion"] is True and "score" not in completed["result"]
    assert passed["result"]["success"] is True and passed["result"]["score"]["scaled"] == 1
    assert passed["context"]["extensions"] == {**SESSION, MASTERY: 0.6}
    assert terminated["result"]["extensions"] == {
        "https://w3id.org/xapi/cmi5/result/extensions/progress": 100
    }
    for one in platform.statements:
        assert BaseXapiStatement(**one)
        assert uuid.UUID(one["id"]).version == 4
        assert one["actor"] == ACTOR and one["object"]["id"] == ACTIVITY
        assert one["context"]["registration"] == REGISTRATION
        categories = [each["id"] for each in one["context"]["contextActivities"]["category"]]
        assert categories[0] == "https://w3id.org/xapi/cmi5/context/categories/cmi5"
        assert (MOVE_ON in categories) == (one in (completed, passed))
        assert ("duration" in one.get("result", {})) == (one is not platform.statements[0])


def test_a_second_session_tells_nothing_twice_and_opens_where_the_first_ended(
    launch: Callable[..., Platform], page: Page
) -> None:
    platform = launch()
    page.goto(platform.launch)
    keep(page, everything())
    platform.wait("initialized", "completed", "passed")
    book(page).evaluate("location.href = 'notebooks/03_how_rare.html#here'")
    with platform.changed:
        assert platform.changed.wait_for(
            lambda: platform.documents.get("told", {}).get("place") == "notebooks/03_how_rare.html#here", 20
        )
    page.goto("about:blank")
    page.goto(platform.launch)
    assert book(page).url.endswith("/notebooks/03_how_rare.html#here")
    page.goto("about:blank")
    platform.wait("initialized", "completed", "passed", "terminated", "initialized", "terminated")


def test_a_score_below_the_platforms_mark_is_failed(launch: Callable[..., Platform], page: Page) -> None:
    quizzes = tracked()["quizzes"]
    platform = launch(masteryScore=0.9)
    page.goto(platform.launch)
    keep(page, {name: at % 2 == 0 for at, name in enumerate(quizzes)})
    platform.wait("initialized", "failed")
    result = platform.statements[-1]["result"]
    assert result["success"] is False and 0.4 < result["score"]["scaled"] < 0.6


def test_who_only_looks_is_told_to_begin_and_to_end_alone(
    launch: Callable[..., Platform], page: Page
) -> None:
    platform = launch(launchMode="Browse")
    page.goto(platform.launch)
    keep(page, everything())
    page.goto("about:blank")
    platform.wait("initialized", "terminated")


def test_with_no_platform_the_book_opens_all_the_same(launch: Callable[..., Platform], page: Page) -> None:
    page.goto(f"{launch().address}/cmi5.html")
    assert book(page).url.endswith("/index.html")


def test_the_course_structure_names_the_page_to_launch(tmp_path: Path) -> None:
    write_book(tmp_path / "book")
    (file,) = cmi5.make(Order(tmp_path, book=tmp_path / "book"))
    with zipfile.ZipFile(file) as archive:
        assert {"cmi5.xml", "cmi5.html", "index.html"} <= {*archive.namelist()}
        root = ElementTree.fromstring(archive.read("cmi5.xml"))
    space = "{https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd}"
    assert root.tag == f"{space}courseStructure"
    (unit,) = root.findall(f"{space}au")
    assert unit.findtext(f"{space}url") == "cmi5.html" and unit.get("moveOn") == "Completed"
    assert unit.get("id", "").startswith("urn:")
