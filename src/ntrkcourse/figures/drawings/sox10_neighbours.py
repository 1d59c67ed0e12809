"""A hundred ordinary triple-negative cancers beside the secretory ones of a series: which of them SOX10 stains."""

from collections.abc import Sequence
from random import Random

from ...content.facts import load_facts
from ..histology import dots
from ..records import Labels
from ..svg import Drawing, text

_STEP = 15
_TOP = 34


def counts() -> tuple[int, tuple[int, int]]:
    """Of 100 ordinary tumours how many stain, and of the secretory ones how many of how many."""
    facts = load_facts()
    ordinary, secretory = facts["epi.tnbc.sox10.laurent2019"], facts["epi.secretory.sox10.krings2017"]
    assert isinstance(ordinary.value, float)
    assert secretory.counts
    return round(ordinary.value), secretory.counts


def draw(labels: Labels) -> Drawing:
    stained, (events, total) = counts()
    brown = set(Random(10).sample(range(100), stained))
    ordinary = [(7 + _STEP * (n % 10), _TOP + 8 + _STEP * (n // 10)) for n in range(100)]
    secretory = [(207 + _STEP * (n % 3), _TOP + 8 + _STEP * (n // 3)) for n in range(total)]
    return Drawing(
        _TOP + 10 * _STEP + 44,
        text(0, 14, labels["ordinary"], "strong", width=180)
        + text(200, 14, labels["secretory"], "strong")
        + dots([one for n, one in enumerate(ordinary) if n in brown] + secretory[:events], "dab", 11)
        + _empty([one for n, one in enumerate(ordinary) if n not in brown] + secretory[events:])
        + text(0, _TOP + 10 * _STEP + 20, labels("of_ordinary", n=stained))
        + text(200, _TOP + 3 * _STEP + 20, labels("of_secretory", n=events, all=total)),
    )


def _empty(places: Sequence[tuple[int, int]]) -> str:
    """Tumours without the stain: a blue ring, so that the shape tells as well."""
    return dots(places, "haematoxylin", 11) + dots(places, "paper", 7.5)
