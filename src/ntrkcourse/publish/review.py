"""The review page: what a reader is asked again, when, and what they know.

All is worked out in the reader's browser. The course's side of it stands in scripts of ``_static/ntrk``, since a page that
was opened from a folder may fetch nothing else: ``graded.js`` has what every question is graded by, ``outline.js`` where it
stands, and ``bank-NN.js`` the questions of a chapter, which a page loads when it asks one of them.
"""

import json
from collections import Counter
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..checks.widgets import made_in
from ..content.chapters import Chapter, Lesson, load_chapters
from ..content.inline import plain
from ..content.interface import interface_words
from ..content.questions import Question, load_questions
from ..content.walk import as_data
from ..widgets.base import second_hand_in
from ..widgets.grading import graded
from ..widgets.quiz import told
from .lessons import lesson_id, page_of
from .places import models_json
from .raw import raw_html
from .sources import REVIEW_PAGE, relative_address
from .teaching import asked_in

_PARTS = ("due", "chapters", "sureness", "sure-and-wrong", "traps", "calendar", "days")


class Review(SphinxDirective):
    """``{course-review} part``: a part of the review page, which its script fills; the part ``due`` leads to where one was."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        part = directives.choice(self.arguments[0], _PARTS)
        words = interface_words()["review"]
        inside = f"<noscript>{escape(words['no_script'])}</noscript>"
        if part != "due":
            return [raw_html(f'<div class="review-part" data-review="{part}">{inside}</div>')]
        first = next(iter(load_chapters().values()))
        address = escape(relative_address(self.env.app, self.env.docname, page_of(first)))
        begin = f'<p class="review-continue"><a data-continue href="{address}">{escape(words["begin_course"])}</a></p>'
        return [raw_html(f'<div class="review-part ntrk" data-review="due">{inside}</div>{begin}')]


def practised() -> dict[str, Question]:
    """The questions that chapters ask, by id; those of the two tests are asked there alone."""
    return {question.id: question for question in load_questions().values() if not question.is_test}


def write_review(app: Sphinx) -> None:
    """Write the scripts that hold the course's side of the review."""
    folder = Path(app.outdir) / "_static" / "ntrk"
    data = {"graded": {one.id: graded(one) for one in practised().values()}, "outline": outline(app)}
    for name, value in data.items():
        (folder / f"{name}.js").write_text(f"ntrk.{name} = {models_json(value)};\n", encoding="utf-8")
    for number, questions in bank(app).items():
        held = {"questions": questions, "second_hand": second_hand_in(questions)}
        script = f"ntrk.takeBank({models_json(held)});\n"
        (folder / f"bank-{number}.js").write_text(script, encoding="utf-8")


def words_script() -> str:
    """What the review page says, as its script begins."""
    return f"ntrk.shared.review = {json.dumps(interface_words()['review'], ensure_ascii=False)};\n"


def bank(app: Sphinx) -> dict[str, list[dict[str, Any]]]:
    """Number of each chapter -> its questions as a card draws them, each with its wrong ideas and the passages that it names."""
    kept: dict[str, list[dict[str, Any]]] = {}
    for question in practised().values():
        passages = {question.see, *(option.see for option in question.option if option.see)}
        ideas = [option.trap for option in question.option] or [one.trap for one in question.diagnosis]
        kept.setdefault(question.chapter, []).append(
            {
                **as_data(told(question, [])),
                "traps": ideas,
                "passages": {see: passage(app, question.chapter, see) for see in sorted(passages)},
            }
        )
    return kept


def passage(app: Sphinx, chapter: str, heading: str) -> str:
    """Address, from the review page, of a section of a chapter."""
    return f"{_address(app, load_chapters()[chapter])}#{nodes.make_id(heading)}"


def outline(app: Sphinx) -> dict[str, Any]:
    """The course as the page lists it: chapters with their lessons, objectives, cases and widgets, and where each question stands.

    A question's ``chapter`` and ``lesson`` are positions, of what asks it first.
    """
    chapters = list(load_chapters().values())
    asked = {
        question.id: (place, number)
        for place, chapter in reversed([*enumerate(chapters)])
        for number, lesson in reversed([*enumerate(chapter.lessons)])
        for question in asked_in(lesson)
    }
    questions = {
        question.id: {
            "chapter": asked[question.id][0],
            "lesson": asked[question.id][1],
            "objective": question.objective,
            "see": question.see,
            "passage": passage(app, question.chapter, question.see),
        }
        for question in practised().values()
        if question.id in asked
    }
    return {
        "chapters": [_chapter(app, place, chapter, questions) for place, chapter in enumerate(chapters)],
        "questions": questions,
    }


def _chapter(
    app: Sphinx, place: int, chapter: Chapter, questions: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    lessons: dict[str, Counter[int]] = {}
    for one in questions.values():
        if one["chapter"] == place:
            lessons.setdefault(one["objective"], Counter())[one["lesson"]] += 1
    return {
        "name": chapter.name,
        "address": _address(app, chapter),
        "lessons": [{"name": one.heading, "id": lesson_id(one)} for one in chapter.lessons],
        # An objective leads to the lesson that asks most of it.
        "objectives": [
            {"code": code, "text": plain(text), "lesson": lessons[code].most_common(1)[0][0]}
            for code, text in chapter.objectives.items()
            if code in lessons
        ],
        "widgets": [
            {"key": f"widget/{name}/{instance}", "title": title, "lesson": number}
            for number, lesson in enumerate(chapter.lessons)
            for name, instance, title in _widgets(lesson)
        ],
    }


@cache
def _widgets(lesson: Lesson) -> list[tuple[str, str, str]]:
    """(name, instance, title) of each widget of the lesson whose answers the browser keeps under its instance."""
    return [
        (widget.name, widget.data["id"], widget.data["title"])
        for _, kind, text in lesson.cells
        if kind == "code"
        for _, widget in made_in(text)
        if "id" in widget.data and "title" in widget.data
    ]


def _address(app: Sphinx, chapter: Chapter) -> str:
    return relative_address(app, REVIEW_PAGE, page_of(chapter))
