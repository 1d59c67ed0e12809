"""A widget's place on a published page: its readable equivalent, and its data for the host."""

import json
from collections.abc import Mapping
from html import escape
from typing import Any

from ..widgets import WIDGETS


def place_html(name: str, model_id: str, data: dict[str, Any]) -> str:
    """The element that the host fills; until then, and without JavaScript, it holds the equivalent."""
    equivalent = WIDGETS[name].equivalent(data)
    return (
        f'<div data-ntrk-name="{escape(name)}" data-ntrk-model="{escape(model_id)}">'
        f'<div class="ntrk ntrk-equivalent" data-equivalent="{escape(name)}">{equivalent}</div></div>'
    )


def models_json(models: Mapping[str, dict[str, Any]]) -> str:
    """The models' data as JSON that cannot close the script element it stands in."""
    return (
        json.dumps(models, ensure_ascii=False, separators=(",", ":"))
        .replace("</", "<\\/")
        .replace("<!--", "<\\u0021--")
    )
