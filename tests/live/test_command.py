"""``start.py class``: says where it listens, listens nowhere else, goes on where it was, and is deleted whole."""

import itertools
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager

import httpx
import pytest

from ntrkcourse import commands
from ntrkcourse.commands import live
from ntrkcourse.live import keys
from ntrkcourse.live.schedule import stops

# The command, with a book that is built already and classes in a folder of their own.
RUN = """
import sys
from pathlib import Path
from ntrkcourse.commands import live, main
from ntrkcourse.live import keys
live.build = lambda: 0
live.OUTPUT = Path(sys.argv[1]) / "book"
keys.CLASSES = Path(sys.argv[1]) / "class"
sys.exit(main(["class", *sys.argv[2:]]))
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "book").mkdir()
    (tmp_path / "book/index.html").write_text("The book")
    return tmp_path


def run(folder, *arguments):
    command = [sys.executable, "-c", RUN, str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120)


@contextmanager
def held(folder, *arguments):
    """The command while it serves, and what it has printed by then."""
    command = [sys.executable, "-c", RUN, str(folder), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        try:
            lines = []
            while not lines or not lines[-1].startswith("Ctrl+C"):
                lines.append(process.stdout.readline())
                assert lines[-1], "".join(lines)
            yield process, "".join(lines)
        finally:
            process.kill()


def answers(host, port):
    try:
        with socket.create_connection((host, port), timeout=10):
            return True
    except OSError:
        return False


def test_a_trainer_fixes_the_form_of_the_test_in_the_address_that_learners_open(folder):
    with held(folder, "tuesday", "--port", "0", "--form", "B") as (_, told):
        assert re.search(r"Join:  http://\S+/\?class=[A-Z]{3}-[A-Z]{3}&form=B\n", told)
    assert "invalid choice: 'C'" in run(folder, "--form", "C").stderr


def test_it_listens_on_this_machine_alone_and_says_so(folder):
    with held(folder, "monday", "--port", "0") as (process, told):
        join, port, code = re.search(r"Join:  (http://127\.0\.0\.1:(\d+)/\?class=(\S+))", told).groups()
        assert "this machine alone" in told and f"Code:  {code}" in told
        assert httpx.get(join, timeout=60).text == "The book"
        key = re.search(r"board#key=(\S+)", told)[1]
        board = httpx.get(
            f"http://127.0.0.1:{port}/board/figures", headers={"Authorization": f"Bearer {key}"}
        )
        assert board.json()["class"]["code"] == code
        if sys.platform == "linux":
            assert not answers("127.0.0.2", int(port))
        again = run(folder, "monday")
        assert again.returncode == 1 and "is being held already" in again.stderr
        busy = run(folder, "--delete", "monday")
        assert busy.returncode == 1 and "stop it first" in busy.stderr
        if sys.platform != "win32":
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=30) == 0
    with held(folder, "monday", "--port", port) as (_, on):
        assert f"Code:  {code}" in on and key in on
    gone = run(folder, "--delete", "monday")
    assert gone.returncode == 0 and "deleted" in gone.stdout
    assert not (folder / "class/monday").exists()


@pytest.mark.skipif(
    sys.platform != "linux", reason="takes a second address of this machine for that of a room"
)
def test_a_room_is_let_in_where_it_is_said(folder):
    with held(folder, "monday", "--port", "0", "--room", "--address", "127.0.0.2") as (_, told):
        port = int(re.search(r"Join:  http://127\.0\.0\.2:(\d+)/\?class=", told)[1])
        assert "Listening on 127.0.0.2, for everybody" in told and "▄" in told
        assert [answers(f"127.0.0.{last}", port) for last in (1, 2, 3)] == [True, True, False]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("A room",), "no name for a class"),
        (("--schedule", "never"), "no schedule is named 'never'; there are "),
        (("--schedule", "ninety_minutes", "--session", "9"), "has sessions 1 to 1, not 9"),
        (("--room", "--address", "192.0.2.1"), "Nobody can listen on 192.0.2.1"),
        (("--delete", "monday"), "There is no class monday"),
    ],
)
def test_what_cannot_be_done_is_told(folder, monkeypatch, capsys, arguments, told):
    monkeypatch.setattr(keys, "CLASSES", folder / "class")
    monkeypatch.setattr(live, "build", lambda: 0)
    assert commands.main(["class", *arguments]) == 1
    assert told in capsys.readouterr().err


def test_an_address_without_a_room_is_refused(capsys):
    with pytest.raises(SystemExit):
        commands.main(["class", "--address", "127.0.0.2"])
    assert "--address belongs to --room" in capsys.readouterr().err


def test_the_parts_of_a_session_follow_each_other_and_ask_what_their_lessons_ask():
    parts = stops("ninety_minutes")
    assert parts[0].begins == 0
    assert all(one.begins + one.minutes == after.begins for one, after in itertools.pairwise(parts))
    assert parts[-1].begins + parts[-1].minutes == 90
    look = next(one for one in parts if one.title == "04 The look comes first")
    assert look.questions and all(one.startswith("04.") for one in look.questions)
    assert stops("") == []


def test_a_class_that_is_named_after_nothing_is_todays(folder, monkeypatch):
    monkeypatch.setattr(keys, "CLASSES", folder / "class")
    with held(folder, "--port", "0"):
        (name,) = [one.name for one in (folder / "class").iterdir() if one.is_dir()]
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", name)
