"""The page that says where each theme of the source article is taught."""

import re

import pytest

from ntrkcourse.content.chapters import load_chapters
from ntrkcourse.content.location import book_folder, notebooks_folder

TEXT = (book_folder() / "themes.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL))
LINK = re.compile(r"\]\(\.\./notebooks/([\w.]+)\)")


def rows(section):
    return [line for line in SECTIONS[section].splitlines() if line.startswith("|")][2:]


@pytest.mark.parametrize(
    ("section", "size"),
    [
        ("The opening", 3),
        ("The table of challenges", 4),
        ("The trends", 5),
        ("The table of policies", 5),
        ("The table of tools", 4),
        ("The five questions", 5),
    ],
)
def test_every_theme_is_taught_in_a_chapter_that_exists(section, size):
    assert len(rows(section)) == size
    for row in rows(section):
        said, _, taught = row.strip("| ").rpartition("|")
        chapters = LINK.findall(taught)
        assert chapters, row
        assert all((notebooks_folder() / name).is_file() for name in chapters), row
        assert len(said.split("|")[1].split()) > 8, "what the evidence says is missing"


def test_every_chapter_but_the_first_has_a_theme():
    linked = {name[:2] for name in LINK.findall(TEXT)}
    assert linked == set(load_chapters()) - {"00"}
