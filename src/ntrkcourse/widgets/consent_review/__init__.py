"""A constructed consent form for sequencing a tumour: find the seven things that it lacks or spoils."""

from html import escape
from typing import Any

from ...content.inline import parse_inline, spans_html
from ..base import CourseWidget, require_instance
from .records import Element, load

_STATES = {"missing": "Missing", "defective": "There, but not good enough", "present": "There"}


class ConsentReview(CourseWidget):
    """``state`` holds ``marks``, the positions of the marked elements, and whether the reader is ``done``."""

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        paragraphs = "".join(f"<li>{escape(text)}</li>" for text in data["paragraphs"])
        rows = "".join(_row_html(one) for one in data["elements"])
        return (
            f"<h3>{escape(data['title'])}</h3><p>{escape(data['intro'])}</p>"
            f"<p>{spans_html(data['caution'])}</p><h4>{escape(data['head'])}</h4><ol>{paragraphs}</ol>"
            f"<table><thead><tr><th>The form should hold</th><th>Does it?</th><th>Why</th>"
            f"<th>This would mend it</th></tr></thead><tbody>{rows}</tbody></table>"
            f"<p>{escape(data['moral'])}</p>"
        )


def consent_review(instance: str = "09") -> ConsentReview:
    """Read a constructed consent form, mark seven faults among fourteen things it should hold, see why.

    Parameters
    ----------
    instance
        Under this name the browser remembers what the reader marked.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    require_instance(instance)
    form = load()
    return ConsentReview(
        data={
            "id": instance,
            "title": form.title,
            "intro": form.intro,
            "caution": parse_inline(form.caution),
            "head": form.head,
            "moral": form.moral,
            "paragraphs": list(form.paragraphs),
            "elements": [_element(one) for one in form.element],
            "facts": form.fact_ids(),
        }
    )


def _element(one: Element) -> dict[str, Any]:
    return {
        "text": one.text,
        "state": one.state,
        "paragraph": one.paragraph,
        "why": parse_inline(one.why),
        "ours": one.basis == "ours",
        "mend": one.mend,
    }


def _row_html(one: dict[str, Any]) -> str:
    place = f" (paragraph {one['paragraph']})" if one["paragraph"] else ""
    reading = "Our reading: " if one["ours"] else ""
    return (
        f"<tr><th>{escape(one['text'])}</th><td>{_STATES[one['state']]}{place}</td>"
        f"<td>{reading}{spans_html(one['why'])}</td><td>{escape(one['mend'])}</td></tr>"
    )
