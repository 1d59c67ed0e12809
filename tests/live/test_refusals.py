"""What a class refuses: nothing hostile is stored, answered with more than a word, or shown to the room."""

import copy
import json

import httpx
import pytest
from live_class import Learner, asked, served
from running import apart

from ntrkcourse.live import database

HOME = "urn:reading-the-rare"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("refusals")
    (folder / "book").mkdir()
    (folder / "book/index.html").write_text("The book")
    with served(folder / "classes", folder / "book") as one:
        yield one


@pytest.fixture
def phone(server):
    """A learner who has joined, with an answer that has not been sent, and a client."""

    async def join():
        async with httpx.AsyncClient(base_url=server.address, timeout=60) as client:
            learner = Learner(client, 0)
            await learner.join(server.chosen.code)
            return learner

    learner = apart(join())
    learner.given_now = learner.statement(
        learner.answer(next(one for one in asked(5) if one.kind == "single"))
    )
    with httpx.Client(base_url=server.address, timeout=60) as client:
        learner.client = client
        yield learner


def send(phone, body, key=None, method="POST", **params):
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {} if key == "" else {"Authorization": f"Basic {key or phone.key}"}
    return phone.client.request(method, "/xAPI/statements", content=content, headers=headers, params=params)


def changed(statement, path, value):
    new = copy.deepcopy(statement)
    *way, last = path
    inner = new
    for part in way:
        inner = inner[part]
    inner[last] = value
    return new


def test_no_key_or_a_wrong_one(server, phone):
    assert send(phone, phone.given_now, key="").status_code == 401
    assert send(phone, phone.given_now, key="bm9ib2R5OnNlY3JldA==").status_code == 401
    assert send(phone, phone.given_now, key="\u00e4".encode().hex()).status_code == 401
    assert send(phone, phone.given_now, key=server.chosen.key).status_code == 401
    assert stored(server, phone) == []
    assert send(phone, phone.given_now).status_code == 200


def test_another_learners_key_or_name(server, phone):
    joined = phone.client.post("/class/join", json={"code": server.chosen.code}).json()
    assert send(phone, phone.given_now, key=joined["key"]).status_code == 400
    forged = changed(phone.given_now, ["actor", "account", "name"], joined["name"])
    assert send(phone, forged).status_code == 400
    assert stored(server, phone) == []


def stored(server, phone):
    return [one for one in database.statements(server.store) if one["actor"]["account"]["name"] == phone.name]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["actor"], {"mbox": "mailto:somebody@example.org"}),
        (["actor"], {"objectType": "Group", "member": []}),
        (["actor", "name"], SCRIPT),
        (["actor", "account", "homePage"], "https://example.org"),
        (["verb", "id"], "http://adlnet.gov/expapi/verbs/voided"),
        (["verb"], {}),
        (["verb"], []),
        (["verb"], SCRIPT),
        (["verb", "display"], {"en": SCRIPT}),
        (["object", "id"], f"{HOME}:question:{SCRIPT}"),
        (["object", "id"], "javascript:alert(1)"),
        (["object", "definition", "description"], {"en": SCRIPT}),
        (["object"], {"objectType": "StatementRef", "id": "00000000-0000-4000-8000-000000000000"}),
        (["result", "response"], SCRIPT),
        (["result", "response"], ""),
        (["result", "response"], 7),
        (["result", "response"], "x" * 20_000),
        (["result", "score"], {"raw": 100}),
        (["result", "extensions", f"{HOME}:certainty"], 4),
        (["result", "extensions", f"{HOME}:certainty"], True),
        (["result", "extensions", f"{HOME}:attempt"], 0),
        (["result", "extensions", f"{HOME}:attempt"], 1e400),
        (["result", "extensions", "urn:other"], SCRIPT),
        (["context", "registration"], "00000000-0000-4000-8000-000000000000"),
        (["context", "extensions", f"{HOME}:round"], 3),
        (["context", "instructor"], {"mbox": "mailto:a@example.org"}),
        (["timestamp"], "yesterday"),
        (["timestamp"], "2026-11-30T10:00:00"),
        (["timestamp"], SCRIPT),
        (["stored"], "2020-01-01T00:00:00Z"),
        (["authority"], {"mbox": "mailto:a@example.org"}),
        (["attachments"], [{"usageType": "urn:x"}]),
        (["id"], "1"),
        (["id"], None),
        (["result"], None),
        (["context"], []),
        (["object"], "text"),
    ],
    ids=lambda part: "/".join(map(str, part)) if isinstance(part, list) else None,
)
def test_what_is_no_answer(server, phone, path, value):
    answer = send(phone, changed(phone.given_now, path, value))
    assert answer.status_code == 400 and SCRIPT not in answer.text
    assert stored(server, phone) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", 400),
        (b"nonsense", 400),
        (b"[]", 400),
        (b"[1]", 400),
        (b"null", 400),
        (b'"text"', 400),
        (b"\xff\xfe", 400),
        (b'{"a":' * 13 + b"1" + b"}" * 13, 400),
        (b"[" * 30_000, 400),
        (b"[" + b" " * 40_000 + b"]", 413),
    ],
)
def test_what_is_no_body(server, phone, body, code):
    assert send(phone, body).status_code == code
    assert stored(server, phone) == []


def test_too_many_statements_at_once(server, phone):
    assert send(phone, [phone.given_now] * 21).status_code == 400
    assert send(phone, [phone.given_now, phone.given_now]).status_code == 400
    assert stored(server, phone) == []


def test_one_bad_statement_keeps_the_others_out(server, phone):
    assert send(phone, [phone.given_now, changed(phone.given_now, ["id"], "1")]).status_code == 400
    assert send(phone, phone.given_now, partialSuccess="true").status_code == 200
    assert len(stored(server, phone)) == 1


def test_an_answer_that_claims_to_be_right_is_not_believed(server, phone):
    right = phone.given[0].right
    assert send(phone, changed(phone.given_now, ["result", "success"], not right)).status_code == 200
    assert [one["result"]["success"] for one in stored(server, phone)] == [right]


def test_nobody_reads_what_is_stored(server, phone):
    assert send(phone, phone.given_now).status_code == 200
    for method in ("GET", "DELETE"):
        assert send(phone, b"", method=method, statementId=phone.given_now["id"]).status_code == 405
    for path in ("/xAPI", "/xAPI/activities/state", "/whoami", "/docs", "/openapi.json", "/__heartbeat__"):
        assert phone.client.get(path, headers={"Authorization": f"Basic {phone.key}"}).status_code == 404


def test_too_many_requests_are_put_off(phone):
    codes = [send(phone, b"[]") for _ in range(120)]
    late = [one for one in codes if one.status_code == 429]
    assert late and int(late[0].headers["retry-after"]) >= 1


def test_a_wrong_code(server, phone):
    assert phone.client.post("/class/join", json={"code": "BBB-BBB"}).status_code == 404
    for body in ({}, [], {"code": 1}, {"code": "x" * 2000}, {"code": "", "name": SCRIPT}):
        assert phone.client.post("/class/join", json=body).status_code in (404, 413)


BOARD = [
    ("GET", "/board"),
    ("GET", "/board/figures"),
    ("GET", "/board/events"),
    ("POST", "/board/item"),
    ("POST", "/board/follow"),
    ("POST", "/board/clock"),
    ("GET", "/board/export.csv"),
    ("GET", "/board/export.parquet"),
]


@pytest.mark.parametrize(("method", "path"), BOARD)
def test_the_board_is_the_trainers(server, phone, method, path):
    for headers in (
        {},
        {"Authorization": f"Basic {phone.key}"},
        {"Authorization": f"Bearer {phone.key}"},
        {"Authorization": f"Bearer {server.chosen.code}"},
        {"Cookie": "board="},
    ):
        answer = phone.client.request(method, path, headers=headers)
        assert answer.status_code == 401 and server.chosen.code not in answer.text


def test_the_key_opens_the_board_by_a_cookie(server, phone):
    assert phone.client.post("/board/login", json={"key": "wrong"}).status_code == 401
    opened = phone.client.post("/board/login", json={"key": server.chosen.key})
    cookie = opened.headers["set-cookie"].lower()
    assert opened.status_code == 204 and "httponly" in cookie and "samesite=strict" in cookie
    assert phone.client.get("/board/figures").status_code == 200
    vote = {"item": None, "state": "closed", "round": 1}
    elsewhere = {"Origin": "http://127.0.0.1:1"}
    assert phone.client.post("/board/item", json=vote, headers=elsewhere).status_code == 403
    assert phone.client.post("/board/item", json=vote, headers={"Origin": server.address}).status_code == 204


@pytest.mark.parametrize(
    "vote",
    [
        {},
        [],
        {"item": SCRIPT, "state": "open", "round": 1},
        {"item": None, "state": SCRIPT, "round": 1},
        {"item": None, "state": "open", "round": 3},
        {"item": None, "state": "open", "round": True},
        {"item": None, "state": "open", "round": 1, "follow": SCRIPT},
        {"item": ["a"], "state": ["open"], "round": 1},
    ],
)
def test_what_is_no_vote(server, vote):
    with server.trainer() as trainer:
        assert trainer.post("/board/item", json=vote).status_code == 400
