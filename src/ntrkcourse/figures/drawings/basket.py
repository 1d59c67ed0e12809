"""The basket: one drug, one key, many organs, and a dot for each patient counted there."""

from ...content.facts import Fact, load_facts
from ..language import drug, kinase
from ..records import Labels
from ..svg import Drawing, circle, ellipse, group, line, path, text

FACTS = {
    "brain": "therapy.larotrectinib.cns_primary.orr.doz2022",
    "salivary": "therapy.larotrectinib.salivary.orr2022",
    "thyroid": "therapy.larotrectinib.thyroid.orr.waguespack2022",
    "breast": "therapy.larotrectinib.breast.orr.navigate2021",
    "gut": "therapy.larotrectinib.gi.orr.qi2025",
}
_ORGANS = {
    "brain": (56, 54),
    "salivary": (38, 84),
    "thyroid": (56, 114),
    "breast": (80, 172),
    "gut": (56, 244),
}
_ROWS = {"brain": 56, "salivary": 106, "thyroid": 156, "breast": 206, "gut": 248}
_COLUMN, _STEP, A_ROW = 134, 9.2, 20


def counted(name: str) -> tuple[int, int]:
    """How many responded, and of how many; worked out from the share where the source prints no count."""
    fact = load_facts()[FACTS[name]]
    if fact.counts:
        return fact.counts
    return round(_share(fact) * (fact.total or 0) / 100), fact.total or 0


def draw(labels: Labels) -> Drawing:
    parts = [_body(), _key(labels)]
    for name, (x, y) in _ORGANS.items():
        row = _ROWS[name]
        fact = load_facts()[FACTS[name]]
        told = labels(name, n=fact.events, share=f"{_share(fact):g}", all=fact.total)
        parts += [
            line(x + 8, y, _COLUMN - 6, row - 4, "muted line thin"),
            kinase(x, y, True, 11),
            text(_COLUMN, row, told, "strong"),
            _dots(row + 13, *counted(name)),
        ]
    parts += [
        circle(_COLUMN + 4, 316, 3.6, "drug solid"),
        text(_COLUMN + 13, 320, labels["shrank"]),
        circle(_COLUMN + 84, 316, 3.4, "muted line thin"),
        text(_COLUMN + 93, 320, labels["not"]),
    ]
    return Drawing(328, "".join(parts))


def _dots(y: float, shrank: int, counted: int) -> str:
    return group(
        *(
            circle(
                _COLUMN + 4 + _STEP * (number % A_ROW),
                y + _STEP * (number // A_ROW),
                3.6 if number < shrank else 3.4,
                "drug solid" if number < shrank else "muted line thin",
            )
            for number in range(counted)
        )
    )


def _key(labels: Labels) -> str:
    return (
        drug(12, 14, 18)
        + text(26, 18, labels["drug"])
        + kinase(_COLUMN + 8, 14, True, 11)
        + text(_COLUMN + 22, 18, labels["fusion"])
    )


def _body() -> str:
    """Head, neck and trunk with the outlines of brain, breasts and gut."""
    trunk = "M2 300V178Q2 138 45 130V104H67V130Q110 138 110 178V300"
    bowel = "M34 284V232Q34 224 42 224H70Q78 224 78 232V284M46 236Q51 229 56 236T66 236M46 256Q51 249 56 256T66 256M46 268Q51 261 56 268T66 268"
    return group(
        path(trunk, "patient soft"),
        ellipse(56, 70, 30, 37, "patient soft"),
        ellipse(56, 54, 20, 14, "patient line thin"),
        path("M16 178Q30 196 48 182M96 178Q82 196 64 182", "patient line thin"),
        path(bowel, "patient line thin"),
    )


def _share(fact: Fact) -> float:
    assert isinstance(fact.value, int | float)
    return fact.value
