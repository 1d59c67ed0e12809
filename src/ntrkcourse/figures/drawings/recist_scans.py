"""Three scans of a constructed patient of the RECIST calculator, two slices each, lesions to scale."""

from ...science.response import Response, classify
from ...widgets.recist_calculator.records import Patient
from ...widgets.recist_calculator.records import load as load_recist
from ..axial import Slice
from ..records import Labels
from ..svg import Drawing, arrow, line, text

SCALE = 0.6
PATIENT = "new"
_LUNG, _LIVER, _BONE, _ADRENAL = (104, -6), (-72, -38), (0, 52), (44, 32)
_BONE_MM = 18
_COLUMN = 216


def patient() -> Patient:
    """The patient whose targets shrink while a new lesion comes up."""
    return next(one for one in load_recist().patient if one.id == PATIENT)


def verdicts() -> list[Response]:
    """Class at each scan after baseline; the bone lesion, which the calculator does not have, stays as it is."""
    found = []
    sums = [sum(lesion.mm[scan] for lesion in patient().lesion) for scan in range(len(patient().weeks) + 1)]
    for scan in range(1, len(sums)):
        new = patient().new
        found.append(
            classify(
                sums[0],
                min(sums[:scan]),
                sums[scan],
                new_lesions=new is not None and scan >= new.scan,
                non_target="non-CR/non-PD",
            )
        )
    return found


def draw(labels: Labels) -> tuple[Drawing, ...]:
    return tuple(_frame(labels, scan) for scan in range(len(patient().weeks) + 1))


def _frame(labels: Labels, scan: int) -> Drawing:
    liver, lung = (lesion.mm[scan] for lesion in patient().lesion)
    chest, abdomen = Slice(104, 84, SCALE), Slice(104, 246, SCALE)
    parts = [
        text(0, 14, labels["chest"], "muted"),
        text(0, 174, labels["abdomen"], "muted"),
        chest.chest(),
        chest.lesion(*_LUNG, lung),
        chest.callipers(*_LUNG, lung),
        abdomen.abdomen(),
        abdomen.lesion(*_LIVER, liver),
        abdomen.callipers(*_LIVER, liver),
        abdomen.lesion(*_BONE, _BONE_MM, "tumour line dashed", 0),
        _named(labels("lung", mm=lung), *chest.at(*_LUNG), lung, 46),
        _named(labels("liver", mm=liver), *abdomen.at(*_LIVER), liver, 200),
        _bone(labels, abdomen),
        _scale_bar(labels),
    ]
    new = patient().new
    if new and scan >= new.scan:
        x, y = abdomen.at(*_ADRENAL)
        parts += [
            abdomen.lesion(*_ADRENAL, new.mm, "tumour solid"),
            arrow(_COLUMN - 2, 247, x + 8, y),
            text(_COLUMN, 244, labels("new", mm=new.mm), "strong", width=104),
        ]
    total = liver + lung
    parts.append(text(0, 350, labels("sum", liver=liver, lung=lung, sum=total), "strong"))
    if scan:
        baseline = sum(lesion.mm[0] for lesion in patient().lesion)
        share = round(100 * (baseline - total) / baseline)
        parts.append(text(0, 371, labels("change", share=share)))
        parts.append(text(0, 392, labels[verdicts()[scan - 1]], "strong"))
    else:
        parts.append(text(0, 371, labels["start"]))
    return Drawing(400, "".join(parts))


def _named(words: str, x: float, y: float, mm: float, at: float) -> str:
    edge = x + mm / 2 * SCALE + 3
    return line(edge, y - 4, _COLUMN - 4, at - 4, "muted line thin") + text(
        _COLUMN, at, words, "strong", width=104
    )


def _bone(labels: Labels, abdomen: Slice) -> str:
    x, y = abdomen.at(*_BONE)
    return line(x + 8, y + 2, _COLUMN - 4, 286, "muted line thin") + text(
        _COLUMN, 290, labels["bone"], width=104
    )


def _scale_bar(labels: Labels) -> str:
    """Five centimetres."""
    x, y, length = 2, 324, 50 * SCALE
    return line(x, y, x + length, y, "line") + text(x + length + 6, y + 4, labels["scale"], "muted")
