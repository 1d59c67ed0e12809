"""The templates of exports: XML and HTML, every text escaped."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..content.course import load_course
from ..content.interface import interface_words
from ..widgets.template import fill
from . import text


def typeset(template: str, **values: Any) -> str:
    """A template of ``templates/`` filled with ``values``.

    It knows the interface's words as ``ui``, the course as ``course``, and the functions of :mod:`.text` as ``text``:
    what these return is HTML, which a template puts in as it is with ``| safe``, or escaped where a format holds HTML
    as text.
    """
    return _templates().get_template(template).render(values)


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"ui": interface_words(), "course": load_course(), "text": text}
    environment.filters |= {"fill": fill, "html": lambda written: Markup(text.html(written))}
    return environment
