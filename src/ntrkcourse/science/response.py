"""Response of a solid tumour to treatment by RECIST 1.1, from sums of target-lesion diameters.

Eisenhauer EA et al. New response evaluation criteria in solid tumours: revised RECIST guideline (version
1.1). Eur J Cancer 2009;45:228-247; facts ``therapy.recist11.*``. One scan is classed from target lesions,
non-target lesions and new lesions. Not here: patients without any target lesion, confirmation, best overall
response.

All comparisons are exact: 33.3 is taken as the decimal 33.3 and not as its nearest binary number, so that
"at least 20%" and "at least 30%" hold on the line itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

from .arguments import in_range, whole

Response = Literal["CR", "PR", "SD", "PD"]
"""Complete response, partial response, stable disease, progressive disease."""
NonTarget = Literal["CR", "non-CR/non-PD", "PD"]
"""Lesions that are followed and not measured: all gone (or there were none), still there, unequivocally grown."""

LONGEST_MM = 10_000
"""No measurement or sum is longer."""
MOST_TARGETS = 5


def classify(
    baseline_mm: float,
    nadir_mm: float,
    current_mm: float,
    new_lesions: bool = False,
    nodes_normal: bool = True,
    *,
    nodes_mm: float = 0,
    non_target: NonTarget = "CR",
) -> Response:
    """Response at one scan, by RECIST 1.1.

    Parameters
    ----------
    baseline_mm
        Sum of target-lesion diameters before treatment, in mm, above 0.
    nadir_mm
        Smallest sum before this scan, baseline included; so at most ``baseline_mm``.
    current_mm
        Sum at this scan: longest diameters, and short axes of lymph nodes.
    new_lesions
        Whether a lesion has come up that was not there at baseline, or one is back after a complete response.
    nodes_normal
        Whether each lymph node that was diseased now has a short axis under 10 mm, also one that is no target.
    nodes_mm
        The part of ``current_mm`` that is short axes of target nodes. Where it is the whole sum and
        ``nodes_normal`` holds, all that is left is normal nodes: a complete response with a sum above 0.
        ``classify(41, 20, 8, nodes_mm=8)`` is CR; ``classify(41, 20, 8)`` is PR, because 8 mm of tumour is
        left; ``classify(41, 20, 10, nodes_normal=False, nodes_mm=10)`` is PR.
    non_target
        What has become of the lesions that are not measured, such as bone metastases without a soft-tissue part
        and effusions. While any is left there is no complete response, and their unequivocal growth is
        progression whatever the sum does.

    Returns
    -------
    "CR", "PR", "SD" or "PD", the first that holds of:

    - PD: a new lesion, or unequivocal growth of lesions that are not measured;
    - no target is left but normal nodes (which may grow within the normal range: not progression): CR, or PR
      while lesions that are not measured are left;
    - PD: a rise over the nadir of at least 20% and of at least 5 mm;
    - PR: a fall from baseline of at least 30%;
    - SD: anything else.

    Raises
    ------
    ValueError
        Naming the argument and its range.
    """
    baseline = _exact("baseline_mm", baseline_mm)
    if not baseline:
        raise ValueError("baseline_mm must be above 0, got 0")
    nadir = _exact("nadir_mm", nadir_mm)
    if nadir > baseline:
        raise ValueError(f"nadir_mm must be from 0 to baseline_mm ({baseline_mm}), got {nadir_mm!r}")
    current = _exact("current_mm", current_mm)
    nodes = _exact("nodes_mm", nodes_mm)
    if nodes > current:
        raise ValueError(f"nodes_mm must be from 0 to current_mm ({current_mm}), got {nodes_mm!r}")

    if non_target not in get_args(NonTarget):
        raise ValueError(f"non_target must be one of {', '.join(get_args(NonTarget))}, got {non_target!r}")

    if new_lesions or non_target == "PD":
        return "PD"
    if current == nodes and nodes_normal:
        return "CR" if non_target == "CR" else "PR"
    rise = current - nadir
    if 5 * rise >= nadir and rise >= 5:
        return "PD"
    return "PR" if 10 * (baseline - current) >= 3 * baseline else "SD"


@dataclass(frozen=True)
class Lesion:
    """A target lesion with its diameter at baseline and at each scan after it, in mm; 0 is gone.

    A lymph node (``node``) has its short axis measured, anything else its longest diameter. At baseline a
    node must be 15 mm or more, another lesion 10 mm or more, else it is not measurable.
    """

    diameters: tuple[float, ...]
    node: bool = False

    def __post_init__(self) -> None:
        if len(self.diameters) < 2:
            raise ValueError(f"diameters must hold a baseline and one scan or more, got {self.diameters!r}")
        for number, diameter in enumerate(self.diameters):
            in_range(f"diameters[{number}]", diameter, 0, LONGEST_MM)
        least = 15 if self.node else 10
        if self.diameters[0] < least:
            kind = "node" if self.node else "lesion"
            raise ValueError(
                f"diameters[0] must be {least} or more to measure a {kind}, got {self.diameters[0]!r}"
            )

    def gone(self, scan: int) -> bool:
        """Whether it counts as gone at this scan: a node from under 10 mm on, another lesion at 0."""
        return self.diameters[scan] < 10 if self.node else self.diameters[scan] == 0


@dataclass(frozen=True)
class Assessment:
    """One scan: the sum of diameters, the smallest sum before it (both in mm), and the response."""

    sum_mm: float
    nadir_mm: float
    response: Response


def assess(lesions: Sequence[Lesion], new_lesion_at: int | None = None) -> tuple[Assessment, ...]:
    """Response at each scan after baseline.

    Parameters
    ----------
    lesions
        One to five target lesions, each measured at the same scans.
    new_lesion_at
        Number of the scan, from 1, at which a new lesion is first seen; it counts at later scans too.

    Notes
    -----
    A lesion that is back (a node: 10 mm or more again) when the scan before was a complete response is
    progression whatever its size. After a lesser response its diameter only adds to the sum. So the EORTC
    RECIST group's answers (recist.eortc.org, "Does a new lesion always result in PD?", "Abnormal lymph
    node").

    Raises
    ------
    ValueError
        Naming the argument and its range.
    """
    if not 1 <= len(lesions) <= MOST_TARGETS:
        raise ValueError(f"lesions must hold 1 to {MOST_TARGETS} target lesions, got {len(lesions)}")
    scans = len(lesions[0].diameters)
    if any(len(lesion.diameters) != scans for lesion in lesions):
        raise ValueError("lesions must all be measured at the same scans")
    if new_lesion_at is not None:
        new_lesion_at = whole("new_lesion_at", new_lesion_at, 1, scans - 1)
    sums = [_sum(lesion.diameters[scan] for lesion in lesions) for scan in range(scans)]
    found: list[Assessment] = []
    for scan in range(1, scans):
        cleared = bool(found) and found[-1].response == "CR"
        back = cleared and not all(lesion.gone(scan) for lesion in lesions)
        nodes = [lesion for lesion in lesions if lesion.node]
        nadir = min(sums[:scan])
        response = classify(
            sums[0],
            nadir,
            sums[scan],
            new_lesions=back or (new_lesion_at is not None and scan >= new_lesion_at),
            nodes_normal=all(node.gone(scan) for node in nodes),
            nodes_mm=_sum(node.diameters[scan] for node in nodes),
        )
        found.append(Assessment(sums[scan], nadir, response))
    return tuple(found)


def _exact(name: str, value: float) -> Fraction:
    return Fraction(str(in_range(name, value, 0, LONGEST_MM)))


def _sum(diameters: Iterable[float]) -> float:
    """The decimal sum: 0.1 and 0.2 make 0.3."""
    return float(sum((Fraction(str(diameter)) for diameter in diameters), Fraction(0)))
