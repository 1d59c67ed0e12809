"""``start.py book``: build the book, and serve it."""

import subprocess
import sys
from pathlib import Path

from ..content.location import OUTPUT, ROOT


def book(serve: bool = True, port: int = 8000, lite: bool = False) -> int:
    """Build the book and serve it until Ctrl+C; returns the exit code."""
    code = build(lite)
    return serve_book(OUTPUT, port) if serve and code == 0 else code


def build(lite: bool = False) -> int:
    """Build the book; returns the exit code, and where it is not 0 the last good book is as it was.

    With ``lite`` its chapters also open live in a browser.
    """
    try:
        site = ["--lite", str(_lite_site())] if lite else []
        return subprocess.run([sys.executable, "-m", "ntrkcourse.publish.build", *site], cwd=ROOT).returncode
    except KeyboardInterrupt:
        return 130
    except (subprocess.CalledProcessError, ValueError) as error:
        print(f"The chapters cannot be made to open live: {error}", file=sys.stderr)
        print(getattr(error, "stderr", None) or "", file=sys.stderr)
        return 1


def _lite_site() -> Path:
    from ..lite import make_site

    print("Making the chapters that open live; the first time their packages are fetched.", flush=True)
    return make_site()


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
