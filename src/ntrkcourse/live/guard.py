"""What stands before Ralph: it lets in a learner's own answers, made anew, and nothing else."""

import asyncio
import json
import sys
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .limits import Rate, body_of
from .room import Room
from .statements import RefusedError, accept

MOST_BYTES = 32 * 1024
MOST_STATEMENTS = 20
# A phone that comes back from a dead zone sends what waits in a few requests; a person answers far more slowly.
_AT_ONCE, _PER_SECOND = 60, 5
_SECONDS_TO_SEND = 30


class Guard:
    """An ASGI application around Ralph's, for ``/xAPI/statements``."""

    def __init__(self, ralph: ASGIApp, room: Room) -> None:
        self._ralph = ralph
        self._room = room
        self._rate = Rate(_AT_ONCE, _PER_SECOND)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        key, name = learner_of(request, self._room)
        if request.method not in ("POST", "PUT"):
            raise HTTPException(405, "Answers are sent here, and not read.", {"Allow": "POST, PUT"})
        self._rate.take(name)
        try:
            async with asyncio.timeout(_SECONDS_TO_SEND):
                sent = await body_of(request, MOST_BYTES)
        except TimeoutError as error:
            raise HTTPException(408, "This took too long.") from error
        is_put = request.method == "PUT"
        if is_put and isinstance(sent, list):
            raise HTTPException(400, "PUT takes one statement.")
        statements = self._accepted(sent, name)
        query = {"statementId": request.query_params.get("statementId", "")} if is_put else {}
        body = json.dumps(statements[0] if is_put else statements).encode()
        async with self._room.turns[name]:
            if self._room.learners.name_of(key) != name:
                raise _unknown()
            await self._ralph(_asked(scope, key, query, body), _given(body), self._watched(send))

    def _accepted(self, sent: Any, name: str) -> list[dict[str, Any]]:
        statements = sent if isinstance(sent, list) else [sent]
        if not 1 <= len(statements) <= MOST_STATEMENTS:
            raise HTTPException(400, f"From 1 to {MOST_STATEMENTS} statements at once.")
        try:
            return [accept(one, name, self._room.chosen.registration) for one in statements]
        except RefusedError as error:
            raise HTTPException(400, f"The statement {error}.") from error

    def _watched(self, send: Send) -> Send:
        async def tell(message: Message) -> None:
            if message["type"] == "http.response.start":
                if message["status"] == 500:
                    told("An answer could not be stored; the phone keeps it and sends it again.")
                # PUT says 204 for a new one too.
                if message["status"] in (200, 204):
                    self._room.answers_changed.tell()
            await send(message)

        return tell


def told(problem: str) -> None:
    """Say on the trainer's terminal what is wrong with the laptop."""
    print(problem, file=sys.stderr, flush=True)


def learner_of(request: Request, room: Room) -> tuple[str, str]:
    """The key that came with a request, and whose it is; raises 401 where it is nobody's."""
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    name = room.learners.name_of(key.strip()) if scheme.lower() == "basic" else None
    if name is None:
        raise _unknown()
    return key.strip(), name


def _unknown() -> HTTPException:
    # No WWW-Authenticate: a browser would ask the learner for a name and a password.
    return HTTPException(401, "This key belongs to nobody in this class.")


def _asked(scope: Scope, key: str, query: dict[str, str], body: bytes) -> Scope:
    """The request that Ralph sees."""
    return {
        **scope,
        "path": "/xAPI/statements",
        "raw_path": b"/xAPI/statements",
        "root_path": "",
        "query_string": urlencode(query).encode(),
        "headers": [
            (b"host", b"ralph"),
            (b"authorization", f"Basic {key}".encode()),
            (b"content-type", b"application/json"),
            (b"content-length", str(len(body)).encode()),
        ],
    }


def _given(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
