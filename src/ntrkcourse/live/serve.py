"""One process that serves one class."""

import socket
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import uvicorn

from .app import create_app
from .figures import Stop
from .keys import Class
from .room import Room


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, room: Room) -> None:
        super().__init__(config)
        self._room = room

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Who listens would never go of their own accord.
        self._room.close()
        await super().shutdown(sockets)


def serve(
    chosen: Class, book: Path, address: str, stops: Sequence[Stop], sockets: list[socket.socket]
) -> None:
    """Serve until Ctrl+C."""
    app = create_app(chosen, book, address, stops)
    # Who asks is who is connected: no proxy stands before a laptop.
    config = uvicorn.Config(
        app,
        log_level="error",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=2,
    )
    with suppress(KeyboardInterrupt):
        _Server(config, app.state.room).run(sockets)
