"""Everybody whom a screening test alarms, of ten thousand: those who have the cancer, and those who have not."""

import re

from ...content.facts import load_facts
from ..crowds import rows
from ..records import Labels
from ..svg import WIDTH, Drawing, arrow, circle, text

TEST = "communication.ppv.haemoccult.gigerenzer2003"
CROWD = 10_000
_A_ROW, _STEP = 25, 12.6


def counts() -> tuple[int, int, int]:
    """Of the crowd: those with the cancer, those of them whom the test finds, and those whom it alarms without."""
    prevalence, sensitivity, alarms = (
        float(one) / 100 for one in re.findall(r"([\d.]+)%", load_facts()[TEST].claim)[:3]
    )
    ill = CROWD * prevalence
    return round(ill), round(ill * sensitivity), round((CROWD - ill) * alarms)


def draw(labels: Labels) -> Drawing:
    ill, found, alarmed = counts()
    parts = [
        text(0, 16, labels("crowd", n=f"{CROWD:,}"), "strong"),
        arrow(40, 24, 40, 50),
        text(54, 42, labels("ill", n=ill)),
        text(0, 70, labels("positive", n=found + alarmed), "strong"),
    ]
    for at, (x, y) in enumerate(rows(8, 88, found + alarmed, _A_ROW, _STEP)):
        parts.append(circle(x, y, 4.6, "tumour solid") if at < found else circle(x, y, 4, "muted line thin"))
    bottom = 88 + _STEP * ((found + alarmed) // _A_ROW + 1)
    parts += [
        text(0, bottom + 14, labels("found", n=found), "tumour strong"),
        text(WIDTH, bottom + 14, labels("alarmed", n=alarmed), "muted", "end"),
    ]
    return Drawing(bottom + 24, "".join(parts))
