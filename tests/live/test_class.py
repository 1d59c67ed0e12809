"""A whole class: every answer arrives once, whatever the network, the clocks and the laptop do."""

import asyncio
import csv
import io
import json
import os
import sys
from collections import Counter
from urllib.parse import urlsplit

import httpx
import pyarrow.parquet
import pytest
from live_class import Learner, asked, served
from running import apart

from ntrkcourse.live import database


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("class")
    (folder / "book").mkdir()
    (folder / "book/index.html").write_text("<!doctype html><title>Book</title>" + "<p>Text.</p>" * 500)
    (folder / "book/theme.css").write_text("p { margin: 0 }" * 300)
    (folder / "secret.txt").write_text("Nobody's business.")
    return folder / "book"


@pytest.fixture(scope="module")
def server(book, tmp_path_factory):
    """One class for the tests that do it no harm."""
    with served(tmp_path_factory.mktemp("classes"), book) as one:
        yield one


async def hold(server, learners, questions):
    """All join at once and answer all; when half has arrived, the laptop loses its power and is started again."""
    code = server.chosen.code
    server.is_up.set()
    half = asyncio.Event()
    arrived = 0

    async def follow(seed):
        nonlocal arrived
        # A phone's connections are its own.
        async with httpx.AsyncClient(base_url=server.address, timeout=60) as client:
            learner = Learner(client, seed)
            await learner.join(code)
            for question in questions:
                learner.answer(question)
                await learner.send(server)
                arrived += 1
                if 2 * arrived >= learners * len(questions):
                    half.set()
            return learner

    async def cut():
        await half.wait()
        server.is_up.clear()
        await asyncio.to_thread(server.kill)
        await asyncio.to_thread(server.start)
        server.is_up.set()

    *phones, _ = await asyncio.gather(*(follow(seed) for seed in range(learners)), cut())
    return phones


def told(phones, questions):
    """What the board must show, counted from what the phones remember."""
    figures = {}
    for question in questions:
        given = [one for phone in phones for one in phone.given if one.question == question.id]
        figures[question.id] = {
            "answers": len(given),
            "right": sum(one.right for one in given),
            "certainty": Counter(one.certainty for one in given),
            "responses": Counter(
                part
                for one in given
                for part in (one.response.split("[,]") if question.option else [one.response])
            ),
            "traps": Counter(trap for one in given for trap in one.traps),
        }
    return figures


def shown(board):
    """The same, as the board says it."""
    figures = {}
    for name, item in board["items"].items():
        first = item["rounds"]["1"]
        figures[name] = {
            "answers": first["answers"],
            "right": first["right"],
            "certainty": Counter(
                {one["certainty"]: one["count"] for one in first["certainty"] if one["count"]}
            ),
            "responses": Counter({one["response"]: one["count"] for one in first["spread"] if one["count"]}),
            "traps": Counter({one["trap"]: one["count"] for one in item["traps"]}),
        }
    return figures


@pytest.mark.parametrize(("learners", "items"), [(20, 10), pytest.param(100, 20, marks=pytest.mark.thorough)])
def test_no_answer_is_lost_or_counted_twice(tmp_path, book, learners, items):
    questions = asked(items)
    with served(tmp_path, book) as server:
        phones = apart(hold(server, learners, questions))
        stored = database.statements(server.store)
        assert Counter(one["id"] for one in stored) == Counter(
            one.id for phone in phones for one in phone.given
        )
        assert len(stored) == learners * items
        right = {one.id: one.right for phone in phones for one in phone.given}
        assert all(one["result"]["success"] == right[one["id"]] for one in stored)

        with server.trainer() as trainer:
            board = trainer.get("/board/figures").json()
            sheet = trainer.get("/board/export.csv").content.decode("utf-8-sig")
            table = trainer.get("/board/export.parquet").content
        assert shown(board) == told(phones, questions)
        assert {one["name"]: one["answered"] for one in board["learners"]} == {
            phone.name: items for phone in phones
        }
        rows = list(csv.DictReader(io.StringIO(sheet)))
        assert {row["id"]: row["right"] == "True" for row in rows} == right
        columns = pyarrow.parquet.read_table(io.BytesIO(table)).to_pydict()
        assert dict(zip(columns["id"], columns["right"], strict=True)) == right
        assert columns["response"] == [row["response"] for row in rows]


def test_the_same_answer_by_put_or_by_post_is_one(server):
    async def twice():
        async with httpx.AsyncClient(base_url=server.address, timeout=60) as client:
            phone = Learner(client, 1)
            await phone.join(server.chosen.code.lower().replace("-", " "))
            statement = phone.statement(phone.answer(asked(1)[0]))
            headers = {"Authorization": f"Basic {phone.key}"}
            put = await client.put(
                "/xAPI/statements", params={"statementId": statement["id"]}, json=statement, headers=headers
            )
            post = await phone.post(statement)
            other = {**statement, "result": {**statement["result"], "response": "1"}}
            return phone.name, [put.status_code, post.status_code, (await phone.post(other)).status_code]

    name, codes = apart(twice())
    assert codes == [204, 204, 409]
    assert authors(server).count(name) == 1


def test_who_leaves_takes_the_answers_along(server):
    async def two():
        async with httpx.AsyncClient(base_url=server.address, timeout=60) as client:
            gone, stays = Learner(client, 1), Learner(client, 2)
            for phone in (gone, stays):
                await phone.join(server.chosen.code)
                phone.answer(asked(1)[0])
                await phone.send()
            headers = {"Authorization": f"Basic {gone.key}"}
            left = await client.delete("/class/me", headers=headers)
            after = await gone.post(gone.statement(gone.given[0]))
            again = await client.delete("/class/me", headers=headers)
            return gone, stays, [left.status_code, after.status_code, again.status_code]

    gone, stays, codes = apart(two())
    assert codes == [204, 401, 401]
    assert authors(server).count(stays.name) == 1
    kept = [file.read_bytes() for file in server.folder.rglob("*") if file.is_file()]
    assert any(stays.name.encode() in one for one in kept)
    assert not any(gone.name.encode() in one for one in kept)


@pytest.mark.skipif(sys.platform != "linux", reason="takes a limit of the process for a full disk")
def test_a_full_disk_loses_nothing_that_was_answered_for(tmp_path, book):
    import resource

    reading, writing = map(os.fdopen, os.pipe(), "rw")

    def disk(server, most):
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))

    with reading, writing, served(tmp_path, book, told=writing) as server:

        async def fill():
            async with httpx.AsyncClient(base_url=server.address, timeout=60) as client:
                phone = Learner(client, 1)
                await phone.join(server.chosen.code)
                for question in asked(2):
                    phone.answer(question)
                first, second = phone.waiting.values()
                codes = [(await phone.post(first)).status_code]
                disk(server, 1)
                codes.append((await phone.post(second)).status_code)
                codes.append(
                    (await client.post("/class/join", json={"code": server.chosen.code})).status_code
                )
                disk(server, resource.RLIM_INFINITY)
                codes.append((await phone.post(first, second)).status_code)
                await Learner(client, 2).join(server.chosen.code)
                return codes

        assert apart(fill()) == [200, 500, 503, 200]
        assert len(database.statements(server.store)) == 2
        server.stop()
        writing.close()
        shown = reading.read()
        assert "An answer could not be stored" in shown and "The laptop could not write" in shown
        assert "Traceback" not in shown


def authors(server):
    """Whose the stored answers are."""
    return [one["actor"]["account"]["name"] for one in database.statements(server.store)]


def events(lines):
    """What is said in a stream of server-sent events."""
    return (json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: "))


def test_the_room_hears_what_the_trainer_does(tmp_path, book):
    item = asked(1)[0].id
    with (
        served(tmp_path, book) as server,
        server.trainer() as trainer,
        httpx.stream("GET", f"{server.address}/class/events", timeout=60) as stream,
    ):
        heard = events(stream.iter_lines())
        assert next(heard) == {"item": None, "state": "closed", "round": 1, "follow": None}
        vote = {"item": item, "state": "open", "round": 2}
        assert trainer.post("/board/item", json=vote).status_code == 204
        assert next(heard) == {**vote, "follow": None}
        place = "notebooks/03_how_rare.html#lesson"
        assert trainer.post("/board/follow", json={"address": place}).status_code == 204
        assert next(heard) == {**vote, "follow": place}
        # A laptop that starts again goes on where it was, and who listens learns of its going.
        server.stop()
        assert list(heard) == []
        server.start()
        with httpx.stream("GET", f"{server.address}/class/events", timeout=60) as again:
            assert next(events(again.iter_lines())) == {**vote, "follow": place}


def test_the_board_is_told_of_an_answer(server):
    question = asked(1)[0]
    with (
        server.trainer() as trainer,
        trainer.stream("GET", "/board/events") as stream,
    ):
        heard = events(stream.iter_lines())
        before = next(heard)["items"].get(question.id)

        async def answer():
            async with httpx.AsyncClient(base_url=server.address, timeout=60) as client:
                phone = Learner(client, 1)
                await phone.join(server.chosen.code)
                phone.answer(question)
                await phone.send()

        apart(answer())
        assert any(board["items"].get(question.id) != before for board in heard)


@pytest.mark.parametrize(
    "address", ["//evil.example/", "https://evil.example/", "/x", "a/../b", "javascript:1", 3, ""]
)
def test_the_room_follows_nowhere_else(server, address):
    with server.trainer() as trainer:
        assert trainer.post("/board/follow", json={"address": address}).status_code == 400


def test_the_book_is_sent_once_and_packed(server):
    with httpx.Client(base_url=server.address) as phone:
        page = phone.get("/")
        assert page.headers["content-encoding"] == "gzip" and "Text." in page.text
        assert int(page.headers["content-length"]) < 500
        assert page.headers["cache-control"] == "no-cache"
        again = phone.get("/", headers={"If-None-Match": page.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert "immutable" in phone.get("/theme.css?v=0123abcd").headers["cache-control"]
        for path in ("/%2e%2e/secret.txt", "/..%2fclasses/a-class/auth.json", "/nothing.html"):
            assert phone.get(path).status_code == 404
        with httpx.Client(base_url=server.address, headers={"Accept-Encoding": "identity"}) as old:
            assert "content-encoding" not in old.get("/").headers


def test_forty_join_within_ten_seconds_from_one_address(server):
    async def all_at_once():
        async with httpx.AsyncClient(base_url=server.address, timeout=10) as client:
            phones = [Learner(client, seed) for seed in range(40)]
            await asyncio.gather(*(phone.join(server.chosen.code) for phone in phones))
            return phones

    phones = apart(all_at_once())
    assert len({phone.name for phone in phones}) == len({phone.key for phone in phones}) == 40


def test_the_clock_begins_when_the_trainer_says_so_and_goes_on_after_a_restart(server):
    begun = server.chosen.begun
    with server.trainer() as trainer:
        assert trainer.post("/board/clock", json={}).status_code == 204
        started = trainer.get("/board/figures").json()["class"]["begun"]
    assert begun < started == server.chosen.begun


def test_the_board_shows_how_to_join(server):
    with server.trainer() as trainer:
        page = trainer.get("/board")
        assert page.status_code == 200 and "<svg" in page.text
        board = trainer.get("/board/figures").json()
        assert board["class"]["code"] == server.chosen.code
        assert urlsplit(board["class"]["address"]).query == f"class={server.chosen.code}"
