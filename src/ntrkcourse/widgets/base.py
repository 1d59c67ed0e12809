"""What every widget of the course is: one anywidget class, one ES module, one stylesheet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar

import anywidget
import traitlets

from ..content.facts import is_second_hand
from ..content.walk import as_data, facts_of
from .join import module_source, style_source
from .plain_text import plain_text


def require_instance(instance: str) -> None:
    """Raise ValueError for an empty name, under which the browser could remember nothing."""
    if not instance:
        raise ValueError("instance must not be empty")


def data_of(record: Any, instance: str) -> dict[str, Any]:
    """What the data of a widget with one record begin with: ``id``, the record's fields, the ``facts`` that it links to.

    Raises
    ------
    ValueError
        When ``instance``, under which the browser remembers the reader, is empty.
    """
    require_instance(instance)
    return {"id": instance, **as_data(record), "facts": facts_of(record)}


def require_known(known: Iterable[str], wanted: str, argument: str) -> None:
    """Raise ValueError, naming the argument, where what is wanted is none of the known ones."""
    if wanted not in (names := list(known)):
        raise ValueError(f"{argument} must be one of {', '.join(names)}, got {wanted!r}")


def text_of(spans: Iterable[Sequence[str]]) -> str:
    """What a reader sees of the spans in a widget's data."""
    return "".join(span[1] for span in spans)


def texts_in(data: Any) -> Iterator[str]:
    """Every text in a widget's data, in order, ids among them."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping | list | tuple):
        for part in data.values() if isinstance(data, Mapping) else data:
            yield from texts_in(part)


def second_hand_in(data: Any) -> list[str]:
    """Which of the facts that the data name are second-hand."""
    return sorted({text for text in texts_in(data) if is_second_hand(text)})


WIDGETS: dict[str, type["CourseWidget"]] = {}
"""Every widget by its name."""


class CourseWidget(anywidget.AnyWidget):
    """A widget with results in ``data`` and the reader's choices in ``state``.

    A subclass lies in a folder of its own beside ``widget.js`` and ``widget.css``, and the folder names it: pages
    call the widget of ``fact_box/`` "fact-box". Its ``data`` holds plain JSON values, all results already worked
    out in Python. The module draws them and writes what the reader chose to ``state``, so that ``observe`` and
    ``link`` work as for any ipywidget.

    To ``data`` is added which of the facts that it names are second-hand, ``second_hand``, so that their links are
    marked.

    On the published page no kernel runs: the page's host hands ``data`` to the same module.
    """

    name: ClassVar[str]
    data = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        # traitlets makes a further subclass for each instance; that one has its name and sources already.
        if CourseWidget in cls.__bases__:
            cls.name = cls.__module__.rpartition(".")[2].replace("_", "-")
            WIDGETS[cls.name] = cls
            cls._esm = module_source(cls.name)
            cls._css = style_source(cls.name)
        super().__init_subclass__(**kwargs)

    @traitlets.validate("data")
    def _name_second_hand(self, proposal: dict[str, Any]) -> dict[str, Any]:
        data = proposal["value"]
        return {**data, "second_hand": second_hand_in(data)}

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """The live view, and beside it, where Jinja2 is, what can be read where widgets do not run: untrusted, or on GitHub."""
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        try:
            html = self.equivalent(self.data)
        except ImportError:
            return data, metadata
        return {**data, "text/html": html, "text/plain": plain_text(html)}, metadata

    @classmethod
    def equivalent(cls, data: dict[str, Any]) -> str:
        """Readable HTML for print, for search and for a browser without JavaScript, from ``data`` alone.

        It is drawn from ``equivalent.html``; what that shows beside the data is worked out in :meth:`printed`.
        """
        # Templates need Jinja2, which Sphinx and JupyterLab bring and a kernel in the browser does not.
        from .template import draw

        return draw(cls.name, {**data, **cls.printed(data)})

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        """Minutes that a reader needs for a widget with this ``data``; our estimate, with nobody timed."""
        return 3

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """What a reader guesses before this widget tells it: figures ("4 of 4,854", "breast: 5 of 6") and short texts."""
        return []

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        """What the equivalent shows beside the data, by name."""
        return {}

    @staticmethod
    def fact_ids(data: dict[str, Any]) -> list[str]:
        """Facts on which the widget rests; the page lists them among its sources."""
        return list(data.get("facts", []))
