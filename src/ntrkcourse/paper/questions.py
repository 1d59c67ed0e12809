"""Question papers from the bank, and on a sheet of its own the key to each, with the reason for each option."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from markupsafe import Markup

from ..content.chapters import load_chapters
from ..content.interface import interface_words
from ..content.questions import FORMS, Question, load_questions
from ..widgets.quiz import Quiz, quiz, shuffled
from ..widgets.sitting import form
from ..widgets.template import fill
from .press import Press, typeset


@dataclass(frozen=True)
class Paper:
    """A question paper: part of its files' names, its title, and what it asks, in order."""

    name: str
    title: str
    questions: tuple[Question, ...]

    @property
    def file(self) -> str:
        return f"questions/{self.name}.pdf"

    @property
    def key_file(self) -> str:
        return f"questions/{self.name}-key.pdf"


def papers() -> Iterator[Paper]:
    """One for each chapter that has questions of its own, and both forms of the test."""
    words = interface_words()["paper"]
    for chapter in load_chapters().values():
        asked = [
            one for one in load_questions().values() if one.chapter == chapter.number and not one.is_test
        ]
        if asked:
            yield Paper(f"chapter-{chapter.number}", chapter.name, tuple(asked))
    for name in FORMS:
        if asked := form(name):
            yield Paper(f"form-{name}", fill(words["form"], form=name), tuple(asked))


def paper(press: Press, paper: Paper) -> bytes:
    """The questions with their options in the bank's order, and room for the answers."""
    press.show(
        typeset("questions.html", title=paper.title, questions=[*map(Markup, _equivalents(paper.questions))])
    )
    return press.pdf()


def key(press: Press, paper: Paper) -> bytes:
    """The answers at a glance, then the reasons."""
    answers = [answer(one) for one in paper.questions]
    reasons = [Markup(one.replace("<details>", "<details open>")) for one in _equivalents(paper.questions)]
    press.show(typeset("key.html", title=paper.title, answers=answers, questions=reasons))
    return press.pdf()


def answer(question: Question) -> str:
    """The right answer as it is written on the paper: "C", "A D", "63 per cent", "B, A, C", "1 C, 2 A"."""
    words = interface_words()["paper"]
    if question.option:
        return " ".join(
            letter for letter, one in zip(ascii_uppercase, question.option, strict=False) if one.correct
        )
    if question.answer is not None:
        number = f"{question.answer:g} {question.unit}"
        within = question.tolerance
        return fill(words["within"], number=number, tolerance=f"{within:g}") if within else number
    shown = shuffled(question, len(question.item) or len(question.pair))
    letters = [ascii_uppercase[shown.index(at)] for at in range(len(shown))]
    if question.item:
        return ", ".join(letters)
    return ", ".join(f"{number} {letter}" for number, letter in enumerate(letters, start=1))


def _equivalents(questions: Sequence[Question]) -> list[str]:
    return [Quiz.equivalent(quiz(one.id).data) for one in questions]
