"""N06: what gives a prompt away before it or right after it is found, and what only teaches round it is not."""

import json
from pathlib import Path

import pytest

from ntrkcourse.checks.open_answers import check_open_answers
from ntrkcourse.checks.open_text import sentences
from ntrkcourse.checks.told_figures import tells_answer, tells_figure
from ntrkcourse.content.chapters import load_chapters
from ntrkcourse.content.questions import Diagnosis, Item, Option, Pair, Question

# Enough ordinary text for the words of a lesson to be more or less rare.
FILLER = """The clinic opens at nine. Many patients come from far away, and some of them wait all day. A nurse writes
down names. The doctor reads the notes, asks a few questions and looks at the sample. Nobody likes to wait. The
laboratory sends a report by post, and the clinic keeps a copy. Some reports are long. Most patients go home with a
date for the next visit. The tumour is looked at again. In the evening the doctor reads what others have found."""


def question(kind, **parts):
    given = {"objective": "90.1", "use": "checkpoint", "level": "apply", "see": "Aims"} | parts
    return Question(id="90.asked", kind=kind, stem=given.pop("stem"), **given)


NUMBER = question(
    "numeric",
    stem="Made-up numbers: of the women with a lump, 240 were scanned. What share is it, in per cent?",
    answer=12.5,
    tolerance=0.2,
    unit="per cent",
    precision="to one decimal",
    diagnosis=(Diagnosis(20, 30, "No.", "t"), Diagnosis(40, 50, "No.", "t")),
    right="Yes.",
    wrong="No.",
)
COUNT = question(
    "numeric",
    stem="How many biopsies are left?",
    answer=7,
    tolerance=0,
    unit="biopsies",
    right="Yes.",
    wrong="No.",
)
SINGLE = question(
    "single",
    stem="A freezer failed overnight. What should the laboratory do with the blocks?",
    option=(
        Option("Thaw them slowly in ethanol", "Ethanol hardens what has softened.", True),
        Option("Discard them without a record", "A record is owed to whoever gave them.", trap="t"),
        Option("Return them to the surgeon", "A surgeon has no use for them.", trap="t"),
    ),
)
ORDER = question(
    "order",
    stem="Put the steps in order.",
    item=tuple(Item(text, "Yes.") for text in ("Label the tube", "Spin the plasma", "Freeze the pellet")),
    right="Yes.",
    wrong="No.",
)
MATCH = question(
    "match",
    stem="Match each dye with its colour.",
    pair=(
        Pair("Eosin", "pink", "Yes."),
        Pair("Haematoxylin", "violet", "Yes."),
        Pair("Chromogen", "brown", "Yes."),
    ),
    right="Yes.",
    wrong="No.",
)


def markdown(text, **metadata):
    return {"cell_type": "markdown", "metadata": metadata, "source": text}


def code(text, **metadata):
    return {"cell_type": "code", "metadata": metadata, "source": text}


def told(folder: Path, cells, asked=None, lessons=("A lesson",)):
    """The problems of a chapter that is these cells after its title and aims."""
    opening = [markdown("# 90 Made up"), markdown("- **90.1** Do it", tags=["objectives"])]
    about = {"chapter": "90", "lessons": [{"heading": heading} for heading in lessons]}
    notebook = {"cells": [*opening, *cells], "metadata": {"ntrkcourse": about}}
    # Chapters of a folder are read once.
    own = folder / str(len(list(folder.iterdir())))
    own.mkdir()
    (own / "90_made_up.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    bank = {asked.id: asked} if asked else {}
    return [f"{one.record}: {one.code}: {one.advice}" for one in check_open_answers(load_chapters(own), bank)]


def around(before="", after="", **metadata):
    """A lesson with a prompt in it."""
    return [
        markdown(f"## A lesson\n\n{FILLER}\n\n{before}"),
        code('from ntrkcourse import quiz\n\nquiz("90.asked")', **metadata),
        markdown(f"{after}\n\n### On\n\n{FILLER}"),
    ]


GIVEN_AWAY = [
    (NUMBER, "The share is 12.5%."),
    (NUMBER, "That is 30 of [240](fact:a.b), or one in eight."),
    (NUMBER, "The share is 125 in 1,000."),
    (COUNT, "Then seven biopsies are left."),
    (SINGLE, "Blocks are best thawed slowly, in ethanol."),
    (ORDER, "First the tube gets its label. Then spin the plasma. The pellet freezes last."),
    (ORDER, "1. Labelling the tube\n2. Spinning the plasma\n3. Freezing the pellet"),
    (MATCH, "| Dye | Colour |\n|---|---|\n| Eosin | pink |\n| Chromogen | brown |"),
    (MATCH, "Eosin is pink and cheap. Haematoxylin is violet."),
]
INNOCENT = [
    (NUMBER, "All 240 were scanned. Another series found 14%, and one in nine."),
    (COUNT, "Seven doctors met on the 7th, and 17 biopsies came."),
    (SINGLE, "Blocks are kept in a freezer. A record says who gave them to the surgeon."),
    (ORDER, "First the pellet is frozen, they say. Then spin the plasma. Last the tube gets its label."),
    (MATCH, "Eosin, haematoxylin and a chromogen are dyes. They may be pink, violet or brown."),
]


@pytest.mark.parametrize(("asked", "text"), GIVEN_AWAY)
def test_a_key_before_the_prompt_is_found(tmp_path, asked, text):
    (problem,) = told(tmp_path, around(before=text), asked)
    assert problem.startswith("cell 4, 90.asked: N06: the lesson before it may tell the answer")


@pytest.mark.parametrize(("asked", "text"), [one for one in GIVEN_AWAY if one[0] is not SINGLE])
def test_a_key_after_the_prompt_is_found(tmp_path, asked, text):
    (problem,) = told(tmp_path, around(after=text), asked)
    assert "the text after it" in problem


@pytest.mark.parametrize(("asked", "text"), INNOCENT)
def test_what_only_speaks_of_the_same_things_is_left_alone(tmp_path, asked, text):
    assert told(tmp_path, around(before=text, after=text), asked) == []


def test_a_reply_that_takes_up_the_case_is_found(tmp_path):
    reply = "When a freezer has failed overnight, the laboratory thaws its blocks slowly. Ethanol hardens what softened."
    (problem,) = told(tmp_path, around(after=reply), SINGLE)
    assert "the text after it" in problem


@pytest.mark.parametrize(("asked", "text"), GIVEN_AWAY)
def test_what_is_folded_away_is_not_open(tmp_path, asked, text):
    folded = f":::{{dropdown}} What the records say\n{text}\n:::"
    nested = f"::::{{dropdown}} More\n:::{{admonition}} Worked example\n{text}\n:::\n::::"
    assert told(tmp_path, around(before=nested, after=folded), asked) == []


def test_a_worked_example_is_open(tmp_path):
    example = ":::{admonition} Worked example: a share\nThe share is 12.5%.\n:::"
    assert len(told(tmp_path, around(before=example), NUMBER)) == 1


def test_the_front_counts_as_before_and_another_lesson_does_not(tmp_path):
    key = "The share is 12.5%."
    front = [markdown(f"## At the bedside\n\n{key}"), *around()]
    (problem,) = told(tmp_path, front, NUMBER)
    assert "the chapter's front" in problem
    other = [markdown(f"## Another\n\n{key}"), *around()]
    assert told(tmp_path, other, NUMBER, lessons=("Another", "A lesson")) == []


def test_what_follows_the_next_heading_does_not_count(tmp_path):
    assert told(tmp_path, around(after="Read on.\n\n### More\n\nThe share is 12.5%."), NUMBER) == []


def test_a_chapter_without_lessons_is_cut_at_its_headings(tmp_path):
    key = "The share is 12.5%."
    assert len(told(tmp_path, around(before=key), NUMBER, lessons=())) == 1
    assert told(tmp_path, [markdown(f"## First\n\n{key}"), *around()], NUMBER, lessons=()) == []


def test_questions_of_a_test_are_not_looked_at(tmp_path):
    asked = question("numeric", use="A", stem="How many?", answer=12.5, tolerance=0.2, unit="per cent")
    assert told(tmp_path, around(before="The share is 12.5%."), asked) == []


def test_an_exemption_excuses_what_is_taught_and_nothing_else(tmp_path):
    exempt = {"ntrkcourse": {"taught": "the rule is applied to another case"}}
    assert told(tmp_path, around(before="The share is 12.5%.", **exempt), NUMBER) == []
    (problem,) = told(tmp_path, around(**exempt), NUMBER)
    assert problem.startswith("cell 4: N06") and "take 'taught' out" in problem


def test_what_a_widget_tells_is_found(tmp_path):
    def lesson(after):
        widget = code("from ntrkcourse import rarity_explorer\n\nrarity_explorer()")
        return [markdown(f"## A lesson\n\n{FILLER}"), widget, markdown(after)]

    for text in (
        "There were 4 of 4,854.",
        "That is 8 in 10,000.",
        "About 1 in 1,200 has it.",
        "It is 0.08%.",
    ):
        (problem,) = told(tmp_path, lesson(text))
        assert problem.startswith("cell 4, rarity_explorer"), text
    assert told(tmp_path, lesson("There were 4 of 40, or 10%.")) == []


# As chapters 02, 06 and 09 stood in November 2026: the reply was open under the question.
FORCED = question(
    "single",
    stem="The SAM domain is replaced by an artificial domain that pairs two molecules when a chemical is added. Which"
    " result would show that pairing is too little to transform a cell?",
    option=(
        Option("The kinase stays off and the cells stay normal", "Then pairing failed.", trap="t"),
        Option("The kinase is on and the cells stay normal", "Pairs suffice for the kinase alone.", True),
        Option("The kinase is on and the cells are transformed", "Then pairs would be enough.", trap="t"),
        Option("The kinase is off and the cells are transformed", "Then no kinase is needed.", trap="t"),
    ),
)
INCONCLUSIVE = question(
    "single",
    stem="In the registry 53 stains could not be called. Behind them lay 3 tumours with a fusion and 50 without. What"
    " happens if all 53 are called positive?",
    option=(
        Option("Sensitivity rises a lot and specificity falls a little", "Count again.", trap="t"),
        Option(
            "Sensitivity rises a little and specificity falls a lot",
            "Three more are caught, 50 are alarms.",
            True,
        ),
        Option("Sensitivity falls a little and specificity rises a lot", "Count again.", trap="t"),
    ),
)
TWO_COUNTS = question(
    "single",
    stem="Suppose that 200 million women are aged 30 to 49. The survey then stands for fewer than 2 million. The portal"
    " holds 146 million entries. Which explanation could close a gap of that size by itself?",
    option=(
        Option("A woman who is screened twice is entered twice on the portal", "That halves it.", trap="t"),
        Option("The survey asked a sample, and a sample is wrong by chance", "Not by that much.", trap="t"),
        Option('"Screened" on the portal may mean a form filled in', "Words can differ without limit.", True),
    ),
)


@pytest.mark.parametrize(
    ("asked", "reply"),
    [
        (
            FORCED,
            "[The kinase was on, and the cells stayed normal](fact:a.b). The authors had expected the opposite, and"
            " said so.",
        ),
        (
            INCONCLUSIVE,
            "Counted as positive, the inconclusive stains raise sensitivity to [79.3%](fact:a.b) and drop specificity"
            " to [69.5%](fact:a.b). A gain of two points costs fourteen.\n\n:::{admonition} Worked example: the books\n"
            "So 53 were inconclusive: 3 with a fusion and 50 without.\n:::",
        ),
        (
            TWO_COUNTS,
            ":::{admonition} Worked example: how far?\nSuppose there are 200 million women aged 30 to 49.\n\n"
            "| Step | Left |\n|---|---|\n| The survey | 1.75 million |\n| The portal | 146 million |\n\n"
            'What is left must lie in the word "screened": a form filled in.\n:::',
        ),
    ],
)
def test_replies_of_the_old_chapters_are_found_where_they_stood_open(tmp_path, asked, reply):
    (problem,) = told(tmp_path, around(after=reply), asked)
    assert "the text after it" in problem
    assert told(tmp_path, around(after=f"::::{{dropdown}} What was seen\n{reply}\n::::"), asked) == []


def test_open_text_is_read_in_sentences_items_and_rows():
    text = "## A claim\n\nOne [thing](fact:a.b). *Another* one.\n\n- An item\n- A last\n\n| A | B |\n|---|---|\n| c | d |"
    assert sentences(text) == [
        "A claim",
        "One thing.",
        "Another one.",
        "An item",
        "A last",
        "A; B",
        "c; d",
    ]
    assert sentences("```python\nx = 1\n```") == []


@pytest.mark.parametrize(
    ("sentence", "unit", "answer", "found"),
    [
        ("About ten in 10,000.", "in 10,000", 10.2, True),
        ("It was 0.1%.", "in 10,000", 10.2, True),
        ("Of 100 patients 47 were assigned.", "of 100", 47, False),
        ("In all 47 of 100 were assigned.", "of 100", 47, True),
        ("The protein has 465 residues.", "amino acids", 465, True),
        ("One or two letters.", "letters", 1, False),
        ("Of the 12 months 3 patients stayed.", "patients", 3, True),
    ],
)
def test_an_answer_is_known_in_any_way_of_writing_it(sentence, unit, answer, found):
    assert tells_answer(sentence, answer, 0.25, unit, "Known: nothing.") is found


def test_a_figure_of_a_widget_is_known_by_its_count_and_by_its_rate():
    assert tells_figure("The strict rule called two of 32.", "2 of 32")
    assert tells_figure("PIK3CA is mutated in 36%.", "3,567 of 10,000")
    assert tells_figure("It came in 2018.", "2018")
    assert not tells_figure("One of 16.", "2 of 32")
    assert not tells_figure("It came in 2019.", "2018")
