"""The end of the course: form B against form A, and a record of completion to print."""

from html import escape
from typing import Any

from ...content.cases import Case, load_cases
from ...content.chapters import load_chapters
from ...content.marks import names_of
from ...content.questions import load_questions
from ...science.learning import normalised_gain
from ..base import CourseWidget
from ..grading import graded
from ..quiz import form

_CLAIM = (
    "This is a reader's own record of an open course. It claims no credit: nobody watched, no body has"
    " accredited the course, and the page believes what this browser tells it."
)


class CourseRecord(CourseWidget):
    """``state`` holds the reader's two guesses, ``before`` and ``after``, once they are made."""

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        rows = "".join(
            f"<tr><th>{escape(one['title'])}</th><td></td><td>{len(one['questions'])}</td></tr>"
            for one in data["chapters"]
        )
        cases = "".join(
            f"<tr><th>{escape(one['title'])}</th><td></td><td></td></tr>" for one in data["cases"]
        )
        size = len(data["pairs"])
        return (
            f"<h3>{escape(data['title'])}</h3><p>On paper: fill this in by hand.</p><table><thead><tr>"
            f"<th>Part</th><th>Yours</th><th>Of</th></tr></thead><tbody><tr><th>Pre-test, form A</th><td></td>"
            f"<td>{size}</td></tr><tr><th>Post-test, form B</th><td></td><td>{size}</td></tr>{rows}{cases}"
            f"</tbody></table><p>{escape(data['claim'])}</p>"
        )


def course_record() -> CourseRecord:
    """What changed between the pre-test and the post-test, and a printable record that claims no credit."""
    pairs = list(zip(form("pre"), form("post"), strict=True))
    size = len(pairs)
    titles = {chapter.number: chapter.name for chapter in load_chapters().values()}
    quizzes: dict[str, list[str]] = {}
    counted = [question for question in load_questions().values() if question.use != "checkpoint"]
    for question in counted:
        if question.use == "chapter":
            quizzes.setdefault(question.chapter, []).append(question.id)
    return CourseRecord(
        data={
            "title": "What did the course change?",
            "claim": _CLAIM,
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
                {"title": titles.get(number, f"Chapter {number}"), "questions": ids}
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
