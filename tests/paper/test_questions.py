"""A question paper asks, and its key answers: on sheets of their own, in the bank's order."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from reading_pdf import printed, squeezed, words_of

from ntrkcourse.content.questions import Item, Option, Pair, Question, load_questions
from ntrkcourse.paper.press import Press
from ntrkcourse.paper.questions import Paper, answer, key, paper, papers
from ntrkcourse.widgets.quiz import shuffled
from ntrkcourse.widgets.sitting import form

PAPERS = {one.name: one for one in papers()}


@pytest.fixture(scope="module")
def press(browser: Browser) -> Iterator[Press]:
    with Press(browser) as one:
        yield one


def question(kind: str, **parts: object) -> Question:
    return Question("01.x", "01.1", kind, "chapter", "apply", "Which?", "Here", **parts)  # type: ignore[arg-type]


def options(*right: bool) -> tuple[Option, ...]:
    return tuple(Option(f"Option {at}", "Why", correct) for at, correct in enumerate(right))


def test_an_answer_is_what_is_written_on_the_paper() -> None:
    assert answer(question("single", option=options(False, False, True))) == "C"
    assert answer(question("multiple", option=options(True, False, True))) == "A C"
    assert answer(question("numeric", answer=63.0, tolerance=0.0, unit="per cent")) == "63 per cent"
    assert "63 per cent" in answer(question("numeric", answer=63.0, tolerance=1.5, unit="per cent"))
    assert "1.5" in answer(question("numeric", answer=63.0, tolerance=1.5, unit="per cent"))


def test_steps_and_partners_are_answered_by_the_letters_that_the_paper_gives_them() -> None:
    steps = question("order", item=tuple(Item(f"Step {at}", "Why") for at in range(4)))
    place_of = {"ABCD"[place]: at for place, at in enumerate(shuffled(steps, 4))}
    assert [place_of[letter] for letter in answer(steps).split(", ")] == [0, 1, 2, 3]
    pairs = question("match", pair=tuple(Pair(f"Left {at}", f"Right {at}", "Why") for at in range(4)))
    found = re.findall(r"(\d) (\w)", answer(pairs))
    assert [(int(number), place_of[letter]) for number, letter in found] == [(1, 0), (2, 1), (3, 2), (4, 3)]


def test_every_question_of_the_bank_is_on_one_paper() -> None:
    asked = [one.id for each in PAPERS.values() for one in each.questions]
    assert sorted(asked) == sorted(load_questions())
    assert [list(PAPERS[f"form-{name}"].questions) for name in "AB"] == [form("A"), form("B")]


@pytest.fixture(scope="module", params=[next(iter(PAPERS)), "form-A"])
def sheets(request: pytest.FixtureRequest, press: Press) -> tuple[Paper, str, str]:
    """A paper with the words of its questions and of its key."""
    one = PAPERS[request.param]
    return one, words_of(paper(press, one)), words_of(key(press, one))


def test_a_paper_has_every_option_in_order_and_nothing_of_the_key(sheets: tuple[Paper, str, str]) -> None:
    one, asked, _ = sheets
    at = 0
    for question in one.questions:
        at = asked.index(printed(question.stem), at)
        for letter, option in zip("ABCDE", question.option, strict=False):
            at = asked.index(f"{letter}.{printed(option.text)}", at)
            assert printed(option.feedback) not in asked


def test_a_key_has_each_answer_and_the_reason_for_every_option(sheets: tuple[Paper, str, str]) -> None:
    one, _, told = sheets
    for number, question in enumerate(one.questions, start=1):
        assert f"{number}.{squeezed(answer(question))}" in told
        for option in question.option:
            assert printed(option.feedback) in told
