"""A learner's seat in a JupyterHub: copies of the chapters, as ``start.py lab`` makes them, then the hub's server on them.

A hub runs ``python -m ntrkcourse.lab.seat [READY]`` in place of ``jupyterhub-singleuser``. ``READY`` is a folder of
copies that nobody works on: what stands there need not be run again for each learner.
"""

import os
import sys
from pathlib import Path

from ..content.location import notebooks_folder
from .launch import copies_folder, environment, is_root, refresh, unusable


def take_seat(ready: Path | None = None) -> str:
    """Become the hub's single-user server; returns, in one sentence, why that cannot be."""
    folder = copies_folder()
    if problem := unusable(folder):
        return problem
    refresh(folder, notebooks_folder(), ready)
    command = [sys.executable, "-m", "jupyterhub.singleuser", f"--ServerApp.root_dir={folder}"]
    os.execve(
        sys.executable, [*command, *(["--allow-root"] if is_root() else [])], environment(folder)
    )


if __name__ == "__main__":
    sys.exit(take_seat(*map(Path, sys.argv[1:])))
