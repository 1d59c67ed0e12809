"""What the record of the course rests on."""

from html import unescape

from ntrkcourse import course_record
from ntrkcourse.content.questions import load_questions
from ntrkcourse.science.learning import by_chance
from ntrkcourse.widgets.sitting import form

DATA = course_record().data
BANK = load_questions()


def test_the_pairs_are_those_of_the_forms_in_their_order():
    found = [(pair["A"], pair["B"]) for pair in DATA["pairs"]]
    assert found == [(one.id, other.id) for one, other in zip(form("A"), form("B"), strict=True)]
    assert all(pair["section"] == BANK[pair["A"]].see for pair in DATA["pairs"])


def test_what_chance_alone_does_is_worked_out_for_as_many_pairs_as_there_are():
    chance, pairs = DATA["chance"], len(DATA["pairs"])
    found = by_chance([0.2 + 0.6 * (at + 0.5) / pairs for at in range(pairs)], 3)
    assert (chance["least"], chance["gain"], chance["significant"]) == (
        3,
        round(100 * found.gain),
        round(100 * found.significant),
    )


def test_every_chapter_quiz_and_case_is_on_the_record():
    listed = {question for chapter in DATA["chapters"] for question in chapter["questions"]}
    assert listed == {question.id for question in BANK.values() if question.use == "chapter"}
    assert [case["id"] for case in DATA["cases"]] == list("ABCDEF")


def test_on_paper_it_claims_no_credit():
    html = course_record().equivalent(DATA)
    assert "claims no credit" in DATA["claim"] and DATA["claim"] in unescape(html)
    assert all(one["title"] in unescape(html) for one in (*DATA["chapters"], *DATA["cases"]))
