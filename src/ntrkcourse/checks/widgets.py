"""F02, F03, F05 and F06 for the words of widgets, which stand in Python and JavaScript as well as in records.

Each widget is built as a chapter's cell builds it, so what is held is what a reader gets: the texts in its
``data``, and the links of its readable equivalent. F05 here: a link to a second-hand record is marked.
"""

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import unescape
from typing import Any

from ..content.facts import load_facts
from ..content.inline import paragraphs, plain
from ..content.location import notebooks_folder, short_name
from ..widgets import FACTORIES, CourseWidget
from ..widgets.base import texts_in
from ..widgets.join import WIDGETS_FOLDER
from .problem import Problem
from .prose import FACT_LINK, check_links
from .standing import check_standing

_ANCHOR = re.compile(r'<a class="(fact-link[^"]*)" data-fact="([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
# A link as a script would write it: `["fact", "4 of 4,854", "some.id"]`.
_SCRIPT_SPAN = re.compile(r'\[\s*"fact",\s*(["\'`])([^"\'`]+)\1,\s*(["\'`])([\w.]+)\3\s*\]')
_SCRIPT_LINK = re.compile(r"fact:([\w.]+)")
_SPANS = frozenset({"text", "strong", "em", "code", "link", "fact"})


def check_widgets(known: Iterable[str]) -> Iterator[Problem]:
    """Problems of every widget of every notebook; what is among the ``known`` texts is held elsewhere."""
    for file, place, text in widget_texts(known):
        yield from check_links(text, file, place, load_facts())
        yield from check_standing(text, file, place, load_facts())
    for file, place, widget in chapter_widgets():
        yield from _marks(widget, file, place)
    yield from _scripts()


def widget_texts(known: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """(file, cell, text) of every text and link that is a widget's own, and not among the ``known`` texts."""
    texts = [part for text in known for part in paragraphs(text)]
    seen, links = {_look(text) for text in texts}, {link for text in texts for link in _links(text)}
    for file, place, widget in chapter_widgets():
        for text in data_texts(widget.data):
            if _look(text) not in seen:
                seen.add(_look(text))
                links |= _links(text)
                yield file, place, text
        for text in equivalent_links(widget):
            if not _links(text) <= links:
                links |= _links(text)
                yield file, place, text


@cache
def chapter_widgets() -> list[tuple[str, str, CourseWidget]]:
    """(file, cell, widget) of every call that makes a widget, in every notebook; one of those that are alike."""
    return list(_chapter_widgets())


def _chapter_widgets() -> Iterator[tuple[str, str, CourseWidget]]:
    made: set[CourseWidget] = set()
    for path in sorted(notebooks_folder().rglob("*.ipynb")):
        for number, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"], start=1):
            if cell["cell_type"] != "code" or path.parent.name.startswith("."):
                continue
            for factory, widget in made_in("".join(cell["source"])):
                if widget not in made:
                    made.add(widget)
                    yield short_name(path), f"cell {number}, {factory}", widget


def made_in(code: str) -> Iterator[tuple[str, CourseWidget]]:
    """(factory, widget) of each call in a cell that makes a widget, without running the cell."""
    for call in ast.walk(ast.parse(code)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in FACTORIES:
            yield call.func.id, _made(ast.unparse(call))


@cache
def _made(written: str) -> CourseWidget:
    """The widget of a call; the same one for calls that are written alike."""
    call = ast.parse(written, mode="eval").body
    assert isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    given = [ast.literal_eval(argument) for argument in call.args]
    named = {one.arg: ast.literal_eval(one.value) for one in call.keywords if one.arg}
    return FACTORIES[call.func.id](*given, **named)


def data_texts(data: Any) -> Iterator[str]:
    """Each list of spans in a widget's data, as the Markdown that it was parsed from."""
    if isinstance(data, list | tuple):
        if data and all(_is_span(part) for part in data):
            yield "".join(f"[{one[1]}](fact:{one[2]})" if one[0] == "fact" else one[1] for one in data)
        elif _is_span(data):
            yield from data_texts([data])
        else:
            for part in data:
                yield from data_texts(part)
    elif isinstance(data, Mapping):
        for part in data.values():
            yield from data_texts(part)


def equivalent_links(widget: CourseWidget) -> Iterator[str]:
    """Each link of the equivalent: of figures too that a script puts into a link, and that are no spans in the data."""
    for _, fact, shown in _ANCHOR.findall(widget.equivalent(widget.data)):
        yield f"[{unescape(_TAG.sub('', shown))}](fact:{unescape(fact)})"


def _is_span(part: Any) -> bool:
    kind = (
        part[0]
        if isinstance(part, list | tuple) and part and all(isinstance(one, str) for one in part)
        else None
    )
    return kind in _SPANS and len(part) == (3 if kind in ("link", "fact") else 2)


def _look(text: str) -> str:
    return " ".join(plain(text).split())


def _links(text: str) -> set[tuple[str, str]]:
    return {(plain(shown), fact) for shown, fact in FACT_LINK.findall(text)}


def _marks(widget: CourseWidget, file: str, place: str) -> Iterator[Problem]:
    facts = load_facts()
    named = {text for text in texts_in(widget.data) if text in facts and facts[text].status == "secondary"}
    missing = named - set(widget.data.get("second_hand", []))
    for kind, fact, _ in _ANCHOR.findall(widget.equivalent(widget.data)):
        if fact in facts and (facts[fact].status == "secondary") != ("fact-second" in kind.split()):
            missing.add(fact)
    for fact in sorted(missing):
        yield Problem(
            file, place, "F05", f"the link to {fact!r} does not show that its record is second-hand"
        )


def _scripts() -> Iterator[Problem]:
    for path in sorted(WIDGETS_FOLDER.glob("*/*.js")):
        file, source = short_name(path), path.read_text(encoding="utf-8")
        for match in _SCRIPT_SPAN.finditer(source):
            place = f"line {source.count(chr(10), 0, match.start()) + 1}"
            yield from check_links(f"[{match[2]}](fact:{match[4]})", file, place, load_facts())
        for match in _SCRIPT_LINK.finditer(source):
            place = f"line {source.count(chr(10), 0, match.start()) + 1}"
            yield Problem(
                file, place, "F02", f"{match[0]}: no script reads Markdown; hand the link over in data"
            )
