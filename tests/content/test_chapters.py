"""Chapters: what a notebook's file says of itself."""

import shutil

import pytest

from ntrkcourse.content.chapters import load_chapters
from ntrkcourse.content.errors import ContentError
from ntrkcourse.content.location import notebooks_folder


@pytest.mark.parametrize(
    "name", ["03_how_rare-Copy1.ipynb", "03_how_rare (1).ipynb", "a copy of 03_how_rare.ipynb"]
)
def test_the_copy_of_a_chapter_is_named_and_not_the_original(tmp_path, name):
    original = notebooks_folder() / "03_how_rare.ipynb"
    shutil.copy(original, tmp_path)
    shutil.copy(original, tmp_path / name)
    with pytest.raises(ContentError) as error:
        load_chapters.__wrapped__(tmp_path)
    assert error.value.file == str(tmp_path / name)
    assert f"03 is the chapter of {tmp_path / original.name}" in error.value.problem
