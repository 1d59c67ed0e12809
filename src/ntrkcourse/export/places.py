"""Where the book asks a question and teaches its answer, with addresses where ``course.toml`` says where the book is."""

import re
from functools import cache

from docutils.nodes import make_id

from ..content.chapters import Chapter, Lesson, load_chapters
from ..content.course import load_course
from ..content.questions import Question
from ..publish.lessons import lesson_id, page_of
from ..publish.sources import EVIDENCE_PAGE
from ..publish.teaching import asked_in


def question_address(question: Question) -> str:
    """Where the question stands in the published book; empty where there is none, and for the items of a test, which are
    met in its sittings alone.
    """
    if not load_course().address or question.id not in _askers():
        return ""
    return _address(page_of(_askers()[question.id]), f"question-{question.id}")


def lesson_of(question: Question) -> tuple[Chapter, Lesson | None]:
    """The lesson whose section teaches the answer; none where it stands before the chapter's first."""
    chapter = load_chapters()[question.chapter]
    heading = re.compile(rf"^#{{2,4}}\s+{re.escape(question.see)}\s*$", re.MULTILINE)
    taught = (
        lesson
        for lesson in chapter.lessons
        if any(kind == "markdown" and heading.search(text) for _, kind, text in lesson.cells)
    )
    return chapter, next(taught, None)


def section_address(question: Question) -> str:
    """Where the section that teaches the answer begins: its lesson opens there; empty where no book is published."""
    chapter, lesson = lesson_of(question)
    is_lesson = lesson is not None and lesson.heading == question.see
    return _address(page_of(chapter), lesson_id(lesson) if lesson and is_lesson else make_id(question.see))


def fact_address(fact_id: str) -> str:
    """Where the record of a fact stands; empty where no book is published."""
    return _address(EVIDENCE_PAGE, fact_id)


def _address(page: str, part: str) -> str:
    return load_course().published(f"{page}.html#{part}")


@cache
def lessons_asking() -> tuple[tuple[Chapter, Lesson, tuple[Question, ...]], ...]:
    """Every lesson that asks questions, with its chapter and with what it asks."""
    lessons = ((chapter, lesson) for chapter in load_chapters().values() for lesson in chapter.lessons)
    asking = ((chapter, lesson, tuple(asked_in(lesson))) for chapter, lesson in lessons)
    return tuple(one for one in asking if one[2])


@cache
def _askers() -> dict[str, Chapter]:
    return {question.id: chapter for chapter, _, asked in lessons_asking() for question in asked}
