"""A quiz's answers as rows, as a trainer meets them in a notebook."""

import pandas
import pytest
from made_questions import HINDI, MADE

from ntrkcourse.content.inline import plain
from ntrkcourse.content.marks import names_of
from ntrkcourse.content.questions import load_questions
from ntrkcourse.widgets.grading import graded
from ntrkcourse.widgets.quiz import quiz
from ntrkcourse.widgets.quiz.responses import in_words

ASKED = "03.read-interval"


def test_answers_are_rows_of_a_data_frame() -> None:
    asked = quiz(ASKED, "03.zero-seen", "03.chance-of-one")
    assert asked.responses == []
    question = load_questions()[ASKED]
    first = graded(question)["names"][0]
    # What a front end sends; nobody knows more of the second than a verdict.
    asked.state = {
        ASKED: {"answer": first, "correct": True, "certainty": "3", "attempts": 2, "firstCorrect": False},
        "03.zero-seen": {
            "answer": None,
            "correct": False,
            "certainty": None,
            "attempts": 1,
            "firstCorrect": False,
        },
        "03.chance-of-one": {
            "answer": 63.5,
            "correct": True,
            "certainty": "1",
            "attempts": 1,
            "firstCorrect": True,
        },
    }
    table = pandas.DataFrame(asked.responses)
    assert [*table.columns] == [
        "id",
        "objective",
        "level",
        "right_at_first",
        "answer",
        "sureness",
        "attempts",
        "right_now",
    ]
    assert [*table.id] == [ASKED, "03.zero-seen", "03.chance-of-one"]
    assert [*table.answer] == [plain(question.option[0].text), "", "63.5 per cent"]
    assert table.right_at_first.sum() == 1 and table.right_now.sum() == 2 and table.attempts.sum() == 4
    assert asked.responses[0]["sureness"] == 3 and asked.responses[1]["sureness"] is None


@pytest.mark.parametrize(
    ("kind", "choose", "words"),
    [
        ("single", lambda names, rows: names[1], f"{HINDI} two"),
        ("order", lambda names, rows: names[::-1], "; ".join(one.text for one in MADE["order"].item[::-1])),
        ("multiple", lambda names, rows: names[:1], MADE["multiple"].option[0].text),
        (
            "match",
            lambda names, rows: dict(zip(rows, names, strict=True)),
            "; ".join(f"{one.left}: {one.right}" for one in MADE["match"].pair),
        ),
        ("numeric", lambda names, rows: 10.25, "10.25 in 10,000"),
    ],
)
def test_an_answer_is_told_in_the_words_of_the_question(kind, choose, words) -> None:
    question = MADE[kind]
    rows = names_of(one.left for one in question.pair)
    assert in_words(question, choose(names_of(question.choices), rows)) == words
