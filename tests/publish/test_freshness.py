"""What a page is made from decides whether it is fresh: every file of the content, other chapters' names, the day."""

import json
import re
import shutil
from pathlib import Path

import pytest

from ntrkcourse.content.chapters import load_chapters
from ntrkcourse.publish import freshness

ROOT = Path(__file__).parents[2]
PUBLISH = ROOT / "src/ntrkcourse/publish"


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """A copy of the content, from which the digest is taken."""
    for name in ("book", "content", "notebooks"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(freshness, "book_folder", lambda: tmp_path / "book")
    monkeypatch.setattr(freshness, "content_folder", lambda: tmp_path / "content")
    monkeypatch.setattr(freshness, "load_chapters", lambda: load_chapters.__wrapped__(tmp_path / "notebooks"))
    return tmp_path


def test_a_file_of_any_kind_changes_the_digest(copy):
    kinds = {
        file.suffix: file
        for part in ("book", "content")
        for file in (copy / part).rglob("*")
        if file.is_file()
    }
    assert {".toml", ".bib", ".svg"} <= set(kinds)
    for kind in set(kinds) - {".md"}:
        before = freshness.content_digest()
        kinds[kind].write_bytes(kinds[kind].read_bytes() + b"\n")
        assert freshness.content_digest() != before, kind


def test_a_chapters_title_changes_the_digest_and_its_prose_does_not(copy):
    # The record and the progress page list the chapters by title.
    file = copy / "notebooks/03_how_rare.ipynb"
    notebook = json.loads(file.read_text("utf-8"))
    before = freshness.content_digest()
    notebook["cells"].append({"cell_type": "markdown", "id": "more", "metadata": {}, "source": "More prose."})
    file.write_text(json.dumps(notebook), "utf-8")
    assert freshness.content_digest() == before
    file.write_text(json.dumps(notebook).replace("How rare is rare?", "How rare?"), "utf-8")
    assert freshness.content_digest() != before


def test_no_other_module_asks_for_the_day():
    # A page that takes the day from anywhere else would keep the day of its first build.
    for file in sorted(PUBLISH.glob("*.py")):
        if file.name != "freshness.py":
            asked = re.findall(r"[\w.]+\.(?:today|now)\(", file.read_text("utf-8"))
            assert asked == [], file.name
