"""One series, tumour by tumour: who was stained, who was checked, and who was left out."""

from ...content.facts import load_facts
from ..crowds import rows
from ..language import scattered, tumours
from ..records import Labels
from ..svg import WIDTH, Drawing, path, rect, text

STAINED = "tnbc5.ihc_positive.wu2021"
FUSED = "tnbc5.true_fusion.wu2021"
UNREADABLE = 18
_LEFT, _COLUMNS, _STEP = 14, 26, 11


def groups() -> tuple[int, int, int, int]:
    """Stained with a fusion, stained without one seen, unstained and never checked, and unreadable."""
    stained, readable = load_facts()[STAINED].counts or (0, 0)
    fused, _ = load_facts()[FUSED].counts or (0, 0)
    return fused, stained - fused, readable - stained, UNREADABLE


def draw(labels: Labels) -> Drawing:
    fused, alarms, unchecked, unreadable = groups()
    wide = WIDTH - 2 * _LEFT

    def places(n: int, top: float, skip: int = 0) -> list[tuple[float, float]]:
        return rows(_LEFT + 9, top, skip + n, _COLUMNS, _STEP)[skip:]

    checked_at, fog_at = 46, 124
    fog = fog_at + 12 + _STEP * (-(-unchecked // _COLUMNS))
    out_at = fog + 54
    crosses = scattered(places(unreadable, out_at), (-3, -3), "l6 6m0-6l-6 6m0-6")
    return Drawing(
        out_at + 20,
        text(_LEFT, 18, labels("checked", n=fused + alarms), "strong positive")
        + rect(_LEFT, 28, wide, 40, "positive line", 4)
        + tumours(places(fused, checked_at), fused=True, stained=True)
        + tumours(places(alarms, checked_at, fused), stained=True)
        + text(_LEFT, 86, labels("fused", n=fused), "tumour")
        + text(_LEFT, 112, labels("unchecked", n=unchecked), "strong negative")
        + rect(_LEFT, fog_at - 4, wide, fog - fog_at + 2, "negative soft dashed", 4)
        + tumours(places(unchecked, fog_at + 9))
        + text(WIDTH / 2, (fog_at + fog) / 2 + 14, "?", "strong halo negative", "middle", size=44)
        + text(_LEFT, out_at - 18, labels("unreadable", n=unreadable), "strong")
        + path(crosses, "muted line"),
    )
