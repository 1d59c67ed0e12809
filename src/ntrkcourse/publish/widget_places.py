"""Widget outputs of a notebook become places that the page's host fills; their state is stripped to data."""

import json
from typing import Any

from docutils import nodes
from myst_nb.sphinx_ import NbMetadataCollector
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from ..widgets import WIDGETS
from .places import models_json, place_html, without_pictures

_VIEW = '<script type="application/vnd.jupyter.widget-view+json">'
_NAMES = {f"{kind.__module__}.{kind.__qualname__}": name for name, kind in WIDGETS.items()}
_log = logging.getLogger(__name__)


class WidgetPlaces(SphinxTransform):
    """Replace MyST-NB's view scripts, and its state script, by places and one block of data."""

    default_priority = 500

    def apply(self, **kwargs: object) -> None:
        states = self._states()
        used: dict[str, dict[str, Any]] = {}
        names = set()
        for node in list(self.document.findall(nodes.raw)):
            if not node.astext().startswith(_VIEW):
                continue
            model_id = json.loads(node.astext().removeprefix(_VIEW).removesuffix("</script>"))["model_id"]
            state = states.get(model_id, {})
            name = _NAMES.get(state.get("_anywidget_id", ""))
            if name is None:
                _log.warning("a widget output is none of the course's widgets", location=node)
                continue
            short = f"w{len(used)}"
            used[short] = without_pictures(state["data"])
            names.add(name)
            place = nodes.raw("", place_html(name, short, state["data"]), format="html")
            place["facts"] = WIDGETS[name].fact_ids(state["data"])
            node.replace_self(place)
        if used:
            self.env.metadata[self.env.docname]["ntrk_models"] = models_json(used)
            self.env.metadata[self.env.docname]["ntrk_widgets"] = sorted(names)

    def _states(self) -> dict[str, dict[str, Any]]:
        scripts = NbMetadataCollector.get_js_files(self.env, self.env.docname)
        _, script = scripts.pop("ipywidgets_state", (None, {"body": "{}"}))
        models = json.loads(script["body"]).get("state", {})
        return {model_id: model["state"] for model_id, model in models.items()}
