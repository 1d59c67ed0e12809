"""The face of the package, from which notebooks import.

>>> from ntrkcourse import quiz

Beside what is imported here it holds every function that makes a widget.
"""

from typing import Any

from .content.facts import load_facts
from .exercise import check
from .figures import figure
from .science.fusions import join, reading_frame
from .science.proportions import exact_interval, upper_bound_if_none
from .science.readability import reading_grade
from .science.resistance import Clone, Treatment, simulate
from .science.response import classify
from .science.survival import kaplan_meier
from .science.testing import Assay, Step, Strategy, predictive_values, run_strategy, tests_to_find_one
from .widgets import FACTORIES

__all__ = [
    "Assay",
    "Clone",
    "Step",
    "Strategy",
    "Treatment",
    "check",
    "classify",
    "exact_interval",
    "figure",
    "join",
    "kaplan_meier",
    "load_facts",
    "predictive_values",
    "reading_frame",
    "reading_grade",
    "run_strategy",
    "simulate",
    "tests_to_find_one",
    "upper_bound_if_none",
    *FACTORIES,
]
globals().update(FACTORIES)


def __getattr__(name: str) -> Any:
    # What type checkers see of the widgets' functions; at run time they stand above.
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
