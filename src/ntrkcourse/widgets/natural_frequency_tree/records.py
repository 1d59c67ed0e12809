"""The populations whose tumours are stained, and the published table, in words."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.errors import ContentError
from ...content.records import Markdown, Words, build, read_widget, require_one_of
from ..stain_field import records as stains

SIZES = (1_000, 10_000, 100_000)


@dataclass(frozen=True)
class Population:
    """Tumours that are stained; its share with a fusion is that of the same ``id`` beside the stains."""

    id: str
    name: str
    short: str
    size: int
    text: Markdown


@dataclass(frozen=True)
class Published:
    """What a published table says of one population and one stain."""

    population: str
    stain: str
    text: Markdown


@dataclass(frozen=True)
class Tree:
    """The whole file."""

    title: str
    intro: str
    published: Published
    words: Words
    population: tuple[Population, ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Numbers of tumours for which a tree can be drawn; the published table's own is the first."""
        return (stains.counted(stains.load().populations[self.published.population].fact).total, *SIZES)


@cache
def load(file: Path | None = None) -> Tree:
    """The tree's content from ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, populations other than those beside the stains, a published table of a population that
        nobody counted or of an unknown stain, or a size without a tree.
    """
    document, name = read_widget("natural_frequency_tree", file)
    tree = build(Tree, document, name, "tree")
    known = stains.load()
    if [one.id for one in tree.population] != list(known.populations):
        raise ContentError(
            name, "tree", "population", f"must be {', '.join(known.populations)}, in this order"
        )
    counted = [one.id for one in known.populations.values() if one.fact]
    require_one_of(tree.published.population, counted, name, "published", "population")
    require_one_of(tree.published.stain, known.stains, name, "published", "stain")
    for one in tree.population:
        require_one_of(one.size, tree.sizes, name, f"population {one.id}", "size")
    return tree
