"""What a reader finds in a PDF."""

import io

from pypdf import PdfReader

from ntrkcourse.content.facts import is_second_hand
from ntrkcourse.content.inline import parse_inline

# A browser writes these letters as one sign.
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}


def words_of(pdf: bytes) -> str:
    """The text of all pages without white space, which a PDF does not keep."""
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    for sign, letters in _LIGATURES.items():
        text = text.replace(sign, letters)
    return squeezed(text)


def squeezed(text: str) -> str:
    """Text as it can be looked for among the words of a PDF."""
    return "".join(text.split())


def printed(text: str) -> str:
    """Text with inline Markdown as it is found there, with the raised letter behind what is second-hand."""
    marked = (
        span[1] + ("s" if span[0] == "fact" and is_second_hand(span[-1]) else "")
        for span in parse_inline(text)
    )
    return squeezed("".join(marked))
