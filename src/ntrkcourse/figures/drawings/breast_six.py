"""The breast evidence as six bars: what the abstract tells of each patient, and no more."""

from ...content.facts import load_facts
from ..language import patient
from ..records import Labels
from ..svg import Drawing, line, rect, text

START, UNIT, ROW, TOP = 150, 1.3, 46, 62
"""Where the bars begin, units for each per cent of the first sum, from bar to bar, and the first bar's middle."""
PATIENTS = (
    ("secretory", "etv6", True),
    ("secretory", "etv6", True),
    ("secretory", "etv6", True),
    ("triple", "etv6", True),
    ("triple", "lmna", True),
    ("er", "tpm3", False),
)
"""Kind of cancer, fusion, and whether it responded; the order is ours."""


def most_left() -> float:
    """Share of the first sum, in per cent, that is left at most after a partial response."""
    fall = load_facts()["therapy.recist11.pr"].value
    assert isinstance(fall, int | float)
    return 100 - fall


def draw(labels: Labels) -> Drawing:
    whole, bar = START + 100 * UNIT, START + most_left() * UNIT
    bottom = TOP + ROW * (len(PATIENTS) - 1) + 22
    parts = [
        text(whole, 14, labels["before"], anchor="middle"),
        text(bar - 4, 34, labels("bar", share=f"{most_left():g}"), anchor="end"),
        line(START, 40, START, bottom, "muted line thin"),
        line(whole, 20, whole, bottom, "text line"),
        line(bar, 26, bar, bottom - ROW, "muted line dashed"),
    ]
    for number, (kind, fusion, responded) in enumerate(PATIENTS):
        y = TOP + ROW * number
        parts += [
            patient(13, y, 30, "drug" if responded else "wrong"),
            text(32, y - 3, labels[kind]),
            text(32, y + 13, labels[fusion], "muted"),
        ]
        if responded:
            parts += [
                rect(START, y - 12, bar - START, 24, "drug soft", 3),
                text((START + bar) / 2, y + 5, labels["partial"], anchor="middle"),
            ]
        else:
            parts.append(text(START + 8, y + 5, labels["progression"], "wrong strong halo"))
    parts.append(text(START, bottom + 18, labels["axis"], "muted"))
    return Drawing(bottom + 26, "".join(parts))
