"""The course's widgets: anywidget classes whose results are worked out in Python."""

from .assay_chooser import AssayChooser
from .base import CourseWidget
from .estimate_forest import EstimateForest
from .fish_counter import FishCounter
from .natural_frequency_tree import NaturalFrequencyTree
from .quiz import Quiz
from .rarity_explorer import RarityExplorer
from .strategy_simulator import StrategySimulator

_KINDS: tuple[type[CourseWidget], ...] = (
    AssayChooser,
    EstimateForest,
    FishCounter,
    NaturalFrequencyTree,
    Quiz,
    RarityExplorer,
    StrategySimulator,
)
WIDGETS: dict[str, type[CourseWidget]] = {kind.name: kind for kind in _KINDS}
"""Every widget by its name."""

__all__ = ["WIDGETS", "CourseWidget"]
