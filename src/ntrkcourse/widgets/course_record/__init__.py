"""The end of the course: the second sitting against the first, and a record of completion to print."""

from typing import Any

from ...content.cases import Case, load_cases
from ...content.chapters import load_chapters
from ...content.marks import names_of
from ...content.questions import load_questions
from ...content.walk import as_data
from ...science.learning import by_chance
from ..base import CourseWidget
from ..grading import graded
from ..sitting import form
from .records import load

LEAST_GAIN = 3
"""What a reader may well take for a gain, of whom the record says how often chance alone makes it."""


class CourseRecord(CourseWidget):
    """``state`` holds the reader's two guesses, ``before`` and ``after``, once they are made."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 1


def course_record() -> CourseRecord:
    """What changed between the first sitting and the second, and a printable record that claims no credit."""
    pairs = list(zip(form("A"), form("B"), strict=True))
    said = load()
    titles = {chapter.number: chapter.name for chapter in load_chapters().values()}
    quizzes: dict[str, list[str]] = {}
    counted = [question for question in load_questions().values() if question.use != "checkpoint"]
    for question in counted:
        if question.use == "chapter":
            quizzes.setdefault(question.chapter, []).append(question.id)
    return CourseRecord(
        data={
            **as_data(said),
            "pairs": [
                {"A": one.id, "B": other.id, "chapter": one.chapter, "section": one.see}
                for one, other in pairs
            ],
            "chance": _chance(len(pairs)),
            "chapters": [
                {"title": titles.get(number, said.words["chapter"].format(number=number)), "questions": ids}
                for number, ids in sorted(quizzes.items())
            ],
            "graded": {question.id: graded(question) for question in counted},
            "cases": [
                {"id": one.id, "title": one.title, "ways": _ways(one)}
                for one in load_cases().values()
                if one.kind == "case"
            ],
        }
    )


def _chance(pairs: int) -> dict[str, int]:
    """Of a hundred readers who learn nothing, how many show a gain or a small P: pairs from hard to easy, evenly spread."""
    hardest, easiest = 0.2, 0.8
    found = by_chance([hardest + (easiest - hardest) * (at + 0.5) / pairs for at in range(pairs)], LEAST_GAIN)
    return {
        "least": LEAST_GAIN,
        "hardest": round(100 * hardest),
        "easiest": round(100 * easiest),
        "gain": round(100 * found.gain),
        "significant": round(100 * found.significant),
    }


def _ways(case: Case) -> list[list[tuple[str, int]]]:
    """For each scene its choices by name, each with the scene where it leads."""
    return [
        list(
            zip(
                names_of(choice.text for choice in scene.choice),
                (case.at(choice.to) for choice in scene.choice),
                strict=True,
            )
        )
        for scene in case.scene
    ]
