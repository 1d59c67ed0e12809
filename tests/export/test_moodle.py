"""Moodle XML, read as Moodle's importer reads it: nothing of a question is lost on the way."""

from base64 import b64decode
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from made_questions import HINDI, MADE

from ntrkcourse.content.chapters import load_chapters
from ntrkcourse.content.questions import Option, Question, load_questions
from ntrkcourse.export.formats.moodle import quiz
from ntrkcourse.export.text import bare, html

# The grades of an answer that Moodle takes, as it prints them.
GRADES = {100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0}  # fmt: skip


def read(questions: list[Question]) -> dict[str, ElementTree.Element]:
    """The questions of the file by their id number."""
    root = ElementTree.fromstring(quiz(questions))
    found = [one for one in root if one.get("type") != "category"]
    return {said(one, "idnumber"): one for one in found}


def said(element: ElementTree.Element, path: str) -> str:
    found = element.findtext(path)
    assert found is not None, path
    return found


@pytest.fixture
def made(published: str) -> dict[str, ElementTree.Element]:
    return read([*MADE.values()])


@pytest.fixture(scope="module")
def bank() -> ElementTree.Element:
    """The file with the whole bank."""
    return ElementTree.fromstring(quiz(load_questions().values()))


def test_every_question_of_the_bank_is_there_by_chapter(bank: ElementTree.Element) -> None:
    filed: dict[str, list[str]] = {}
    for one in bank:
        if one.get("type") == "category":
            name = said(one, "category/text")
            assert name.startswith("$course$/top/Reading the Rare/")
            assert "Immediate feedback with CBM" in said(one, "info/text")
        else:
            filed.setdefault(name.rpartition("/")[2], []).append(said(one, "idnumber"))
    assert sorted(one for ids in filed.values() for one in ids) == sorted(load_questions())
    names = {chapter.name for chapter in load_chapters().values()}
    assert {*filed} - names == {"Test, form A", "Test, form B"}
    for name, ids in filed.items():
        assert name not in names or all(one.startswith(name[:2]) for one in ids)


def test_text_in_any_script_and_with_any_sign_survives(made: dict[str, ElementTree.Element]) -> None:
    assert [one.get("type") for one in made.values()] == [
        "multichoice",
        "multichoice",
        "numerical",
        "ordering",
        "matching",
    ]
    for question in MADE.values():
        found = made[question.id]
        asked = said(found, "questiontext/text")
        assert html(question.stem) in asked and HINDI in asked
        assert [one.findtext("text") for one in found.iter("tag")] == ["objective 03.1", "apply", "chapter"]
        general = said(found, "generalfeedback/text")
        assert html(question.right) in general
        assert 'href="https://example.org/book/book/evidence.html#epi.ntrk.breast.rossds2020"' in general
        assert f"#question-{question.id}" not in general  # no page asks a made-up one


@pytest.mark.parametrize("kind", ["single", "multiple"])
def test_each_option_has_its_mark_and_its_feedback(made: dict[str, ElementTree.Element], kind: str) -> None:
    question = MADE[kind]
    answers = made[question.id].findall("answer")
    assert said(made[question.id], "single") == ("true" if kind == "single" else "false")
    for answer, option in zip(answers, question.option, strict=True):
        assert said(answer, "text") == html(option.text)
        assert said(answer, "feedback/text") == html(option.feedback)
        assert (float(answer.get("fraction", "")) > 0) == option.correct


def test_marks_are_those_that_moodle_knows_and_all_right_options_make_the_whole(
    bank: ElementTree.Element,
) -> None:
    for found in bank:
        marks = [float(one.get("fraction", "")) for one in found.findall("answer")]
        if found.get("type") == "multichoice":
            assert {abs(one) for one in marks} <= GRADES
            assert sum(one for one in marks if one > 0) == pytest.approx(100, abs=0.001)


def test_options_that_are_sizes_keep_their_order() -> None:
    sizes = replace(
        MADE["single"], option=(Option("1 in 10", "No."), Option("20 in 100", "Yes.", correct=True))
    )
    assert said(read([sizes])[sizes.id], "shuffleanswers") == "false"
    assert said(read([MADE["single"]])["03.made-single"], "shuffleanswers") == "true"


@pytest.mark.parametrize(
    ("typed", "mark", "feedback"),
    [
        (10.2, 100, ""),
        (10.45, 100, ""),
        (10.46, 0, MADE["numeric"].wrong),
        (6.4, 0, MADE["numeric"].diagnosis[0].feedback),
        (0.5, 0, MADE["numeric"].diagnosis[1].feedback),
        (-2, 0, MADE["numeric"].diagnosis[1].feedback),
        (99, 0, MADE["numeric"].wrong),
    ],
)
def test_a_number_meets_the_first_answer_that_it_is_near_enough_to(
    made: dict[str, ElementTree.Element], typed: float, mark: float, feedback: str
) -> None:
    for answer in made["03.made-numeric"].findall("answer"):
        wanted, within = said(answer, "text"), float(said(answer, "tolerance"))
        if wanted == "*" or abs(typed - float(wanted)) <= within * (1 + 1e-9):
            assert float(answer.get("fraction", "")) == mark
            assert (answer.findtext("feedback/text") or "") == html(feedback)
            return
    pytest.fail("no answer takes it")


def test_a_number_has_its_unit_and_the_learner_need_not_type_it(made: dict[str, ElementTree.Element]) -> None:
    found = made["03.made-numeric"]
    assert [said(one, "unit_name") for one in found.iter("unit")] == ["in 10,000"]
    assert said(found, "showunits") == said(found, "unitgradingtype") == "0"
    assert "in 10,000, to one decimal" in said(found, "questiontext/text")


def test_steps_stand_in_their_right_order_and_rows_with_their_partners(
    made: dict[str, ElementTree.Element],
) -> None:
    steps = made["03.made-order"].findall("answer")
    assert [said(one, "text") for one in steps] == [html(one.text) for one in MADE["order"].item]
    rows = made["03.made-match"].findall("subquestion")
    assert [(said(one, "text"), said(one, "answer/text")) for one in rows] == [
        (html(one.left), bare(one.right)) for one in MADE["match"].pair
    ]


def test_a_picture_is_in_the_file(made: dict[str, ElementTree.Element]) -> None:
    found = made["03.made-single"].find("questiontext")
    assert found is not None
    (file,) = found.findall("file")
    assert f'src="@@PLUGINFILE@@/{file.get("name")}"' in said(found, "text")
    assert ElementTree.fromstring(b64decode(file.text or "")).tag.endswith("svg")


def test_without_an_address_nothing_is_linked() -> None:
    assert "href=" not in quiz(MADE.values())
