"""The way in, when the machine is not as it should be: each trouble has a clear message."""

import importlib.metadata
import importlib.util
import shutil
import socket
import stat
import subprocess
import sys
import urllib.request
from collections import namedtuple
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
Version = namedtuple("Version", "major minor micro releaselevel serial")


@pytest.fixture
def start(tmp_path, monkeypatch):
    """``start.py`` as a module whose environment lies in an empty folder."""
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "stamp")
    return module


def test_an_old_python_is_named(start, monkeypatch, capsys):
    monkeypatch.setattr(start.sys, "version_info", Version(3, 9, 2, "final", 0))
    assert start.main() == 1
    assert "needs Python 3.11 or later; this is 3.9.2" in capsys.readouterr().err


def test_a_nearly_full_disk_is_told_before_anything_is_made(start, monkeypatch, tmp_path):
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(start.shutil, "disk_usage", lambda path: usage._replace(free=200 * 2**20))
    problem = start.prepare()
    assert "The disk is nearly full: 200 MB free" in problem
    assert not start.VENV.exists()


def test_an_unreachable_index_is_told(start, monkeypatch, tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for name in ("PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{port}/simple")
    monkeypatch.setenv("PIP_RETRIES", "1")
    requirements = tmp_path / "requirements.txt"
    requirements.write_text(f"no-such-course-package==1.0 --hash=sha256:{'0' * 64}\n")
    monkeypatch.setattr(start, "REQUIREMENTS", requirements)
    monkeypatch.setattr(start, "venv_python", lambda: Path(sys.executable))
    assert "The package index could not be reached" in start.install(1)


@pytest.mark.skipif(sys.platform == "win32", reason="stands in for pip with a shell script")
@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "disk is full",
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "DO NOT MATCH THE HASHES"),
    ],
)
def test_what_pip_reports_is_passed_on(start, monkeypatch, tmp_path, said, told):
    pip = tmp_path / "python"
    pip.write_text(f"#!/bin/sh\necho '{said}'\nexit 1\n")
    pip.chmod(pip.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setattr(start, "venv_python", lambda: pip)
    assert told in start.install(1)


def test_a_changed_lock_file_makes_a_new_environment(start, monkeypatch, tmp_path):
    start.VENV.mkdir()
    python = start.venv_python()
    python.parent.mkdir(parents=True)
    python.touch()
    start.STAMP.write_text(start.wanted_stamp())
    assert start.is_ready()
    changed = tmp_path / "requirements.txt"
    changed.write_text("anywidget==0.0\n")
    monkeypatch.setattr(start, "REQUIREMENTS", changed)
    assert not start.is_ready()


def test_what_the_course_adds_to_other_packages_is_found(start, tmp_path):
    start.register(tmp_path)
    (course,) = importlib.metadata.distributions(path=[str(tmp_path)])
    assert course.metadata["Name"] == "ntrkcourse"
    (store,) = course.entry_points.select(group="ralph.backends.lrs")
    assert store.name == "sqlite" and store.load().name == "sqlite"


def test_a_busy_port_is_told_and_the_next_one_taken(tmp_path):
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        code = f"from pathlib import Path; from ntrkcourse.commands.book import serve_book; serve_book(Path({str(tmp_path)!r}), {port})"
        (tmp_path / "index.html").write_text("the book")
        with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
            try:
                assert process.stdout.readline() == f"Port {port} is busy.\n"
                line = process.stdout.readline()
                address = line.split()[1]
                assert address.startswith("http://127.0.0.1:") and address != f"http://127.0.0.1:{port}"
                with urllib.request.urlopen(address) as answer:
                    assert answer.read() == b"the book"
            finally:
                process.terminate()


@pytest.fixture
def copy(tmp_path):
    """A copy of what ``check`` reads, to be broken."""
    for folder in ("src", "book", "content", "notebooks"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("index.md", "course.toml"):
        shutil.copy(ROOT / name, tmp_path)

    def check():
        return subprocess.run(
            [sys.executable, "-m", "ntrkcourse", "check"],
            cwd=tmp_path,
            env={"PYTHONPATH": str(tmp_path / "src"), "PATH": ""},
            capture_output=True,
            text=True,
        )

    return tmp_path, check


def break_file(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_check_passes_on_good_content(copy):
    _, check = copy
    result = check()
    assert result.returncode == 0, result.stdout
    assert "no problem found" in result.stdout


FACTS, QUESTIONS = "content/facts/epidemiology.toml", "content/questions/03.toml"
RARE, POSITIVE = "notebooks/03_how_rare.ipynb", "notebooks/06_positive_test.ipynb"
# Records that cannot be read end the check; all that is wrong in texts is told at once.
BROKEN = {
    "key": [
        (
            FACTS,
            'id = "epi.ntrk.breast.rossds2020"',
            'id = "epi.ntrk.breast.rossds2020"\nlocater = "x"',
            f"{FACTS}, record 'epi.ntrk.breast.rossds2020', key 'locater': unknown key",
        )
    ],
    "kind": [(QUESTIONS, 'kind = "numeric"', 'kind = "number"', "key 'kind': 'number' is none of")],
    "texts": [
        (
            RARE,
            "[8 in 10,000](fact:epi.ntrk.breast.rossds2020)",
            "[9 in 10,000](fact:epi.ntrk.breast.rossds2020)",
            "F03: 9 in 10,000 in '9 in 10,000' is no figure of fact 'epi.ntrk.breast.rossds2020'",
        ),
        (
            POSITIVE,
            "fact:bayes.prevalence.breast_high.rnahybrid2024",
            "fact:bayes.prevalence.breast_high.rnahybrid",
            "F02: no fact has the id 'bayes.prevalence.breast_high.rnahybrid'",
        ),
        ("book/about.md", "Counts come first.", "Counts come first in 83% of cases.", "F04: '83%'"),
    ],
    "source": [
        (
            "content/references.bib",
            "{rossds2020,",
            "{rossds2021,",
            "'rossds2020' is not a key of references.bib",
        ),
    ],
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_check_names_file_record_and_key(copy, broken):
    folder, check = copy
    for file, old, new, _ in broken:
        break_file(folder / file, old, new)
    result = check()
    assert result.returncode == 1
    for file, _, _, told in broken:
        assert told in result.stdout and Path(file).name in result.stdout
