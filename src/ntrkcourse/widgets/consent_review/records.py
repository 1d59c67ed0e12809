"""The constructed consent form: its paragraphs, and what a form for tumour sequencing should hold."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from ...content.basis import Basis, check_basis
from ...content.errors import ContentError
from ...content.records import Markdown, Words, build, read_widget

FAULTS = 7


@dataclass(frozen=True)
class Element:
    """One thing that the form should hold.

    ``paragraph`` is the place, from 1, where it stands; 0 for what is missing. ``mend`` is a sentence that
    would put a fault right; empty for what is present.
    """

    text: str
    state: Literal["missing", "defective", "present"]
    basis: Basis
    why: Markdown
    paragraph: int = 0
    mend: str = ""

    @property
    def fault(self) -> bool:
        """Whether a reader should mark it."""
        return self.state != "present"


@dataclass(frozen=True)
class ConsentForm:
    """The form with its paragraphs in order, and its elements in the order in which they are asked about.

    What is missing is asked about with the element before it.
    """

    title: str
    intro: str
    caution: Markdown
    head: str
    moral: str
    paragraphs: tuple[str, ...]
    words: Words
    element: tuple[Element, ...]


@cache
def load(file: Path | None = None) -> ConsentForm:
    """The form in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, state or basis, a paragraph that does not exist or stands with what is missing,
        a fault without a sentence that mends it, an explanation whose basis does not agree with its links,
        or any number of faults but seven.
    """
    document, name = read_widget("consent_review", file)
    form = build(ConsentForm, document, name, "form")
    for number, one in enumerate(form.element, start=1):
        _check(one, len(form.paragraphs), name, f"element {number}")
    faults = sum(one.fault for one in form.element)
    if faults != FAULTS:
        raise ContentError(
            name, "form", "element", f"{faults} are missing or defective; exactly {FAULTS} must be"
        )
    return form


def _check(one: Element, paragraphs: int, file: str, record: str) -> None:
    def fail(key: str, problem: str) -> None:
        raise ContentError(file, record, key, problem)

    check_basis(one.basis, one.why, file, record)
    if one.state == "missing" and one.paragraph:
        fail("paragraph", "what is missing stands in no paragraph")
    if one.state != "missing" and not 1 <= one.paragraph <= paragraphs:
        fail("paragraph", f"{one.paragraph} is none of the form's {paragraphs} paragraphs")
    if one.fault != bool(one.mend):
        fail("mend", "a sentence where something is missing or defective, and only there")
