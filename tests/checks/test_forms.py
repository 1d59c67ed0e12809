"""A form that is unfair, too easy, or known from a chapter is named."""

import re
from dataclasses import replace
from typing import Any

import pytest

from ntrkcourse.checks.forms import check_forms, overlap
from ntrkcourse.content.chapters import Chapter
from ntrkcourse.content.questions import Option, Question

OPTIONS = (Option("RNA", "It has no introns.", True), Option("Blood", "It is without the tumour's changes."))


def item(name: str, use: Any, **changes: Any) -> Question:
    """A question in eight words that no other has."""
    stem = " ".join(f"{re.sub('[^a-z0-9]', '', name)}word{number}" for number in range(8))
    made = Question(name, f"{name[:2]}.1", "single", use, "apply", stem, "Section", option=OPTIONS)
    return replace(made, **changes)


def pair(chapter: str, number: int, **changes: Any) -> list[Question]:
    """The second with ``changes``."""
    return [
        item(f"{chapter}.pre-{number}", "A"),
        item(f"{chapter}.post-{number}", "B", **changes),
    ]


def chapters(*numbers: str) -> dict[str, Chapter]:
    """Chapters between a first one with form A and a last one with form B."""
    forms = {"00": ("A", "B"), "99": ("A", "B")}
    return {
        number: Chapter(
            f"{number}.ipynb", number, "T", {f"{number}.1": "Do it."}, (), (), (), forms.get(number, ())
        )
        for number in ("00", *numbers, "99")
    }


def codes(questions: list[Question], *numbers: str) -> list[tuple[str, str]]:
    return [(problem.code, problem.record) for problem in check_forms(questions, chapters(*numbers))]


GOOD = [*pair("01", 1), *pair("01", 2), *pair("02", 1), *pair("02", 2)]


def test_fair_forms_pass_and_a_course_may_have_none() -> None:
    assert codes(GOOD, "01", "02") == []
    assert codes([item("01.q", "chapter")], "01") == []


@pytest.mark.parametrize("changes", [{"objective": "01.2"}, {"level": "analyse"}, {"kind": "multiple"}])
def test_a_pair_that_measures_two_things_is_named(changes: dict[str, str]) -> None:
    forms = [*pair("01", 1), *pair("01", 2, **changes)]
    assert codes(forms, "01") == [("Q13", "01.pre-2")]


def test_an_item_without_its_pair_is_named() -> None:
    (problem,) = check_forms(GOOD[:-1], {})
    assert problem.code == "Q13" and "4 items in form A and 3 in form B" in problem.advice


def test_a_pair_in_the_same_words_is_named() -> None:
    one, other = pair("01", 1)
    same = replace(other, stem=f"{one.stem} too")
    assert overlap(one, same) == 8 / 9 and overlap(one, other) == 0
    assert codes([one, same, *pair("01", 2)], "01") == [("Q13", "01.pre-1")]
    told = replace(other, vignette=one.stem)
    assert overlap(one, told) == 1 / 2, "a vignette counts"


def test_what_a_chapter_asks_in_the_same_words_is_named() -> None:
    asked = item("02.q", "checkpoint", stem=GOOD[0].stem)
    assert codes([*GOOD, asked], "01", "02") == [("Q14", "01.pre-1")]


def test_a_chapter_with_too_few_items_is_named() -> None:
    assert codes(GOOD, "01", "02", "03") == [("Q13", "forms")] * 2, "in each of the two forms"
    assert codes([*pair("01", 1), *pair("02", 1)], "01", "02") == [("Q13", "forms")] * 4, "one is too few"
    uneven = [*GOOD, *pair("02", 3)]
    assert codes(uneven, "01", "02") == [("Q13", "forms")] * 2


def test_more_than_a_third_for_a_clear_head_is_named() -> None:
    one, two, three = (replace(question, clear_head=True) for question in GOOD[::2][:3])
    rest = [question for question in GOOD if question.use == "B"]
    last = GOOD[6]
    assert codes([one, GOOD[2], GOOD[4], last, *rest], "01", "02") == []
    (found,) = codes([one, two, three, last, *rest], "01", "02")
    assert found[0] == "Q19" and "01.pre-1" in found[1]
