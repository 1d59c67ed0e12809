"""The widget models saved in a notebook: which of them its outputs show, and which must stay with it."""

import json
import re
from collections import deque
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

VIEW = "application/vnd.jupyter.widget-view+json"
_STATE = "application/vnd.jupyter.widget-state+json"
_REFERENCE = re.compile(r"IPY_MODEL_([\w-]+)")

Models = dict[str, Any]
"""Model id -> its saved state, with the model's name and module."""


def shown(cell: Mapping[str, Any]) -> list[str]:
    """Ids of the models that the cell's outputs show."""
    bundles = (output.get("data", {}) for output in cell.get("outputs", []))
    return [bundle[VIEW]["model_id"] for bundle in bundles if VIEW in bundle]


def saved_models(notebook: Mapping[str, Any]) -> Models:
    """The models that are saved with the notebook."""
    state = notebook["metadata"].get("widgets", {}).get(_STATE, {}).get("state", {})
    return dict(state)


def save_models(notebook: dict[str, Any], models: Models) -> None:
    """Save with the notebook those of ``models`` that it needs to show its outputs."""
    needed = _connected(models, [name for cell in notebook["cells"] for name in shown(cell)])
    state = {"state": needed, "version_major": 2, "version_minor": 0}
    notebook["metadata"]["widgets"] = {_STATE: state}


def _connected(models: Models, roots: Iterable[str]) -> Models:
    """The models at ``roots``, what they refer to (a layout), and what refers to them (a link between two)."""
    neighbours: dict[str, set[str]] = {name: set() for name in models}
    for name, model in models.items():
        for other in neighbours.keys() & set(_REFERENCE.findall(json.dumps(model))):
            neighbours[name].add(other)
            neighbours[other].add(name)
    found: Models = {}
    waiting = deque(name for name in roots if name in models)
    while waiting:
        name = waiting.popleft()
        if name not in found:
            found[name] = models[name]
            waiting.extend(neighbours[name])
    return found


def keep_models(model: dict[str, Any], path: str, contents_manager: Any, **_: object) -> None:
    """Called by JupyterLab's server before it saves: models that are still shown stay in the file.

    JupyterLab saves the models that live in the kernel, and drops those that it drew from the file alone,
    although they are still on the screen (jupyter-widgets/ipywidgets#3888). This can go when that is mended.
    """
    if model["type"] != "notebook":
        return
    try:
        before = saved_models(json.loads(Path(contents_manager.root_dir, path.strip("/")).read_text("utf-8")))
    except (OSError, ValueError):
        before = {}
    save_models(model["content"], before | saved_models(model["content"]))
