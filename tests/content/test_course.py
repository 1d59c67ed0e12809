"""What names the course stands once; what other programs read agrees with it."""

import re
from pathlib import Path

import pytest
import yaml

from ntrkcourse.content.course import load_course
from ntrkcourse.content.errors import ContentError
from ntrkcourse.content.location import ROOT, course_file

SOURCE = course_file().read_text(encoding="utf-8")


def test_what_other_programs_read_says_the_same() -> None:
    course = load_course()
    assert yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))["title"] == course.title
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["title"] == f"{course.title}: {course.subtitle}"


def test_the_readers_store_keeps_its_name() -> None:
    """Another one would hide what every reader has done."""
    assert load_course().store == "ntrk" and load_course().name == "reading-the-rare"


def test_no_module_names_the_course() -> None:
    package = ROOT / "src/ntrkcourse"
    for file in sorted(package.rglob("*.*")):
        if file.suffix in {".py", ".js", ".html", ".css", ".json"}:
            text = file.read_text(encoding="utf-8")
            assert load_course().title not in text and load_course().name not in text, file


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('name = "reading-the-rare"', 'name = "Reading the Rare"', "key 'name': small letters"),
        ('store = "ntrk"', 'store = ""', "key 'store': small letters"),
        ('address = ""', 'address = "example.org"', "key 'address': 'example.org' does not begin with"),
        ('report = ""', 'report = "tel:1"', "key 'report'"),
        ("title = ", "titel = ", "key 'titel': unknown key"),
    ],
)
def test_bad_files_are_refused(tmp_path: Path, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    file = tmp_path / "course.toml"
    file.write_text(SOURCE.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape(told)) as caught:
        load_course(file)
    assert "course.toml" in str(caught.value)
