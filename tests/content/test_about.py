"""The page about the course: the citation is that of ``CITATION.cff``."""

import re
from datetime import date
from pathlib import Path

from ntrkcourse.content.location import book_folder

ROOT = Path(__file__).parents[2]
ABOUT = (book_folder() / "about.md").read_text(encoding="utf-8")
CITATION = dict(
    re.findall(r'^([\w-]+): "?([^"\n]+)"?$', (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.M)
)


def test_the_citation_is_the_one_of_the_file():
    day = date.fromisoformat(CITATION["date-released"])
    assert f"*{CITATION['title']}.* Version {CITATION['version']}, {day.day} {day:%B %Y}." in ABOUT


def test_what_a_reader_may_ask_of_the_page_stands_there():
    links = ["themes.md", "evidence.md", "progress.md", "patients.md", "changelog.md"]
    assert all(f"]({name})" in ABOUT for name in links)
