"""``start.py lab``: the chapters in JupyterLab, widgets alive from the first moment.

The reader works on copies in ``_build/lab``: executed and trusted, so that every widget is drawn when a
chapter opens, with no cell to run. A copy that the reader has changed is never overwritten.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from .publish.freshness import content_digest

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"
COPIES = ROOT / "_build" / "lab"
MADE = COPIES / ".made.json"
CONFIG = COPIES / ".config"
SETTINGS = CONFIG / "settings"
# Nothing is asked of another host: no news feed, no check for updates.
SERVER_SETTINGS = {
    "LabApp": {"check_for_updates_class": "jupyterlab.handlers.announcements.NeverCheckForUpdate"}
}
NOTIFICATION_SETTINGS = {"checkForUpdates": False, "fetchNews": "false"}


def open_lab(browser: bool = True, arguments: Sequence[str] = ()) -> int:
    """Bring the copies up to date and start JupyterLab with further ``arguments``; returns its exit code."""
    problem = refresh()
    if problem:
        print(problem, file=sys.stderr)
        return 1
    return subprocess.run([*command(browser), *arguments], cwd=COPIES, env=environment()).returncode


def command(browser: bool) -> list[str]:
    """JupyterLab on the copies, opened at the first chapter."""
    first = min(path.name for path in COPIES.glob("*.ipynb"))
    parts = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={COPIES}"]
    return [*parts, f"--LabApp.default_url=/lab/tree/{first}", *([] if browser else ["--no-browser"])]


def environment() -> dict[str, str]:
    """Settings of the course's own, so that the reader's JupyterLab stays as it is."""
    return {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(CONFIG),
        "JUPYTER_DATA_DIR": str(COPIES / ".data"),
        "JUPYTERLAB_SETTINGS_DIR": str(SETTINGS),
    }


def refresh() -> str:
    """Execute every chapter that has changed, in itself or in its content, into its copy; returns what went wrong, or nothing."""
    notification = SETTINGS / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    notification.parent.mkdir(parents=True, exist_ok=True)
    notification.write_text(json.dumps(NOTIFICATION_SETTINGS))
    (CONFIG / "jupyter_lab_config.json").write_text(json.dumps(SERVER_SETTINGS))
    made: dict[str, dict[str, str]] = json.loads(MADE.read_text()) if MADE.exists() else {}
    for source in sorted(NOTEBOOKS.glob("*.ipynb")):
        copy = COPIES / source.name
        known = made.get(source.name, {})
        wanted = _digest(source.read_text(encoding="utf-8") + content_digest())
        if copy.exists() and known.get("source") == wanted:
            continue
        if copy.exists() and known.get("copy") != _cells(copy):
            print(
                f"{source.name} has a newer version; yours has your own changes and stays. Delete it to get the new one."
            )
            continue
        print(f"Preparing {source.name}", flush=True)
        problem = _execute(source, copy)
        if problem:
            return f"{source.name} could not be prepared:\n{problem}"
        made[source.name] = {"source": wanted, "copy": _cells(copy)}
        MADE.write_text(json.dumps(made))
    return ""


def _execute(source: Path, copy: Path) -> str:
    convert = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", str(source)]
    convert += ["--output", copy.name, "--output-dir", str(COPIES), "--log-level", "ERROR"]
    trust = [sys.executable, "-m", "nbformat.sign", str(copy)]
    for step in (convert, trust):
        process = subprocess.run(step, capture_output=True, text=True, env=environment())
        if process.returncode:
            return process.stderr[-2000:]
    return ""


def _cells(copy: Path) -> str:
    """Digest of what a reader writes, the cells' sources: JupyterLab itself saves outputs now and then."""
    try:
        cells = json.loads(copy.read_text(encoding="utf-8"))["cells"]
    except (ValueError, KeyError):
        return "damaged"
    return _digest(json.dumps(["".join(cell["source"]) for cell in cells]))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
