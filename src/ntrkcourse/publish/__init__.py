"""The Sphinx side: what turns notebooks and content into the published book.

A Sphinx extension, named in ``_config.yml``.
"""

from typing import Any

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.console import color_terminal, nocolor

from ..content.errors import ContentError
from .bank import Bank
from .directives import Evidence, Glossary, PaperCases, Progress, References
from .door import CourseChapters, CourseTime, DoorBegin, ReportCard, ShortWay
from .execution import execute_changed
from .faults import keep_warnings
from .figures import CourseFigure, Figures
from .findable import copy_cards, name_address, not_found_page, tell_what_it_is, write_for_finders
from .freshness import content_digest, outdated, remember_files, use_fresh_cache
from .lessons import Lessons
from .pages import add_templates, drop_unused_files, fit_page, silence_thebe, write_assets
from .review import Review, write_review
from .slides import copy_reveal, write_decks
from .sources import FactLinks
from .teaching import Guides, Schedules
from .terms import FirstUses
from .widget_places import WidgetPlaces

LITE = "lite"
"""Folder of the book that holds the chapters in JupyterLite, where there are any."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx."""
    if not color_terminal():
        # Jupyter Book leaves out what Sphinx's own command does here.
        nocolor()
    keep_warnings(app)
    try:
        digest = content_digest()
    except ContentError as error:
        raise ExtensionError(str(error)) from error
    app.add_config_value("ntrk_content_digest", digest, "env")
    # Whether pages offer the chapters in JupyterLite. Every build writes every page.
    app.add_config_value("ntrk_lite", False, "")
    app.add_transform(WidgetPlaces)
    app.add_transform(Figures)
    app.add_transform(FirstUses)
    app.add_transform(FactLinks)
    app.add_transform(Lessons)
    app.add_directive("evidence", Evidence)
    app.add_directive("references", References)
    app.add_directive("course-glossary", Glossary)
    app.add_directive("course-progress", Progress)
    app.add_directive("course-review", Review)
    app.add_directive("paper-cases", PaperCases)
    app.add_directive("report-card", ReportCard)
    app.add_directive("door-begin", DoorBegin)
    app.add_directive("course-time", CourseTime)
    app.add_directive("short-way", ShortWay)
    app.add_directive("course-chapters", CourseChapters)
    app.add_directive("course-figure", CourseFigure)
    app.add_directive("course-guides", Guides)
    app.add_directive("course-schedules", Schedules)
    app.add_directive("course-bank", Bank)
    app.connect("config-inited", add_templates)
    app.connect("config-inited", name_address)
    app.connect("config-inited", use_fresh_cache)
    app.connect("env-get-outdated", outdated)
    app.connect("env-before-read-docs", execute_changed)
    # When every extension has noted which files the page includes.
    app.connect("doctree-read", remember_files, priority=900)
    app.connect("builder-inited", silence_thebe)
    app.connect("builder-inited", write_assets)
    app.connect("builder-inited", write_review)
    app.connect("builder-inited", copy_reveal)
    app.connect("builder-inited", copy_cards)
    app.connect("html-collect-pages", not_found_page)
    app.connect("build-finished", write_for_finders)
    # When the theme has written its last.
    app.connect("build-finished", drop_unused_files, priority=900)
    # After everything that changes a page has changed it.
    app.connect("doctree-resolved", write_decks, priority=900)
    # Last of all, when every other extension has added its scripts.
    app.connect("html-page-context", fit_page, priority=2000)
    app.connect("html-page-context", tell_what_it_is, priority=2000)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
