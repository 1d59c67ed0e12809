"""The course's own content keeps every rule: what ``start.py check`` says of it."""

import tomllib
from pathlib import Path

from ntrkcourse.checks.everything import check_everything
from ntrkcourse.content.chapters import load_chapters


def test_content_has_no_problem():
    assert [str(problem) for problem in check_everything()] == []


def test_the_index_lists_every_chapter():
    index = (Path(__file__).parents[1] / "index.md").read_text(encoding="utf-8")
    for chapter in load_chapters().values():
        row = next(line for line in index.splitlines() if f"({chapter.file})" in line)
        assert row.startswith(f"| [{chapter.number} {chapter.title}]"), row


def test_the_wheel_carries_every_record():
    root = Path(__file__).parents[1]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    carried = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert carried == {name: f"ntrkcourse/data/{name}" for name in ("content", "course.toml")}
