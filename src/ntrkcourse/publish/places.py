"""A widget's place on a published page: its readable equivalent, and its data for the host."""

import json
from collections.abc import Mapping
from html import escape
from itertools import count
from typing import Any

from ..widgets import WIDGETS

# How a drawing of `figures` begins.
_DRAWING = '<svg class="ntrk-picture"'


def place_html(name: str, model_id: str, data: dict[str, Any]) -> str:
    """The element that the host fills; until then, and without JavaScript, it holds the equivalent."""
    equivalent = WIDGETS[name].equivalent(data)
    return (
        f'<div data-ntrk-name="{escape(name)}" data-ntrk-model="{escape(model_id)}">'
        f'<div class="ntrk ntrk-equivalent" data-equivalent="{escape(name)}">{equivalent}</div></div>'
    )


def without_pictures(data: dict[str, Any]) -> dict[str, Any]:
    """``data`` with each drawing named by its place among those of the equivalent, which holds the same in the same order.

    A drawing is the weight of a hundred sentences: the page's host takes it from there.
    """
    places = count()

    def part(value: Any) -> Any:
        if isinstance(value, str):
            return f"picture:{next(places)}" if value.startswith(_DRAWING) else value
        if isinstance(value, Mapping):
            return {name: part(inner) for name, inner in value.items()}
        return [part(inner) for inner in value] if isinstance(value, list | tuple) else value

    kept: dict[str, Any] = part(data)
    return kept


def models_json(models: Mapping[str, Any]) -> str:
    """The models' data as JSON that cannot close the script element it stands in."""
    return (
        json.dumps(models, ensure_ascii=False, separators=(",", ":"))
        .replace("</", "<\\/")
        .replace("<!--", "<\\u0021--")
    )
