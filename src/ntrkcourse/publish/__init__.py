"""The Sphinx side: what turns notebooks and content into the published book.

A Sphinx extension, named in ``_config.yml``.
"""

from typing import Any

from sphinx.application import Sphinx

from .directives import Evidence, Glossary, PaperCases, Progress, References
from .freshness import content_digest, use_fresh_cache
from .pages import add_templates, drop_unused_files, fit_page, silence_thebe, write_assets
from .sources import FactLinks
from .terms import FirstUses
from .widget_places import WidgetPlaces


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx."""
    app.add_config_value("ntrk_content_digest", content_digest(), "env")
    app.add_transform(WidgetPlaces)
    app.add_transform(FirstUses)
    app.add_transform(FactLinks)
    app.add_directive("evidence", Evidence)
    app.add_directive("references", References)
    app.add_directive("course-glossary", Glossary)
    app.add_directive("course-progress", Progress)
    app.add_directive("paper-cases", PaperCases)
    app.connect("config-inited", add_templates)
    app.connect("config-inited", use_fresh_cache)
    app.connect("builder-inited", silence_thebe)
    app.connect("builder-inited", write_assets)
    app.connect("build-finished", drop_unused_files)
    # Last of all, when every other extension has added its scripts.
    app.connect("html-page-context", fit_page, priority=2000)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
