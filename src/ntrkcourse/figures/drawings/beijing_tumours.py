"""What a stain, and a stain with FISH by a loose rule, were worth in 287 tumours: each a square."""

from ...content.facts import load_facts
from ..records import Labels
from ..svg import Drawing, group, path, text


def counts() -> tuple[int, int, int, int]:
    """Tumours, those that stained, those of them that FISH called, and those with a fusion, as the records count them."""
    facts = load_facts()
    stained, called = facts["tnbc5.ihc_positive.wu2021"], facts["tnbc5.fish_loose.wu2021"]
    fused = facts["tnbc5.true_fusion.wu2021"].events
    assert stained.total and stained.events and called.events and fused
    return stained.total, stained.events, called.events, fused


def draw(labels: Labels) -> Drawing:
    tumours, stained, called, fused = counts()
    parts = [
        text(14, 20, labels("stain", n=tumours, m=stained), "strong"),
        _squares(tumours, 34, 9.5, 14, 21, ("antibody solid", "muted line thin"), stained),
        text(14, 256, labels("fish", n=stained, m=called), "strong"),
        _squares(stained, 270, 13, 18.4, 16, ("dna solid", "antibody soft"), called),
        text(14, 334, labels("fusion", n=called, m=fused), "strong"),
        _squares(called, 348, 17, 22.6, 13, ("kinase solid", "dna soft"), fused),
    ]
    return Drawing(378, group(*parts))


def _squares(
    number: int, top: float, side: float, step: float, columns: int, kinds: tuple[str, str], marked: int
) -> str:
    """``number`` squares in rows, the first ``marked`` of them filled."""
    places = [(14 + n % columns * step, top + n // columns * step) for n in range(number)]
    filled, empty = kinds
    return group(path(_boxes(places[:marked], side), filled), path(_boxes(places[marked:], side), empty))


def _boxes(places: list[tuple[float, float]], side: float) -> str:
    return "".join(f"M{round(x, 1):g} {round(y, 1):g}h{side:g}v{side:g}h-{side:g}z" for x, y in places)
