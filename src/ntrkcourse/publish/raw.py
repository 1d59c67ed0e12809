"""HTML of the course's own in a page."""

from collections.abc import Sequence
from html import escape

from docutils import nodes


def raw_html(html: str) -> nodes.raw:
    """A node that is put into the page as it stands; what is in it has been escaped."""
    return nodes.raw("", html, format="html")


def table_html(heads: Sequence[str], rows: str, caption: str = "") -> str:
    """A table in the theme's own frame, so that on a phone it becomes a list of its rows as any other does.

    ``rows`` is HTML; without ``heads`` there is no row of them.
    """
    columns = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    head = f"<thead><tr>{columns}</tr></thead>" if heads else ""
    name = f"<caption>{escape(caption)}</caption>" if caption else ""
    return (
        f'<div class="pst-scrollable-table-container"><table class="table">{name}{head}'
        f"<tbody>{rows}</tbody></table></div>"
    )
