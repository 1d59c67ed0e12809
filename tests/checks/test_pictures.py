"""P01 to P03 and N08: a picture that nothing shows, says too little or names things, and a lesson without one."""

from dataclasses import replace

import pytest

from ntrkcourse.checks import pictures
from ntrkcourse.checks.pictures import check_lessons_pictured, check_pictures, pictures_shown
from ntrkcourse.content.chapters import Chapter, Lesson
from ntrkcourse.content.questions import load_questions
from ntrkcourse.content.walk import pictures as pictures_of
from ntrkcourse.figures import find
from ntrkcourse.figures.svg import Drawing
from ntrkcourse.widgets.judgement.records import load as load_judgements

SAID = " ".join(["word"] * pictures.FEWEST_WORDS)


@pytest.fixture
def one(monkeypatch: pytest.MonkeyPatch):
    """``one(description, body)``: the problems of a course with one picture, which ``shown`` names or not."""

    def told(description: str = SAID, body: str = "<path/>", shown: tuple[str, ...] = ("one",)) -> list[str]:
        figure = replace(find("language"), name="one", description=description)
        monkeypatch.setattr(pictures, "load_figures", lambda: {"one": figure})
        monkeypatch.setattr(pictures, "frames", lambda name: (Drawing(10, body),))
        return [str(problem) for problem in check_pictures(shown)]

    return told


def test_a_good_picture_is_quiet(one) -> None:
    assert one() == []


def test_a_picture_that_nothing_shows_is_named(one) -> None:
    assert one(shown=()) == ["content/figures/one.toml: P01: nothing shows it: no page, no question, no card"]


def test_a_picture_that_says_too_little_is_named(one) -> None:
    (problem,) = one(description="A drawing.")
    assert problem.startswith("content/figures/one.toml, description: P02: 2 words, fewer than 12")


@pytest.mark.parametrize("body", ['<path id="a"/>', '<a href="#b"/>'])
def test_a_drawing_that_names_or_asks_for_something_is_named(one, body: str) -> None:
    (problem,) = one(body=body)
    assert problem.startswith("figures/drawings/one.py: P03: holds ")


def lesson(code: str, unpictured: str = "") -> list[str]:
    cells = ((1, "markdown", "## A"), (2, "code", code))
    chapter = Chapter(
        "notebooks/01.ipynb",
        "01",
        "T",
        {},
        (),
        (),
        (),
        lessons=(Lesson("A", False, False, cells, unpictured),),
    )
    return [str(problem) for problem in check_lessons_pictured({"01": chapter})]


@pytest.mark.parametrize("code", ['figure("language")', "fusion_builder()", 'quiz("04.q-seen-cysts")'])
def test_a_picture_a_widget_that_draws_and_a_seen_question_are_pictures(code: str) -> None:
    assert lesson(code) == []
    (problem,) = lesson(code, "Why not.")
    assert "lesson 'A': N08: has a picture, and says why it needs none" in problem


@pytest.mark.parametrize("code", ["x = 1", 'quiz("03.zero-seen")'])
def test_a_lesson_without_one_says_why(code: str) -> None:
    (problem,) = lesson(code)
    assert "lesson 'A': N08: has no picture" in problem
    assert lesson(code, "A test.") == []


def test_questions_and_cards_show_pictures() -> None:
    asked = load_questions()["04.q-seen-cysts"]
    assert list(pictures_of(asked)) == ["asked_cysts"]
    cards = load_judgements()
    assert sum(name.startswith("field_") for name in pictures_of(cards)) == 8
    assert {"asked_cysts", "field_pools", "receptor_signal"} <= set(pictures_shown([asked, cards]))
