"""Pictures: drawn by a function from records, said about in ``content/figures/``, and shown by :func:`figure`.

A picture is a file there and a module in ``drawings/``, both of its name: there is no list of them.
"""

from functools import cache
from pathlib import Path
from typing import Any

from .html import figure_facts, figure_html, picture
from .records import Figure, find, frames, load_figures

_FOLDER = Path(__file__).parent


def figure(name: str) -> "Shown":
    """The picture of this name, as a notebook shows it; raises :class:`~ntrkcourse.content.errors.ContentError`."""
    return Shown(name)


class Shown:
    """A picture in a notebook: drawn where HTML is shown, and described where it is not."""

    def __init__(self, name: str) -> None:
        self.figure = find(name)

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, str]:
        html = f'<div data-ntrk-figure="{self.figure.name}"><style>{style()}</style>{figure_html(self.figure.name)}</div>'
        return {"text/html": html, "text/plain": repr(self)}

    def __repr__(self) -> str:
        said = [
            self.figure.description,
            *(f"{frame.title}: {frame.description}" for frame in self.figure.frame),
        ]
        return "\n".join([f"{self.figure.title}.", *filter(None, said)])


@cache
def style() -> str:
    """The styles of pictures with the colours that they share with widgets."""
    return colours() + (_FOLDER / "figure.css").read_text(encoding="utf-8")


@cache
def colours() -> str:
    """What each colour means, as CSS variables for both themes."""
    return (_FOLDER / "colours.css").read_text(encoding="utf-8")


__all__ = [
    "Figure",
    "Shown",
    "colours",
    "figure",
    "figure_facts",
    "figure_html",
    "find",
    "frames",
    "load_figures",
    "picture",
    "style",
]
