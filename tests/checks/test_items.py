"""Each item rule catches a question that breaks it, and passes one that keeps it."""

from dataclasses import replace

import pytest

from ntrkcourse.checks.items import check_bank, check_page, check_question
from ntrkcourse.content.chapters import Chapter
from ntrkcourse.content.facts import load_facts
from ntrkcourse.content.questions import Diagnosis, Option, Question

GOOD = Question(
    id="03.good",
    objective="03.1",
    kind="single",
    use="chapter",
    level="apply",
    vignette="A 34-year-old woman in a constructed case has a slow-growing lump.",
    stem="Which test would you ask for first?",
    see="Section",
    option=(
        Option("RNA sequencing of the tumour", "It reads the joined message itself.", True),
        Option("A blood test for the antigen", "The antigen says nothing about a fusion.", trap="marker"),
        Option("Repeat ultrasound in a year", "Waiting does not answer the question asked.", trap="waiting"),
    ),
)
NUMERIC = replace(
    GOOD,
    kind="numeric",
    option=(),
    answer=8.0,
    tolerance=1.0,
    unit="in 10,000",
    precision="whole",
    right="It is eight.",
    wrong="Not so.",
    diagnosis=(Diagnosis(0.0, 1.0, "Too low by far.", "a"), Diagnosis(70, 90, "Ten times.", "b")),
)


def codes(question):
    return [problem.code for problem in check_question(question, load_facts())]


def with_option(number, **changes):
    options = list(GOOD.option)
    options[number] = replace(options[number], **changes)
    return replace(GOOD, option=tuple(options))


def test_good_items_pass():
    assert codes(GOOD) == [] and codes(NUMERIC) == []
    assert codes(replace(NUMERIC, tolerance=0.0)) == [], "a whole number can be typed as it is"
    assert codes(replace(NUMERIC, answer=8.4, tolerance=0.05, precision="to one decimal")) == []


def test_a_reason_may_begin_with_a_word_like_a_verdict():
    for feedback in ("No trial has asked this.", "Right-sided tumours are another matter here."):
        assert codes(with_option(1, feedback=feedback)) == []


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("Q01", replace(GOOD, stem="RNA sequencing is.")),
        (
            "Q03",
            with_option(0, text="RNA sequencing of the tumour, done on a good block and read by two people"),
        ),
        ("Q03", replace(GOOD, option=GOOD.option[:2])),
        ("Q04", with_option(1, text="All of the above")),
        ("Q05", replace(GOOD, stem="Which test would you not ask for?")),
        ("Q06", with_option(1, text="It is always a blood test")),
        ("Q08", with_option(1, feedback="No.")),
        ("Q09", with_option(1, trap="")),
        ("Q10", replace(GOOD, vignette="A woman in a constructed case has a lump.")),
        ("Q11", replace(GOOD, vignette="", stem="A stain is 82% specific. Which test comes first?")),
        ("Q12", replace(NUMERIC, diagnosis=NUMERIC.diagnosis[:1])),
        ("Q12", replace(NUMERIC, diagnosis=(*NUMERIC.diagnosis, Diagnosis(8.5, 20, "Overlaps it.", "c")))),
        ("Q12", replace(NUMERIC, answer=8.4, tolerance=0.3)),
        ("Q12", replace(NUMERIC, answer=8.4, tolerance=0.0)),
        ("Q12", replace(NUMERIC, precision="roughly")),
        ("Q12", replace(NUMERIC, unit="%")),
        ("Q15", replace(GOOD, vignette="Suppose a thing. " * 50)),
        (
            "Q15",
            replace(
                GOOD,
                vignette="",
                stem="Which immunohistochemical characterisation preferentially discriminates"
                " histopathologically indistinguishable neoplasms necessitating confirmatory molecular"
                " investigation from unnecessarily investigated morphologically indeterminate"
                " proliferations generally encountered in institutional consultation practice?",
            ),
        ),
        ("Q20", with_option(0, feedback="Right. It reads the joined message itself.")),
        ("Q20", replace(NUMERIC, wrong="No, count again what was found.")),
        (
            "Q20",
            replace(NUMERIC, diagnosis=(Diagnosis(0, 1, "Right as a fraction.", "a"), NUMERIC.diagnosis[1])),
        ),
        ("F02", replace(GOOD, facts=("no.such.fact",))),
    ],
)
def test_each_rule_catches(code, question):
    assert code in codes(question)


def chapter(**changes):
    base = {
        "file": "notebooks/03.ipynb",
        "number": "03",
        "title": "T",
        "objectives": {"03.1": "Do it."},
        "headings": ("03 T", "Section"),
        "prose": (),
        "quizzes": ('chapter="03"',),
    }
    return {"03": Chapter(**(base | changes))}


def bank_codes(questions, **changes):
    return [(p.code, p.record) for p in check_bank(questions, chapter(**changes))]


def many(count, **changes):
    return [replace(GOOD, id=f"03.q{number}", **changes) for number in range(count)]


def test_a_good_bank_passes():
    assert bank_codes(many(3)) == []


def test_bank_rules():
    assert ("Q02", "bank") in bank_codes(many(3, level="remember"))
    assert ("Q07", "bank") in bank_codes(many(12))
    assert ("Q13", "03.1") in bank_codes(many(2))
    assert ("Q13", "03.q0") in bank_codes(many(3, objective="03.9"))
    assert ("Q09", "03.q0") in bank_codes(many(3, see="No such heading"))
    assert ("Q13", "03.q0") in bank_codes(many(3, use="checkpoint"))
    assert bank_codes(many(3, use="checkpoint"), quizzes=('"03.q0"', '"03.q1", "03.q2"')) == []


def test_a_chapter_that_teaches_to_see_asks_about_a_picture():
    assert ("Q18", "bank") in bank_codes(many(3), seeing=True)
    seen = [*many(2), replace(GOOD, id="03.seen", picture="four_series")]
    assert bank_codes(seen, seeing=True) == []


def test_one_item_must_not_tell_anothers_answer():
    telling = replace(GOOD, id="03.other", stem="After RNA sequencing of the tumour, what comes next?")
    assert [problem.code for problem in check_page([GOOD, telling])] == ["Q14"]
    assert list(check_page([GOOD])) == []
