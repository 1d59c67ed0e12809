"""Reading grade of plain text."""

import re

_VOWELS = re.compile(r"[aeiouy]+")


def reading_grade(text: str) -> float:
    """Flesch-Kincaid grade: the US school year in which a reader follows ``text``.

    Parameters
    ----------
    text
        English prose. Words are runs of the letters A to Z, joined by hyphens or apostrophes; a full stop,
        an exclamation mark or a question mark ends a sentence where a space or the end of the text follows.

    Returns
    -------
    float
        Years of school; below 0 for very short words and sentences. Syllables are counted as groups of
        vowels less a silent final e, so the grade of a short text is good to about one year. Source:
        Kincaid JP et al., Research Branch Report 8-75, 1975.

    Raises
    ------
    ValueError
        When ``text`` holds no word.

    Notes
    -----
    ``widgets/say_it_plainly/widget.js`` counts in the same way; a test holds the two together.
    """
    words = re.findall(r"[A-Za-z]+(?:['’-][A-Za-z]+)*", text)
    if not words:
        raise ValueError("text must hold at least one word")
    sentences = max(1, len(re.findall(r"[.!?](?:\s|$)", text)))
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    lower = word.lower()
    groups = len(_VOWELS.findall(lower))
    silent = lower.endswith("e") and not lower.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)
