"""The constructed consent form: what the loader refuses, and what the course's own file says."""

import re
from pathlib import Path

import pytest
from contract import Refuses

from ntrkcourse.content import ContentError
from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.consent_review.records import load

FORM = load()
SOURCE = (content_folder() / "widgets/consent_review.toml").read_text(encoding="utf-8")


def test_the_form_has_fourteen_elements_and_seven_faults():
    assert len(FORM.element) == len(FORM.paragraphs) == 14
    assert [one.state for one in FORM.element].count("missing") == 3
    assert [one.state for one in FORM.element].count("defective") == 4


def test_what_is_missing_is_nowhere_in_the_form():
    form = " ".join(FORM.paragraphs).lower()
    for word in ("born with", "inherit", "withdraw", "abroad", "india", "laboratory in"):
        assert word not in form


def test_faults_stand_in_the_paragraphs_named():
    spoilt = {one.paragraph: one.text for one in FORM.element if one.state == "defective"}
    opening = {place: FORM.paragraphs[place - 1].split(".")[0] for place in spoilt}
    assert opening == {4: "What you gain", 6: "Your family", 8: "Confidentiality", 10: "Research"}


def test_the_date_of_the_law_is_said():
    assert "22 November 2026" in FORM.caution
    assert "no legal advice" in FORM.caution


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            'state = "present"',
            'state = "fine"',
            "record 'form.element[1]', key 'state': 'fine' is none of missing",
        ),
        ('basis = "ours"', 'basis = "gossip"', "key 'basis': 'gossip' is none of fact, ours"),
        ('basis = "ours"', 'basis = "fact"', "key 'why': links to a fact where its basis is 'fact'"),
        ("paragraph = 1\n", "paragraph = 15\n", "record 'element 1', key 'paragraph': 15 is none of the"),
        ("paragraph = 1\n", "", "record 'element 1', key 'paragraph': 0 is none of the form's 14"),
        (
            'state = "missing"\n',
            'state = "missing"\nparagraph = 5\n',
            "what is missing stands in no paragraph",
        ),
        ('state = "defective"', 'state = "present"', "record 'element 4', key 'mend'"),
        (
            re.search(r'\nmend = "[^"]*"', SOURCE[SOURCE.index("[[element]]") :])[0],
            "",
            "record 'element 4', key 'mend'",
        ),
        ('text = "What is tested', 'words = "What is tested', "key 'words': unknown key"),
        ("head = ", "heading = ", "record 'form', key 'heading': unknown key"),
        ('moral = "A form', 'moral = 3 # "A form', "key 'moral'"),
        ("[[element]]", "[[thing]]", "key 'thing': unknown key"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)


def test_the_number_of_faults_is_held(tmp_path: Path) -> None:
    file = tmp_path / "consent.toml"
    last = SOURCE.rindex("[[element]]")
    extra = SOURCE[last:].replace('state = "present"', 'state = "defective"') + 'mend = "Say it."\n'
    file.write_text(SOURCE[:last] + extra, encoding="utf-8")
    with pytest.raises(ContentError, match="8 are missing or defective; exactly 7 must be"):
        load(file)
