"""Cards: what other places show beside a link to the book. Each has the name of its page, and the first picture there that fits."""

from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from ..checks.pictures import figures_in, figures_on
from ..content.chapters import Chapter, load_chapters
from ..content.course import load_course
from ..content.location import ROOT
from ..figures import frames, picture
from .press import Press, typeset

WIDTH, HEIGHT = 1200, 630
_TALLEST = 1.5


def make_cards(press: Press, folder: Path) -> Iterator[Path]:
    """Write a card for the course and one for each chapter, and hand each on when it is there."""
    folder.mkdir(parents=True, exist_ok=True)
    course = load_course()
    cards = [("course", course.title, course.subtitle, figures_on(ROOT / "index.md"))]
    cards += [(one.number, one.title, course.title, _figures(one)) for one in load_chapters().values()]
    for name, title, lead, figures in cards:
        figure = next((one for one in figures if _fits(one)), None)
        drawn = Markup(picture(figure)) if figure else ""
        press.show(typeset("card.html", title=title, lead=lead, picture=drawn))
        file = folder / f"{name}.png"
        file.write_bytes(press.picture(WIDTH, HEIGHT))
        yield file


def _fits(figure: str) -> bool:
    """Whether the picture can be read on a card: one that is very tall would be small."""
    first = frames(figure)[0]
    return first.height <= _TALLEST * first.width


def _figures(chapter: Chapter) -> list[str]:
    cells = (text for lesson in chapter.lessons for _, kind, text in lesson.cells if kind == "code")
    return [name for text in cells for name in figures_in(text)]
