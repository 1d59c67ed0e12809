"""The new book takes the place of the old one, with or without the system's help, and never half."""

import pytest

from ntrkcourse.publish import swap


@pytest.fixture(params=[True, False], ids=["exchanged", "renamed"])
def folders(request, tmp_path, monkeypatch):
    """``(place, new, aside)``, on a system that can exchange folders and on one that cannot."""
    if not request.param:
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    for name in ("place", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page").write_text(name)
    return tmp_path / "place", tmp_path / "new", tmp_path / "aside"


def test_the_new_folder_takes_the_place(folders):
    place, new, aside = folders
    swap.replace_folder(place, new, aside)
    assert (place / "page").read_text() == "new"


def test_the_first_folder_is_put_in_place(folders):
    place, new, aside = folders
    (place / "page").unlink()
    place.rmdir()
    swap.replace_folder(place, new, aside)
    assert (place / "page").read_text() == "new" and not new.exists()


def test_what_fails_leaves_the_old_folder(folders):
    place, new, aside = folders
    (new / "page").unlink()
    new.rmdir()
    with pytest.raises(OSError):
        swap.replace_folder(place, new, aside)
    assert (place / "page").read_text() == "place"


def test_what_was_killed_half_way_is_put_back(folders):
    place, _, aside = folders
    place.rename(aside)
    swap.restore_folder(place, aside)
    assert (place / "page").read_text() == "place"
