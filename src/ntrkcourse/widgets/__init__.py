"""The course's widgets: anywidget classes whose results are worked out in Python."""

from .alteration_landscape import AlterationLandscape
from .assay_chooser import AssayChooser
from .base import CourseWidget
from .case import CasePlayer
from .estimate_forest import EstimateForest
from .fish_counter import FishCounter
from .fusion_builder import FusionBuilder
from .natural_frequency_tree import NaturalFrequencyTree
from .quiz import Quiz
from .rarity_explorer import RarityExplorer
from .read_pileup import ReadPileup
from .report_reader import ReportReader
from .stain_field import StainField
from .strategy_simulator import StrategySimulator

_KINDS: tuple[type[CourseWidget], ...] = (
    AlterationLandscape,
    AssayChooser,
    CasePlayer,
    EstimateForest,
    FishCounter,
    FusionBuilder,
    NaturalFrequencyTree,
    Quiz,
    RarityExplorer,
    ReadPileup,
    ReportReader,
    StainField,
    StrategySimulator,
)
WIDGETS: dict[str, type[CourseWidget]] = {kind.name: kind for kind in _KINDS}
"""Every widget by its name."""

__all__ = ["WIDGETS", "CourseWidget"]
