"""Whom a TRK inhibitor can help: an engine that runs, beside many receptors that wait."""

from ..language import drug, kinase, membrane, partner
from ..records import Labels
from ..svg import Drawing, arrow, group, line, path, text

_LEFT, _RIGHT = 78, 242


def draw(labels: Labels) -> Drawing:
    return Drawing(
        402,
        group(
            text(0, 16, labels["fusion"], "strong"),
            _pair(_LEFT, 66, blocked=False),
            _pair(_RIGHT, 66, blocked=True),
            arrow(_LEFT, 134, _LEFT, 162, "tumour line thick"),
            text(_LEFT, 182, labels["runs"], anchor="middle", width=140),
            line(_RIGHT, 134, _RIGHT, 150, "muted line thick"),
            line(_RIGHT - 14, 154, _RIGHT + 14, 154, "drug line thick"),
            text(_RIGHT, 182, labels["stopped"], anchor="middle", width=140),
            line(0, 216, 320, 216, "grid line thin"),
            text(0, 240, labels["copies"], "strong", width=316),
            _waiting(_LEFT, 306, blocked=False),
            _waiting(_RIGHT, 306, blocked=True),
            text(_LEFT, 384, labels["waits"], anchor="middle", width=140),
            text(_RIGHT, 384, labels["idle"], anchor="middle", width=140),
        ),
    )


def _pair(x: float, y: float, blocked: bool) -> str:
    """Two chains of a fusion, held together by their partners."""
    return group(
        *(
            group(
                line(at, y + 3, at, y + 26, "muted line"),
                partner(at, y - 10, 30),
                _domain(at, y + 40, not blocked, blocked),
            )
            for at in (x - 26, x + 26)
        ),
        line(x - 10, y - 10, x + 10, y - 10, "partner line thick"),
    )


def _waiting(x: float, y: float, blocked: bool) -> str:
    """Three receptors without a messenger."""
    return group(
        membrane(x - 74, x + 74, y - 10),
        *(
            group(
                path(
                    f"M{at - 9} {y - 40}Q{at - 9} {y - 26} {at} {y - 25}Q{at + 9} {y - 26} {at + 9} {y - 40}",
                    "receptor line",
                ),
                line(at, y - 25, at, y + 12, "receptor line"),
                _domain(at, y + 26, False, blocked),
            )
            for at in (x - 48, x, x + 48)
        ),
    )


def _domain(x: float, y: float, active: bool, blocked: bool) -> str:
    return kinase(x, y, active, 28) + (drug(x + 10, y, 14) if blocked else "")
