"""A case on paper: numbered scenes and result slips, then the debrief; also what stands in print."""

import hashlib
from typing import Any

from ...content.cases import Case


def on_paper(case: Case, folded: bool = True, after: str = "") -> dict[str, Any]:
    """What the template draws beside the case's data.

    A choice sends the reader to a slip, and the slip to the next scene. ``folded`` puts the debrief behind
    ``details``, for a page where the case itself is played; ``after`` is HTML that follows it.
    """
    return {"address": address(case), "slips": _slips(case), "folded": folded, "after": after}


def address(case: Case) -> str:
    """The case's place on its page."""
    return f"paper-{case.id}"


def _slips(case: Case) -> list[tuple[int, int]]:
    """(position of the scene, position of the choice) of each slip, in an order that gives no choices away."""
    keys = [(at, place) for at, scene in enumerate(case.scene) for place in range(len(scene.choice))]

    def mixed(key: tuple[int, int]) -> str:
        return hashlib.sha256(f"{case.id}/{(case.scene[key[0]].id, key[1])}".encode()).hexdigest()

    return sorted(keys, key=mixed)
