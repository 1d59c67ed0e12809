"""Reading the Rare: the face of the package, from which notebooks import.

>>> from ntrkcourse import quiz
"""

from .content.facts import load_facts
from .exercise import check
from .science.proportions import exact_interval, upper_bound_if_none
from .science.testing import Assay, Step, Strategy, predictive_values, run_strategy, tests_to_find_one
from .widgets.assay_chooser import assay_chooser
from .widgets.estimate_forest import estimate_forest
from .widgets.fish_counter import fish_counter
from .widgets.natural_frequency_tree import natural_frequency_tree
from .widgets.quiz import quiz
from .widgets.rarity_explorer import rarity_explorer
from .widgets.strategy_simulator import strategy_simulator

__all__ = [
    "Assay",
    "Step",
    "Strategy",
    "assay_chooser",
    "check",
    "estimate_forest",
    "exact_interval",
    "fish_counter",
    "load_facts",
    "natural_frequency_tree",
    "predictive_values",
    "quiz",
    "rarity_explorer",
    "run_strategy",
    "strategy_simulator",
    "tests_to_find_one",
    "upper_bound_if_none",
]
