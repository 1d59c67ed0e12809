"""One fused gene as DNA, RNA and protein, and six assays at the level where each looks."""

from ..language import antibody, bait, cut, exon, kinase, partner, probe, protein, read
from ..records import Labels
from ..svg import WIDTH, Drawing, arrow, circle, ellipse, group, line, moved, path, rect, text, text_height

_LEFT, _TEXT = 12, 96
_LINES = WIDTH - _TEXT - 6


def draw(labels: Labels) -> Drawing:
    parts = []
    y = 20.0
    for level, molecule, icons in (
        ("dna", _dna, {"fish": _fish, "dna_panel": _dna_panel, "plasma": _plasma}),
        ("rna", _rna, {"rtpcr": _rtpcr, "rna_panel": _rna_panel}),
        ("protein", _protein, {"stain": _stain}),
    ):
        parts += [
            text(_LEFT, y, labels[level], f"strong {level if level != 'protein' else ''}".strip(), size=15)
        ]
        parts += [molecule(y + 28)]
        if level != "protein":
            parts += [text(WIDTH - 12, y, labels[f"{level}_next"], "muted", "end")]
        if level == "dna":
            parts += [text(79, y + 56, labels["partner"], "partner", "middle")]
            parts += [text(248, y + 56, labels["gene"], "kinase", "middle")]
        y += 88 if level == "dna" else 66
        for name, icon in icons.items():
            told, height = _assay(labels, name, y)
            parts += [moved(46, y + height / 2 - 10, icon()), told]
            y += height + 24
        if level != "protein":
            parts += [arrow(WIDTH / 2, y - 12, WIDTH / 2, y + 10, "muted line")]
            y += 32
    return Drawing(y - 12, "".join(parts))


def _assay(labels: Labels, name: str, y: float) -> tuple[str, float]:
    """What is said about an assay, its first line at ``y``, and how high that is."""
    sees, blind = labels[f"{name}_sees"], labels[f"{name}_blind"]
    second = y + 18
    third = second + text_height(sees, _LINES - 20) + 18
    said = group(
        text(_TEXT, y, labels[name], "strong"),
        _eye(_TEXT + 7, second - 4, True),
        text(_TEXT + 20, second, sees, width=_LINES - 20),
        _eye(_TEXT + 7, third - 4, False),
        text(_TEXT + 20, third, blind, width=_LINES - 20),
    )
    return said, third + text_height(blind, _LINES - 20) - y


def _eye(x: float, y: float, seeing: bool) -> str:
    lids = f"M{x - 7:g} {y:g}Q{x:g} {y - 8:g} {x + 7:g} {y:g}Q{x:g} {y + 8:g} {x - 7:g} {y:g}Z"
    if seeing:
        return path(lids, "right line thin") + circle(x, y, 2.4, "right solid")
    return path(lids, "wrong line thin") + line(x - 6, y + 6, x + 6, y - 6, "wrong line")


# The molecules, over the whole width: two exons of the partner, the break, two of the kinase's gene.


def _dna(y: float) -> str:
    return group(
        line(12, y, 146, y, "partner line"),
        line(174, y, WIDTH - 12, y, "kinase line"),
        line(146, y, 174, y, "muted line"),
        exon(34, y, 32, "partner"),
        exon(96, y, 28, "partner"),
        cut(160, y - 14, y + 16),
        exon(210, y, 34, "kinase"),
        exon(270, y, 26, "kinase"),
    )


def _rna(y: float) -> str:
    return group(
        exon(86, y, 40, "partner"),
        exon(126, y, 34, "partner"),
        exon(160, y, 42, "kinase"),
        exon(202, y, 32, "kinase"),
        line(160, y - 15, 160, y + 15, "text line"),
    )


def _protein(y: float) -> str:
    return group(
        protein(108, y, 46, "partner", 10),
        partner(96, y, 28),
        protein(154, y, 50, "kinase", 10),
        kinase(224, y, True, 30),
    )


# What each assay looks at, about the origin, within 70 units.


def _fish() -> str:
    return group(
        line(-38, 0, -6, 0, "kinase line"),
        line(8, 0, 40, 0, "kinase line"),
        exon(-20, 0, 12, "kinase", 14),
        exon(10, 0, 12, "kinase", 14),
        probe(-30, 0, "partner"),
        probe(32, 0, "kinase"),
        cut(1, -14, 16),
    )


def _dna_panel() -> str:
    return group(
        line(-34, -7, -4, -7, "partner line"),
        line(6, -7, 34, -7, "kinase line"),
        exon(-32, -7, 16, "partner", 14),
        exon(18, -7, 14, "kinase", 14),
        cut(1, -18, 6),
        bait(-12, 12, 44),
    )


def _plasma() -> str:
    return group(
        path("M0-22C7-9 15-3 15 8A15 15 0 0 1-15 8C-15-3-7-9 0-22Z", "wrong soft"),
        rect(-9, 2, 9, 5, "partner solid"),
        rect(0, 2, 9, 5, "kinase solid"),
        rect(-5, 12, 10, 3, "muted solid"),
    )


def _rtpcr() -> str:
    return group(
        exon(-32, 0, 32, "partner", 14),
        exon(0, 0, 32, "kinase", 14),
        arrow(-28, -14, -6, -14),
        arrow(28, 14, 6, 14),
    )


def _rna_panel() -> str:
    return group(
        exon(-32, -10, 32, "partner", 12),
        exon(0, -10, 32, "kinase", 12),
        read(-24, 5, 36, "rna"),
        read(-10, 16, 36, "rna"),
    )


def _stain() -> str:
    return group(
        kinase(0, 12, False, 28),
        antibody(0, -16, 180, 24),
        ellipse(0, -30, 5, 4, "dab solid"),
    )
