"""The first page: what is made from the chapters there, so that it cannot drift from them."""

import re
from collections.abc import Iterable, Mapping
from html import escape

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ..checks.minutes import minutes
from ..content.chapters import Chapter, load_chapters
from .lessons import page_of, short_address, short_way
from .raw import raw_html
from .sources import REVIEW_PAGE, relative_address

_QUESTION = re.compile(r"(\d\d): (\S.*)")


class ReportCard(SphinxDirective):
    """``{report-card} Title``: a report as it lies on a desk; what is strong in it, somebody has marked in yellow."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        sheet = nodes.container(classes=["report-card"])
        sheet += nodes.paragraph("", self.arguments[0], classes=["report-title"])
        self.state.nested_parse(self.content, self.content_offset, sheet)
        return [sheet]


class DoorBegin(SphinxDirective):
    """``{door-begin} page``: the button to that page, with the content's words; scripts turn it to where one was, and say beside it how many questions are due."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        page = self.arguments[0]
        if page not in self.env.found_docs:
            raise self.error(f"no page of the book is called {page!r}")
        address = escape(relative_address(self.env.app, self.env.docname, page))
        words = escape(" ".join(self.content))
        due = ""
        if REVIEW_PAGE in self.env.found_docs:
            review = escape(relative_address(self.env.app, self.env.docname, REVIEW_PAGE))
            due = f' <a class="door-due" data-due hidden href="{review}"></a>'
        return [
            raw_html(
                f'<p class="door-begin"><a class="door-button" data-continue href="{address}">{words}</a>{due}</p>'
            )
        ]


class CourseTime(SphinxDirective):
    """``{course-time}``: how long the whole takes, once every chapter has lessons; nothing before."""

    def run(self) -> list[nodes.Node]:
        total = whole(load_chapters().values())
        return [raw_html(f'<p class="door-time">The whole course: {total}.</p>')] if total else []


class ShortWay(SphinxDirective):
    """``{short-way} Title``: the lessons of the short way, in order, after the content; nothing where there is none."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        way = short_way()
        if not way:
            return []
        title = self.arguments[0]
        slug = nodes.make_id(title)
        section = nodes.section("", nodes.title("", title), ids=[slug], names=[slug])
        self.state.nested_parse(self.content, self.content_offset, section)
        total = spoken(sum(minutes(lesson) for _, lesson in way))
        items = "".join(
            f'<li><a href="{escape(short_address(self.env.app, self.env.docname, chapter, lesson))}">{escape(lesson.heading)}</a>'
            f" <em>{chapter.number}, {spoken(minutes(lesson))}</em></li>"
            for chapter, lesson in way
        )
        section += raw_html(f'<div class="short-way"><ol>{items}</ol><p>In all: {total}.</p></div>')
        return [section]


class CourseChapters(SphinxDirective):
    """``{course-chapters}``: every chapter with its question, of which the content has a line ``03: How many …?`` each."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        chapters = load_chapters()
        try:
            questions = chapter_questions(self.content, chapters)
        except ValueError as error:
            raise self.error(str(error)) from error
        items = "".join(
            f'<li><span class="door-number">{number}</span>'
            f'<a href="{escape(relative_address(self.env.app, self.env.docname, page_of(chapter)))}">'
            f"{escape(chapter.title)}</a><p>{escape(questions[number])}</p>{_note(whole([chapter]))}</li>"
            for number, chapter in chapters.items()
        )
        total = whole(chapters.values())
        foot = f'<p class="door-time">All chapters: {total}.</p>' if total else ""
        return [raw_html(f'<ol class="door-chapters">{items}</ol>{foot}')]


def chapter_questions(lines: Iterable[str], chapters: Mapping[str, Chapter]) -> dict[str, str]:
    """Number of each chapter -> its question, from lines ``03: How many …?``.

    Raises
    ------
    ValueError
        For a line of another form, a chapter that there is not or that stands twice, and one that has no line.
    """
    questions: dict[str, str] = {}
    for line in filter(str.strip, lines):
        match = _QUESTION.fullmatch(line.strip())
        if not match:
            raise ValueError(f"{line!r} has not the form '03: How many …?'")
        number, question = match.groups()
        if number not in chapters:
            raise ValueError(f"there is no chapter {number}")
        if number in questions:
            raise ValueError(f"chapter {number} stands twice")
        questions[number] = question
    missing = sorted(set(chapters) - set(questions))
    if missing:
        raise ValueError(f"no question for {', '.join(missing)}")
    return questions


def whole(chapters: Iterable[Chapter]) -> str:
    """Number and time of all lessons that the course counts; empty where a chapter is not yet cut into lessons."""
    counted = [chapter.counted for chapter in chapters]
    if not all(counted):
        return ""
    lessons = [lesson for lessons in counted for lesson in lessons]
    number = f"{len(lessons)} lessons" if len(lessons) > 1 else "1 lesson"
    return f"{number}, {spoken(sum(minutes(lesson) for lesson in lessons))}"


def spoken(minutes: int) -> str:
    """What a reader plans with: 59 as "59 minutes", 130 as "about 2 hours 15 minutes", to the quarter of an hour."""
    if minutes < 60:
        return f"{minutes} minute{'s' * (minutes != 1)}"
    hours, quarters = divmod(round(minutes / 15), 4)
    return f"about {hours} hour{'s' * (hours != 1)}" + (f" {15 * quarters} minutes" if quarters else "")


def _note(words: str) -> str:
    return f'<p class="door-note">{words}</p>' if words else ""
