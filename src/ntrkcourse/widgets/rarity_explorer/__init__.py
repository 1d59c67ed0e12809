"""How rare is rare: guess the rate, see it among 10,000, and work out what it asks of a hospital."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from ...content import Fact, load_facts
from ...content.inline import fact_link
from ...science.proportions import exact_interval
from ...science.testing import tests_to_find_one
from ..base import CourseWidget, require_instance
from ..wording import count, per_10_000, percent

GUESSES = (1, 2, 3, 5, 8, 10, 15, 20, 30, 50, 80, 100, 150, 200, 300, 500, 800, 1000, 1500, 2000)
TESTED = (
    *(10, 20, 50, 100, 200, 300, 500, 800, 1000, 1500, 2000, 3000),
    *(4000, 5000, 8000, 10_000, 15_000, 20_000, 30_000, 50_000),
)
CASELOADS = (20, 30, 50, 80, 100, 150, 200, 300, 500, 800, 1000, 1500, 2000, 3000, 5000)
CASELOAD_IN_PRINT = 300
TITLE = "Of 10,000 women with breast cancer, how many have a tumour with an NTRK fusion?"
CAVEAT = (
    "The interval speaks for chance only. It knows nothing of who was tested, with which test, or which "
    "tumours were left out."
)


@dataclass(frozen=True)
class Cohort:
    """One published count, and the words that say what was counted.

    Attributes
    ----------
    fact
        Id of a fact with ``events`` and ``total``.
    name
        As it stands in the list of cohorts.
    lead
        Begins the sentence "... found about 8 in 10,000".
    people, cases
        Who was counted and what was found, plural: "patients with breast cancer", "tumours with an NTRK
        fusion".
    caution
        What the interval does not know about this cohort.
    """

    fact: str
    name: str
    lead: str
    people: str
    cases: str
    caution: str


_BREAST = "patients with breast cancer"
_ADVANCED = "patients with advanced breast cancer"
_FUSED = "tumours with an NTRK fusion"
COHORTS = (
    Cohort(
        "epi.ntrk.breast.rossds2020",
        "Ross 2020: one US centre",
        "The largest breast cohort here",
        _ADVANCED,
        _FUSED,
        "Advanced cancers at one centre. Every fusion was of NTRK1, so secretory carcinoma, where the fusion "
        "is of NTRK3, seems to be missing.",
    ),
    Cohort(
        "epi.ntrk.breast.china.aacr38_2020",
        "Chinese multicentre abstract 2020",
        "The Chinese multicentre cohort",
        _ADVANCED,
        _FUSED,
        "A meeting abstract without histology. Every fusion was ETV6::NTRK3, so the tumours may have been "
        "secretory carcinomas.",
    ),
    Cohort(
        "epi.ntrk.breast.china.tao2021",
        "Tao 2021: China",
        "Tao and colleagues",
        _BREAST,
        _FUSED,
        "Tissue and blood samples together. The abstract leaves open whether it counts patients or fusions.",
    ),
    Cohort(
        "epi.ntrk.pan.westphalen2021",
        "Westphalen 2021: all solid tumours",
        "The largest series of all solid tumours",
        "patients with any solid tumour",
        _FUSED,
        "Not breast cancer alone: the few tumour types in which the fusion is common are counted in.",
    ),
    Cohort(
        "epi.secretory.share.jacob2016",
        "Jacob 2016: secretory carcinoma",
        "The US National Cancer Database",
        "patients with secretory or ductal breast cancer",
        "secretory carcinomas",
        "Not a count of fusions, but of the one kind of breast cancer in which the fusion is the rule, as "
        "the database codes it. No second look at the slides is mentioned.",
    ),
)


class RarityExplorer(CourseWidget):
    """Guess, icon array, exact interval, tests to find one, and a hospital's years.

    ``state`` holds what the reader chose: ``guess`` (in 10,000) and ``tests`` once committed, ``cohort``
    (a fact id), ``caseload`` (patients a year) and ``view``.
    """

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        caseload = data["caseloads"].index(CASELOAD_IN_PRINT)
        rows = "".join(_row_html(cohort, caseload) for cohort in data["cohorts"])
        cautions = "".join(
            f"<li><strong>{escape(cohort['name'])}.</strong> {escape(cohort['caution'])}</li>"
            for cohort in data["cohorts"]
        )
        heads = (
            "Cohort",
            "Counted",
            "In 10,000 (95% interval)",
            "To be tested, to be 95% sure of at least one (interval)",
            f"Years until then, at {CASELOAD_IN_PRINT} patients a year (interval)",
        )
        head = "".join(f'<th scope="col">{text}</th>' for text in heads)
        return (
            f"<h3>{escape(data['title'])}</h3><p>Guess first, then read the published counts.</p>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
            f"<p><strong>{escape(data['caveat'])}</strong></p><ul>{cautions}</ul>"
        )


def rarity_explorer(cohorts: Sequence[Cohort] = COHORTS, instance: str = "03") -> RarityExplorer:
    """Guess how rare the fusion is, then see the published counts and what they ask of a hospital.

    Parameters
    ----------
    cohorts
        What the reader can switch between, the first shown first; see :class:`Cohort`.
    instance
        Tells two of these widgets apart in the reader's browser, where the guesses are kept.

    Raises
    ------
    ValueError
        When ``cohorts`` is empty, names a fact twice or one that is not in the registry, or when a fact has
        no counts or no event; when ``instance`` is empty.
    """
    if not cohorts:
        raise ValueError("cohorts must hold one cohort or more, got none")
    require_instance(instance)
    ids = [cohort.fact for cohort in cohorts]
    if len(set(ids)) < len(ids):
        raise ValueError(f"cohorts must name each fact once, got {ids}")
    return RarityExplorer(
        data={
            "instance": instance,
            "title": TITLE,
            "caveat": CAVEAT,
            "guesses": list(GUESSES),
            "tested": list(TESTED),
            "caseloads": list(CASELOADS),
            "cohorts": [_cohort_data(cohort) for cohort in cohorts],
            "facts": ids,
        }
    )


def chance_of_one(prevalence: float, tested: int) -> float:
    """Chance, as a fraction, that at least one of ``tested`` people is a case, by a perfect test."""
    return 1.0 if prevalence == 1 else -math.expm1(tested * math.log1p(-prevalence))


def _cohort_data(cohort: Cohort) -> dict[str, Any]:
    events, total = _counts(cohort)
    rates = (events / total, *exact_interval(events, total))
    needed = [tests_to_find_one(rate) for rate in rates]
    return {
        "fact": cohort.fact,
        "name": cohort.name,
        "lead": cohort.lead,
        "people": cohort.people,
        "cases": cohort.cases,
        "caution": cohort.caution,
        "events": events,
        "total": total,
        # Point estimate, lower and upper bound; so are all lists of three below.
        "rates": [float(f"{rate:.6g}") for rate in rates],
        "per": list(per_10_000(*rates)),
        "marks": [round(10_000 * rate) for rate in rates],
        "needed": needed,
        "meets": [round(chance_of_one(rates[0], tested), 4) for tested in TESTED],
        "expected": [float(f"{caseload * rates[0]:.3g}") for caseload in CASELOADS],
        "years": [[float(f"{tests / caseload:.3g}") for tests in needed] for caseload in CASELOADS],
    }


def _counts(cohort: Cohort) -> tuple[int, int]:
    fact: Fact | None = load_facts().get(cohort.fact)
    if fact is None:
        raise ValueError(f"cohorts: no fact has the id {cohort.fact!r}; ids are in content/facts/")
    if fact.events is None or fact.total is None:
        raise ValueError(f"cohorts: fact {cohort.fact!r} has no events and total to count with")
    if fact.events == 0:
        raise ValueError(f"cohorts: fact {cohort.fact!r} has no event, so nothing can be found")
    return fact.events, fact.total


def _row_html(cohort: dict[str, Any], caseload: int) -> str:
    point, low, high = cohort["per"]
    # The rarer, the more tests: the interval's upper bound needs fewest.
    needed, most, fewest = cohort["needed"]
    years, longest, shortest = cohort["years"][caseload]
    published = f"{count(cohort['events'])} of {count(cohort['total'])}"
    return (
        f'<tr><th scope="row">{escape(cohort["name"])} ({escape(cohort["cases"])})</th>'
        f"<td>{fact_link(published, cohort['fact'])} ({percent(cohort['rates'][0])})</td>"
        f"<td>{point} ({low} to {high})</td>"
        f"<td>{count(needed)} ({count(fewest)} to {count(most)})</td>"
        f"<td>{years:.2g} ({shortest:.2g} to {longest:.2g})</td></tr>"
    )
