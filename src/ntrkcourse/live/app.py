"""The server of a class: the book, Ralph behind its guard, and the board."""

import json
import sqlite3
from collections.abc import AsyncIterator, Sequence
from dataclasses import asdict
from pathlib import Path

from sse_starlette import EventSourceResponse
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from ..publish.server import Pages
from . import database
from .board import Board
from .figures import Stop
from .guard import Guard, learner_of, told
from .keys import Class, FullError
from .limits import Rate, body_of, host_of
from .lrs import read_keys_again, start_ralph
from .room import Room

# A lecture hall may stand behind one address; and no code of 64 million is guessed in a morning at this rate.
_JOINS_AT_ONCE, _JOINS_PER_SECOND = 300, 2
_MOST_LISTENERS = 1500


def create_app(chosen: Class, book: Path, address: str, stops: Sequence[Stop] = ()) -> Starlette:
    """The application of one class, of which each process can have one.

    Parameters
    ----------
    chosen
        The class.
    book
        Folder of the built book.
    address
        What learners open to join.
    stops
        The session by which pace is measured.
    """
    ralph = start_ralph(chosen)
    room = Room(chosen)
    entrance = Entrance(room)
    app = Starlette(
        routes=[
            Route("/xAPI/statements", Guard(ralph, room)),
            *entrance.routes(),
            *Board(room, address, stops).routes(),
            Mount("/", Pages(book)),
        ],
        exception_handlers={
            HTTPException: _in_json,  # type: ignore[dict-item]
            OSError: _not_kept,
            sqlite3.Error: _not_kept,
        },
    )
    app.state.room = room
    return app


class Entrance:
    """How learners join, leave, and hear what the room does."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._joins = Rate(_JOINS_AT_ONCE, _JOINS_PER_SECOND)
        self._listeners = 0

    def routes(self) -> list[Route]:
        """Routes below ``/class``."""
        return [
            Route("/class/join", self._join, methods=["POST"]),
            Route("/class/me", self._leave, methods=["DELETE"]),
            Route("/class/events", self._events),
        ]

    async def _join(self, request: Request) -> Response:
        self._joins.take(host_of(request))
        sent = await body_of(request, 1024)
        code = sent.get("code") if isinstance(sent, dict) else None
        if not isinstance(code, str) or not self._room.chosen.has_code(code):
            raise HTTPException(404, "No class here has this code.")
        try:
            name, key = self._room.learners.join()
        except FullError as error:
            raise HTTPException(503, "The class is full.") from error
        read_keys_again()
        self._room.answers_changed.tell()
        joined = {"name": name, "key": key, "class": self._room.chosen.registration}
        return JSONResponse(joined, 201, {"Cache-Control": "no-store"})

    async def _leave(self, request: Request) -> Response:
        _, name = learner_of(request, self._room)
        async with self._room.turns[name]:
            # The statements first: who was cut off between the two can ask again.
            await run_in_threadpool(database.forget, self._room.chosen.store, name)
            self._room.learners.leave(name)
        read_keys_again()
        self._room.answers_changed.tell()
        return Response(status_code=204)

    async def _events(self, request: Request) -> Response:
        if self._listeners >= _MOST_LISTENERS:
            raise HTTPException(503, "Too many listen already.", {"Retry-After": "30"})
        return EventSourceResponse(self._told(), ping=15)

    async def _told(self) -> AsyncIterator[dict[str, str]]:
        self._listeners += 1
        seen = -1
        try:
            while self._room.is_open:
                seen = await self._room.state_changed.after(seen)
                if self._room.is_open:
                    yield {"data": json.dumps(asdict(self._room.state))}
        finally:
            self._listeners -= 1


async def _in_json(request: Request, error: HTTPException) -> Response:
    return JSONResponse({"detail": error.detail}, error.status_code, error.headers)


async def _not_kept(request: Request, error: Exception) -> Response:
    told(f"The laptop could not write or read: {error}")
    return JSONResponse({"detail": "The laptop could not keep this."}, 503, {"Retry-After": "10"})
