"""The one server of static pages: for a reader, for a class, for the tests, and for what measures the book.

It packs what shrinks by it, once, and answers a page that has not changed with a word instead of the page, so that forty
phones on one access point fetch a chapter once each.
"""

import gzip
import mimetypes
import os
import re
import socket
import threading
from functools import lru_cache
from pathlib import Path
from types import TracebackType

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Scope

# Windows takes types from its registry, where other programs have changed them.
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("text/css", ".css")

# Names that change with what is in the file: Sphinx's in the query, MyST-NB's in the name.
_NAMED_BY_CONTENT = re.compile(r"(\.[0-9a-f]{32,64}\.\w+$|[?&](v|digest)=[0-9a-f]{8,})")
# WebAssembly shrinks as text does; sent whole, Pyodide's was fetched anew by Chromium each time.
_SHRINKS = ("text/", "application/json", "application/javascript", "image/svg+xml", "application/wasm")


class Pages(StaticFiles):
    """The files of a folder, ``index.html`` for a folder. Unlike its parent it packs what shrinks by it, and asks for the
    mark of what is there each time.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, html=True)

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        asked = Headers(scope=scope)
        address = f"{scope['path']}?{scope['query_string'].decode('latin-1')}".rstrip("?")
        forever = _NAMED_BY_CONTENT.search(address)
        headers = {
            "Cache-Control": "public, max-age=31536000, immutable" if forever else "no-cache",
            "ETag": f'"{stat_result.st_mtime_ns:x}-{stat_result.st_size:x}"',
            "Vary": "Accept-Encoding",
            "X-Content-Type-Options": "nosniff",
        }
        if headers["ETag"] in [one.strip(" W/") for one in asked.get("if-none-match", "").split(",")]:
            return NotModifiedResponse(Headers(headers))
        kind = mimetypes.guess_type(full_path)[0] or "application/octet-stream"
        if not kind.startswith(_SHRINKS) or "gzip" not in asked.get("accept-encoding", ""):
            # Read at once: a build may put another file in its place, of another length than was just announced.
            return Response(Path(full_path).read_bytes(), status_code, headers, media_type=kind)
        body = _packed(Path(full_path), stat_result.st_mtime_ns)
        return Response(body, status_code, {**headers, "Content-Encoding": "gzip"}, media_type=kind)


@lru_cache(maxsize=1000)
def _packed(file: Path, changed: int) -> bytes:
    return gzip.compress(file.read_bytes(), mtime=0)


class BookServer:
    """Serves ``folder`` on this machine alone, in a thread of its own, from ``with`` to its end.

    Parameters
    ----------
    folder
        Its files.
    port
        0 for any that is free.

    Raises
    ------
    OSError
        When the port is busy.
    """

    def __init__(self, folder: Path, port: int = 0) -> None:
        self._socket = socket.create_server(("127.0.0.1", port))
        app = Starlette(routes=[Mount("/", Pages(folder))])
        config = uvicorn.Config(
            app,
            log_level="error",
            access_log=False,
            ws="none",
            lifespan="off",
            # Another would become the loop of this whole process, and run notebooks from its main thread alone.
            loop="asyncio",
            # A browser keeps its connections open; who stops the server does not wait for it.
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), daemon=True)

    @property
    def address(self) -> str:
        """Where the folder is to be found, without a slash at its end."""
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def __enter__(self) -> "BookServer":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()

    def wait(self) -> None:
        """Serve until Ctrl+C."""
        while self._thread.is_alive():
            # A wait without end would not let Ctrl+C through on Windows.
            self._thread.join(1)
