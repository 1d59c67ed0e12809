"""F01: an interval printed beside counts is the exact one, or the record says which it is."""

from collections.abc import Iterable, Iterator

from ..content.facts import Fact, printed_places
from ..science.proportions import exact_interval
from .problem import Problem


def check_intervals(facts: Iterable[Fact]) -> Iterator[Problem]:
    """Problems of records whose interval neither is exact nor names its method."""
    for fact in facts:
        if fact.interval is None or fact.interval_method or fact.counts is None:
            continue
        exact = tuple(100 * bound for bound in exact_interval(*fact.counts, fact.level / 100))
        for given, computed in zip(fact.interval, exact, strict=True):
            # Half a unit in the last printed place, and a little for a figure rounded twice.
            if abs(given - computed) > 0.55 * 10 ** -max(printed_places(b) for b in fact.interval):
                yield Problem(
                    "content/facts",
                    fact.id,
                    "F01",
                    f"interval {fact.interval[0]:g} to {fact.interval[1]:g} is not the exact one"
                    f" ({exact[0]:.2f} to {exact[1]:.2f}); name its method in interval_method",
                )
                break
