"""``start.py book``: build the book, and serve it."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from ..checks.everything import check_everything
from ..content.errors import ContentError

ROOT = Path(__file__).resolve().parents[3]
OUTPUT = ROOT / "_build" / "html"


def book(serve: bool = True, port: int = 8000) -> int:
    """Build the book, warnings as errors, and serve it until Ctrl+C; returns the exit code."""
    code = build()
    return serve_book(port) if serve and code == 0 else code


def build() -> int:
    """Check the content, then build; 0 where both went well."""
    started = time.monotonic()
    try:
        problems = check_everything()
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(f"{len(problems)} problems in the content; the book was not built.", file=sys.stderr)
        return 1
    print(
        "Building the book. Chapters that changed are executed; the first build takes a minute.", flush=True
    )
    # A page that is no longer in the book must not stay in it.
    shutil.rmtree(OUTPUT, ignore_errors=True)
    # Jupyter Book has no __main__; its script lies elsewhere on every system.
    command = [sys.executable, "-c", "from jupyter_book.cli.main import main; main()"]
    command += ["build", str(ROOT), "-W", "-n", "--keep-going"]
    process = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env={**os.environ, "NO_COLOR": "1"}
    )
    output = process.stdout + process.stderr
    if process.returncode:
        print("\n".join(_faults(output)), file=sys.stderr)
        return process.returncode
    print(
        f"Built {OUTPUT / 'index.html'} in {time.monotonic() - started:.0f} s. A double click opens it.",
        flush=True,
    )
    return 0


def _faults(output: str) -> list[str]:
    """Sphinx's warnings and errors, or the end of its report where it names none."""
    lines = output.splitlines()
    faults = [line for line in lines if "WARNING" in line or "ERROR" in line or "Error" in line]
    return faults or lines[-30:]


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
