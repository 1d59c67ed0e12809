"""The course's widgets: anywidget classes whose results are worked out in Python, each in a folder of its own.

A folder with a ``widget.js`` is a widget: there is no list of them. Its public functions that return one, its
factories, are what notebooks call.
"""

import importlib
import inspect
import typing
from collections.abc import Callable

from .base import WIDGETS, CourseWidget
from .join import folder_of, widget_names

Factory = Callable[..., CourseWidget]


def _factories(room: str) -> dict[str, Factory]:
    """The functions of the folder ``room`` that make a widget, by name."""
    module = importlib.import_module(f"{__name__}.{room}")
    found: dict[str, Factory] = {}
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ == module.__name__ and not name.startswith("_"):
            made = typing.get_type_hints(function).get("return")
            if inspect.isclass(made) and issubclass(made, CourseWidget):
                found[name] = function
    return found


FACTORIES: dict[str, Factory] = {}
"""Every function that makes a widget, by its name."""
LOADERS: dict[str, Callable[..., object]] = {}
"""What reads a widget's own records, by the name of its folder, which is that of its file too."""
DECLARED: list[str] = []
"""Folders with records that JavaScript is told of; those without a file of their own in the course have no loader."""
for _folder in map(folder_of, widget_names()):
    FACTORIES |= _factories(_folder.name)
    if (_folder / "records.py").exists():
        DECLARED.append(_folder.name)
        _records = importlib.import_module(f"{__name__}.{_folder.name}.records")
        if hasattr(_records, "load"):
            LOADERS[_folder.name] = _records.load

__all__ = ["DECLARED", "FACTORIES", "LOADERS", "WIDGETS", "CourseWidget", "Factory"]
