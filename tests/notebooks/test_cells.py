"""The run of the notebooks as tests: no cell is waited for longer than in the build, and a dead kernel is named."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import nbformat

from ntrkcourse.publish.execution import CELL_TIMEOUT

ROOT = Path(__file__).parents[2]


def run(folder, *sources, kernel="python3", **environment):
    """pytest's output on a notebook of these cells, under the project's own settings."""
    shutil.copy(ROOT / "notebooks/conftest.py", folder)
    shutil.copy(ROOT / "pyproject.toml", folder)
    cells = [nbformat.v4.new_markdown_cell("# Title"), *map(nbformat.v4.new_code_cell, sources)]
    metadata = {"kernelspec": {"name": kernel, "display_name": kernel, "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), folder / "one.ipynb")
    command = [sys.executable, "-m", "pytest", "--nbval-lax", "-q", "-rs", "one.ipynb"]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=60, env={**os.environ, **environment}
    ).stdout


def test_a_kernel_that_dies_is_said_to_have_died_and_is_not_waited_for(tmp_path):
    said = run(tmp_path, "1 + 1", "import os; os._exit(1)", "2 + 2")
    assert "one.ipynb, cell 3: the kernel died while this cell ran" in said
    assert "not run: the kernel died in cell 3" in said
    assert "1 failed, 1 passed, 1 skipped" in said


def test_a_cell_has_as_long_as_in_the_build():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    options = project["tool"]["pytest"]["ini_options"]["addopts"]
    assert f"--nbval-cell-timeout={CELL_TIMEOUT}" in options.split()


def test_other_kernels_of_the_machine_do_not_matter(tmp_path):
    spec = tmp_path / "share/kernels/python3/kernel.json"
    spec.parent.mkdir(parents=True)
    spec.write_text(json.dumps({"argv": ["false"], "display_name": "Foreign", "language": "python"}))
    assert "1 passed" in run(tmp_path, "1 + 1", kernel="myconda", JUPYTER_PATH=str(tmp_path / "share"))
