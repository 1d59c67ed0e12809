"""The commands: an option that is a tool's own reaches the tool."""

import subprocess

import pytest

from ntrkcourse import commands, lab


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


@pytest.fixture
def run(monkeypatch):
    """The commands that would have been run."""
    commands = []
    monkeypatch.setattr(
        subprocess,
        "run",
        lambda command, **_: commands.append(command) or subprocess.CompletedProcess(command, 0),
    )
    return commands


@pytest.mark.parametrize("dashes", [[], ["--"]])
def test_options_reach_pytest(run, dashes):
    given = ["-k", "bound", "tests/science/test_proportions.py"]
    assert commands.main(["test", *dashes, *given]) == 0
    assert run[0][1:3] == ["-m", "pytest"] and run[0][-3:] == given


def test_thorough_tests_run_when_asked_for_and_only_then(run, request):
    for asked in ([], ["--thorough"]):
        assert commands.main(["test", *asked]) == 0
    usual, thorough = (command[3:] for command in run)
    assert "-m" not in usual and "not thorough" in request.config.getini("addopts")
    assert thorough == [*usual, "-m", ""]


@pytest.mark.parametrize("command", ["book", "check", "export", "outputs", "print", "bench"])
def test_other_commands_refuse_what_they_do_not_know(command, capsys):
    with pytest.raises(SystemExit):
        commands.main([command, "--unheard-of"])
    assert f"{command} does not know --unheard-of" in capsys.readouterr().err
