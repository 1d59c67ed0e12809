"""``start.py class``: serve the book to a room, take its answers, and show the trainer's board."""

import errno
import socket
import sys
from contextlib import ExitStack
from datetime import date

from ..content.location import OUTPUT
from ..live import keys
from .book import build

_LOOPBACK = "127.0.0.1"


def hold_class(
    name: str = "",
    room: bool = False,
    address: str = "",
    port: int = 8000,
    schedule: str = "",
    session: int = 1,
    form: str = "",
) -> int:
    """Build the book and serve a class until Ctrl+C; returns the exit code.

    Parameters
    ----------
    name
        Of the class; today's date where there is none. One that was held before goes on.
    room
        Whether others than this machine are let in.
    address
        Where they reach it; found where it is empty.
    port
        The next free one is taken where it is busy.
    schedule, session
        By what the pace is measured, for a new class.
    form
        The form of the test that comes first on every phone that has not begun; empty where a coin says.
    """
    from ..live.schedule import stops

    try:
        parts = stops(schedule, session)
        host = (address or _own_address()) if room else ""
        chosen = keys.begin(name or date.today().isoformat(), schedule, session)
    except (ValueError, OSError) as error:
        return _fail(str(error))
    if not parts:
        parts = stops(chosen.schedule, chosen.session)
    code = build()
    if code:
        return code
    with ExitStack() as stack:
        try:
            stack.enter_context(keys.alone(chosen.folder))
        except keys.BusyError:
            return _fail(f"The class {chosen.name} is being held already.")
        try:
            sockets = _listen([_LOOPBACK, *([host] if host else [])], port)
        except OSError as error:
            return _fail(f"Nobody can listen on {host or _LOOPBACK}: {error.strerror or error}")
        port = sockets[0].getsockname()[1]
        join = f"http://{host or _LOOPBACK}:{port}/?class={chosen.code}{f'&form={form}' if form else ''}"
        from ..live.serve import serve

        _announce(chosen, join, port, host)
        serve(chosen, OUTPUT, join, parts, sockets)
    return 0


def delete_class(name: str) -> int:
    """Delete all that is kept of a class; returns the exit code."""
    try:
        if not keys.delete(name):
            return _fail(f"There is no class {name}.")
    except ValueError as error:
        return _fail(str(error))
    except keys.BusyError:
        return _fail(f"The class {name} is being held; stop it first.")
    print(f"All that was kept of {name} is deleted.")
    return 0


def _announce(chosen: keys.Class, join: str, port: int, host: str) -> None:
    import segno

    if host:
        segno.make(join).terminal(compact=True)
        print(f"Listening on {host}, for everybody on its network, and on this machine.")
    else:
        print("Listening on this machine alone. Phones reach it with --room.")
    print(f"Join:  {join}\nCode:  {chosen.code}")
    print(f"Board: http://{_LOOPBACK}:{port}/board#key={chosen.key} (for you alone)")
    print("Its key opens every answer under its made-up name, the votes, and the files to take along.")
    print(f"Kept:  {chosen.folder}, until: start.py class --delete {chosen.name}")
    print("Ctrl+C stops; the same command goes on with the same class.", flush=True)


def _listen(hosts: list[str], port: int) -> list[socket.socket]:
    """A listening socket for each host, all on ``port`` or the next that is free on all."""
    for candidate in range(port, port + 20):
        sockets: list[socket.socket] = []
        try:
            for host in hosts:
                # A free one, where any will do, is the same for all.
                at = sockets[0].getsockname()[1] if sockets else candidate
                sockets.append(socket.create_server((host, at)))
            return sockets
        except OSError as error:
            for one in sockets:
                one.close()
            if error.errno != errno.EADDRINUSE:
                raise
            print(f"Port {candidate} is busy.", flush=True)
    raise OSError(errno.EADDRINUSE, f"Ports {port} to {port + 19} are all busy")


def _own_address() -> str:
    """The address of this machine on its network. Nothing is sent: a datagram's socket only looks up its way."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(("192.0.2.1", 9))
        except OSError as error:
            raise OSError(
                "This machine is on no network; name its address: --room --address ADDRESS"
            ) from error
        found: str = way.getsockname()[0]
        return found


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 1
