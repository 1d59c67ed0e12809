"""A learner's seat in a JupyterHub: copies of the chapters, as ``start.py lab`` makes them, then the hub's server on them.

A hub runs ``python -m ntrkcourse.lab.seat READY`` in place of ``jupyterhub-singleuser``. ``READY`` is a folder of copies
that nobody works on, so that not every learner's are run anew; ``--prepare`` makes it, and takes no seat.
"""

import argparse
import os
import sys
from pathlib import Path

from ..content.location import notebooks_folder
from .launch import copies_folder, environment, is_root, refresh, unusable


def main() -> str | None:
    """Become the hub's server for one learner; returns, in one sentence, why that cannot be."""
    parser = argparse.ArgumentParser(prog="python -m ntrkcourse.lab.seat", description=__doc__)
    parser.add_argument("ready", type=Path)
    parser.add_argument("--prepare", action="store_true")
    chosen = parser.parse_args()
    folder = chosen.ready if chosen.prepare else copies_folder()
    if problem := unusable(folder):
        return problem
    refresh(folder, notebooks_folder(), chosen.ready)
    if chosen.prepare:
        return None
    command = [sys.executable, "-m", "jupyterhub.singleuser", f"--ServerApp.root_dir={folder}"]
    os.execve(sys.executable, [*command, *(["--allow-root"] if is_root() else [])], environment(folder))


if __name__ == "__main__":
    sys.exit(main())
