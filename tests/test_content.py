"""The course's own content keeps every rule: what ``start.py check`` says of it."""

import tomllib
from pathlib import Path

from ntrkcourse.checks.everything import check_everything


def test_content_has_no_problem():
    assert [str(problem) for problem in check_everything()] == []


def test_the_wheel_carries_every_record():
    root = Path(__file__).parents[1]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    carried = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert carried == {name: f"ntrkcourse/data/{name}" for name in ("content", "course.toml")}
