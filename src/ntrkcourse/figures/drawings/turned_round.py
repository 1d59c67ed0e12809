"""One pair of shares from both ends: of secretory carcinomas those with a fusion, of fused ones the secretory."""

from ...content.facts import load_facts
from ..records import Labels
from ..svg import WIDTH, Drawing, circle, group, line, path, text

WITH_FUSION = "epi.ntrk.breast.secretory.forsythe2020"
SECRETORY = "epi.ntrk.breast.histology.maund2022"
_LEFT, _STEP, _ROWS = 14, 14.6, 5
_FIRST, _SECOND = 62, 246


def fused_of_100() -> int:
    """Of 100 secretory carcinomas, those with a fusion."""
    value = load_facts()[WITH_FUSION].value
    assert isinstance(value, float)
    return round(value)


def draw(labels: Labels) -> Drawing:
    first, second = load_facts()[WITH_FUSION], load_facts()[SECRETORY]
    fused = fused_of_100()
    many = "".join(
        _tumour(
            _LEFT + _STEP * (number // _ROWS + 0.5), _FIRST + _STEP * (number % _ROWS), True, number < fused
        )
        for number in range(100)
    )
    low, high = first.interval or (0, 0)
    secretory, total = second.counts or (0, 0)
    across = (WIDTH - 2 * _LEFT) / 12
    few = "".join(
        _tumour(
            _LEFT + across * (number % 12 + 0.5),
            _SECOND + 24 * (number // 12),
            number < secretory or (None if number == secretory else False),
            True,
            9,
        )
        for number in range(total)
    )
    foot = _SECOND + 56
    return Drawing(
        foot + 30,
        group(
            text(_LEFT, 18, labels["first"], "strong", width=292),
            text(_LEFT, 38, labels("first_answer", n=fused), "tumour strong"),
            many,
            _whisker(low, high, _FIRST + _STEP * _ROWS + 4),
            text(WIDTH - _LEFT, _FIRST + _STEP * _ROWS + 26, labels["range"], "muted", "end"),
            line(_LEFT, 178, WIDTH - _LEFT, 178, "grid line thin"),
            text(_LEFT, 200, labels["second"], "strong", width=292),
            text(_LEFT, 220, labels("second_answer", n=secretory), "tumour strong"),
            few,
            _tumour(_LEFT + 9, foot + 12, True, True, 7),
            text(_LEFT + 22, foot + 17, labels["look"]),
            _tumour(_LEFT + 129, foot + 12, False, True, 7),
            text(_LEFT + 142, foot + 17, labels["other"]),
            _tumour(_LEFT + 227, foot + 12, True, False, 7),
            text(_LEFT + 240, foot + 17, labels["none"]),
        ),
    )


def _tumour(x: float, y: float, secretory: bool | None, fused: bool, r: float = 5.6) -> str:
    """A tumour, filled where it has a fusion, with a lumen where it looks secretory, with half of one where mixed."""
    body = circle(x, y, r, "tumour solid" if fused else "muted line thin")
    hole = 0.45 * r
    if secretory is None:
        return body + path(f"M{x:g} {y - hole:g}a{hole:g} {hole:g} 0 0 0 0 {2 * hole:g}z", "paper solid")
    return body + (circle(x, y, hole, "paper solid" if fused else "muted line thin") if secretory else "")


def _whisker(low: float, high: float, y: float) -> str:
    left, right = (_LEFT + 20 * _STEP * share / 100 for share in (low, high))
    ends = "".join(line(x, y - 5, x, y + 5, "uncertainty line") for x in (left, right))
    return line(left, y, right, y, "uncertainty line") + ends
