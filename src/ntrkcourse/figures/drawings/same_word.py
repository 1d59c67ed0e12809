"""How likely a fusion is beforehand: on a typical slide, and among advanced breast cancers of all kinds, each a square."""

from ...content.facts import load_facts
from ..records import Labels
from ..svg import Drawing, path, rect, text

TYPICAL, ALL = "epi.ntrk.breast.secretory.forsythe2020", "epi.ntrk.breast.rossds2020"
_SIDE, _LEFT = 3, 16
COLUMNS = 96


def draw(labels: Labels) -> Drawing:
    facts = load_facts()
    share = round(float(str(facts[TYPICAL].value)))
    counts = facts[ALL].counts
    assert counts
    events, total = counts
    hundred = "".join(
        rect(
            _LEFT + 14.4 * (n % 20),
            30 + 14.4 * (n // 20),
            12,
            12,
            "tumour solid" if n < share else "muted line thin",
            2,
        )
        for n in range(100)
    )
    rows, rest = divmod(total, COLUMNS)
    top, wide = 160, _SIDE * COLUMNS
    field = rect(_LEFT, top, wide, _SIDE * rows, "grid solid") + rect(
        _LEFT, top + _SIDE * rows, _SIDE * rest, _SIDE, "grid solid"
    )
    # Where they lie is chance; a ring finds each.
    places = ((13, 9), (61, 21), (34, 38), (82, 45))[:events]
    few = "".join(
        rect(_LEFT + _SIDE * column, top + _SIDE * row, _SIDE, _SIDE, "tumour solid")
        + path(
            f"M{_LEFT + _SIDE * column + 1.5} {top + _SIDE * row + 1.5}m-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0",
            "tumour line",
        )
        for column, row in places
    )
    heads = text(_LEFT, 18, labels("typical", n=share), "strong") + text(
        _LEFT, top - 12, labels("all", n=events, total=f"{total:,}"), "strong"
    )
    return Drawing(top + _SIDE * (rows + 1) + 8, heads + hundred + field + few)
