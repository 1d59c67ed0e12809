"""Teach-back: what was said, what came back crooked, new words, and what came back then."""

from ..language import patient
from ..records import Labels
from ..svg import WIDTH, Drawing, path, rect, text, text_height

_TURNS = (("said", True, ""), ("crooked", False, "wrong"), ("again", True, ""), ("straight", False, "right"))
_BUBBLE, _PAD = 204, 12


def draw(labels: Labels) -> Drawing:
    parts, top = [], 4.0
    for name, doctor, verdict in _TURNS:
        height = text_height(labels[name], _BUBBLE - 2 * _PAD) + 34
        left = 62 if doctor else WIDTH - 62 - _BUBBLE
        kind = verdict or "negative"
        middle = top + height / 2
        tip, edge = (46, left) if doctor else (WIDTH - 46, left + _BUBBLE)
        parts += [
            patient(22 if doctor else WIDTH - 22, middle + 2, 42, "negative" if doctor else "patient"),
            rect(left, top, _BUBBLE, height, f"{kind} soft thin", 8),
            path(f"M{edge} {middle - 6:g}L{tip} {middle:g}L{edge} {middle + 6:g}", f"{kind} soft thin"),
            text(left + _PAD, top + 22, labels[name], width=_BUBBLE - 2 * _PAD),
        ]
        top += height + 10
        if verdict:
            parts.append(text(left, top + 8, labels[verdict], f"{verdict} strong"))
            top += 26
    return Drawing(top - 8, "".join(parts))
