"""What lets a page be found, cited, shown elsewhere and complained of.

What needs the book's address (``course.toml``) is there where it has one: canonical links, cards, the list of pages.
"""

import re
import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from sphinx.application import Sphinx

from ..content.course import load_course
from ..content.interface import interface_words
from ..content.location import book_folder
from ..widgets.template import fill
from .citation import has_citation, load_citation
from .description import description
from .lessons import chapter_of
from .places import models_json
from .structured import chapter_data, course_data

CARDS = "_static/cards"
"""Folder of the pictures that other places show beside a link to a page."""
NOT_FOUND = "404"
# Attributes of a page that name another file by its place from this page.
_PLACE = re.compile(r'(\s(?:href|src|action|data-evidence|data-content_root)=")(?![a-z]+:|#|/)([^"]*)"')


def name_address(app: Sphinx, config: Any) -> None:
    """Let each page name the address at which it is published."""
    config.html_baseurl = load_course().address


def copy_cards(app: Sphinx) -> None:
    """Copy the cards that ``start.py cards`` made, where the book has an address under which others find them."""
    made = book_folder() / "cards"
    if load_course().address and made.is_dir():
        shutil.copytree(made, Path(app.outdir) / CARDS, dirs_exist_ok=True)


def not_found_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The page that a host shows for an address that leads to nothing."""
    words = interface_words()["not_found"]
    home = f"{app.config.root_doc}.html"
    body = (
        f"<section><h1>{escape(words['title'])}</h1><p>{escape(words['text'])}</p>"
        f'<p><a href="{home}">{escape(fill(words["home"], title=load_course().title))}</a></p></section>'
    )
    yield NOT_FOUND, {"title": words["title"], "body": body}, "page.html"


def tell_what_it_is(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Hand the template the page's description, its card, what it says to machines, and where to report a fault."""
    words = interface_words()["about_pages"]
    without_text = {NOT_FOUND: words["404"], "genindex": words["genindex"], "search": words["search"]}
    said = description(doctree) or without_text.get(pagename, "")
    chapter = chapter_of(pagename)
    context["ntrk_description"] = said
    if pagename == app.config.root_doc and context.get("pageurl"):
        context["pageurl"] = load_course().published()
    if pagename == NOT_FOUND:
        context["pageurl"] = None
    context["ntrk_site"] = load_course().title
    context["ntrk_card"] = card_address(chapter.number if chapter else "course")
    context["ntrk_learning"] = ""
    if has_citation() and (chapter or pagename == app.config.root_doc):
        data = chapter_data(chapter, said) if chapter else course_data(said)
        context["ntrk_learning"] = models_json(data)
    context["ntrk_report"] = report_address(context.get("pageurl") or pagename)
    context["ntrk_report_words"] = words["report"]


def card_address(name: str) -> str:
    """Address of a card; empty where there is none."""
    made = (book_folder() / "cards" / f"{name}.png").is_file()
    return load_course().published(f"{CARDS}/{name}.png") if made else ""


def report_address(page: str) -> str:
    """Where a fault on a page is reported, a mail's or an issue's, with page and version filled in; empty where nowhere."""
    to = load_course().report
    if not to:
        return ""
    words = interface_words()["about_pages"]
    version = load_citation().version if has_citation() else ""
    title = fill(words["report_title"], title=load_course().title, page=page)
    body = fill(words["report_body"], page=page, version=version)
    subject = "subject" if to.startswith("mailto:") else "title"
    return f"{to}{'&' if '?' in to else '?'}{subject}={quote(title)}&body={quote(body)}"


def write_for_finders(app: Sphinx, exception: Exception | None) -> None:
    """Write the list of pages, and let the page for what is not found work at any depth, where the book has an address."""
    course = load_course()
    if exception is not None or not course.address or app.builder.format != "html":
        return
    out = Path(app.outdir)
    pages = ("" if name == app.config.root_doc else f"{name}.html" for name in sorted(app.env.found_docs))
    places = "".join(f"<url><loc>{escape(course.published(page))}</loc></url>\n" for page in pages)
    (out / "sitemap.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}</urlset>\n',
        encoding="utf-8",
    )
    (out / "robots.txt").write_text(
        f"User-agent: *\nAllow: /\nSitemap: {course.published('sitemap.xml')}\n", encoding="utf-8"
    )
    page = out / f"{NOT_FOUND}.html"
    root = urlsplit(course.published()).path
    page.write_text(_PLACE.sub(rf'\g<1>{root}\g<2>"', page.read_text(encoding="utf-8")), encoding="utf-8")
