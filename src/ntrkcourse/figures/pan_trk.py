"""A stain of a protein: DAB on cells that haematoxylin has made pale blue."""

from . import histology as h
from . import tissue as t
from .lesions import HEIGHT, WIDTH
from .tissue import Section


def pan_trk(
    place: str,
    share: float,
    strong: bool = True,
    width: float = WIDTH,
    height: float = HEIGHT,
    seed: int = 1,
    size: float = 36,
    pools: bool = False,
) -> str:
    """Stain in the ``place`` ("nucleus", "cytoplasm" or "membrane") of a ``share`` of the cells."""
    spaces = t.packed(width, height, seed, [size * r for r in (0.6, 0.4, 0.3)], size * 1.5) if pools else []
    tissue = t.section(width, height, seed, size, spaces)
    stained = which(tissue, share)
    rest = [n for n in range(len(tissue.cells)) if n not in stained]
    brown = "dab" if strong else "dab-pale"
    in_nucleus, in_cytoplasm = place == "nucleus", place == "cytoplasm"
    bodies = h.cytoplasm(tissue, "haematoxylin-pale", 0.35)
    if in_cytoplasm:
        bodies = h.cytoplasm(t.part(tissue, stained), brown, 0.75) + h.cytoplasm(
            t.part(tissue, rest), "haematoxylin-pale", 0.35
        )
    return (
        h.ground(width, height, stroma=False)
        + bodies
        + h.secretion(tissue, "haematoxylin-pale", 0.3)
        + (h.borders(tissue, stained, brown, 3) if place == "membrane" else "")
        + h.nuclei(
            tissue, size * 0.21, which=rest if in_nucleus else None, strength=0.8 if in_cytoplasm else 0.45
        )
        + (h.nuclei(tissue, size * 0.21, colour=brown, which=stained, strength=0.9) if in_nucleus else "")
    )


def which(tissue: Section, share: float) -> list[int]:
    """The cells that take a stain: this share of those whose middle is seen, one at least, and most of what is cut off."""
    seen = [n for n, cell in enumerate(tissue.cells) if t.shown(tissue, cell)]
    beyond = [n for n in range(len(tissue.cells)) if n not in seen and share > 0.5]
    return sorted([*tissue.chance.sample(seen, max(1, round(share * len(seen)))), *beyond])
