"""The chapters live in a reader's browser, nothing installed: JupyterLite on Pyodide, from the book's own host.

``start.py book --lite`` makes the site, and the book holds it as ``lite/``.
"""

from .site import make_site

__all__ = ["make_site"]
