"""``start.py book``: build the book, and serve it."""

import functools
import http.server
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
OUTPUT = ROOT / "_build" / "html"


def book(serve: bool = True, port: int = 8000) -> int:
    """Build the book and serve it until Ctrl+C; returns the exit code."""
    code = build()
    return serve_book(port) if serve and code == 0 else code


def build() -> int:
    """Build the book; returns the exit code, and where it is not 0 the last good book is as it was."""
    try:
        return subprocess.run([sys.executable, "-m", "ntrkcourse.publish.build"], cwd=ROOT).returncode
    except KeyboardInterrupt:
        return 130


def serve_book(port: int) -> int:
    """Serve the built book on this machine alone, on ``port`` or the next free one."""
    handler = functools.partial(_Quiet, directory=str(OUTPUT))
    for candidate in range(port, port + 20):
        try:
            server = _Server(("127.0.0.1", candidate), handler)
        except OSError:
            print(f"Port {candidate} is busy.", flush=True)
            continue
        print(f"Open http://127.0.0.1:{candidate} (Ctrl+C stops)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            server.server_close()
        return 0
    print(f"Ports {port} to {port + 19} are all busy; choose another with --port.", file=sys.stderr)
    return 1


class _Server(http.server.ThreadingHTTPServer):
    # On Windows the default lets two servers share a port, and the busy one would go unnoticed.
    allow_reuse_address = os.name != "nt"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    # Windows takes types from its registry, where other programs have changed them.
    extensions_map = {  # noqa: RUF012
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".css": "text/css",
    }

    def log_message(self, format: str, *args: object) -> None:
        """Requests are of no interest to the reader."""
