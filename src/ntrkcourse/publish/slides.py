"""A deck of slides for each lesson, cut from the chapter's page: headings are claims, and the prose under them is what to say.

A heading begins a slide. Pictures, widgets, questions, lists, tables and boxes stand on it; paragraphs become its notes,
and a folded answer a slide of its own, with what follows it as notes. So no text is written twice. reveal.js comes with sphinx-revealjs.
"""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx_design.dropdown import dropdown_main

from ..content.chapters import Chapter, Lesson
from ..content.course import load_course
from ..content.interface import interface_words
from ..widgets.template import fill
from .lessons import chapter_of, lesson_id
from .places import models_json
from .policy import policy_of_notes

SLIDES = "slides"
"""Folder of the decks in the book, beside that of the chapters."""
_REVEAL = {
    "dist/reveal.css": "reveal.css",
    "dist/reveal.js": "reveal.js",
    "plugin/notes/notes.js": "notes.js",
}
# Links of a chapter's page, as they are written from the decks' folder: "#id" and "04_microscope.html" stay in the chapters'.
_LINK = re.compile(r'(\shref=")(?!\.\./|[a-z]+:)([^"]*)"')
_PLACE = re.compile(r'data-ntrk-name="([^"]+)" data-ntrk-model="([^"]+)"')


@dataclass
class Slide:
    """A slide: its title, what stands on it, and what is said to it."""

    title: str
    body: list[nodes.Node] = field(default_factory=list)
    notes: list[nodes.Node] = field(default_factory=list)
    answer: bool = False


def deck_address(chapter: Chapter, lesson: Lesson) -> str:
    """File of a lesson's deck, from the book's folder."""
    return f"{SLIDES}/{chapter.number}-{lesson_id(lesson)}.html"


def write_decks(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Write the decks of a chapter's lessons, once its page is ready to be written."""
    chapter = chapter_of(docname)
    if chapter is None or app.builder.format != "html":
        return
    sections = {lesson_id(lesson): lesson for lesson in chapter.lessons}
    for section in doctree.findall(nodes.section):
        lesson = next((sections[one] for one in section["ids"] if one in sections), None)
        if lesson:
            file = Path(app.outdir) / deck_address(chapter, lesson)
            file.parent.mkdir(exist_ok=True)
            file.write_text(_deck(app, docname, chapter, list(cut(section))), encoding="utf-8")


def copy_reveal(app: Sphinx) -> None:
    """Copy what the decks need of reveal.js."""
    folder = Path(app.outdir) / "_static" / "reveal"
    folder.mkdir(parents=True, exist_ok=True)
    for name, copy in _REVEAL.items():
        shutil.copyfile(_reveal(name), folder / copy)


def _reveal(name: str) -> Path:
    return Path(str(files("sphinx_revealjs") / "_static" / "revealjs" / name))


@cache
def _policy() -> str:
    return policy_of_notes(_reveal("plugin/notes/notes.js").read_text(encoding="utf-8"))


def cut(section: nodes.section) -> Iterator[Slide]:
    """The slides of a section and of those within it, in order.

    A lesson begins with one for its title, to which is said what comes before the first thing to see.
    """
    slide = Slide(section.next_node(nodes.title).astext())
    is_title = "lesson" in section["classes"]
    for node in section.children:
        if isinstance(node, nodes.paragraph):
            slide.notes.append(node)
            continue
        answers = _is_answer(node)
        apart = answers or isinstance(node, nodes.section)
        alone = _stands_alone(node)
        if not (apart or alone or _is_shown(node)):
            continue
        is_full = slide.body and (apart or alone)
        if is_title or is_full or slide.answer or (apart and slide.notes):
            yield slide
            slide, is_title = Slide(slide.title), False
        if isinstance(node, nodes.section):
            yield from cut(node)
        else:
            slide.body.append(node)
            slide.answer = answers
    if is_title or slide.body or slide.notes:
        yield slide


def _is_answer(node: nodes.Node) -> bool:
    return isinstance(node, dropdown_main)


def _stands_alone(node: nodes.Node) -> bool:
    html = "".join(raw.astext() for raw in node.findall(nodes.raw))
    return "data-ntrk-model" in html or "ntrk-figure" in html


def _is_shown(node: nodes.Node) -> bool:
    return isinstance(
        node,
        nodes.bullet_list
        | nodes.enumerated_list
        | nodes.definition_list
        | nodes.table
        | nodes.block_quote
        | nodes.Admonition,
    )


def _deck(app: Sphinx, docname: str, chapter: Chapter, slides: list[Slide]) -> str:
    words = interface_words()["slides"]
    sections = "".join(_slide(app, docname, one) for one in slides)
    models = json.loads(app.env.metadata[docname].get("ntrk_models", "{}"))
    shown = {model: name for name, model in _PLACE.findall(sections)}
    widgets = sorted(set(shown.values()))
    title = f"{chapter.number} {slides[0].title}"
    about = fill(interface_words()["about_pages"]["slides"], lesson=slides[0].title, chapter=chapter.number)
    styles = ["reveal/reveal.css", *(f"ntrk/{one}.css" for one in ["page", "slides", *widgets])]
    scripts = [
        "reveal/reveal.js",
        "reveal/notes.js",
        *(f"ntrk/{one}.js" for one in ["page", *widgets, "slides"]),
    ]
    chapter_page = f"../{docname}.html"
    return (
        '<!doctype html>\n<html lang="en" data-theme="light" data-mode="light" data-evidence="../book/evidence.html" '
        f'data-content_root="../" data-page="{escape(docname)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">'
        f"<title>{escape(title)} · {escape(load_course().title)}</title>"
        f'<meta name="description" content="{escape(about)}">'
        '<script src="../_static/ntrk/first.js"></script>'
        + "".join(f'<link rel="stylesheet" href="../_static/{one}">' for one in styles)
        + "".join(f'<script defer src="../_static/{one}"></script>' for one in scripts)
        + f'</head><body><main class="reveal"><div class="slides">{sections}</div></main>'
        f'<p class="deck-foot"><a href="{escape(chapter_page)}">{escape(title)}</a> {escape(words["keys"])}</p>'
        f'<script type="application/json" id="ntrk-models">{models_json({one: models[one] for one in shown})}</script></body></html>\n'
    )


def _slide(app: Sphinx, docname: str, slide: Slide) -> str:
    def html(found: list[nodes.Node]) -> str:
        drawn = "".join(app.builder.render_partial(one)["fragment"] for one in found)  # type: ignore[attr-defined]
        return _LINK.sub(lambda link: f'{link[1]}{_from_slides(link[2], docname)}"', drawn)

    notes = f'<aside class="notes">{html(slide.notes)}</aside>' if slide.notes else ""
    kind = ' class="answer"' if slide.answer else ""
    return f"<section{kind}><h2>{escape(slide.title)}</h2>{html(slide.body)}{notes}</section>"


def _from_slides(address: str, docname: str) -> str:
    return f"../{docname}.html{address}" if address.startswith("#") else f"../notebooks/{address}"
