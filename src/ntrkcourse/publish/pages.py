"""What each page loads: the course's own scripts and styles, and of the theme only what is used."""

import re
import shutil
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from ..widgets import join
from .lessons import chapter_of
from .policy import policy
from .review import words_script
from .sources import EVIDENCE_PAGE, REVIEW_PAGE, relative_address
from .styles import write_theme

STATIC = Path(__file__).parent / "static"
TEMPLATES = Path(__file__).parent / "templates"

# The theme and its companions put a dozen scripts on every page. Only the search page needs any of them: what the
# others do here is in frame.js, or is not used, and thebe names another host.
_SEARCH_SCRIPTS = (
    "documentation_options.js",
    "doctools.js",
    "sphinx_highlight.js",
    "searchtools.js",
    "language_data.js",
    "searchindex.js",
)
_UNUSED_FILES = (
    "vendor",
    "*.png",
    "play-solid.svg",
    "*webpack-macros.html",
    "scripts",
    "styles",
    "locales",
    "sphinx-thebe.*",
    "togglebutton.*",
    "copybutton*",
    "clipboard.min.js",
    "check-solid.svg",
    "copy-button.svg",
    "design-tabs.js",
    "sphinx-book-theme.js",
)
# Scripts of every page, after the widgets' shared one. What a class holds back is known before lessons open anything.
_EVERY_PAGE = ("host", "class", "lessons", "frame", "cards", "tables", "due")
# Pages with a script of their own.
_PAGE_SCRIPTS = {
    EVIDENCE_PAGE: "evidence",
    "book/progress": "progress",
    "book/patients": "sheets",
    REVIEW_PAGE: "review",
}
# What the review's script is made of.
_REVIEW = ("calendar", "known", "review")


def add_templates(app: Sphinx, config: Any) -> None:
    """Let the course's templates come before the theme's, and the menu list the book's pages and not what lies below them."""
    config.templates_path.insert(0, str(TEMPLATES))
    config.html_theme_options["max_navbar_depth"] = 1


def silence_thebe(app: Sphinx) -> None:
    """Take sphinx-thebe's handlers away: no setting stops it from putting its configuration on pages."""
    for name, listeners in app.events.listeners.items():
        app.events.listeners[name] = [
            one for one in listeners if not one.handler.__module__.startswith("sphinx_thebe")
        ]


def drop_unused_files(app: Sphinx, exception: Exception | None) -> None:
    """Keep of the theme's styles what pages use, and delete what no page loads: icons, fonts, translations, scripts."""
    out = Path(app.outdir)
    static = out / "_static"
    if exception is None:
        write_theme(static, out.rglob("*.html"), static.glob("ntrk/*.js"))
    for pattern in _UNUSED_FILES:
        for path in static.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def write_assets(app: Sphinx) -> None:
    """Write scripts and styles to the book's ``_static/ntrk`` and name those that every page loads."""
    folder = Path(app.outdir) / "_static" / "ntrk"
    folder.mkdir(parents=True, exist_ok=True)
    names = join.widget_names()
    own = {
        one: join.without_comments((STATIC / f"{one}.js").read_text("utf-8"))
        for one in (*_EVERY_PAGE, "first", "slides", "schedule", "evidence", "progress", "sheets", *_REVIEW)
    }
    scripts = {
        "page": join.shared_page_script() + "".join(own.pop(one) for one in _EVERY_PAGE),
        "review": words_script() + "".join(own.pop(one) for one in _REVIEW),
        "fsrs": fsrs_script(),
        **own,
    }
    scripts |= {name: join.page_script(name) for name in names}
    for name, script in scripts.items():
        (folder / f"{name}.js").write_text(script, encoding="utf-8")
    for name in names:
        (folder / f"{name}.css").write_text(join.own_style(name), encoding="utf-8")
    own_styles = ((STATIC / f"{one}.css").read_text(encoding="utf-8") for one in ("book", "lessons", "class"))
    style = join.shared_style() + "".join(own_styles)
    (folder / "page.css").write_text(style, encoding="utf-8")
    for name in ("slides", "review"):
        shutil.copyfile(STATIC / f"{name}.css", folder / f"{name}.css")


def fsrs_script() -> str:
    """The schedule of ts-fsrs (``package.json`` names the release) under its licence, without what it says to developers."""
    vendor = STATIC / "vendor"
    licence = (vendor / "ts-fsrs.LICENSE").read_text(encoding="utf-8")
    return f"/*! ts-fsrs\n{licence}*/\n" + join.without_comments((vendor / "ts-fsrs.js").read_text("utf-8"))


def fit_page(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Choose what one page loads, and hand its widgets' data to the template."""
    about = app.env.metadata.get(pagename, {})
    kept = _SEARCH_SCRIPTS if pagename == "search" else ()
    context["script_files"] = [
        script
        for script in context["script_files"]
        if any(part in str(getattr(script, "filename", script) or "") for part in kept)
    ]
    own = [_PAGE_SCRIPTS[pagename]] if pagename in _PAGE_SCRIPTS else []
    scripts = ["page", *about.get("ntrk_widgets", []), *own]
    styles = [
        "theme",
        "page",
        *about.get("ntrk_widgets", []),
        *(["review"] if pagename == REVIEW_PAGE else []),
    ]
    context["ntrk_scripts"] = [f"_static/ntrk/{name}.js" for name in scripts]
    context["ntrk_styles"] = [f"_static/ntrk/{name}.css" for name in styles]
    context["ntrk_models"] = about.get("ntrk_models", "")
    # Sphinx's own layout names the viewport, and docutils names it once more.
    context["metatags"] = re.sub(r'<meta name="viewport"[^>]*>\s*', "", context.get("metatags", ""))
    # It would lie over the widgets' buttons on a phone.
    context["theme_back_to_top_button"] = False
    # A chapter in lessons leads onwards at the end of each.
    if (chapter := chapter_of(pagename)) and chapter.lessons:
        context["theme_show_prev_next"] = False
    context["ntrk_page"] = pagename
    context["ntrk_policy"] = policy()
    # Trainers' notebooks have no chapter, and are there too.
    is_notebook = context.get("page_source_suffix") == ".ipynb"
    context["ntrk_live"] = pagename.removeprefix("notebooks/") if app.config.ntrk_lite and is_notebook else ""
    context["ntrk_evidence"] = relative_address(app, pagename, EVIDENCE_PAGE)
