"""``start.py book``: build the book, and serve it."""

import subprocess
import sys
from pathlib import Path

from ..content.location import OUTPUT, ROOT


def book(serve: bool = True, port: int = 8000) -> int:
    """Build the book and serve it until Ctrl+C; returns the exit code."""
    code = build()
    return serve_book(OUTPUT, port) if serve and code == 0 else code


def build() -> int:
    """Build the book; returns the exit code, and where it is not 0 the last good book is as it was."""
    try:
        return subprocess.run([sys.executable, "-m", "ntrkcourse.publish.build"], cwd=ROOT).returncode
    except KeyboardInterrupt:
        return 130


def serve_book(folder: Path, port: int) -> int:
    """Serve the built book on this machine alone, on ``port`` or the next free one."""
    from ..publish.server import BookServer

    for candidate in range(port, port + 20):
        try:
            server = BookServer(folder, candidate)
        except OSError:
            print(f"Port {candidate} is busy.", flush=True)
            continue
        with server:
            print(f"Open {server.address} (Ctrl+C stops)", flush=True)
            try:
                server.wait()
            except KeyboardInterrupt:
                return 0
    print(f"Ports {port} to {port + 19} are all busy; choose another with --port.", file=sys.stderr)
    return 1
