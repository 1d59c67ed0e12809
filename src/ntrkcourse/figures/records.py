"""Pictures as content: what is said about each, and the words in it."""

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from ..content.errors import ContentError
from ..content.inline import plain
from ..content.location import content_folder, short_name
from ..content.records import Markdown, build, read_toml, require_ids
from .svg import Drawing


@dataclass(frozen=True)
class Label:
    """Words in the drawing, by the name under which the drawing asks for them; ``{n}`` in them is filled in there."""

    name: str
    text: Markdown


@dataclass(frozen=True)
class Frame:
    """One step of a sequence: what is to be seen in it, for those who see it and those who do not."""

    title: str
    description: str
    text: Markdown = ""


@dataclass(frozen=True)
class Photograph:
    """An open-access photograph that teaches more than a drawing: linked, never copied.

    ``label`` says what it shows, ``licence`` under what it may be used, as its publisher states it.
    """

    label: str
    doi: str
    licence: str


@dataclass(frozen=True)
class Figure:
    """What is said about a picture.

    Attributes
    ----------
    name
        That of its file, and of its drawing's.
    title
        What it shows, in a line; a screen reader says it.
    kind
        ``"schematic"`` for whatever shows biology, ``"scale"`` where lengths or areas are true, ``"chart"`` for data.
    caption
        What to see in it.
    description
        For somebody who cannot see it, all that matters; that of a sequence stands in its frames.
    """

    name: str
    title: str
    kind: Literal["schematic", "scale", "chart"]
    caption: Markdown
    description: str = ""
    labels: tuple[Label, ...] = ()
    frame: tuple[Frame, ...] = ()
    photograph: tuple[Photograph, ...] = ()


class Labels:
    """The words in one drawing, by name; it remembers which were asked for."""

    def __init__(self, figure: Figure) -> None:
        self._texts = {label.name: plain(label.text) for label in figure.labels}
        self._figure = figure.name
        self.used: set[str] = set()

    def __getitem__(self, name: str) -> str:
        """The words as they are written; raises :class:`ContentError`."""
        return self(name)

    def __call__(self, name: str, /, **values: object) -> str:
        """The words with ``values`` filled in; raises :class:`ContentError`."""
        if name not in self._texts:
            raise ContentError(
                f"content/figures/{self._figure}.toml", "labels", name, "the drawing asks for it; missing"
            )
        self.used.add(name)
        return self._texts[name].format(**values) if values else self._texts[name]


Draw = Callable[[Labels], Drawing | Sequence[Drawing]]


@cache
def load_figures(folder: Path | None = None) -> dict[str, Figure]:
    """All pictures by name; raises :class:`ContentError`."""
    return {
        file.stem: _load(file) for file in sorted((folder or content_folder() / "figures").glob("*.toml"))
    }


def _load(file: Path) -> Figure:
    name = short_name(file)
    figure = build(Figure, {"name": file.stem, **read_toml(file)}, name, "")
    if figure.labels:
        require_ids([label.name for label in figure.labels], name, "labels", "name")
    for key in ("title", "caption", "description" if not figure.frame else "title"):
        if not getattr(figure, key).strip():
            raise ContentError(name, "", key, "missing")
    if figure.description and figure.frame:
        raise ContentError(name, "", "description", "each frame has one; this one is read by nobody")
    return figure


@cache
def frames(name: str) -> tuple[Drawing, ...]:
    """The drawings of a picture, one for each of its frames.

    Raises
    ------
    ContentError
        For a picture of another name than any file's, one without a drawing, a label that the drawing asks for and
        that is not there, one that it never asks for, and another number of drawings than of frames.
    """
    figure = find(name)
    file = f"content/figures/{name}.toml"
    try:
        draw: Draw = importlib.import_module(f"{__package__}.drawings.{name}").draw
    except ModuleNotFoundError as error:
        raise ContentError(file, "", "", f"nothing draws it: there is no drawings/{name}.py") from error
    labels = Labels(figure)
    given = draw(labels)
    made = (given,) if isinstance(given, Drawing) else tuple(given)
    if unused := {label.name for label in figure.labels} - labels.used:
        raise ContentError(file, "labels", min(unused), "the drawing never asks for it")
    if len(made) != max(1, len(figure.frame)):
        raise ContentError(file, "", "frame", f"{len(figure.frame)} frames, and {len(made)} drawings")
    return made


def find(name: str) -> Figure:
    """The picture of this name; raises :class:`ContentError`, which lists those that there are."""
    figures = load_figures()
    if name not in figures:
        raise ContentError(
            "content/figures", name, "", f"no picture has this name; there are {', '.join(figures)}"
        )
    return figures[name]
