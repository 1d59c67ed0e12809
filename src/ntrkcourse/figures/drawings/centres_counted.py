"""Day care cancer centres: each approved one a dot, the open ones filled, and where the promise ended."""

import re

from ...content.facts import load_facts
from ..crowds import rows
from ..records import Labels
from ..svg import WIDTH, Drawing, circle, line, text

CENTRES = "policy.dccc.operational.bs2026"
A_ROW = 25
_STEP = 12.6


def counts() -> tuple[int, int, int]:
    """Centres promised, approved and operational."""
    fact = load_facts()[CENTRES]
    promised = re.search(r"promised (\d+)", fact.claim)
    assert promised and fact.events and fact.total
    return int(promised[1]), fact.total, fact.events


def draw(labels: Labels) -> Drawing:
    promised, approved, working = counts()
    top = 60
    at_promise = top + _STEP * (promised // A_ROW) - _STEP / 2
    after = 30
    parts = [
        text(0, 16, labels("open", n=working), "strong patient"),
        text(0, 38, labels("approved", n=approved), "strong"),
        line(0, at_promise + 7, WIDTH, at_promise + 7, "positive line dashed"),
        text(WIDTH, at_promise + 22, labels("promised", n=promised), "positive strong", "end"),
    ]
    for at, (x, y) in enumerate(rows(8, top, approved, A_ROW, _STEP)):
        beyond = after if at >= promised else 0
        parts.append(circle(x, y + beyond, 4.6, "patient solid" if at < working else "muted line thin"))
    return Drawing(top + after + _STEP * (approved // A_ROW) + 10, "".join(parts))
