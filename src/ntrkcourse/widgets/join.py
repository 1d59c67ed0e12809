"""Sources of the widgets' modules and styles, joined as a notebook and as a page need them.

What widgets share stands once, in the modules of ``SHARED``. A notebook takes one module per widget, so the
shared sources are put before the widget's; a page loads plain scripts (module scripts do not load from
``file://``), so each source becomes a function that a page calls with the shared functions.
"""

import json
import re
from functools import cache
from pathlib import Path

from ..content.course import load_course
from ..content.interface import script_words
from ..figures import style

WIDGETS_FOLDER = Path(__file__).parent
SHARED_FOLDER = WIDGETS_FOLDER / "shared"
# In the order in which they stand in one source: a module may import from those before it.
SHARED = (
    "dom",
    "numbers",
    "proportions",
    "controls",
    "axis",
    "store",
    "kept",
    "player",
    "outcome",
    "answers",
    "card",
)
_MODULES = "|".join(SHARED)
_IMPORT = re.compile(
    rf'^import\s*\{{([^}}]*)\}}\s*from\s*"(?:\./|\.\./shared/)(?:{_MODULES})\.js";\n', re.MULTILINE
)
# What is made here and not written in a module: the interface's words, and what names the course.
_MADE = re.compile(
    r'^import (ui|course) from "(?:\./|\.\./shared/)(?:words\.json|course\.js)";\n', re.MULTILINE
)
_ANY_IMPORT = re.compile(r"^import\b.*", re.MULTILINE)
# Comments that have lines of their own; what stands within a line is left.
_COMMENTS = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_EXPORTED_NAME = re.compile(r"^export (?:async )?(?:function|const|class) (\w+)", re.MULTILINE)
# The functions of dom.js that make a drawing.
_DRAWS = re.compile(r"\b(?:svg|picture)\(")
_DEFAULT = re.compile(r"^export default (\{ render\b[^{}]*\});$", re.MULTILINE)


def folder_of(name: str) -> Path:
    """Folder of the widget that pages call ``name``: "fact-box" lies in ``fact_box/``."""
    return WIDGETS_FOLDER / name.replace("-", "_")


def widget_names() -> list[str]:
    """Names of all widgets, in alphabetical order: of every folder with a module for the browser."""
    return sorted(file.parent.name.replace("_", "-") for file in WIDGETS_FOLDER.glob("*/widget.js"))


def draws(name: str) -> bool:
    """Whether the widget draws a picture of its own."""
    return bool(_DRAWS.search(_read(folder_of(name) / "widget.js")))


def module_source(name: str) -> str:
    """The widget as one self-contained ES module."""
    return f"const shared = {{}};\n{_shared('shared')}{_widget(name, 'export default')}"


def style_source(name: str) -> str:
    """The shared styles and the widget's own."""
    return shared_style() + own_style(name)


def shared_style() -> str:
    """The visual language, which pictures share, and the common controls."""
    return style() + _read(SHARED_FOLDER / "shared.css")


def own_style(name: str) -> str:
    """The widget's own styles alone."""
    return _read(folder_of(name) / "widget.css")


def page_script(name: str) -> str:
    """The widget as a plain script that registers itself with the page's host."""
    script = f'ntrk.define("{name}", function (shared) {{\n"use strict";\n{_widget(name, "return")}}});\n'
    return without_comments(script)


def shared_page_script() -> str:
    """What widgets share as a plain script that leaves its functions in ``ntrk.shared``."""
    begin = "var ntrk = window.ntrk || (window.ntrk = {});\nntrk.shared = {};\n"
    return without_comments(begin + _shared("ntrk.shared"))


def _widget(name: str, hand_over: str) -> str:
    """The module with its links marked; ValueError where it does not end as every widget does."""
    file = folder_of(name) / "widget.js"
    source, found = _DEFAULT.subn(rf'{hand_over} shared.named("{name}", \1);', _with_imports(file))
    if found != 1:
        raise ValueError(f"{_short(file)} must hand over its render function: export default {{ render }};")
    return source


def without_comments(script: str) -> str:
    """The script as a page gets it: half the weight of a module is what it says to those who write it.

    No text of a module goes over a line's end (a test holds that), so a line that begins like a comment is one.
    """
    return _COMMENTS.sub("", script)


@cache
def _shared(target: str) -> str:
    """Statements that put into ``target`` what is made here and what each shared module exports, each in a scope of its own."""
    named = load_course()
    made = {
        "ui": script_words(),
        "course": {"name": named.name, "title": named.title, "store": named.store},
    }
    return f"Object.assign({target}, {json.dumps(made, ensure_ascii=False)});\n" + "".join(
        f"Object.assign({target}, ({_scoped(name)})({target}));\n" for name in SHARED
    )


def _scoped(name: str) -> str:
    source = _with_imports(SHARED_FOLDER / f"{name}.js")
    names = ", ".join(_EXPORTED_NAME.findall(source))
    return f'function (shared) {{\n"use strict";\n{_EXPORT.sub("", source)}return {{ {names} }};\n}}'


def _with_imports(file: Path) -> str:
    """The module with what it imports taken from ``shared``; ValueError where that is none of the shared modules."""
    source = _MADE.sub(r"const { \1 } = shared;\n", _IMPORT.sub(r"const {\1} = shared;\n", _read(file)))
    unknown = _ANY_IMPORT.search(source)
    if unknown:
        raise ValueError(f"{_short(file)}: {unknown[0]!r} imports from none of {', '.join(SHARED)}")
    return source


def _short(file: Path) -> str:
    return file.relative_to(WIDGETS_FOLDER).as_posix()


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")
