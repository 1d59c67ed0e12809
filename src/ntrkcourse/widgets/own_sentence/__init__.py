"""The reader's own sentence, written in the first chapter and again in every other, each beside the first."""

import re
from typing import Any

from ...content.interface import interface_words
from ...content.walk import as_data, facts_of
from ..base import CourseWidget
from .records import load


class OwnSentence(CourseWidget):
    """``state`` holds ``text`` and ``sure`` ("1" to "3") as they stand in the form, and ``again`` while it is open anew."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 1.5


def own_sentence(chapter: str) -> OwnSentence:
    """Write one's own sentence in a chapter, beside the first one; in the last chapter, see all of them.

    Parameters
    ----------
    chapter
        Two digits, from the chapter in which the row begins to the one in which it ends. The sentence is kept under
        this name.

    Raises
    ------
    ValueError
        When ``chapter`` is none of these.
    """
    content, said = load(), interface_words()["quiz"]
    if not (re.fullmatch(r"\d\d", chapter) and content.first_chapter <= chapter <= content.last_chapter):
        raise ValueError(
            f"chapter must be two digits from {content.first_chapter} to {content.last_chapter}, got {chapter!r}"
        )
    sitting = content.sitting(chapter)
    return OwnSentence(
        data={
            "id": chapter,
            **as_data(sitting),
            "begins": chapter == content.first_chapter,
            "ends": chapter == content.last_chapter,
            # The questions' own words, so that a reader is asked in one way all through.
            "sureness": [said[name] for name in ("guess", "fairly", "certain")],
            "words": content.words,
            "facts": facts_of(sitting),
        }
    )
