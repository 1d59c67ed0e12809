"""The quiz's Python side: its data, its readable equivalent, and bad arguments."""

from dataclasses import replace

import pytest

from ntrkcourse import check, quiz
from ntrkcourse.content.interface import interface_words
from ntrkcourse.content.questions import load_questions
from ntrkcourse.widgets.grading import graded
from ntrkcourse.widgets.quiz import Quiz, shuffled


def test_a_quiz_holds_its_questions_in_the_order_asked():
    ids = list(load_questions())[:3][::-1]
    assert [question["id"] for question in quiz(*ids).data["questions"]] == ids


def test_a_chapters_quiz_holds_its_chapter_questions():
    expected = [q.id for q in load_questions().values() if q.chapter == "03" and q.use == "chapter"]
    assert [question["id"] for question in quiz(chapter="03").data["questions"]] == expected


@pytest.mark.parametrize(
    ("ids", "options", "message"),
    [
        (("03.no-such",), {}, "no question has the id '03.no-such'"),
        ((), {"chapter": "77"}, "the bank has no 'chapter' question for chapter '77'"),
        ((), {}, "the bank has no 'chapter' question"),
    ],
)
def test_bad_arguments(ids, options, message):
    with pytest.raises(ValueError, match=message):
        quiz(*ids, **options)


def test_an_answer_of_0_is_not_lost_on_the_way_to_the_page():
    question = next(one for one in load_questions().values() if one.kind == "numeric")
    about = graded(replace(question, answer=0.0, tolerance=0.0))
    assert (about["answer"], about["tolerance"]) == (0, 0)


@pytest.mark.parametrize("question", load_questions().values(), ids=lambda question: question.id)
def test_shuffled_items_are_a_permutation_that_gives_nothing_away(question):
    size = len(question.item) or len(question.pair)
    order = shuffled(question, size)
    assert sorted(order) == list(range(size))
    assert size < 2 or order != list(range(size))


@pytest.mark.parametrize("question", load_questions().values(), ids=lambda question: question.id)
def test_the_equivalent_carries_question_and_feedback_as_text(question):
    html = Quiz.equivalent(quiz(question.id).data)
    assert f"<details><summary>{interface_words()['quiz']['answer']}</summary>" in html
    assert "<script" not in html
    question_part, answer_part = html.split("<details>")
    for option in question.option:
        assert option.feedback[:40].replace("'", "&#x27;") not in question_part
    assert len(answer_part) > 40


def test_markup_in_a_question_is_escaped(monkeypatch, tmp_path):
    (tmp_path / "03.toml").write_text(
        '[[question]]\nid = "03.a"\nobjective = "03.1"\nkind = "single"\nuse = "chapter"\nlevel = "apply"\n'
        'stem = "Is <script>alert(1)</script> & Crohn\'s क्या?"\nsee = "S"\n'
        'option = [{ text = "<b>x</b>", feedback = "f", correct = true }, { text = "y", feedback = "g" }]\n',
        encoding="utf-8",
    )
    bank = load_questions.__wrapped__(tmp_path)
    monkeypatch.setattr("ntrkcourse.widgets.quiz.load_questions", lambda: bank)
    html = Quiz.equivalent(quiz("03.a").data)
    assert "Is &lt;script&gt;alert(1)&lt;/script&gt; &amp; Crohn&#x27;s क्या?" in html
    assert "&lt;b&gt;x&lt;/b&gt;" in html


NUMERIC = next(question for question in load_questions().values() if question.kind == "numeric")


@pytest.mark.parametrize(
    "answer",
    [
        NUMERIC.answer,
        NUMERIC.answer + NUMERIC.tolerance / 2,
        f" {NUMERIC.answer} {NUMERIC.unit}",
        str(NUMERIC.answer),
    ],
)
def test_check_accepts_right_answers_in_different_forms(capsys, answer):
    check(NUMERIC.id, answer)
    assert capsys.readouterr().out.startswith("Right. ")


def test_check_diagnoses_the_usual_wrong_ones(capsys):
    for diagnosis in NUMERIC.diagnosis:
        check(NUMERIC.id, (diagnosis.low + diagnosis.high) / 2)
        assert diagnosis.feedback in capsys.readouterr().out
    check(NUMERIC.id, -1e9)
    assert NUMERIC.wrong in capsys.readouterr().out
    check(NUMERIC.id, ...)
    assert "three dots" in capsys.readouterr().out
    check(NUMERIC.id, "about a half")
    assert "I cannot read ‘about a half’; type digits, for example 0.25." in capsys.readouterr().out
    with pytest.raises(ValueError, match="must be the id of a numeric question, got 'x'"):
        check("x", 1)
