"""The course's widgets: anywidget classes whose results are worked out in Python."""

from .alteration_landscape import AlterationLandscape
from .assay_chooser import AssayChooser
from .base import CourseWidget
from .case import CasePlayer
from .civic_draft import CivicDraft
from .consent_review import ConsentReview
from .course_record import CourseRecord
from .estimate_forest import EstimateForest
from .fact_box import FactBoxWidget
from .fish_counter import FishCounter
from .fusion_builder import FusionBuilder
from .judgement import Judgement
from .monitoring_planner import MonitoringPlanner
from .natural_frequency_tree import NaturalFrequencyTree
from .quiz import Quiz
from .rarity_explorer import RarityExplorer
from .read_pileup import ReadPileup
from .recist_calculator import RecistCalculator
from .report_reader import ReportReader
from .resistance_lab import ResistanceLab
from .say_it_plainly import SayItPlainly
from .stain_field import StainField
from .strategy_simulator import StrategySimulator
from .survival_reader import SurvivalReader
from .timeline import TimelineWidget
from .trial_explorer import TrialExplorer

_KINDS: tuple[type[CourseWidget], ...] = (
    AlterationLandscape,
    AssayChooser,
    CasePlayer,
    CivicDraft,
    CourseRecord,
    ConsentReview,
    EstimateForest,
    FactBoxWidget,
    FishCounter,
    FusionBuilder,
    MonitoringPlanner,
    Judgement,
    NaturalFrequencyTree,
    Quiz,
    RarityExplorer,
    ReadPileup,
    RecistCalculator,
    ReportReader,
    ResistanceLab,
    SayItPlainly,
    StainField,
    StrategySimulator,
    SurvivalReader,
    TrialExplorer,
    TimelineWidget,
)
WIDGETS: dict[str, type[CourseWidget]] = {kind.name: kind for kind in _KINDS}
"""Every widget by its name."""

__all__ = ["WIDGETS", "CourseWidget"]
