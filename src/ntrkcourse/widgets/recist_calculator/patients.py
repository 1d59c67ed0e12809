"""Constructed patients for the RECIST calculator: one trap each. None is of a real patient."""

from dataclasses import dataclass

from ...science.response import Assessment, Lesion, assess


@dataclass(frozen=True)
class Trap:
    """The tempting wrong class (``answer``) at a scan, numbered from 1, and what to say to it."""

    scan: int
    answer: str
    why: str


@dataclass(frozen=True)
class Patient:
    """Target lesions by name, the weeks of the scans after baseline, and what the patient teaches.

    ``new`` is the number of the scan at which a new lesion is seen, its place, and its mm.
    """

    id: str
    lesions: dict[str, Lesion]
    weeks: tuple[int, ...]
    trap: Trap
    moral: str
    new: tuple[int, str, int] | None = None

    @property
    def new_at(self) -> int | None:
        """Number of the scan at which the new lesion is first seen."""
        return self.new[0] if self.new else None

    def assessments(self) -> tuple[Assessment, ...]:
        """Sum, nadir and class at each scan after baseline."""
        return assess(list(self.lesions.values()), self.new_at)


PATIENTS = (
    Patient(
        "nadir",
        {"Liver": Lesion((40, 28, 36)), "Lung": Lesion((30, 20, 26))},
        (8, 16),
        Trap(2, "SD", "You compared with baseline. Growth is measured from the smallest sum so far."),
        "Growth is measured from the smallest sum so far, and shrinkage from baseline.",
    ),
    Patient(
        "small",
        {"Lung": Lesion((18, 9, 11)), "Liver": Lesion((14, 7, 9))},
        (8, 16),
        Trap(2, "PD", "You went by the percentage alone. A rise has to reach 5 mm as well."),
        "On a small sum a slip of the ruler is a large percentage, so the rule also asks for 5 mm.",
    ),
    Patient(
        "node",
        {"Lung": Lesion((22, 8, 0, 0)), "Axillary node": Lesion((19, 12, 10, 8), node=True)},
        (8, 16, 24),
        Trap(3, "PR", "You waited for a sum of 0. A healthy node has a size too."),
        "Everybody has lymph nodes. Under 10 mm across its short axis a node counts as normal; at 10 mm it does not.",
    ),
    Patient(
        "new",
        {"Liver": Lesion((45, 30, 20)), "Lung": Lesion((25, 18, 12))},
        (8, 16),
        Trap(2, "PR", "You went by the sum. A new lesion is no part of the sum, and it decides alone."),
        "Targets can shrink while the cancer spreads. A new lesion outweighs any sum.",
        new=(2, "adrenal gland", 14),
    ),
    Patient(
        "line",
        {"Liver": Lesion((55, 39, 38, 46)), "Lung": Lesion((45, 32, 32, 38))},
        (8, 16, 24),
        Trap(2, "SD", "Exactly 30% is enough: the rule says “at least”."),
        "Both limits say “at least”. One millimetre can make a responder, and a response rate counts those.",
    ),
)
