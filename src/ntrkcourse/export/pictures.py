"""The picture of a question as a file of its own, with the colours of paper in it."""

from html import escape

from ..content.questions import Question
from ..figures import find, picture, style

# As wide as the book shows it: 320 units at 0.085 rem, the rem at 16 pixels.
WIDTH = 435


def svg(name: str) -> bytes:
    """The picture as an SVG file, on white, since a program may show it on any ground."""
    look = escape(f"{style()}.ntrk-picture{{background:#fff;font-family:system-ui,sans-serif}}", quote=False)
    drawn = picture(name).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return drawn.replace("</desc>", f"</desc><style>{look}</style>", 1).encode()


def file_name(name: str) -> str:
    """How the picture's file is called."""
    return f"{name}.svg"


def image(question: Question, source: str) -> str:
    """The picture as HTML, loaded from ``source``; empty where the question has none."""
    if not question.picture:
        return ""
    figure = find(question.picture)
    description = figure.frame[0].description if figure.frame else figure.description
    return f'<p><img src="{escape(source)}" alt="{escape(description)}" width="{WIDTH}" /></p>'
