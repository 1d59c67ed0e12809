"""Estimates of one rate side by side: first the points, a verdict on the spread, then the intervals."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import combinations
from typing import Any

from ...content import load_facts
from ...content.inline import fact_ids, fact_link, parse_inline, spans_html
from ...science.proportions import exact_interval
from ...science.spread import exact_spread
from ..base import CourseWidget, require_instance
from ..wording import count, per_10_000, percent

TITLE = "One rate, many estimates: why do they differ?"


@dataclass(frozen=True)
class Estimate:
    """One estimate of the rate.

    Attributes
    ----------
    fact
        Id of a fact with counts, or with a value in per cent, and perhaps a published interval.
    name
        Short, as in "Ross 2020".
    differs
        How it was tested and who was tested, in a line; shown after the verdict.
    """

    fact: str
    name: str
    differs: str


@dataclass(frozen=True)
class Choice:
    """An answer to the question: an identifier, its text, whether it is the best, and what is said of it.

    ``feedback`` is inline Markdown and may hold the placeholders of :func:`estimate_forest`.
    """

    id: str
    text: str
    best: bool
    feedback: str


@dataclass(frozen=True)
class Reading:
    """A paragraph that is shown after the verdict: a short heading and inline Markdown with placeholders."""

    heading: str
    text: str


BREAST = (
    Estimate(
        "epi.ntrk.breast.rossds2020",
        "Ross 2020",
        "DNA panel and RNA panel; advanced cancers, one US centre.",
    ),
    Estimate(
        "epi.ntrk.breast.china.aacr38_2020",
        "Chinese abstract 2020",
        "Gene panel; advanced cancers, several centres in China.",
    ),
    Estimate(
        "epi.ntrk.breast.china.tao2021",
        "Tao 2021",
        "Tissue and blood samples; patients in China; may count fusions, not patients.",
    ),
    Estimate(
        "epi.ntrk.breast.nonsecretory.forsythe2020",
        "Forsythe 2020, pooled",
        "Several studies with different tests put together; secretory carcinoma left out.",
    ),
    Estimate(
        "bayes.prevalence.breast_high.rnahybrid2024",
        "RNA series",
        "RNA sequencing of samples from routine US care; counts likely oncogenic fusions too.",
    ),
)
CHOICES = (
    Choice(
        "chance",
        "Yes. With so few cases in each, rates jump about.",
        False,
        "Chance is large here, and intervals that overlap look like agreement. But overlap is not a test. If "
        "the cohorts with counts shared one rate, their {events} cases would fall as unevenly as this about "
        "{in_100} times in 100. Chance alone is possible, not likely.",
    ),
    Choice(
        "differ",
        "Unlikely. Something probably differs between the studies.",
        True,
        "If the cohorts with counts shared one rate, their {events} cases would fall as unevenly as this "
        "only about {in_100} times in 100. That is not proof: the question came after the rates were seen, "
        "and the largest estimate has no counts to test.",
    ),
    Choice(
        "error",
        "No. One of the studies must be wrong.",
        False,
        "Nothing here shows an error. Two studies can both be right about what each of them measured, if the "
        "tests or the people tested differ. Ask what differs before you ask who is wrong.",
    ),
)
READING = (
    Reading(
        "Which intervals overlap",
        "{overlapping} pairs of intervals overlap. The narrowest overlap is between {narrow_a} and "
        "{narrow_b}: both allow a rate of {narrow_low} to {narrow_high}. An interval that reaches zero "
        "overlaps nearly everything because it says little.",
    ),
    Reading(
        "What differs: the test",
        "[DNA sequencing can miss a fusion](fact:methods.dnangs.false_negative_cause.solomon2020) whose "
        "break lies in a stretch that it does not read. RNA shows the joined message itself. The RNA series "
        "also has a wider idea of what counts: fusions that are only likely to be oncogenic.",
    ),
    Reading(
        "What differs: who was tested",
        "Advanced cancers at one centre; advanced cancers at several; tissue and blood together; samples "
        "sent in routine care. None of these is all women with breast cancer.",
    ),
    Reading(
        "What differs: the mix of tumours",
        "Every fusion in Ross was of NTRK1; every fusion in the Chinese abstract was ETV6::NTRK3, which is "
        "typical of secretory carcinoma. The pooled estimate leaves secretory carcinoma out. When the rate "
        "is this small, a few such tumours more or less change it.",
    ),
    Reading(
        "Why you must not simply add them",
        "More cases would narrow the interval, so adding is tempting. But "
        "[Rosen](fact:epi.ntrk.pan.rosen2020), [Solomon](fact:epi.ntrk.pan.solomon2020) and "
        "[Ross](fact:epi.ntrk.breast.rossds2020) all report from Memorial Sloan Kettering: patients of one "
        "are patients of another. Adding them counts the same tumours twice: the interval shrinks and "
        "nothing has been learned. Rosen and Solomon also count all tumours, not breast alone.",
    ),
)


class EstimateForest(CourseWidget):
    """Points, a verdict, then intervals.

    ``state`` holds ``choice`` (the id of the answer, once committed) and ``scale`` ("linear" or "log").
    """

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        options = "".join(f"<li>{escape(choice['text'])}</li>" for choice in data["choices"])
        rows = "".join(
            f'<tr><th scope="row">{escape(row["name"])}</th><td>{fact_link(row["published"], row["fact"])}</td>'
            f"<td>{row['percent']} ({row['per']} in 10,000)</td>"
            f"<td>{escape(row['bounds'])}</td><td>{escape(row['differs'])}</td></tr>"
            for row in data["rows"]
        )
        heads = ("Study", "Published", "Estimate", "95% interval", "Test and people")
        head = "".join(f'<th scope="col">{text}</th>' for text in heads)
        answers = "".join(
            f"<li>{'<strong>Best reading.</strong> ' if choice['best'] else ''}"
            f"{spans_html(choice['feedback'])}</li>"
            for choice in data["choices"]
        )
        reading = "".join(
            f"<p><strong>{escape(part['heading'])}.</strong> {spans_html(part['text'])}</p>"
            for part in data["reading"]
        )
        return (
            f"<h3>{escape(data['title'])}</h3><p><strong>{escape(data['question'])}</strong></p>"
            f'<ol type="A">{options}</ol><details><summary>Answer, intervals and why</summary>'
            f'<ol type="A">{answers}</ol>'
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{reading}</details>"
        )


def estimate_forest(
    estimates: Sequence[Estimate] = BREAST,
    choices: Sequence[Choice] = CHOICES,
    reading: Sequence[Reading] = READING,
    title: str = TITLE,
    instance: str = "03",
) -> EstimateForest:
    """Published estimates side by side, their intervals shown once the reader has judged the spread.

    Parameters
    ----------
    estimates
        Three or more, two of them with counts; drawn in the order of their size. Intervals are exact where
        the fact has counts, as published where it has an interval of its own, and missing otherwise.
    choices
        Answers to "could chance alone explain the spread?", two or more, one of them the best.
    reading
        Paragraphs for after the verdict. Their text, and the feedback of the choices, may hold the
        placeholders ``{events}`` (cases in all cohorts with counts), ``{in_100}`` (how often in 100 chance
        would split them as unevenly), ``{overlapping}`` ("All 6" or "5 of 6"), ``{narrow_a}``,
        ``{narrow_b}``, ``{narrow_low}`` and ``{narrow_high}`` (the narrowest overlap).
    title
        Heading of the widget.
    instance
        Tells two of these widgets apart in the reader's browser.

    Raises
    ------
    ValueError
        Naming the argument: an unknown fact, one without a rate, too few estimates or choices, no single
        best choice, an identifier used twice, an unknown placeholder, an empty ``instance``; and where a text
        asks for ``{in_100}`` with counts too large for an exact result.
    """
    require_instance(instance)
    if len(estimates) < 3:
        raise ValueError(f"estimates must hold three or more, got {len(estimates)}")
    _check_choices(choices)
    rows = sorted((_row(estimate) for estimate in estimates), key=lambda row: row["point"])
    parts: list[Choice | Reading] = [*choices, *reading]
    words = _words(rows, any("{in_100}" in _text(part) for part in parts))
    told = {
        "choices": [
            {"id": c.id, "text": c.text, "best": c.best, "feedback": _filled("choices", c.feedback, words)}
            for c in choices
        ],
        "reading": [{"heading": r.heading, "text": _filled("reading", r.text, words)} for r in reading],
    }
    linked = [fact for part in parts for fact in fact_ids(_text(part))]
    times = round(rows[-1]["point"] / rows[0]["point"])
    return EstimateForest(
        data={
            "instance": instance,
            "title": title,
            "question": f"The largest estimate is about {times} times the smallest. "
            "Could chance alone explain the spread?",
            "rows": rows,
            "pairs": _pairs(rows),
            "axes": _axes(rows),
            **told,
            "facts": list(dict.fromkeys([row["fact"] for row in rows] + linked)),
        }
    )


def _check_choices(choices: Sequence[Choice]) -> None:
    if len(choices) < 2 or sum(choice.best for choice in choices) != 1:
        raise ValueError("choices must hold two or more, one of them the best")
    ids = [choice.id for choice in choices]
    if len(set(ids)) < len(ids):
        raise ValueError(f"choices must have different ids, got {ids}")


def _row(estimate: Estimate) -> dict[str, Any]:
    fact = load_facts().get(estimate.fact)
    if fact is None:
        raise ValueError(f"estimates: no fact has the id {estimate.fact!r}; ids are in content/facts/")
    counted = fact.events is not None and fact.total is not None
    interval: tuple[float, float] | None = None
    if fact.events is not None and fact.total is not None:
        point, interval = fact.events / fact.total, exact_interval(fact.events, fact.total)
        kind, published = "exact", f"{count(fact.events)} of {count(fact.total)}"
    elif isinstance(fact.value, float) and fact.unit.startswith("percent"):
        point, published = fact.value / 100, f"{fact.value:.2f}%"
        kind = "published" if fact.interval else "bare"
        interval = (fact.interval[0] / 100, fact.interval[1] / 100) if fact.interval else None
    else:
        raise ValueError(f"estimates: fact {estimate.fact!r} has neither counts nor a value in per cent")
    if point <= 0:
        raise ValueError(f"estimates: fact {estimate.fact!r} has a rate of zero: no log scale holds it")
    per = per_10_000(point, *(interval or (0.0, 1.0)))
    bounds = {
        "exact": "exact, from the counts",
        "published": "as published",
        "bare": "none, because the size of the group is not known",
    }[kind]
    if interval:
        shares = f"{percent(interval[0])} to {percent(interval[1])}"
        bounds = f"{shares} ({per[1]} to {per[2]} in 10,000), {bounds}"
    return {
        "fact": estimate.fact,
        "name": estimate.name,
        "differs": estimate.differs,
        "kind": kind,
        "counted": [fact.events, fact.total] if counted else None,
        "published": published,
        "point": float(f"{point:.6g}"),
        "interval": [float(f"{bound:.6g}") for bound in interval] if interval else None,
        "percent": percent(point),
        "per": per[0],
        "bounds": bounds,
    }


def _overlap(a: dict[str, Any], b: dict[str, Any]) -> tuple[float, float] | None:
    low, high = max(a["interval"][0], b["interval"][0]), min(a["interval"][1], b["interval"][1])
    return (low, high) if low <= high else None


def _pairs(rows: Sequence[dict[str, Any]]) -> list[list[str]]:
    """Names of every two estimates that have intervals, and what both intervals allow."""
    table = []
    for a, b in combinations([row for row in rows if row["interval"]], 2):
        shared = _overlap(a, b)
        both = f"yes, {percent(shared[0])} to {percent(shared[1])}" if shared else "no"
        table.append([f"{a['name']} and {b['name']}", both])
    return table


def _words(rows: Sequence[dict[str, Any]], needs_chance: bool) -> dict[str, str]:
    """What the placeholders of a text stand for; that of chance only where a text asks for it."""
    counted = [(row["counted"][0], row["counted"][1]) for row in rows if row["counted"]]
    if len(counted) < 2:
        raise ValueError("estimates must hold two or more with counts")
    pairs = list(combinations([row for row in rows if row["interval"]], 2))
    shared = [(overlap, a, b) for a, b in pairs if (overlap := _overlap(a, b))]
    words = {
        "events": count(sum(events for events, _ in counted)),
        "overlapping": f"All {len(pairs)}" if len(shared) == len(pairs) else f"{len(shared)} of {len(pairs)}",
    }
    if needs_chance:
        # Large counts make too many splits; then exact_spread refuses.
        in_100 = 100 * exact_spread(counted)
        words["in_100"] = f"{in_100:.0f}" if in_100 >= 1 else f"{in_100:.1g}"
    if shared:
        (low, high), a, b = min(shared, key=lambda one: one[0][1] - one[0][0])
        words |= {"narrow_a": a["name"], "narrow_b": b["name"]}
        words |= {"narrow_low": percent(low), "narrow_high": percent(high)}
    return words


def _filled(argument: str, text: str, words: dict[str, str]) -> list[Any]:
    try:
        return [list(span) for span in parse_inline(text.format_map(words))]
    except (KeyError, ValueError, IndexError) as error:
        raise ValueError(f"{argument}: no such placeholder, {error}, in {text!r}") from error


def _text(part: Choice | Reading) -> str:
    return part.feedback if isinstance(part, Choice) else part.text


def _axes(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Both scales, as fractions: range and ticks, each with its percentage and its count in 10,000."""
    shown = [value for row in rows for value in (row["point"], *(row["interval"] or ()))]
    top, bottom = max(shown), min(value for value in shown if value > 0)
    power = 10.0 ** math.floor(math.log10(top))
    step = next(size for size in (power / 5, power / 2, power, 2 * power) if top / size <= 4)
    steps = [round(step * i, 10) for i in range(math.ceil(top / step - 1e-9) + 1)]
    # The log scale begins at a whole power of ten below everything and ends a little above everything.
    powers = range(math.floor(math.log10(bottom)), math.floor(math.log10(top)) + 1)
    decades = [10.0**exponent for exponent in powers]
    return {
        "linear": {"from": 0, "to": steps[-1], "ticks": [_tick(value) for value in steps]},
        "log": {"from": decades[0], "to": 1.2 * top, "ticks": [_tick(value) for value in decades]},
    }


def _tick(value: float) -> list[Any]:
    return [value, f"{100 * value:g}%", f"{10_000 * value:g}"]
