"""The end of the course: form B against form A, and a record of completion to print."""

from typing import Any

from ...content.cases import Case, load_cases
from ...content.chapters import load_chapters
from ...content.marks import names_of
from ...content.questions import load_questions
from ...content.walk import as_data
from ...science.learning import normalised_gain
from ..base import CourseWidget
from ..grading import graded
from ..quiz import form
from .records import load


class CourseRecord(CourseWidget):
    """``state`` holds the reader's two guesses, ``before`` and ``after``, once they are made."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 1


def course_record() -> CourseRecord:
    """What changed between the pre-test and the post-test, and a printable record that claims no credit."""
    pairs = list(zip(form("pre"), form("post"), strict=True))
    size, said = len(pairs), load()
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
                {"pre": pre.id, "post": post.id, "chapter": pre.chapter, "section": pre.see}
                for pre, post in pairs
            ],
            # By scores before and after, from 0 to all; null where nothing was left to gain.
            "gain": [
                [_percent(normalised_gain(before / size, after / size)) for after in range(size + 1)]
                for before in range(size + 1)
            ],
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


def _percent(gain: float | None) -> int | None:
    return None if gain is None else round(100 * gain)
