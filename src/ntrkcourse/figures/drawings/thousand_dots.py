"""A thousand tumours of two kinds under one stain, with the counts that its record leads to."""

from ...content.facts import load_facts
from ...science.testing import predictive_values
from ..crowds import rows
from ..language import tumours
from ..records import Labels
from ..svg import WIDTH, Drawing, group, text

FOUND = "methods.ihc.realworld.sensitivity.koopman2022"
QUIET = "methods.ihc.realworld.specificity.koopman2022"
SHARES = (0.001, 0.9)
"""Of the tumours with a fusion among ordinary cancers and among those of secretory look; the chapter's round figures."""
_ALL, _COLUMNS, _STEP = 1000, 32, 9.4


def counts(share: float) -> tuple[int, int, int, int]:
    """Of a thousand tumours, whole: stained with a fusion, missed, stained without one, unstained without one."""
    facts = load_facts()
    sensitivity, specificity = (a / b for a, b in (facts[name].counts or (0, 1) for name in (FOUND, QUIET)))
    fused = round(_ALL * share)
    stained = round(_ALL * share * sensitivity)
    alarms = round(_ALL * (1 - share) * (1 - specificity))
    return stained, fused - stained, alarms, _ALL - fused - alarms


def share_right(share: float) -> float:
    """Of the stained tumours, the share with a fusion."""
    facts = load_facts()
    sensitivity, specificity = (a / b for a, b in (facts[name].counts or (0, 1) for name in (FOUND, QUIET)))
    return predictive_values(share, sensitivity, specificity).ppv


def draw(labels: Labels) -> list[Drawing]:
    return [_field(labels, *counts(share)) for share in SHARES]


def _field(labels: Labels, stained: int, missed: int, alarms: int, quiet: int) -> Drawing:
    """The stained ones lie together, and so do those with a fusion."""
    left = (WIDTH - _STEP * (_COLUMNS - 1)) / 2
    places = iter(rows(left, 12, _ALL, _COLUMNS, _STEP))

    def take(n: int) -> list[tuple[float, float]]:
        return [next(places) for _ in range(n)]

    field = (
        tumours(take(alarms), stained=True)
        + tumours(take(stained), fused=True, stained=True)
        + tumours(take(missed), fused=True)
        + tumours(take(quiet))
    )
    foot = 12 + _STEP * (_ALL // _COLUMNS) + 22
    key = [
        (tumours([(0, 0)], fused=True, stained=True), labels("stained", n=stained)),
        (tumours([(0, 0)], stained=True), labels("alarms", n=alarms)),
        (tumours([(0, 0)], fused=True), labels("missed", n=missed)),
        (tumours([(0, 0)]), labels("quiet", n=quiet)),
    ]
    told = "".join(
        group(glyph, transform=f"translate(20 {foot + 22 * n:g}) scale(1.5)")
        + text(36, foot + 22 * n + 5, words)
        for n, (glyph, words) in enumerate(key)
    )
    return Drawing(foot + 22 * len(key), field + told)
