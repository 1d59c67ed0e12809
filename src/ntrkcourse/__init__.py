"""Reading the Rare: the face of the package, from which notebooks import.

>>> from ntrkcourse import quiz
"""

from .content.facts import load_facts
from .exercise import check
from .science.proportions import exact_interval, upper_bound_if_none
from .science.testing import Assay, Step, Strategy, predictive_values, run_strategy, tests_to_find_one
from .widgets.quiz import quiz

__all__ = [
    "Assay",
    "Step",
    "Strategy",
    "check",
    "exact_interval",
    "load_facts",
    "predictive_values",
    "quiz",
    "run_strategy",
    "tests_to_find_one",
    "upper_bound_if_none",
]
