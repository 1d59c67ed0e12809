"""A chapter's lessons on its page: their list, each one's way onwards, and the texts that open once the reader has committed.

All is there without JavaScript and in print; ``static/lessons.js`` shows one lesson at a time.
"""

from collections.abc import Iterator
from html import escape

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from ..checks.minutes import chapter_minutes, minutes
from ..content.chapters import Chapter, Lesson, load_chapters
from ..content.interface import interface_words
from ..widgets.template import fill
from .raw import raw_html
from .sources import REVIEW_PAGE, relative_address

_log = logging.getLogger(__name__)


class Lessons(SphinxTransform):
    """Mark the sections that are lessons, list them, and lead from each to the next."""

    # After the sources, which stand at the page's end behind every lesson's way onwards.
    default_priority = 520

    def apply(self, **kwargs: object) -> None:
        fold_answers(self.document)
        mark_reveals(self.document)
        chapter = chapter_of(self.env.docname)
        top = next(self.document.findall(nodes.section), None)
        if chapter is None or top is None or not chapter.lessons:
            return
        sections = {one.next_node(nodes.title).astext(): one for one in _sections(top)}
        for number, lesson in enumerate(chapter.lessons):
            section = sections[lesson.heading]
            section["classes"] += ["lesson", *(["lesson-optional"] if lesson.optional else [])]
            if lesson_id(lesson) not in section["ids"]:
                _log.warning(
                    "the lesson %r shares its address with another heading: name it otherwise",
                    lesson.heading,
                    location=section,
                )
            section += raw_html(self._onwards(chapter, number))
        first = sections[chapter.lessons[0].heading]
        top.insert(top.index(first), raw_html(_list(chapter)))
        for dropdown in _dropdowns(top):
            if dropdown.parent is top:
                dropdown["container_classes"].append("clinic-card")

    def _onwards(self, chapter: Chapter, number: int) -> str:
        """The end of a lesson: the next one, or the next chapter; and, on the short way, the next of that."""
        words = _words()
        here = chapter.lessons[number]
        counted = [one for one in chapter.lessons[number + 1 :] if not one.optional]
        links = []
        if counted and not here.optional:
            links.append(_link("lesson-next", f"#{lesson_id(counted[0])}", words["next"], counted[0].heading))
        elif following := _after(chapter):
            address = relative_address(self.app, self.env.docname, page_of(following))
            links.append(_link("lesson-next", address, words["next_chapter"], following.name))
        if not counted and not here.optional and REVIEW_PAGE in self.env.found_docs:
            address = relative_address(self.app, self.env.docname, REVIEW_PAGE)
            links.append(f'<a class="lesson-review" href="{escape(address)}">{escape(words["review"])}</a>')
        if here.short and (short := _next_short(chapter, number)):
            there, lesson = short
            target = short_address(self.app, self.env.docname, there, lesson)
            links.append(
                _link("lesson-short", target, words["next_short"], f"{there.number} · {lesson.heading}")
            )
        links.append(f'<a class="lesson-back" href="#{lesson_list_id(chapter)}">{escape(words["back"])}</a>')
        return f'<nav class="lesson-onwards" aria-label="{escape(words["onwards"])}">{"".join(links)}</nav>'


def chapter_of(docname: str) -> Chapter | None:
    """The chapter that a page shows, or none."""
    return next((one for one in load_chapters().values() if page_of(one) == docname), None)


def page_of(chapter: Chapter) -> str:
    """Name of the chapter's page, as Sphinx calls it."""
    return chapter.file.removesuffix(".ipynb")


def lesson_id(lesson: Lesson) -> str:
    """The part of an address that leads to the lesson on its page."""
    made: str = nodes.make_id(lesson.heading)
    return made


def lesson_list_id(chapter: Chapter) -> str:
    """The part of an address that leads to the chapter's list of lessons."""
    return f"lessons-{chapter.number}"


def short_way() -> list[tuple[Chapter, Lesson]]:
    """The lessons of the short way through the course, in order."""
    return [(chapter, one) for chapter in load_chapters().values() for one in chapter.lessons if one.short]


def short_address(app: object, docname: str, chapter: Chapter, lesson: Lesson) -> str:
    """Address of a lesson of the short way from the page ``docname``; its *Next* then keeps to that way."""
    return f"{relative_address(app, docname, page_of(chapter))}?short#{lesson_id(lesson)}"


def fold_answers(document: nodes.document) -> None:
    """A cell tagged ``answer`` belongs to the dropdown before it, in which Markdown can hold no cell."""
    for cell in list(document.findall(nodes.container)):
        if "tag_answer" in cell["classes"]:
            before = cell.parent[cell.parent.index(cell) - 1]
            if before in _dropdowns(document):
                cell.parent.remove(cell)
                before += cell
            else:
                _log.warning("a cell tagged 'answer' stands behind no dropdown", location=cell)


def mark_reveals(document: nodes.document) -> None:
    """A dropdown right after a widget tells what the widget asked for: it stands open until the page's script closes it."""
    for dropdown in _dropdowns(document):
        before = dropdown.parent.index(dropdown) - 1
        if before >= 0 and _holds_widget(dropdown.parent[before]):
            dropdown["container_classes"].append("reveal")
            dropdown["opened"] = True


def _holds_widget(node: nodes.Node) -> bool:
    return any("data-ntrk-model" in raw.astext() for raw in node.findall(nodes.raw))


def _dropdowns(node: nodes.Node) -> list[nodes.container]:
    return [one for one in node.findall(nodes.container) if one.get("design_component") == "dropdown"]


def _sections(top: nodes.section) -> Iterator[nodes.section]:
    return (child for child in top.children if isinstance(child, nodes.section))


def _after(chapter: Chapter) -> Chapter | None:
    following = [one for number, one in load_chapters().items() if number > chapter.number]
    return following[0] if following else None


def _next_short(chapter: Chapter, number: int) -> tuple[Chapter, Lesson] | None:
    way = short_way()
    here = way.index((chapter, chapter.lessons[number]))
    return way[here + 1] if here + 1 < len(way) else None


def _list(chapter: Chapter) -> str:
    words = _words()
    optional = [one for one in chapter.lessons if one.optional]
    total = fill(words["total"], n=chapter_minutes(chapter))
    beside = (
        f"<p>{escape(words['optional'])}</p><ul>{''.join(map(_entry, optional))}</ul>" if optional else ""
    )
    return (
        f'<nav class="lesson-list" id="{lesson_list_id(chapter)}" aria-label="{escape(words["list"])}">'
        f'<p class="lesson-list-title">{escape(words["list"])} <span>{escape(total)}</span></p>'
        f"<ol>{''.join(map(_entry, chapter.counted))}</ol>{beside}"
        f'<p class="lesson-whole"><button type="button" class="pst-js-only">{escape(words["whole"])}</button></p></nav>'
    )


def _entry(lesson: Lesson) -> str:
    short = f' <span class="lesson-is-short">{escape(_words()["short"])}</span>' if lesson.short else ""
    return (
        f'<li><a href="#{lesson_id(lesson)}">{escape(lesson.heading)}</a>'
        f' <span class="lesson-minutes">{escape(fill(_words()["minutes"], n=minutes(lesson)))}</span>{short}'
        '<span class="lesson-done" aria-live="polite"></span></li>'
    )


def _link(kind: str, address: str, lead: str, name: str) -> str:
    return f'<a class="{kind}" href="{escape(address)}"><span>{escape(lead)}</span> {escape(name)}</a>'


def _words() -> dict[str, str]:
    words: dict[str, str] = interface_words()["lessons"]
    return words
