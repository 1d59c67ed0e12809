"""Which drug sits in the pocket, as it is and as it changes."""

from ..pocket import drug, pocket
from ..records import Labels
from ..svg import Drawing, group, text

_FRAMES = (
    ("first", False, (), True),
    ("first", True, ("solvent_front",), True),
    ("newer", False, ("solvent_front",), True),
    ("newer", True, ("xdfg",), False),
    ("type_ii", False, ("xdfg",), False),
)


def draw(labels: Labels) -> tuple[Drawing, ...]:
    return tuple(
        Drawing(
            240,
            group(pocket(changed, active), drug(kind, out), transform="translate(0 4)")
            + text(
                119, 224, labels["out" if out else "in"], "wrong strong" if out else "right strong", "middle"
            )
            + text(272, 224, labels[kind], "drug strong", "middle")
            + text(36, 36, labels["active" if active else "inactive"], "kinase strong"),
        )
        for kind, out, changed, active in _FRAMES
    )
