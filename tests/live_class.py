"""A class that is really served, and learners who really answer, over a network that loses things."""

import asyncio
import random
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

import httpx

from ntrkcourse.content.marks import names_of
from ntrkcourse.content.questions import Question, load_questions
from ntrkcourse.live import keys

# Serves a class of the folder given on a port given, until it is stopped.
_SERVE = """
import socket, sys
from pathlib import Path
from ntrkcourse.live import keys
from ntrkcourse.live.serve import serve
from ntrkcourse.live.schedule import stops
keys.CLASSES = Path(sys.argv[1])
chosen = keys.begin(sys.argv[3], sys.argv[5])
listening = socket.create_server(("127.0.0.1", int(sys.argv[2])))
print(listening.getsockname()[1], flush=True)
serve(chosen, Path(sys.argv[4]), "http://192.0.2.7/?class=" + chosen.code, stops(sys.argv[5]), [listening])
"""
NAME = "a-class"
_FATES = ("request lost", "sent twice", "reply lost", "arrives", "arrives", "arrives")


class Served:
    """A class in a folder of its own, served by another process."""

    def __init__(self, folder: Path, book: Path, schedule: str = "", told: IO[str] | None = None) -> None:
        self.folder = folder
        self.book = book
        self.schedule = schedule
        self.told = told
        self.port = 0
        self.process: subprocess.Popen[str] | None = None
        self.is_up = asyncio.Event()

    def start(self) -> None:
        """Start, on the port of before where there was one, and wait until it answers."""
        command = [
            sys.executable,
            "-c",
            _SERVE,
            str(self.folder),
            str(self.port),
            NAME,
            str(self.book),
            self.schedule,
        ]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.told, text=True)
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())
        # It listens already: this waits until it answers.
        httpx.get(f"{self.address}/board", timeout=60)

    def kill(self) -> None:
        """As a power cut would."""
        assert self.process is not None and self.process.stdout is not None
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def stop(self) -> None:
        """As its user does."""
        assert self.process is not None and self.process.stdout is not None
        self.process.terminate()
        self.process.wait(timeout=30)
        self.process.stdout.close()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def chosen(self) -> keys.Class:
        """The class, as its file says it."""
        before, keys.CLASSES = keys.CLASSES, self.folder
        try:
            return keys.begin(NAME)
        finally:
            keys.CLASSES = before

    @property
    def store(self) -> Path:
        return self.folder / NAME / "statements.sqlite"

    def trainer(self) -> httpx.Client:
        """The trainer's browser."""
        headers = {"Authorization": f"Bearer {self.chosen.key}"}
        return httpx.Client(base_url=self.address, headers=headers, timeout=60)


@contextmanager
def served(folder: Path, book: Path, schedule: str = "", told: IO[str] | None = None) -> Iterator[Served]:
    """A class from ``with`` to its end; ``told`` takes what its terminal would show."""
    one = Served(folder, book, schedule, told)
    one.start()
    try:
        yield one
    finally:
        assert one.process is not None
        if one.process.poll() is None:
            one.kill()


@dataclass
class Given:
    """An answer as the learner knows it; ``right`` is what the bank's author wrote, not what the server works out."""

    id: str
    question: str
    response: str
    right: bool
    certainty: int | None
    traps: list[str]


def some_answer(question: Question, chance: random.Random) -> tuple[str, bool, list[str]]:
    """A response that a learner might give, whether it is right, and the wrong ideas behind it."""
    if question.kind == "single":
        names = names_of(one.text for one in question.option)
        at = chance.randrange(len(names))
        option = question.option[at]
        return names[at], option.correct, [option.trap] if option.trap else []
    if question.kind == "multiple":
        names = names_of(one.text for one in question.option)
        chosen = sorted(chance.sample(range(len(names)), chance.randint(1, len(names))))
        right = {at for at, one in enumerate(question.option) if one.correct}
        ideas = [question.option[at].trap for at in chosen if question.option[at].trap]
        return "[,]".join(names[at] for at in chosen), set(chosen) == right, ideas
    if question.kind == "numeric":
        if chance.random() < 0.5 or not question.diagnosis:
            return f"{question.answer:g}", True, []
        near = question.diagnosis[0]
        return f"{near.low:g}", False, [near.trap]
    texts = [one.text for one in question.item] or [one.right for one in question.pair]
    names = names_of(texts)
    order = [*range(len(names))]
    chance.shuffle(order)
    said = [names[at] for at in order]
    if question.kind == "match":
        rows = names_of(one.left for one in question.pair)
        said = [f"{row}[.]{name}" for row, name in zip(rows, said, strict=True)]
    return "[,]".join(said), order == sorted(order), []


class Learner:
    """A phone: it joins, answers, and sends until the laptop has said that it has each answer."""

    def __init__(self, client: httpx.AsyncClient, seed: int) -> None:
        self._client = client
        self._chance = random.Random(seed)
        self._clock = timedelta(days=self._chance.choice([0, 0, -4000, 30_000]))
        self.name = self.key = self.registration = ""
        self.waiting: dict[str, dict[str, Any]] = {}
        self.given: list[Given] = []
        self.seconds: list[float] = []

    async def join(self, code: str) -> None:
        answer = await self._client.post("/class/join", json={"code": code})
        assert answer.status_code == 201, answer.text
        joined = answer.json()
        self.name, self.key, self.registration = joined["name"], joined["key"], joined["class"]

    def answer(self, question: Question, round_: int = 1, attempt: int = 1) -> Given:
        """Answer by chance; the statement waits."""
        response, right, traps = some_answer(question, self._chance)
        certainty = self._chance.choice([1, 2, 3, None])
        given = Given(str(uuid.uuid4()), question.id, response, right, certainty, traps)
        self.given.append(given)
        self.waiting[given.id] = self.statement(given, round_, attempt)
        return given

    def statement(self, given: Given, round_: int = 1, attempt: int = 1) -> dict[str, Any]:
        """As a page makes it; it does not say whether the answer is right, or says that it is."""
        home = "urn:reading-the-rare"
        sure = {} if given.certainty is None else {f"{home}:certainty": given.certainty}
        return {
            "id": given.id,
            "actor": {"objectType": "Agent", "account": {"homePage": home, "name": self.name}},
            "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"},
            "object": {
                "objectType": "Activity",
                "id": f"{home}:question:{given.question}",
                "definition": {
                    "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
                    "interactionType": "other",
                },
            },
            "result": {
                **self._chance.choice([{}, {"success": True}]),
                "response": given.response,
                "extensions": {f"{home}:attempt": attempt, **sure},
            },
            "context": {"registration": self.registration, "extensions": {f"{home}:round": round_}},
            "timestamp": (datetime.now(UTC) + self._clock).isoformat().replace("+00:00", "Z"),
        }

    async def post(self, *statements: dict[str, Any]) -> httpx.Response:
        headers = {"Authorization": f"Basic {self.key}"}
        begun = asyncio.get_running_loop().time()
        answer = await self._client.post("/xAPI/statements", json=list(statements), headers=headers)
        self.seconds.append(asyncio.get_running_loop().time() - begun)
        return answer

    async def send(self, server: Served | None = None) -> None:
        """Send all that waits, over a network that loses requests, loses replies, and says things twice."""
        while self.waiting:
            batch = list(self.waiting.values())[: self._chance.randint(1, 4)]
            self._chance.shuffle(batch)
            # Without a server that is made to fail, the network is good too.
            fate = self._chance.choice(_FATES) if server else "arrives"
            if fate == "request lost":
                continue
            try:
                times = 2 if fate == "sent twice" else 1
                answers = await asyncio.gather(*(self.post(*batch) for _ in range(times)))
            except httpx.TransportError:
                # The laptop is gone; whoever restarts it says when it is back.
                assert server is not None
                await server.is_up.wait()
                continue
            assert all(one.status_code in (200, 204) for one in answers), [one.text for one in answers]
            if fate != "reply lost":
                for one in batch:
                    del self.waiting[one["id"]]


def asked(size: int) -> list[Question]:
    """So many questions, of every kind in turn."""
    bank = load_questions().values()
    kinds = ("numeric", "multiple", "order", "match", "single")
    by_kind = {kind: [one for one in bank if one.kind == kind] for kind in kinds}
    return [by_kind[kinds[at % 5]][at // 5] for at in range(size)]
