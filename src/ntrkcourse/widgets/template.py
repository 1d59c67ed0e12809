"""The readable equivalent of a widget, drawn from ``equivalent.html`` in its folder; what two of them share lies in ``shared/``.

A template knows the widget's data by name and the interface's words as ``ui``, escapes every text, and has these
filters: ``spans`` draws a list of spans, ``fact`` a text as the link to a fact, ``drawn`` puts in a picture, ``fill`` puts values into a text of
``words``; ``count`` and ``percent`` show numbers as the widgets do.
"""

from collections.abc import Mapping
from functools import cache
from traceback import extract_tb
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateError
from markupsafe import Markup

from ..content.errors import ContentError
from ..content.inline import Span, fact_link, spans_html
from ..content.interface import interface_words
from ..content.location import short_name
from .join import SHARED_FOLDER, folder_of
from .wording import count, percent


def draw(name: str, data: Mapping[str, Any]) -> str:
    """The equivalent of the widget ``name``, from its data.

    Raises
    ------
    ContentError
        For a template that cannot be read, or that asks for what the data do not hold.
    """
    try:
        return _template(name).render(data)
    except (TemplateError, KeyError) as error:
        file = folder_of(name) / "equivalent.html"
        lines = [one.lineno for one in extract_tb(error.__traceback__) if one.filename == str(file)]
        place = f"line {lines[-1]}: " if lines else ""
        raise ContentError(short_name(file), "", "", f"{place}{type(error).__name__}: {error}") from error


def fill(text: str, /, **values: object) -> str:
    """``text`` with each ``{name}`` replaced by its value, as ``fill`` of ``shared/dom.js`` does it.

    Raises
    ------
    KeyError
        For a name without a value.
    """
    return text.format(**values)


@cache
def _template(name: str) -> Template:
    # A line that holds a tag of the template alone leaves nothing in the page.
    environment = Environment(
        loader=FileSystemLoader([folder_of(name), SHARED_FOLDER]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "spans": _spans,
        "fact": _fact,
        "drawn": Markup,
        "fill": fill,
        "count": count,
        "percent": percent,
    }
    environment.globals["ui"] = interface_words()
    return environment.get_template("equivalent.html")


def _spans(spans: list[Span]) -> Markup:
    return Markup(spans_html(spans))


def _fact(text: str, fact: str) -> Markup:
    return Markup(fact_link(text, fact))
