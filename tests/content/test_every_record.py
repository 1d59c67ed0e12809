"""Rules that hold for every record of every file: each number and each list of the real content is broken in turn."""

import copy
import math
import re
import sys
from functools import cache

import pytest

from ntrkcourse import widgets
from ntrkcourse.content import cases, facts, glossary, questions, records, teaching
from ntrkcourse.content.errors import ContentError
from ntrkcourse.content.inline import look
from ntrkcourse.content.location import content_folder
from ntrkcourse.figures import load_figures

FOLDERS = {
    "cases": cases.load_cases,
    "facts": facts.load_facts,
    "figures": load_figures,
    "glossary": glossary.load_glossary,
    "guides": teaching.load_guides,
    "questions": questions.load_questions,
    "schedules": teaching.load_schedules,
}
FILES = sorted(content_folder().rglob("*.toml"))
real = cache(records.read_toml)


def kind(file):
    """What the file's records are: those of its folder, or those of the widget whose name it bears."""
    return file.stem if file.parent.name == "widgets" else file.parent.name


def loader(file):
    return widgets.LOADERS[kind(file)] if file.parent.name == "widgets" else FOLDERS[kind(file)]


def walk(value, path=()):
    """(path, value) of everything in a parsed document."""
    yield path, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from walk(one, (*path, key))


def each_once(found):
    """The first place of each kind: ``question[4].diagnosis[0].low`` stands for every low of every diagnosis."""
    first = {}
    for file, path in found:
        first.setdefault((kind(file), *(part for part in path if isinstance(part, str))), (file, path))
    return [pytest.param(*where, id="-".join(name)) for name, where in sorted(first.items())]


NUMBERS = each_once(
    (file, path)
    for file in FILES
    for path, value in walk(real(file))
    if isinstance(value, int | float) and not isinstance(value, bool)
)
CHOICES = each_once(
    (file, (*path, 1, key))
    for file in FILES
    for path, value in walk(real(file))
    for key in records.SHOWN
    if isinstance(value, list)
    and len(value) > 1
    and all(isinstance(one, dict) and isinstance(one.get(key), str) for one in value[:2])
)


@pytest.fixture
def load_with(monkeypatch):
    """Loads a file's records, one value of it replaced."""

    def load(file, path, value):
        document = copy.deepcopy(real(file))
        place = document
        for part in path[:-1]:
            place = place[part]
        place[path[-1]] = value(document, place[path[-1]])
        own = sys.modules[loader(file).__module__]
        for module in (own, records):
            if hasattr(module, "read_toml"):
                monkeypatch.setattr(module, "read_toml", lambda one: document if one == file else real(one))
        return loader(file).__wrapped__()

    return load


def test_every_file_has_a_loader():
    assert {kind(file) for file in FILES} == {*FOLDERS, *widgets.LOADERS}
    assert len(NUMBERS) > 20 and len(CHOICES) > 15


@pytest.mark.parametrize(("file", "path"), NUMBERS)
@pytest.mark.parametrize("number", [math.nan, -math.inf, 10**400], ids=["nan", "-inf", "10^400"])
def test_a_number_without_end_is_named(load_with, file, path, number):
    with pytest.raises(ContentError, match=r"R01: must be") as error:
        load_with(file, path, lambda _document, _old: number)
    assert file.name in error.value.file
    key = next(part for part in reversed(path) if isinstance(part, str))
    assert re.search(rf"\b{key}\b", error.value.key)


def test_an_upper_bound_that_was_not_reached_is_no_fault(load_with):
    file = content_folder() / "facts" / "therapy.toml"
    number = next(
        n for n, fact in enumerate(real(file)["fact"]) if fact.get("interval", [0, 0])[1] == math.inf
    )
    assert load_with(file, ("fact", number, "unit"), lambda _document, unit: unit)
    with pytest.raises(ContentError, match="R01"):
        load_with(file, ("fact", number, "interval", 0), lambda _document, _old: math.inf)


@pytest.mark.parametrize(("file", "path"), CHOICES)
def test_two_that_look_alike_side_by_side_are_named(load_with, file, path):
    *parent, _, key = path

    def alike(document, _old):
        place = document
        for part in parent:
            place = place[part]
        return f"  {place[0][key]}\n"

    with pytest.raises(ContentError, match=r"R02: .* looks like that of") as error:
        load_with(file, path, alike)
    assert file.name in error.value.file and f"[2].{key}" in error.value.key


@pytest.mark.parametrize(
    "shown", ["**Assay**", "assay", " Assay\n", "`Assay`", "*Assay*.", "[Assay](#x)", "Ａssay"]
)
def test_what_a_reader_cannot_tell_apart(shown):
    assert look(shown) == look("Assay")
    assert look("Assay 2") != look("Assay")
