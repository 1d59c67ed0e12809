"""The trainer's board: what it shows, what it sets, and who may see it."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, get_args, get_type_hints

import segno
from sse_starlette import EventSourceResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from ..content.course import load_course
from ..content.questions import load_questions
from . import database, export, figures
from .board_page import board_page, login_page
from .limits import Rate, body_of, host_of
from .room import Room, State
from .statements import Answer, RefusedError, read

COOKIE = "board"
_MOST_BYTES = 4096
# Answers come in crowds: the board is drawn anew at most so often, and when nothing comes, so that its clock goes on.
_SECONDS_BETWEEN = 1
_SECONDS_STILL = 20
_ADDRESS = re.compile(r"(?!/)(?!.*//)(?!.*\.\.)[\w./-]{1,200}(\?[\w=&-]{0,100})?(#[\w.:-]{0,200})?", re.ASCII)

Handler = Callable[[Request], Awaitable[Response]]


class Board:
    """Routes below ``/board``; ``address`` is what learners type to come in."""

    def __init__(self, room: Room, address: str, stops: Sequence[figures.Stop]) -> None:
        self._room = room
        self._address = address
        self._stops = stops
        self._logins = Rate(10, 0.2)

    def routes(self) -> list[Route]:
        """The board, each of its ways behind the trainer's key except the one that asks for it."""
        guarded: list[tuple[str, str, Handler]] = [
            ("/board/figures", "GET", self._figures),
            ("/board/events", "GET", self._events),
            ("/board/item", "POST", self._item),
            ("/board/follow", "POST", self._follow),
            ("/board/clock", "POST", self._clock),
            ("/board/export.csv", "GET", self._csv),
            ("/board/export.parquet", "GET", self._parquet),
        ]
        return [
            Route("/board", self._page),
            Route("/board/login", self._login, methods=["POST"]),
            *(Route(path, self._for_the_trainer(ask), methods=[method]) for path, method, ask in guarded),
        ]

    def _for_the_trainer(self, ask: Handler) -> Handler:
        async def answer(request: Request) -> Response:
            if not self._is_trainer(request):
                raise HTTPException(401, "This is for the trainer.")
            origin = request.headers.get("origin")
            if origin and origin.partition("://")[2] != request.headers.get("host"):
                raise HTTPException(403, "Another site sent this.")
            return await ask(request)

        return answer

    def _is_trainer(self, request: Request) -> bool:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        key = given if scheme.lower() == "bearer" else request.cookies.get(COOKIE, "")
        return self._room.chosen.has_key(key)

    async def _page(self, request: Request) -> Response:
        known = self._is_trainer(request)
        qr = segno.make(self._address).svg_inline(omitsize=True, dark="#000", light="#fff")
        html = await run_in_threadpool(board_page, qr) if known else login_page()
        return HTMLResponse(html, 200 if known else 401, {"Cache-Control": "no-store"})

    async def _login(self, request: Request) -> Response:
        self._logins.take(host_of(request))
        sent = await body_of(request, _MOST_BYTES)
        key = sent.get("key") if isinstance(sent, dict) else None
        if not isinstance(key, str) or not self._room.chosen.has_key(key):
            raise HTTPException(401, "This is not the trainer's key.")
        response = Response(status_code=204)
        response.set_cookie(COOKIE, key, path="/board", httponly=True, samesite="strict")
        return response

    async def _figures(self, request: Request) -> Response:
        return JSONResponse(await run_in_threadpool(self._worked_out))

    async def _events(self, request: Request) -> Response:
        return EventSourceResponse(self._told())

    async def _told(self) -> AsyncIterator[dict[str, str]]:
        state = self._room.state_changed
        answers = self._room.answers_changed
        while self._room.is_open:
            seen = state.count, answers.count
            yield {"data": json.dumps(await run_in_threadpool(self._worked_out))}
            await asyncio.sleep(_SECONDS_BETWEEN)
            waits = [asyncio.create_task(state.after(seen[0])), asyncio.create_task(answers.after(seen[1]))]
            try:
                await asyncio.wait(waits, timeout=_SECONDS_STILL, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for one in waits:
                    one.cancel()

    def _answers(self) -> list[Answer]:
        found = []
        for one in database.statements(self._room.chosen.store):
            # A class that goes on after the course has changed may hold answers to what is asked no more.
            with suppress(RefusedError):
                found.append(read(one))
        return found

    def _worked_out(self) -> dict[str, Any]:
        chosen = self._room.chosen
        begun = datetime.fromisoformat(chosen.begun)
        return {
            "class": {
                "name": chosen.name,
                "code": chosen.code,
                "begun": chosen.begun,
                "address": self._address,
            },
            "state": vars(self._room.state),
            **figures.board(
                self._answers(),
                self._room.learners.names,
                load_questions(),
                self._stops,
                (datetime.now(UTC) - begun).total_seconds() / 60,
            ),
        }

    async def _item(self, request: Request) -> Response:
        sent = await body_of(request, _MOST_BYTES)
        kinds = get_type_hints(State)
        if not isinstance(sent, dict) or set(sent) != {"item", "state", "round"}:
            raise HTTPException(400, "item, state and round are wanted.")
        if sent["item"] is not None and sent["item"] not in list(load_questions()):
            raise HTTPException(400, "No question has this id.")
        known = [get_args(kinds[name]) for name in ("state", "round")]
        # True is 1 to Python.
        if sent["state"] not in known[0] or sent["round"] not in known[1] or sent["round"] is True:
            raise HTTPException(400, "The state is open, closed or revealed, the round 1 or 2.")
        self._room.set(**sent)
        return Response(status_code=204)

    async def _follow(self, request: Request) -> Response:
        sent = await body_of(request, _MOST_BYTES)
        address = sent.get("address", "") if isinstance(sent, dict) else ""
        if address is not None and not (isinstance(address, str) and _ADDRESS.fullmatch(address)):
            raise HTTPException(400, "An address within the book is wanted, or null.")
        self._room.set(follow=address)
        return Response(status_code=204)

    async def _clock(self, request: Request) -> Response:
        self._room.start_clock()
        return Response(status_code=204)

    async def _csv(self, request: Request) -> Response:
        table = await run_in_threadpool(lambda: export.as_csv(self._answers()))
        return self._file(table, "csv", "text/csv; charset=utf-8")

    async def _parquet(self, request: Request) -> Response:
        table = await run_in_threadpool(lambda: export.as_parquet(self._answers()))
        return self._file(table, "parquet", "application/vnd.apache.parquet")

    def _file(self, content: bytes, kind: str, media_type: str) -> Response:
        name = f"{load_course().name}-{self._room.chosen.name}.{kind}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return Response(content, 200, headers, media_type)
