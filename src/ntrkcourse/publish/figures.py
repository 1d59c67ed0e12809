"""Pictures on a page: those that a notebook shows, and the directive for pages of text."""

import re
from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from ..content.errors import ContentError
from ..figures import figure_facts, figure_html
from .raw import raw_html

# What figures.Shown puts into a notebook's output; the styles that it brings stand in the page's sheet already.
_SHOWN = re.compile(r'<div data-ntrk-figure="(\w+)">')


class Figures(SphinxTransform):
    """A picture in an output becomes the picture alone, with the facts on which it rests."""

    # Before the page's sources are collected.
    default_priority = 500

    def apply(self, **kwargs: Any) -> None:
        for node in list(self.document.findall(nodes.raw)):
            if match := _SHOWN.match(node.astext().lstrip()):
                node.replace_self(_node(match[1]))


class CourseFigure(SphinxDirective):
    """``{course-figure} name``: a picture on a page of text."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        try:
            return [_node(self.arguments[0])]
        except ContentError as error:
            raise self.error(str(error)) from error


def _node(name: str) -> nodes.raw:
    node = raw_html(figure_html(name))
    node["facts"] = figure_facts(name)
    return node
