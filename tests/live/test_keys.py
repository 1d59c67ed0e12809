"""A class on the disk: it is the same tomorrow, its keys open what they should, and deleting it deletes all."""

import base64
import json
import re
import stat
import sys
from threading import Thread

import pytest

from ntrkcourse.live import keys


@pytest.fixture(autouse=True)
def classes(tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "CLASSES", tmp_path / "class")
    return tmp_path / "class"


def test_a_class_is_the_same_when_it_goes_on():
    first = keys.begin("monday", "ninety_minutes", 1)
    assert keys.begin("monday") == first
    assert keys.begin("tuesday").key != first.key
    assert re.fullmatch("[A-Z]{3}-[A-Z]{3}", first.code)


@pytest.mark.parametrize("name", ["", "..", "../html", "a/b", "A", "a" * 100, ".lock", "a b"])
def test_names_that_no_folder_bears(name):
    with pytest.raises(ValueError, match="no name for a class"):
        keys.begin(name)
    with pytest.raises(ValueError, match="no name for a class"):
        keys.delete(name)


def test_a_code_is_known_however_it_is_typed():
    chosen = keys.begin("monday")
    letters = chosen.code.replace("-", "")
    assert all(
        chosen.has_code(one) for one in (chosen.code, letters.lower(), f" {letters[:3]} {letters[3:]} ")
    )
    assert not any(chosen.has_code(one) for one in ("", letters[:5], letters + "B", "BBBBBB"))


def test_deleting_a_class_deletes_all_of_it(classes):
    chosen = keys.begin("monday")
    keys.Learners(chosen.credentials).join()
    keys.begin("tuesday")
    assert keys.delete("monday") and not keys.delete("monday")
    assert [one.name for one in classes.iterdir()] == ["tuesday"]


def test_a_class_that_is_held_is_not_deleted():
    chosen = keys.begin("monday")
    with keys.alone(chosen.folder):
        told = []

        def delete():
            try:
                keys.delete("monday")
            except keys.BusyError as error:
                told.append(str(error))

        other = Thread(target=delete)
        other.start()
        other.join()
        assert told == ["monday"] and chosen.folder.exists()


def test_a_learners_key_is_good_until_the_learner_leaves():
    chosen = keys.begin("monday")
    learners = keys.Learners(chosen.credentials)
    name, key = learners.join()
    other, _ = learners.join()
    assert learners.name_of(key) == name
    # As the server that starts again reads it.
    assert keys.Learners(chosen.credentials).name_of(key) == name
    learners.leave(name)
    assert learners.name_of(key) is None and keys.Learners(chosen.credentials).names == [other]


@pytest.mark.parametrize("secret", ["", "x", "x" * 22, "x" * 100, "\0" * 22, "ä" * 22])
def test_what_is_no_key(secret):
    learners = keys.Learners(keys.begin("monday").credentials)
    name, key = learners.join()
    assert learners.name_of(base64.b64encode(f"{name}:{secret}".encode()).decode()) is None
    assert learners.name_of(key[:-4]) is None and learners.name_of("ä") is None


def test_no_key_stands_on_the_disk_and_nobody_else_reads_the_files(classes):
    chosen = keys.begin("monday")
    _, key = keys.Learners(chosen.credentials).join()
    secret = base64.b64decode(key).decode().partition(":")[2]
    assert secret not in chosen.credentials.read_text()
    if sys.platform != "win32":
        assert stat.S_IMODE(chosen.folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(chosen.credentials.stat().st_mode) == 0o600


def test_names_are_two_words_and_each_is_given_once(monkeypatch):
    monkeypatch.setattr(keys, "MOST_LEARNERS", 30)
    learners = keys.Learners(keys.begin("monday").credentials)
    names = [learners.join()[0] for _ in range(30)]
    assert len(set(names)) == 30 and all(re.fullmatch("[A-Z][a-z]+ [A-Z][a-z]+", one) for one in names)
    with pytest.raises(keys.FullError):
        learners.join()
    assert len(json.loads(keys.begin("monday").credentials.read_text())) == 30
