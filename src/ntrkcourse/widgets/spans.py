"""Spans that a widget carries in its data, as HTML for its readable equivalent."""

from collections.abc import Sequence
from html import escape


def spans_html(spans: Sequence[Sequence[str]]) -> str:
    """Spans of plain text, emphasis and fact links (see ``content.inline``) as safe HTML."""
    return "".join(_html(*span) for span in spans)


def _html(kind: str, text: str, target: str = "") -> str:
    if kind == "fact":
        return f'<a class="fact-link" data-fact="{escape(target)}">{escape(text)}</a>'
    return escape(text) if kind == "text" else f"<{kind}>{escape(text)}</{kind}>"
