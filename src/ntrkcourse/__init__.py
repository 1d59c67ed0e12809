"""Reading the Rare: the face of the package, from which notebooks import.

>>> from ntrkcourse import quiz
"""

from .content.facts import load_facts
from .exercise import check
from .science.fusions import join, reading_frame
from .science.proportions import exact_interval, upper_bound_if_none
from .science.readability import reading_grade
from .science.resistance import Clone, Treatment, simulate
from .science.response import classify
from .science.survival import kaplan_meier
from .science.testing import Assay, Step, Strategy, predictive_values, run_strategy, tests_to_find_one
from .widgets.alteration_landscape import alteration_landscape
from .widgets.assay_chooser import assay_chooser
from .widgets.case import case, conversation
from .widgets.civic_draft import civic_draft
from .widgets.consent_review import consent_review
from .widgets.course_record import course_record
from .widgets.estimate_forest import estimate_forest
from .widgets.fact_box import fact_box
from .widgets.fish_counter import fish_counter
from .widgets.fusion_builder import fusion_builder
from .widgets.judgement import claim_appraisal, data_requests
from .widgets.monitoring_planner import monitoring_planner
from .widgets.natural_frequency_tree import natural_frequency_tree
from .widgets.quiz import posttest, pretest, quiz
from .widgets.rarity_explorer import rarity_explorer
from .widgets.read_pileup import read_pileup
from .widgets.recist_calculator import recist_calculator
from .widgets.report_reader import report_reader
from .widgets.resistance_lab import resistance_lab
from .widgets.say_it_plainly import say_it_plainly
from .widgets.stain_field import stain_field
from .widgets.strategy_simulator import strategy_simulator
from .widgets.survival_reader import survival_reader
from .widgets.timeline import evidence_timeline, policy_timeline
from .widgets.trial_explorer import trial_explorer

__all__ = [
    "Assay",
    "Clone",
    "Step",
    "Strategy",
    "Treatment",
    "alteration_landscape",
    "assay_chooser",
    "case",
    "check",
    "civic_draft",
    "claim_appraisal",
    "classify",
    "consent_review",
    "conversation",
    "course_record",
    "data_requests",
    "estimate_forest",
    "evidence_timeline",
    "exact_interval",
    "fact_box",
    "fish_counter",
    "fusion_builder",
    "join",
    "kaplan_meier",
    "load_facts",
    "monitoring_planner",
    "natural_frequency_tree",
    "policy_timeline",
    "posttest",
    "predictive_values",
    "pretest",
    "quiz",
    "rarity_explorer",
    "read_pileup",
    "reading_frame",
    "reading_grade",
    "recist_calculator",
    "report_reader",
    "resistance_lab",
    "run_strategy",
    "say_it_plainly",
    "simulate",
    "stain_field",
    "strategy_simulator",
    "survival_reader",
    "tests_to_find_one",
    "trial_explorer",
    "upper_bound_if_none",
]
