"""The cover, in the language of the course's pictures: many people, and one who is not like the others."""

from html import escape

from ..content.course import load_course
from ..figures.language import patient
from ..figures.svg import group, rect, text, text_height
from ..publish.citation import load_citation

WIDTH, HEIGHT = 320, 480
_COLUMNS, _ROWS = 8, 6
_RARE = (5, 2)


def cover() -> str:
    """The cover as an ``svg`` element; its colours are those of the pictures' style sheet."""
    course = load_course()
    across, down = WIDTH / (_COLUMNS + 1), 38
    people = (
        patient(
            across * (column + 1),
            212 + down * row,
            size=26,
            kind="kinase" if (column, row) == _RARE else "patient",
        )
        for row in range(_ROWS)
        for column in range(_COLUMNS)
    )
    title_end = 66 + text_height(course.title, 280, 34, strong=True)
    return (
        f'<svg class="ntrk-picture" xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f"<title>{escape(course.title)}</title>"
        + rect(0, 0, WIDTH, HEIGHT, "paper solid")
        + rect(0, 0, WIDTH, 8, "kinase solid")
        + text(20, 66, course.title, "strong", width=280, size=34)
        + text(20, title_end + 34, course.subtitle, "muted", width=280, size=17)
        + group(*people)
        + text(20, 456, ", ".join(load_citation().authors), "muted", width=280, size=11)
        + "</svg>"
    )
