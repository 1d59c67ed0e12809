"""A class's server as its pages know it, which a test can make fail: the standard library alone, and no store."""

import json
import threading
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from ntrkcourse.live.board_page import board_page

CODE = "BCD-FGH"
REGISTRATION = "0b1f8a52-6f0a-4c53-9d4e-0a6f7f5f2c11"
NAMES = ("Quiet Heron", "Swift Banyan", "Calm Otter")
PATIENCE = 15


class Room(ThreadingHTTPServer):
    """Serves ``folder`` and a class.

    Attributes
    ----------
    lost
        Whether no answer reaches a phone, nor a question the laptop.
    mute
        Whether statements are stored, and the word that they are does not reach the phone.
    full
        Whether nobody else can join.
    bad
        Ids of questions whose statements are refused.
    posts
        Every delivery of statements that arrived, as ids.
    figures
        What the board is told beside the state.
    orders
        What the board has asked for: path and body.
    """

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), lambda *about: Phone(*about, directory=str(folder)))
        self.changed = threading.Condition()
        self.lost = self.mute = self.full = False
        self.bad: set[str] = set()
        self.members: dict[str, str] = {}
        self.stored: dict[str, dict[str, Any]] = {}
        self.posts: list[list[str]] = []
        self.asked: list[str] = []
        self.figures: dict[str, Any] = {}
        self.orders: list[tuple[str, dict[str, Any]]] = []
        self.state = {"item": None, "state": "open", "round": 1, "follow": None}
        self.version = 0
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def __exit__(self, *about: object) -> None:
        # Phones that still listen would hold it.
        self.lose()
        self.shutdown()
        super().__exit__(*about)

    def say(self, **changes: object) -> None:
        """Tell every phone."""
        with self.changed:
            self.state = {**self.state, **changes}
            self.version += 1
            self.changed.notify_all()

    def lose(self) -> None:
        """The Wi-Fi drops."""
        with self.changed:
            self.lost = True
            self.changed.notify_all()

    def wait(self, holds: Callable[[], bool]) -> None:
        """Until something holds; fails where it does not come to that."""
        with self.changed:
            assert self.changed.wait_for(holds, PATIENCE)

    def wait_after(self, told: int) -> bool:
        """Until there is something to tell; the lock is the caller's."""
        return self.changed.wait_for(lambda: self.lost or self.version != told, PATIENCE)

    def answers(self) -> list[tuple[str, str, int]]:
        """(question, response, round) of what is stored, in order of arrival."""
        return [
            (
                one["object"]["id"].rpartition(":")[2],
                one["result"]["response"],
                next(iter(one["context"]["extensions"].values())),
            )
            for one in self.stored.values()
        ]


class Phone(SimpleHTTPRequestHandler):
    """A request."""

    server: Room

    def log_message(self, *about: object) -> None:
        pass

    def parse_request(self) -> bool:
        read = super().parse_request()
        with self.server.changed:
            self.server.asked.append(self.path)
            self.server.changed.notify_all()
        # Without a word: to the phone the connection has broken.
        return read and not self.server.lost

    def do_GET(self) -> None:
        room = self.server
        if self.path == "/class/events":
            self.tell(lambda: room.state)
        elif self.path == "/board/events":
            self.tell(lambda: {**room.figures, "state": room.state})
        elif self.path == "/board":
            self.reply_with(board_page("<svg></svg>").encode(), "text/html")
        else:
            super().do_GET()

    def tell(self, what: Callable[[], dict[str, Any]]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        room, told = self.server, -1
        while True:
            with room.changed:
                if not room.wait_after(told) or room.lost:
                    return
                told, news = room.version, json.dumps(what())
            self.wfile.write(f"retry: 100\ndata: {news}\n\n".encode())

    def do_POST(self) -> None:
        given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/class/join":
            self.join(given)
        elif self.path.startswith("/board/"):
            self.obey(given)
        else:
            self.store(given)

    def obey(self, given: dict[str, Any]) -> None:
        self.server.orders.append((self.path, given))
        self.server.say(**({"follow": given["address"]} if "address" in given else given))
        self.reply(204)

    def join(self, given: dict[str, str]) -> None:
        room = self.server
        if room.full or given["code"] != CODE:
            self.reply(503 if room.full else 404)
            return
        with room.changed:
            name = NAMES[len(room.members)]
            room.members[f"key-of-{name[:5]}"] = name
        self.reply(201, {"name": name, "key": f"key-of-{name[:5]}", "class": REGISTRATION})

    def store(self, given: list[dict[str, Any]]) -> None:
        room = self.server
        name = room.members.get(self.key())
        if name is None:
            self.reply(401)
            return
        if any(one["object"]["id"].rpartition(":")[2] in room.bad for one in given):
            self.reply(400)
            return
        with room.changed:
            known = {key: one for one in given if (key := one["id"]) in room.stored}
            status = 409 if any(room.stored[key] != one for key, one in known.items()) else 204
            room.stored |= {one["id"]: one for one in given}
            room.posts.append([one["id"] for one in given])
            room.changed.notify_all()
        if not room.mute:
            self.reply(status if known else 200)

    def do_DELETE(self) -> None:
        room = self.server
        with room.changed:
            name = room.members.pop(self.key(), None)
            room.stored = {
                key: one for key, one in room.stored.items() if one["actor"]["account"]["name"] != name
            }
        self.reply(204 if name else 401)

    def key(self) -> str:
        return self.headers["Authorization"].removeprefix("Basic ")

    def reply(self, status: int, value: object = None) -> None:
        self.reply_with(b"" if value is None else json.dumps(value).encode(), "application/json", status)

    def reply_with(self, body: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
