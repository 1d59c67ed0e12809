"""Short names of texts, by which an answer is kept: they depend on the text alone, not on its place in a list."""

from collections import Counter
from collections.abc import Iterable

from .inline import plain


def mark(text: str) -> str:
    """FNV-1a (32 bits, eight hexadecimal digits) of ``text`` without its markup, as ``kept.js`` works it out."""
    value = 0x811C9DC5
    for byte in " ".join(plain(text).split()).encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return f"{value:08x}"


def names_of(texts: Iterable[str]) -> list[str]:
    """A name for each text; the second of two alike is numbered, ``"0a1b2c3d-2"``."""
    seen: Counter[str] = Counter()
    names = []
    for text in texts:
        name = mark(text)
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names
