"""The commands: an option that is a tool's own reaches the tool."""

import subprocess
import sys

import pytest

from ntrkcourse import commands, lab
from ntrkcourse.content.location import ROOT


@pytest.mark.parametrize(
    ("given", "browser", "passed"),
    [
        ("lab", True, []),
        ("lab --port 9999 --allow-root", True, ["--port", "9999", "--allow-root"]),
        ("lab --allow-root --no-browser", False, ["--allow-root"]),
        ("lab -- --port=9999", True, ["--port=9999"]),
    ],
)
def test_options_reach_jupyterlab(monkeypatch, given, browser, passed):
    seen = []
    monkeypatch.setattr(lab, "open_lab", lambda **options: seen.append(options) or 0)
    assert commands.main(given.split()) == 0
    assert seen == [{"browser": browser, "arguments": passed}]


def collected(*arguments):
    """Names of the tests that ``start.py test`` would run with these arguments."""
    command = [sys.executable, "-m", "ntrkcourse", "test", *arguments, "-n", "0", "--collect-only"]
    result = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    return [line for line in result.stdout.splitlines() if "::" in line]


@pytest.mark.parametrize("dashes", [[], ["--"]])
def test_options_reach_pytest(monkeypatch, dashes):
    run = []
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: run.append(command) or subprocess.CompletedProcess(command, 0)
    )
    given = ["-k", "bound", "tests/science/test_proportions.py"]
    assert commands.main(["test", *dashes, *given]) == 0
    assert run[0][1:3] == ["-m", "pytest"] and run[0][-3:] == given


def test_thorough_tests_run_when_asked_for():
    build = "tests/publish/test_build.py"
    usual, all_of_them = collected(build), collected("--thorough", build)
    assert usual and set(usual) < set(all_of_them)


@pytest.mark.parametrize("command", ["book", "check", "export", "outputs", "print", "bench"])
def test_other_commands_refuse_what_they_do_not_know(command, capsys):
    with pytest.raises(SystemExit):
        commands.main([command, "--unheard-of"])
    assert f"{command} does not know --unheard-of" in capsys.readouterr().err
