"""A folder is replaced in one step, so that whoever reads it finds the old one or the new one, and never none."""

import ctypes
import os
import shutil
import sys
import time
from pathlib import Path


def replace_folder(place: Path, new: Path, aside: Path) -> None:
    """Make ``new`` the folder at ``place``; what was there is at ``aside`` or ``new`` afterwards, to be deleted.

    All three lie on one file system; ``aside`` does not exist. Raises :class:`OSError`, and then ``place`` is as
    it was.
    """
    if not place.exists():
        _rename(new, place)
    elif not _exchange(new, place):
        _rename(place, aside)
        try:
            _rename(new, place)
        except OSError:
            aside.rename(place)
            raise


def restore_folder(place: Path, aside: Path) -> None:
    """Put back what :func:`replace_folder` had set aside when it was killed half way."""
    if aside.exists() and not place.exists():
        aside.rename(place)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system has no such call, or not here."""
    first, second = os.fsencode(one), os.fsencode(other)
    at_working_directory, exchange = -100, 2
    calls = {
        "linux": ("renameat2", (at_working_directory, first, at_working_directory, second, exchange)),
        "darwin": ("renamex_np", (first, second, exchange)),
    }
    if sys.platform not in calls:
        return False
    name, arguments = calls[sys.platform]
    call = getattr(ctypes.CDLL(None), name, None)
    return call is not None and call(*arguments) == 0


def _rename(old: Path, new: Path) -> None:
    """Rename, or move where layers of a container's disk forbid it."""
    # On Windows a folder keeps its name while a server reads a file in it.
    for _ in range(50 if os.name == "nt" else 0):
        try:
            old.rename(new)
        except PermissionError:
            time.sleep(0.1)
        else:
            return
    shutil.move(old, new)
