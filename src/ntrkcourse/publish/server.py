"""The one server of static pages: for a reader, for the tests, and for what measures the book.

It compresses what is text, and answers a page that has not changed with a word instead of the page, so that forty
phones on one access point fetch a chapter once each.
"""

import asyncio
import mimetypes
import os
import threading
from pathlib import Path
from types import TracebackType

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, StaticFileHandler

# Windows takes types from its registry, where other programs have changed them.
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("text/css", ".css")


class BookServer:
    """Serves ``folder`` on this machine alone, in a thread of its own, from ``with`` to its end.

    Parameters
    ----------
    folder
        Its files, ``index.html`` for a folder.
    port
        0 for any that is free.

    Raises
    ------
    OSError
        When the port is busy.
    """

    def __init__(self, folder: Path, port: int = 0) -> None:
        self._sockets = bind_sockets(port, "127.0.0.1", reuse_port=False)
        self._folder = folder
        self._loop = asyncio.SelectorEventLoop()
        self._thread = threading.Thread(target=self._run, daemon=True)

    @property
    def address(self) -> str:
        """Where the folder is to be found, without a slash at its end."""
        return f"http://127.0.0.1:{self._sockets[0].getsockname()[1]}"

    def __enter__(self) -> "BookServer":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        for one in self._sockets:
            one.close()

    def wait(self) -> None:
        """Serve until Ctrl+C."""
        while self._thread.is_alive():
            # A wait without end would not let Ctrl+C through on Windows.
            self._thread.join(1)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        pages = (r"/(.*)", _Page, {"path": str(self._folder), "default_filename": "index.html"})
        server = HTTPServer(Application([pages], compress_response=True, log_function=_say_nothing))
        server.add_sockets(self._sockets)
        self._loop.run_forever()
        server.stop()
        self._loop.run_until_complete(server.close_all_connections())
        self._loop.close()


def etag_of(found: os.stat_result) -> str:
    """What a browser knows a file by, to ask whether it has changed."""
    return f'"{found.st_mtime_ns:x}-{found.st_size:x}"'


class _Page(StaticFileHandler):
    def set_extra_headers(self, path: str) -> None:
        # Asked again each time, and sent again only where the file has changed.
        self.set_header("Cache-Control", "no-cache")

    def compute_etag(self) -> str | None:
        """By the file itself: Tornado's own reads a file once, and would not see that the book was built anew."""
        if self.absolute_path is None:
            return None
        return etag_of(Path(self.absolute_path).stat())


def _say_nothing(handler: object) -> None:
    """Requests are of no interest to the reader."""
