"""The policy under which every page of the book runs: nothing from another host, and no script that stands in a page."""

import json
import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

# A string of a script that holds a page; where it ends, and what JSON does not know of its escapes.
_PAGE = re.compile(r'"(?:[^"\\]|\\.)*<html(?:[^"\\]|\\.)*"')
_BYTE = re.compile(r"\\x([0-9a-f]{2})")
_INLINE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)


def policy(scripts: Sequence[str] = (), styles: Sequence[str] = (), frames: bool = False) -> str:
    """A Content-Security-Policy, as a ``meta`` element holds it.

    Parameters
    ----------
    scripts, styles
        Texts that may stand in a page as a script and as a style sheet, and no others. A drawing's and a table's own
        style attributes always may.
    frames
        Whether a page may show pages of the book in frames.
    """
    parts = {
        "default-src": "'none'",
        "script-src": " ".join(("'self'", *map(_hash, scripts))),
        "style-src": " ".join(("'self'", *map(_hash, styles))),
        "style-src-attr": "'unsafe-inline'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
    }
    if frames:
        parts["frame-src"] = "'self'"
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def policy_of_notes(plugin: str) -> str:
    """The policy of a deck, whose window for the speaker is a page within reveal.js's script ``plugin`` and runs under it.

    Raises
    ------
    ValueError
        When the script holds no such page.
    """
    found = _PAGE.search(plugin)
    if found is None:
        raise ValueError("reveal.js's notes plugin holds no page for the speaker")
    page = json.loads(_BYTE.sub(r"\\u00\1", found[0]))
    inline: dict[str, list[str]] = {"script": [], "style": []}
    for kind, text in _INLINE.findall(page):
        inline[kind].append(text)
    return policy(inline["script"], inline["style"], frames=True)


def policy_of_lite(scripts: Sequence[str]) -> str:
    """The policy of JupyterLite's pages: a reader's code runs there, and still nothing comes from another host.

    Parameters
    ----------
    scripts
        Texts that stand in the page as scripts.
    """
    parts = {
        "default-src": "'none'",
        # Pyodide is WebAssembly, JupyterLab compiles the schemas of its settings, and widgets are modules made of text.
        "script-src": " ".join(
            ("'self'", "'wasm-unsafe-eval'", "'unsafe-eval'", "blob:", *map(_hash, scripts))
        ),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self' data: blob:",
        "worker-src": "'self' blob:",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
