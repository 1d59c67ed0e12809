"""The page on the bank's quality counts what the bank holds."""

import re
from pathlib import Path

import pytest

from ntrkcourse.checks.forms import forms_of
from ntrkcourse.content.chapters import load_chapters
from ntrkcourse.content.questions import load_questions

QUESTIONS = list(load_questions().values())


@pytest.fixture(scope="module")
def tables(book: Path) -> list[list[list[str]]]:
    """Each table's rows, as texts of their cells."""
    page = (book / "book/bank.html").read_text(encoding="utf-8")
    return [
        [
            [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row)]
            for row in re.findall(r"<tr>(.*?)</tr>", table)
        ]
        for table in re.findall(r"<table.*?</table>", page, re.DOTALL)
    ]


def test_it_counts_the_bank(tables: list[list[list[str]]]) -> None:
    summary, guessers, forms, objectives = tables
    assert summary[0][1] == str(len(QUESTIONS))
    assert len(forms) - 1 == len(forms_of(QUESTIONS)["form A"])
    codes = [code for chapter in load_chapters().values() for code in chapter.objectives]
    assert [row[0].split()[0] for row in objectives[1:]] == codes
    asked = sum(int(cell) for row in objectives[1:] for cell in row[1:4])
    assert asked == sum(question.objective in codes for question in QUESTIONS)
    assert all(float(row[2].strip("%")) <= float(row[3].strip("%")) for row in guessers[1:])


def test_it_tells_nothing_of_the_test(book: Path) -> None:
    page = re.sub(r"<[^>]+>", "", (book / "book/bank.html").read_text(encoding="utf-8"))
    for item in [one for form in forms_of(QUESTIONS).values() for one in form]:
        assert item.id not in page and item.stem[:60] not in page
