"""A body with what patients feel when TRK is blocked, and what belongs to one drug alone."""

from ...content.facts import load_facts
from ..records import Labels
from ..svg import Drawing, circle, ellipse, group, line, path, smooth, text

_HALF = [
    (160, 8), (178, 20), (177, 42), (168, 56), (186, 64), (204, 80), (210, 130), (217, 182), (205, 186), (196, 140),
    (191, 106), (187, 150), (190, 190), (188, 250), (186, 318), (170, 320), (167, 260), (160, 206),
]  # fmt: skip
_WIDTH = 96


def draw(labels: Labels) -> tuple[Drawing, Drawing]:
    return Drawing(334, _body() + _nerves() + _target(labels)), Drawing(334, _body() + _organs(labels))


def share(fact: str) -> dict[str, object]:
    """What a label tells of a record: its share of its patients, or its count."""
    record = load_facts()[fact]
    return {"share": f"{record.value:g}%", "n": record.events, "total": record.total}


def _body() -> str:
    left = [(320 - x, y) for x, y in reversed(_HALF[1:-1])]
    return smooth([*_HALF, *left], "patient soft")


def _nerves() -> str:
    limbs = [
        [(160, 74), (188, 82), (200, 130), (208, 174)],
        [(160, 196), (174, 210), (178, 260), (179, 306)],
        [(160, 100), (176, 108)],
        [(160, 128), (175, 136)],
        [(160, 156), (174, 164)],
    ]
    drawn = "".join(
        smooth([(160 + side * (x - 160), y) for x, y in limb], "receptor line", closed=False)
        for limb in limbs
        for side in (1, -1)
    )
    brain = smooth([(148, 22), (160, 15), (172, 22), (173, 34), (162, 40), (148, 35)], "receptor soft")
    return line(160, 40, 160, 196, "receptor line thick") + drawn + brain


def _target(labels: Labels) -> str:
    return (
        _note(labels, "thinking", "therapy.larotrectinib.label2025.cognitive", (0, 18), (150, 28), "start")
        + _note(labels, "dizziness", "therapy.safety.dizziness.liu2020", (320, 18), (172, 28), "end")
        + _note(labels, "hunger", "therapy.safety.weight_gain.liu2020", (0, 128), (146, 140), "start")
        + _note(labels, "pain", "therapy.safety.withdrawal_pain.liu2020", (320, 200), (180, 250), "end")
    )


def _organs(labels: Labels) -> str:
    eyes = circle(153, 32, 3, "patient solid") + circle(167, 32, 3, "patient solid")
    lungs = ellipse(144, 98, 10, 22, "negative soft", 8) + ellipse(176, 98, 10, 22, "negative soft", -8)
    heart = path("M165 116Q152 104 157 97Q162 92 165 99Q168 92 174 97Q178 104 165 116Z", "eosin-deep solid")
    liver = path("M138 128Q156 122 176 130Q170 142 156 143Q140 150 137 140Z", "eosin-deep solid")
    bone = line(179, 216, 180, 290, "grid line thick") + group(
        path("M173 250L178 245L181 252L186 247", "wrong line"),
    )
    return (
        lungs + heart + liver + bone + eyes
        + _note(labels, "eyes", "", (0, 18), (150, 32), "start")
        + _note(labels, "lungs", "", (0, 92), (136, 102), "start")
        + _note(labels, "heart", "therapy.entrectinib.chf.label", (320, 76), (174, 104), "end")
        + _note(labels, "liver", "therapy.larotrectinib.transaminases.label2018", (0, 196), (142, 142), "start")
        + _note(labels, "bone", "therapy.entrectinib.fractures.n504", (320, 210), (186, 250), "end")
    )  # fmt: skip


def _note(
    labels: Labels, name: str, fact: str, at: tuple[float, float], to: tuple[float, float], anchor: str
) -> str:
    """A name with its figure in the margin, and a line from it to its place in the body."""
    x, y = at
    told = labels(f"{name}_told", **share(fact)) if fact else labels[f"{name}_told"]
    edge = 98 if anchor == "start" else 222
    return (
        line(edge, y - 4, *to, "text line thin")
        + circle(*to, 2.5, "text solid")
        + text(x, y, labels[name], "strong", anchor, _WIDTH)
        + text(x, y + 17, told, "muted", anchor, _WIDTH)
    )
