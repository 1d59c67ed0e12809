"""A registry's two drawers: how many entries of the small one a tiny error in the large one would fill."""

from ...content.facts import load_facts
from ..language import scattered
from ..records import Labels
from ..svg import WIDTH, Drawing, arrow, line, path, rect, text

REGISTRY = "epi.secretory.share.jacob2016"
ONE_IN = 10_000
_LEFT, _COLUMNS, _STEP = 14, 41, 7.1
_DRAWER = 172


def drawers() -> tuple[int, int, int]:
    """Entries coded as secretory, those coded as ductal, and how many an error of one in so many moves across."""
    secretory, both = load_facts()[REGISTRY].counts or (0, 0)
    return secretory, both - secretory, round((both - secretory) / ONE_IN)


def draw(labels: Labels) -> Drawing:
    secretory, ductal, moved = drawers()
    wide = WIDTH - 2 * _LEFT
    places = [
        (_LEFT + 4 + _STEP * (number % _COLUMNS), _DRAWER + 14 + 9 * (number // _COLUMNS))
        for number in range(secretory)
    ]
    stay, come = places[: secretory - moved], places[secretory - moved :]
    files = "".join(line(_LEFT + 6, y, WIDTH - _LEFT - 6, y, "grid line thin") for y in (60, 66, 72, 78, 84))
    bottom = _DRAWER + 14 + 9 * -(-secretory // _COLUMNS)
    return Drawing(
        bottom + 62,
        rect(_LEFT, 10, wide, 84, "partner soft", 4)
        + text(WIDTH / 2, 32, f"{ductal:,}", "strong partner", "middle", size=18)
        + text(WIDTH / 2, 50, labels["ductal"], "partner", "middle")
        + files
        + arrow(60, 96, 60, _DRAWER - 30, "wrong line")
        + text(74, 118, labels("error", n=f"{ONE_IN:,}"), "wrong", width=232)
        + text(74, 136, labels("moved", n=moved), "wrong strong")
        + text(_LEFT, _DRAWER - 8, labels("secretory", n=secretory), "strong tumour")
        + rect(_LEFT - 2, _DRAWER, wide + 4, bottom - _DRAWER, "tumour line thin", 4)
        + path(scattered(stay, (-2.5, 0), "a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0"), "tumour solid")
        + path(scattered(come, (-2.2, -2.2), "l4.4 4.4m0-4.4l-4.4 4.4m0-4.4"), "wrong line thin")
        + path(f"M{_LEFT + 3} {bottom + 22}a4 4 0 1 0 8 0a4 4 0 1 0-8 0", "tumour solid")
        + text(_LEFT + 20, bottom + 27, labels("stay", n=secretory - moved), "tumour")
        + path(f"M{_LEFT + 3} {bottom + 42}l8 8m0-8l-8 8", "wrong line")
        + text(_LEFT + 20, bottom + 51, labels("come", n=moved), "wrong"),
    )
