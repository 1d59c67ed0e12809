"""The page for patients: plain to read, complete, and without promises."""

import re

import pytest

from ntrkcourse import reading_grade
from ntrkcourse.content.location import book_folder
from ntrkcourse.widgets.say_it_plainly.records import load

HIGHEST_GRADE = 8
LEAST_WORDS = 60
SOURCE = (book_folder() / "patients.md").read_text(encoding="utf-8")


def prose(markdown: str) -> str:
    """What a reader sees, without headings."""
    text = re.sub(r"^```.*?^```$", "", markdown, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"^(#+ .*|- )", "", text, flags=re.MULTILINE)
    return re.sub(r"[*`]", "", re.sub(r"\[([^\[\]]+)\]\([^()\s]+\)", r"\1", text))


PARTS = re.split(r"^#{1,3} (.*)$", SOURCE, flags=re.MULTILINE)
SECTIONS = dict(zip(PARTS[1::2], PARTS[2::2], strict=True))


def test_the_page_reads_at_grade_eight_or_lower():
    assert len(prose(SOURCE).split()) > 800
    assert reading_grade(prose(SOURCE)) <= HIGHEST_GRADE


@pytest.mark.parametrize("heading", SECTIONS)
def test_no_section_is_harder(heading):
    text = prose(SECTIONS[heading])
    if len(text.split()) > LEAST_WORDS:
        assert reading_grade(text) <= HIGHEST_GRADE


def test_the_grade_sees_whole_sentences():
    # A list without full stops would be one long sentence to the formula.
    for paragraph in filter(str.strip, prose(SOURCE).splitlines()):
        assert paragraph.rstrip().endswith((".", "?")), paragraph


def test_the_five_questions_and_the_other_needs_are_met():
    assert list(SECTIONS) == [
        "For patients and families",
        "What the words mean",
        "What is it?",
        "How rare is it?",
        "How is it different from other breast cancers?",
        "Should everyone be tested?",
        "Does it change treatment?",
        "What may a report say?",
        "What if nothing is found?",
        "Questions to take along",
        "My result",
        "My treatment",
        "My family",
        "Who may see my report",
        "Help, and a second opinion",
        "A sheet to keep",
        "If you take one of these drugs",
        "If you do not take it, or cannot get it",
        "Cost in India",
        "Where to read more, with care",
    ]
    assert SOURCE.count("{rst-class} patient-sheet") == 3
    for heading in ("My result", "My treatment", "My family", "Cost in India", "Who may see my report"):
        assert re.search(r"^- .*\?", SECTIONS[heading], flags=re.MULTILINE), heading
    assert "You were not born with it" in SECTIONS["My family"]
    assert SOURCE.count("not advice") == 1


def test_who_takes_a_drug_reads_what_keeps_her_safe():
    told = SECTIONS["If you take one of these drugs"]
    for word in (
        "Do not stop it on your own",
        "Do not drive",
        "Tell every doctor",
        "tuberculosis",
        "birth control",
    ):
        assert word in told, word
    assert "ask for the test, even if it has not spread" in SECTIONS["Should everyone be tested?"]


def test_each_sheet_says_what_it_is_from_and_of_when():
    version = re.search(
        r"^version: (.+)$", (book_folder().parent / "CITATION.cff").read_text("utf-8"), re.MULTILINE
    )
    feet = re.findall(
        r"^\*From “Reading the Rare”, version (\S+), (\d+ \w+ \d{4}), by its authors\.", SOURCE, re.MULTILINE
    )
    assert version is not None
    assert feet == [(version[1], feet[0][1])] * 3
    for sheet in SOURCE.split("{rst-class} patient-sheet")[1:]:
        assert re.search(r"^## .*\n\n\*As of (.+?)\.\*", sheet, re.MULTILINE)[1] == feet[0][1]


def test_it_neither_promises_nor_blames():
    text = prose(SOURCE).lower()
    for word in load().word:
        if word.kind in ("promise", "hurtful"):
            for spelling in word.say:
                # "Test failed" stands as a report's own words, in quotation marks.
                assert not re.search(rf"(?<!test )\b{re.escape(spelling)}\b", text), spelling
