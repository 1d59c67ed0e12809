"""The JupyterLite site: the chapters, the kernel, and a policy for each of its pages."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat

from ..content.course import load_course
from ..content.location import OUTPUT, notebooks_folder
from ..lab.copies import chapters
from ..lab.links import links_for_lab
from ..publish.policy import policy_of_lite
from .kernel import write_kernel

WORK = OUTPUT.parent / ".lite"
_SCRIPT = Path(__file__).parent / "live.js"
_INLINE = re.compile(r"<script(?![^>]*\b(?:src|type=\"application/json\"))[^>]*>(.*?)</script>", re.DOTALL)
# Fonts for browsers that read no woff2, and how the site was packed.
_UNUSED = ("build/*.svg", "build/*.eot", "build/*.ttf", "build/*.woff", "rspack.config*.js", "package.json")


def make_site() -> Path:
    """Make the site anew; returns its folder.

    Raises
    ------
    subprocess.CalledProcessError
        When a package cannot be fetched, or a program that makes a part of it fails.
    ValueError
        When a package is not the one that the lock names.
    """
    source, site = WORK / "source", WORK / "site"
    # JupyterLite remembers what it has made, and would leave out of a new site what it made for an old one.
    for one in (source, site):
        shutil.rmtree(one, ignore_errors=True)
    (source / "content").mkdir(parents=True)
    packages = write_kernel(source / "static" / "pyodide", WORK)
    write_chapters(source / "content")
    settings = {"jupyter-lite-schema-version": 0, "jupyter-config-data": _page_config(packages)}
    (source / "jupyter-lite.json").write_text(json.dumps(settings), encoding="utf-8")
    build = {
        "apps": ["lab"],
        "contents": ["content"],
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
    }
    (source / "jupyter_lite_config.json").write_text(json.dumps({"LiteBuildConfig": build}), encoding="utf-8")
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--output-dir", str(site)]
    subprocess.run(command, cwd=source, check=True, capture_output=True, text=True)
    for pattern in _UNUSED:
        for file in site.glob(pattern):
            file.unlink()
    shutil.copy(_SCRIPT, site)
    for page in site.rglob("*.html"):
        page.write_text(fit_page(page.read_text(encoding="utf-8"), _up(page, site)), encoding="utf-8")
    return site


def write_chapters(folder: Path) -> None:
    """Write the chapters as a reader opens them: with links that JupyterLab follows, and nothing run."""
    for name, file in chapters(notebooks_folder()).items():
        notebook = nbformat.read(file, as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "markdown":
                cell.source = links_for_lab(cell.source, name)
            elif cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        (folder / name).parent.mkdir(exist_ok=True)
        nbformat.write(notebook, folder / name)


def fit_page(page: str, up: str) -> str:
    """A page of JupyterLite under a policy of its own, told where the book lies."""
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy_of_lite(_INLINE.findall(page))}" />'
        f'<script defer src="{up}live.js"></script>'
    )
    page = page.replace("<html", f'<html data-evidence="{up}../book/evidence.html"', 1)
    return re.sub(r"<head\b[^>]*>", lambda found: found[0] + head, page, count=1)


def _up(page: Path, site: Path) -> str:
    return "../" * (len(page.relative_to(site).parts) - 1)


def _page_config(packages: list[str]) -> dict[str, object]:
    course = load_course()
    return {
        "appName": course.title,
        "defaultKernelName": "python",
        # Read by live.js, which runs the cells of a chapter that is opened.
        "exposeAppInBrowser": True,
        "contentsStorageName": f"{course.name}-live",
        "settingsStorageName": f"{course.name}-live",
        "litePluginSettings": {
            "@jupyterlite/pyodide-kernel-extension:kernel": {
                "disablePyPIFallback": True,
                "loadPyodideOptions": {"packages": packages},
            }
        },
    }
