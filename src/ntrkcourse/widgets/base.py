"""What every widget of the course is: one anywidget class, one ES module, one stylesheet."""

from typing import Any, ClassVar

import anywidget
import traitlets

from .assets import module_source, style_source


class CourseWidget(anywidget.AnyWidget):
    """A widget with results in ``data`` and the reader's choices in ``state``.

    A subclass names itself (``name = "quiz"``) and has ``static/quiz.js`` and ``static/quiz.css``. Its
    ``data`` holds plain JSON values, all results already worked out in Python. The module draws them and
    writes what the reader chose to ``state``, so that ``observe`` and ``link`` work as for any ipywidget.

    On the published page no kernel runs: the page's host hands ``data`` to the same module.
    """

    name: ClassVar[str]
    data = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        # traitlets makes a further subclass for each instance; that one has its sources already.
        if "name" in cls.__dict__:
            cls._esm = module_source(cls.name)
            cls._css = style_source(cls.name)
        super().__init_subclass__(**kwargs)

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        """Readable HTML for print, for search and for a browser without JavaScript, from ``data`` alone."""
        raise NotImplementedError

    @staticmethod
    def fact_ids(data: dict[str, Any]) -> list[str]:
        """Facts on which the widget rests; the page lists them among its sources."""
        return list(data.get("facts", []))
