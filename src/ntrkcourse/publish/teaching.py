"""Pages for trainers, made from lessons, guides, schedules and the bank of questions, so that they cannot drift from them."""

from collections.abc import Iterator
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..checks.minutes import minutes
from ..checks.widgets import made_in
from ..content.chapters import Chapter, Lesson
from ..content.inline import inline_html
from ..content.interface import interface_words
from ..content.questions import Question, load_questions
from ..content.teaching import (
    Guide,
    Part,
    Schedule,
    Session,
    find_lesson,
    lesson_name,
    load_guides,
    load_schedules,
)
from ..content.walk import facts_of
from ..widgets.template import fill
from .lessons import lesson_id, page_of
from .raw import raw_html, table_html
from .slides import deck_address
from .sources import relative_address


class Schedules(SphinxDirective):
    """``{course-schedules}``: every schedule, each with its sessions, what to cut first, and what comes before and after."""

    def run(self) -> list[nodes.Node]:
        return [self._schedule(schedule) for schedule in load_schedules().values()]

    def _schedule(self, schedule: Schedule) -> nodes.section:
        words = interface_words()["teaching"]
        slug = nodes.make_id(schedule.name)
        section = nodes.section("", nodes.title("", schedule.title), ids=[slug], names=[slug])
        before = "".join(f"<li>{inline_html(one)}</li>" for one in schedule.before)
        body = raw_html(
            f"<p>{inline_html(schedule.room)}</p>"
            f"<p><strong>{escape(words['before'])}</strong></p><ul>{before}</ul>"
            + "".join(map(self._session, schedule.session))
            + f"<p><strong>{escape(words['after'])}</strong> {inline_html(schedule.after)}</p>"
        )
        body["facts"] = facts_of(schedule)
        section += body
        return section

    def _session(self, session: Session) -> str:
        words = interface_words()["teaching"]
        home = "".join(
            f"<li>{self._lesson(part.of)}: {part.minutes}. {inline_html(part.how)}</li>"
            for part in session.part
            if part.kind == "home"
        )
        rows = "".join(self._row(part, begins) for part, begins in session.clock)
        cuts = sorted((part for part in session.part if part.cut), key=lambda part: part.cut)
        cut = ", ".join(f"{self._name(part)} ({part.minutes})" for part in cuts)
        at_home = f"<p>{escape(words['home'])}</p><ul>{home}</ul>" if home else ""
        caption = fill(words["session"], title=session.title, n=session.minutes)
        table = table_html([words["clock"], words["minutes"], words["what"]], rows, caption)
        return f"{at_home}{table}<p><strong>{escape(words['cut'])}</strong> {cut}.</p>"

    def _row(self, part: Part, begins: int) -> str:
        clock = f"{begins // 60}:{begins % 60:02}"
        return (
            f"<tr><td>{clock}</td><td>{part.minutes}</td>"
            f"<td><strong>{self._name(part)}</strong>. {inline_html(part.how)}</td></tr>"
        )

    def _name(self, part: Part) -> str:
        return self._lesson(part.of) if part.of else escape(part.title)

    def _lesson(self, name: str) -> str:
        chapter, lesson = find_lesson(name)
        return _link(self.env.app, self.env.docname, chapter, lesson)


class Guides(SphinxDirective):
    """``{course-guides} 03``: a guide to each lesson of the chapter, with the wrong ideas that its questions show."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        return [self._guide(guide) for guide in load_guides().values() if guide.chapter == self.arguments[0]]

    def _guide(self, guide: Guide) -> nodes.section:
        words = interface_words()["teaching"]
        chapter, lesson = find_lesson(guide.id)
        slug = nodes.make_id(guide.heading)
        section = nodes.section("", nodes.title("", guide.heading), ids=[slug], names=[slug])
        parts = [
            f"<p>{inline_html(guide.purpose)}</p>",
            f"<p>{_link(self.env.app, self.env.docname, chapter, lesson, words['open'])} "
            f"{escape(fill(words['takes'], n=minutes(lesson)))} "
            f'<a href="{escape(_deck(self.env.docname, chapter, lesson))}">{escape(words["slides"])}</a></p>',
            _listed(words["materials"], (escape(one) for one in guide.materials)),
            _listed(words["ask"], map(inline_html, guide.ask)),
            self._traps(lesson),
            _listed(words["avoid"], map(inline_html, guide.avoid)),
        ]
        body = raw_html("".join(parts))
        questions = asked_in(lesson)
        body["facts"] = list(
            dict.fromkeys([*facts_of(guide), *(fact for one in questions for fact in one.fact_ids())])
        )
        section += body
        return section

    def _traps(self, lesson: Lesson) -> str:
        words = interface_words()["teaching"]
        rows = "".join(
            f"<tr><td>{escape(trap)}</td><td>{inline_html(said)}</td><td><code>{escape(question.id)}</code></td></tr>"
            for question in asked_in(lesson)
            for trap, said in traps(question)
        )
        if not rows:
            return ""
        table = table_html([words["idea"], words["say"], words["item"]], rows)
        return f"<details class='guide-traps'><summary>{escape(words['traps'])}</summary>{table}</details>"


def asked_in(lesson: Lesson) -> list[Question]:
    """The questions that a lesson asks, in order."""
    bank = load_questions()
    return [
        bank[one["id"]]
        for _, kind, text in lesson.cells
        if kind == "code"
        for _, widget in made_in(text)
        for one in (widget.data.get("questions", []) if widget.name == "quiz" else [])
    ]


def traps(question: Question) -> Iterator[tuple[str, str]]:
    """(the wrong idea, what is said to it) of every answer of a question that stands for one."""
    yield from ((one.trap, one.feedback) for one in question.option if one.trap)
    yield from ((one.trap, one.feedback) for one in question.diagnosis)


def _link(app: Sphinx, docname: str, chapter: Chapter, lesson: Lesson, words: str = "") -> str:
    address = f"{relative_address(app, docname, page_of(chapter))}#{lesson_id(lesson)}"
    return f'<a href="{escape(address)}">{escape(words or lesson_name(chapter, lesson))}</a>'


def _deck(docname: str, chapter: Chapter, lesson: Lesson) -> str:
    return "../" * docname.count("/") + deck_address(chapter, lesson)


def _listed(lead: str, items: Iterator[str]) -> str:
    written = "".join(f"<li>{one}</li>" for one in items)
    return f"<p><strong>{escape(lead)}</strong></p><ul>{written}</ul>" if written else ""
