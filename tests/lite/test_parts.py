"""What the live chapters are made of is what the locks name, and their pages run under a policy."""

import base64
import hashlib
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest

from ntrkcourse.content.chapters import load_chapters
from ntrkcourse.lite import packages
from ntrkcourse.lite.site import fit_page, write_chapters
from ntrkcourse.lite.wheels import entry, missing, needs

PYTHON = "3.14.2"


def wheel(folder: Path, name: str, *requires: str) -> Path:
    """A wheel of one module, which asks for others."""
    file = folder / f"{name}-1.0-py3-none-any.whl"
    about = "".join(f"Requires-Dist: {one}\n" for one in requires)
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(f"{name}.py", "")
        archive.writestr(f"{name}-1.0.dist-info/METADATA", f"Name: {name}\nVersion: 1.0\n{about}")
    return file


def test_what_a_package_needs_elsewhere_is_left_out() -> None:
    asked = ["traitlets>=5", "colorama; sys_platform == 'win32'", "psutil; sys_platform != 'emscripten'"]
    assert needs(
        [*asked, "Typing_Extensions; python_version < '3.15'", "pytest; extra == 'test'"], PYTHON
    ) == {
        "traitlets",
        "typing-extensions",
    }


def test_what_is_missing_is_found_to_its_end_and_what_is_there_is_not(tmp_path: Path) -> None:
    course = wheel(tmp_path, "course", "ipywidgets", "kernel")
    found = missing([course, wheel(tmp_path, "kernel", "comm")], (), PYTHON)
    # ipywidgets asks for IPython, IPython for jedi, jedi for parso.
    assert {"comm", "ipywidgets", "ipython", "jedi", "parso"} <= found
    assert not found & {"course", "kernel", "jupyterlab-widgets"}


def test_a_cell_can_import_what_a_wheel_holds(tmp_path: Path) -> None:
    made = entry(wheel(tmp_path, "course", "comm"), PYTHON)
    assert made["imports"] == ["course"] and made["depends"] == ["comm"]


def test_pyodide_that_is_not_the_locks_is_refused_and_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pyodide-1.0.tgz"
    file.write_bytes(b"something else")
    digest = base64.b64encode(hashlib.sha512(b"what was locked").digest()).decode()
    wanted = {"version": "1.0", "integrity": f"sha512-{digest}"}
    lock = json.dumps({"packages": {"node_modules/pyodide": wanted}})
    (tmp_path / "package-lock.json").write_text(lock, encoding="utf-8")
    monkeypatch.setattr(packages, "ROOT", tmp_path)
    with pytest.raises(ValueError, match=r"pyodide-1.0.tgz is not the file"):
        packages.fetch_pyodide(tmp_path)
    assert not file.exists()


def test_a_page_runs_under_a_policy_that_knows_its_scripts_and_no_other_host() -> None:
    page = fit_page(
        '<html>\n<head>\n<script type="application/json">{}</script><script>start()</script></head></html>',
        "../",
    )
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)[1]
    digest = base64.b64encode(hashlib.sha256(b"start()").digest()).decode()
    assert f"'sha256-{digest}'" in policy and policy.count("sha256") == 1
    assert "default-src 'none'" in policy and not re.search(r"https?:|\*", policy)
    assert page.index("Content-Security-Policy") < page.index("<script")
    assert 'data-evidence="../../book/evidence.html"' in page and 'src="../live.js"' in page


def test_every_chapter_is_there_with_nothing_run(tmp_path: Path) -> None:
    write_chapters(tmp_path)
    assert {Path(one.file).name for one in load_chapters().values()} <= {
        file.name for file in tmp_path.iterdir()
    }
    for file in tmp_path.rglob("*.ipynb"):
        cells = nbformat.read(file, as_version=4).cells
        assert not any(cell.get("outputs") for cell in cells)
        assert not any("](fact:" in cell.source for cell in cells if cell.cell_type == "markdown")


def test_without_a_network_the_command_says_what_is_wrong_and_keeps_the_last_book(tmp_path: Path) -> None:
    code = (
        "import subprocess, ntrkcourse.lite as lite; from ntrkcourse.commands.book import build\n"
        "def fail(): raise subprocess.CalledProcessError(1, ['npm'], stderr='no network')\n"
        "lite.make_site = fail\nraise SystemExit(build(lite=True))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.returncode == 1
    assert "cannot be made to open live" in ran.stderr and "no network" in ran.stderr
