"""Statements: every question's answers make one that Ralph takes, and come back as they were."""

import uuid
from dataclasses import replace

import pytest
from ralph.models.xapi.base.statements import BaseXapiStatement

from ntrkcourse.content.marks import names_of
from ntrkcourse.content.questions import load_questions
from ntrkcourse.live.statements import Answer, RefusedError, accept, is_right, make, read

CLASS = str(uuid.UUID(int=7, version=4))


def key_of(question):
    """The right response, from the bank as its author wrote it."""
    if question.kind == "numeric":
        return f"{question.answer}"
    if question.option:
        names = names_of(one.text for one in question.option)
        return "[,]".join(name for name, one in zip(names, question.option, strict=True) if one.correct)
    if question.item:
        return "[,]".join(names_of(one.text for one in question.item))
    rows, partners = (names_of(getattr(one, side) for one in question.pair) for side in ("left", "right"))
    return "[,]".join(f"{row}[.]{partner}" for row, partner in zip(rows, partners, strict=True))


def answer(question, **parts):
    return Answer(
        id=str(uuid.UUID(int=1, version=4)),
        name="Quiet Heron",
        registration=CLASS,
        question=question.id,
        response=key_of(question),
        right=True,
        certainty=2,
        attempt=1,
        round=1,
        timestamp="2026-11-30T10:00:00.000Z",
        **parts,
    )


def test_every_question_of_the_bank_makes_statements_that_ralph_takes_and_that_read_back():
    for question in load_questions().values():
        given = answer(question)
        statement = make(given)
        BaseXapiStatement.model_validate(statement)
        assert read(statement) == given
        assert accept(statement, given.name, CLASS) == statement


def test_every_distractor_of_the_bank_is_wrong():
    for question in load_questions().values():
        if question.kind == "single":
            for name, option in zip(
                names_of(one.text for one in question.option), question.option, strict=True
            ):
                assert is_right(question, name) == option.correct
        if question.kind == "numeric":
            edge = question.answer + question.tolerance
            assert is_right(question, f"{edge:.12g}")
            assert not is_right(question, f"{edge + 0.01 * (abs(edge) + 1):.12g}")


@pytest.mark.parametrize("kind", ["multiple", "order", "match"])
def test_a_part_of_the_key_is_not_right(kind):
    question = next(
        one for one in load_questions().values() if one.kind == kind and key_of(one).count("[,]") > 1
    )
    first, second, *rest = key_of(question).split("[,]")
    if kind == "multiple":
        assert not is_right(question, "[,]".join([first, *rest]))
        assert is_right(question, "[,]".join([*rest, second, first]))
        return
    with pytest.raises(RefusedError):
        is_right(question, "[,]".join([first, *rest]))
    if kind == "order":
        assert not is_right(question, "[,]".join([second, first, *rest]))
    else:
        rows, partners = zip(*(one.split("[.]") for one in (first, second)), strict=True)
        crossed = [f"{rows[0]}[.]{partners[1]}", f"{rows[1]}[.]{partners[0]}", *rest]
        assert not is_right(question, "[,]".join(crossed))
    with pytest.raises(RefusedError):
        is_right(question, "[,]".join([first, first, *rest]))


@pytest.mark.parametrize("typed", ["63", "63.0", "6.3e1", "63.00"])
def test_numbers_as_pages_write_them(typed):
    question = load_questions()["03.chance-of-one"]
    assert is_right(question, typed)


@pytest.mark.parametrize(
    "typed", ["", "nan", "inf", "1e999", "0x3f", "6_3", "٦٣", "63 per cent", "--63", "1" * 50]
)
def test_what_is_no_number(typed):
    with pytest.raises(RefusedError):
        is_right(load_questions()["03.chance-of-one"], typed)


def test_what_the_phone_says_of_right_and_wrong_is_not_taken_over():
    question = load_questions()["03.chance-of-one"]
    wrong = make(replace(answer(question), response="97", right=True))
    assert accept(wrong, "Quiet Heron", CLASS)["result"]["success"] is False
    del wrong["result"]["success"]
    assert accept(wrong, "Quiet Heron", CLASS)["result"]["success"] is False
