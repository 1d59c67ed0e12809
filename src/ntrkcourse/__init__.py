"""Reading the Rare: the face of the package, from which notebooks import.

>>> from ntrkcourse import quiz
"""

from .content.facts import load_facts
from .exercise import check
from .science.fusions import join, reading_frame
from .science.proportions import exact_interval, upper_bound_if_none
from .science.readability import reading_grade
from .science.testing import Assay, Step, Strategy, predictive_values, run_strategy, tests_to_find_one
from .widgets.alteration_landscape import alteration_landscape
from .widgets.assay_chooser import assay_chooser
from .widgets.case import case, conversation
from .widgets.estimate_forest import estimate_forest
from .widgets.fish_counter import fish_counter
from .widgets.fusion_builder import fusion_builder
from .widgets.natural_frequency_tree import natural_frequency_tree
from .widgets.quiz import pretest, quiz
from .widgets.rarity_explorer import rarity_explorer
from .widgets.read_pileup import read_pileup
from .widgets.report_reader import report_reader
from .widgets.stain_field import stain_field
from .widgets.strategy_simulator import strategy_simulator

__all__ = [
    "Assay",
    "Step",
    "Strategy",
    "alteration_landscape",
    "assay_chooser",
    "case",
    "check",
    "conversation",
    "estimate_forest",
    "exact_interval",
    "fish_counter",
    "fusion_builder",
    "join",
    "load_facts",
    "natural_frequency_tree",
    "predictive_values",
    "pretest",
    "quiz",
    "rarity_explorer",
    "read_pileup",
    "reading_frame",
    "reading_grade",
    "report_reader",
    "run_strategy",
    "stain_field",
    "strategy_simulator",
    "tests_to_find_one",
    "upper_bound_if_none",
]
