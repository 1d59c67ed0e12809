"""JupyterLab on the copies, with settings of the course's own, so that the reader's JupyterLab stays as it is."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..content.location import ROOT, notebooks_folder
from ..publish.freshness import content_digest
from .copies import chapters, prepare
from .files import DATA, write_text
from .links import RECORDS
from .pages import write_pages

_DEFAULT_FOLDER = ROOT / "_build" / "lab"
_FOLDER_VARIABLE = "NTRKCOURSE_LAB"
_NEEDED_MB = 40
_ENDS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
_CONFIG = ".config"
_SETTINGS = f"{_CONFIG}/settings"
_FILES: Mapping[str, Any] = {
    f"{_CONFIG}/jupyter_lab_config.json": {
        # Nothing is asked of another host: no news feed, no check for updates.
        "LabApp": {"check_for_updates_class": "jupyterlab.handlers.announcements.NeverCheckForUpdate"},
    },
    f"{_SETTINGS}/@jupyterlab/apputils-extension/notification.jupyterlab-settings": {
        "checkForUpdates": False,
        "fetchNews": "false",
    },
    # Widgets that a reader ran anew are saved with the notebook, and are alive when it is opened again.
    f"{_SETTINGS}/@jupyter-widgets/jupyterlab-manager/plugin.jupyterlab-settings": {"saveState": True},
    # Read by the widgets' `factLink`.
    f"{_CONFIG}/labconfig/page_config.json": {"ntrkRecords": RECORDS},
}
# Not in the JSON above: the server resolves no names of functions there.
_HOOK = """import warnings

from ntrkcourse.lab.models import keep_models

# The server reads this file twice, and would tell the reader so.
warnings.filterwarnings("ignore", message="Overriding existing pre_save_hook")
c.FileContentsManager.pre_save_hook = keep_models  # noqa: F821
"""


def open_lab(browser: bool = True, arguments: Sequence[str] = ()) -> int:
    """Bring the copies up to date and start JupyterLab; returns its exit code.

    Parameters
    ----------
    browser
        Whether JupyterLab opens one.
    arguments
        Further arguments of JupyterLab's own command line.
    """
    folder, notebooks = copies_folder(), notebooks_folder()
    try:
        problem = unusable(folder)
        if not problem:
            refresh(folder, notebooks)
    except (OSError, sqlite3.Error) as error:
        problem = _advice(folder, str(error))
    except KeyboardInterrupt:
        print("Stopped. The next start goes on from here.", file=sys.stderr)
        return 130
    if problem:
        print(problem, file=sys.stderr)
        return 1
    if is_root():
        print(
            "You are root (in a container, perhaps), so JupyterLab is started with --allow-root.", flush=True
        )
    # Out of the terminal's reach, where Ctrl+C would make JupyterLab ask, or hang where there is nobody to ask.
    process = subprocess.Popen(
        [*command(folder, notebooks, browser), *arguments],
        cwd=folder,
        env=environment(folder),
        start_new_session=True,
    )
    before = {number: signal.signal(number, lambda *_: process.terminate()) for number in _ENDS}
    code = process.wait()
    for number, handler in before.items():
        signal.signal(number, handler)
    return code


def copies_folder() -> Path:
    """Where the copies are: in ``_build``, or where the reader says."""
    return Path(os.environ.get(_FOLDER_VARIABLE) or _DEFAULT_FOLDER).expanduser().resolve()


def unusable(folder: Path) -> str:
    """In one sentence why the copies cannot be in ``folder``, and what to do; empty where they can."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        return _advice(folder, error.strerror or str(error))
    free = shutil.disk_usage(folder).free // 2**20
    if free < _NEEDED_MB:
        return _advice(folder, f"{free} MB are free, and about {_NEEDED_MB} MB are needed")
    return ""


def refresh(folder: Path, notebooks: Path, ready: Path | None = None) -> None:
    """Settings, pages and copies of the chapters, each written where it is not up to date.

    Copies that are prepared in the folder ``ready`` are taken from there.
    """
    (folder / DATA).mkdir(parents=True, exist_ok=True)
    for name, content in _FILES.items():
        write_text(folder / name, json.dumps(content))
    write_text(folder / _CONFIG / "jupyter_lab_config.py", _HOOK)
    version = content_digest()
    write_pages(folder, version)
    prepare(notebooks, folder, version, ready)


def command(folder: Path, notebooks: Path, browser: bool) -> list[str]:
    """JupyterLab on the copies, opened at the first chapter."""
    first = next(iter(chapters(notebooks)))
    parts = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder}"]
    parts += [f"--LabApp.default_url=/lab/tree/{first}"]
    return [*parts, *([] if browser else ["--no-browser"]), *(["--allow-root"] if is_root() else [])]


def environment(folder: Path) -> dict[str, str]:
    """The reader's environment, with JupyterLab's settings and data in the copies' folder."""
    return {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(folder / _CONFIG),
        "JUPYTER_DATA_DIR": str(folder / DATA),
        "JUPYTERLAB_SETTINGS_DIR": str(folder / _SETTINGS),
    }


def is_root() -> bool:
    """Whether JupyterLab would refuse to run without being allowed."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _advice(folder: Path, reason: str) -> str:
    return (
        f"The copies of the chapters cannot be written to {folder} ({reason.rstrip('.')}); make room there, or name"
        f" another folder: {_FOLDER_VARIABLE}=FOLDER python3 start.py lab."
    )
