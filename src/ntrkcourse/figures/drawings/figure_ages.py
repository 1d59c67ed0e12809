"""How a figure ages: four reports of one response rate by date, a page that kept the first, and the breast row."""

import re
from datetime import date

from ...content.facts import Fact, load_facts
from ..records import Labels
from ..svg import Drawing, line, polygon, rect, text

LEFT, YEAR, FIRST, LAST = 36, 30.0, 2018, 2027
TOP, BOTTOM, LOW, HIGH = 36, 224, 40, 90
REPORTS = (
    "therapy.larotrectinib.orr.drilon2018",
    "therapy.larotrectinib.orr.hong2020",
    "therapy.larotrectinib.orr.asco2022_n244",
    "therapy.larotrectinib.orr.fda2025_n339",
)
BY_INVESTIGATORS = REPORTS[1]
BREAST = "therapy.larotrectinib.breast.orr.navigate2021"
PAGE = "therapy.guideline.pdq_lag2025"


def across(year: float) -> float:
    """Where a moment stands on the axis of time."""
    return LEFT + YEAR * (year - FIRST)


def when(fact: Fact) -> float:
    """Date of a record as a year with a fraction: the middle of its month, if no day is known."""
    found = re.search(r"(\d{4})-(\d{2})(?:-(\d{2}))?", fact.as_of)
    assert found
    return int(found[1]) + (int(found[2]) - 1 + int(found[3] or 15) / 31) / 12


def height(percent: float) -> float:
    """Where a rate stands on the axis of rates."""
    return BOTTOM - (percent - LOW) * (BOTTOM - TOP) / (HIGH - LOW)


def draw(labels: Labels) -> Drawing:
    facts = load_facts()
    first = facts[REPORTS[0]]
    page = across(when(facts[PAGE]))
    parts = [*_axes(labels)]
    parts += [
        line(across(when(first)), height(_rate(first)), page, height(_rate(first)), "wrong line thin dashed"),
        rect(page - 5, height(_rate(first)) - 7, 10, 14, "wrong soft", 1),
        text(314, height(_rate(first)) - 14, labels["page"], "wrong halo", anchor="end"),
    ]
    for number, name in enumerate(REPORTS):
        parts.append(_report(labels, facts[name], name == BY_INVESTIGATORS, below=number > 1))
    breast = facts[BREAST]
    x, end = across(when(breast)), across(_year(breast.checked))
    parts += [
        text(LEFT, BOTTOM + 52, labels["breast"], "strong"),
        rect(x, BOTTOM + 62, end - x, 22, "uncertainty soft", 3),
        text((x + end) / 2, BOTTOM + 78, labels("six", n=breast.events, all=breast.total), anchor="middle"),
        text(LEFT, BOTTOM + 104, labels["none_later"], "muted"),
    ]
    return Drawing(BOTTOM + 114, "".join(parts))


def _axes(labels: Labels) -> list[str]:
    parts = [text(0, 14, labels["axis"], "muted")]
    for percent in range(LOW, HIGH + 1, 10):
        y = height(percent)
        parts += [
            line(LEFT, y, 318, y, "grid line thin"),
            text(LEFT - 6, y + 4, f"{percent}", "muted", anchor="end"),
        ]
    for year in range(FIRST, LAST, 2):
        parts.append(text(across(year), BOTTOM + 22, f"{year}", "muted", anchor="middle"))
    for year in range(FIRST, LAST + 1):
        parts.append(line(across(year), BOTTOM, across(year), BOTTOM + 5, "muted line thin"))
    return parts


def _report(labels: Labels, fact: Fact, investigators: bool, below: bool) -> str:
    x, y = across(when(fact)), height(_rate(fact))
    bounds = fact.interval
    mark = (
        polygon([(x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)], "drug soft")
        if investigators
        else rect(x - 5, y - 5, 10, 10, "drug solid")
    )
    words = labels("report", share=f"{_rate(fact):g}", all=fact.total)
    foot = height(bounds[0]) + 16 if bounds and below else y + 26 if below else 0
    return (
        (line(x, height(bounds[0]), x, height(bounds[1]), "drug line") if bounds else "")
        + mark
        + (
            text(x, foot, words, "strong halo", anchor="middle")
            if below
            else text(x + 10, y - 12 if investigators else y + 18, words, "strong halo")
        )
    )


def _rate(fact: Fact) -> float:
    assert isinstance(fact.value, int | float)
    return fact.value


def _year(day: date) -> float:
    return day.year + (day.month - 1 + day.day / 31) / 12
