"""T01: the constructed tumours hold clones and drugs that the model of resistance knows."""

from collections.abc import Iterator

from ..content.tumours import Lab
from ..science.resistance import Clone, drug_table
from .problem import Problem


def check_tumours(lab: Lab) -> Iterator[Problem]:
    """Problems of clones and of planned drugs, each with its tumour."""
    for tumour in lab.tumour:

        def problem(advice: str, record: str = f"tumour {tumour.id}") -> Problem:
            return Problem("book/tumours.toml", record, "T01", advice)

        for clone in tumour.clone:
            try:
                Clone(clone.name, clone.mechanism, clone.start, clone.growth)
            except ValueError as error:
                yield problem(f"clone {clone.name!r}: {error}")
        for planned in tumour.plan:
            if planned.drug not in drug_table():
                yield problem(f"plan: {planned.drug!r} is none of {', '.join(drug_table())}")
