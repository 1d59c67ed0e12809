"""Sources of the widgets' modules and styles, as a notebook and as a page need them.

``shared.js`` stands once. A notebook takes one module per widget, so the shared source is put before the
widget's; a page loads plain scripts (module scripts do not load from ``file://``), so each source becomes a
function that a page calls with the shared functions.
"""

import re
from pathlib import Path

STATIC = Path(__file__).parent / "static"
_IMPORT = re.compile(r'^import\s*\{([^}]*)\}\s*from\s*"\./shared\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_EXPORTED_NAME = re.compile(r"^export (?:async )?(?:function|const|class) (\w+)", re.MULTILINE)
_DEFAULT = re.compile(r"^export default ", re.MULTILINE)


def widget_names() -> list[str]:
    """Names of all widgets that have a module, in alphabetical order."""
    return sorted(file.stem for file in STATIC.glob("*.js") if file.stem != "shared")


def module_source(name: str) -> str:
    """The widget as one self-contained ES module."""
    return _EXPORT.sub("", _read("shared.js")) + _IMPORT.sub("", _read(f"{name}.js"))


def style_source(name: str) -> str:
    """The shared styles and the widget's own."""
    return shared_style() + own_style(name)


def shared_style() -> str:
    """The visual language: colours and common controls."""
    return _read("shared.css")


def own_style(name: str) -> str:
    """The widget's own styles alone."""
    return _read(f"{name}.css")


def page_script(name: str) -> str:
    """The widget as a plain script that registers itself with the page's host."""
    body = _IMPORT.sub(lambda match: f"const {{{match[1]}}} = shared;\n", _read(f"{name}.js"))
    body = _DEFAULT.sub("return ", body)
    return f'ntrk.define("{name}", function (shared) {{\n"use strict";\n{body}}});\n'


def shared_page_script() -> str:
    """``shared.js`` as a plain script that leaves its functions in ``ntrk.shared``."""
    source = _read("shared.js")
    names = ", ".join(_EXPORTED_NAME.findall(source))
    return (
        "var ntrk = window.ntrk || (window.ntrk = {});\n"
        f'ntrk.shared = (function () {{\n"use strict";\n{_EXPORT.sub("", source)}return {{ {names} }};\n}})();\n'
    )


def _read(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")
