"""A made-up clinic's tumours in a field, stained and fused or not, for a question."""

from random import Random

from ..crowds import rows
from ..language import tumours
from ..records import Labels
from ..svg import WIDTH, Drawing, group, text

STAINED, MISSED, ALARMS, QUIET = 8, 2, 24, 166
_COLUMNS, _STEP, _SCALE = 20, 10, 1.5


def draw(labels: Labels) -> Drawing:
    total = STAINED + MISSED + ALARMS + QUIET
    places = rows(0, 0, total, _COLUMNS, _STEP)
    Random(6).shuffle(places)
    at = iter(places)

    def take(n: int) -> list[tuple[float, float]]:
        return sorted(next(at) for _ in range(n))

    field = (
        tumours(take(STAINED), fused=True, stained=True)
        + tumours(take(ALARMS), stained=True)
        + tumours(take(MISSED), fused=True)
        + tumours(take(QUIET))
    )
    left = (WIDTH - _SCALE * _STEP * (_COLUMNS - 1)) / 2
    foot = 14 + _SCALE * _STEP * (total // _COLUMNS) + 12
    key = "".join(
        group(
            tumours([(0, 0)], fused=fused, stained=stained),
            transform=f"translate({20 + 150 * n} {foot:g}) scale({_SCALE})",
        )
        + text(34 + 150 * n, foot + 5, labels[name])
        for n, (name, fused, stained) in enumerate((("fused", True, False), ("stained", False, True)))
    )
    return Drawing(foot + 16, group(field, transform=f"translate({left:g} 14) scale({_SCALE})") + key)
