"""HTML of the course's own in a page."""

from docutils import nodes


def raw_html(html: str) -> nodes.raw:
    """A node that is put into the page as it stands; what is in it has been escaped."""
    return nodes.raw("", html, format="html")
