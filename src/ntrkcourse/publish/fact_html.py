"""A fact as the book shows it: on the evidence page, among a chapter's sources, and in its card."""

import math
from datetime import date
from html import escape

from ..content.dates import speak_dates
from ..content.facts import Fact, printed_places
from ..content.inline import inline_html
from ..science.proportions import exact_interval
from .bibliography import load_references

STATUS_TEXT = {
    "verified": "Verified: read in the source",
    "secondary": "Secondary: read second-hand, or computed here",
}


def fact_html(fact: Fact, references_page: str, today: date, folded: bool = False) -> str:
    """The record as HTML without an outer element: claim, source and status, then the particulars.

    Parameters
    ----------
    fact
        A record that may be taught.
    references_page
        Address of the references page, from the page that shows the fact.
    today
        Day of the build; a record checked more than a year before is marked as overdue.
    folded
        Whether the particulars lie behind a summary.
    """
    rows = [
        ("Value", value_text(fact)),
        ("Counts", f"{fact.events:,} of {fact.total:,}" if fact.counts else ""),
        ("Interval", interval_text(fact)),
        ("Who", inline_html(fact.population)),
        ("As of", escape(speak_dates(fact.as_of))),
        ("Also there", inline_html(fact.detail)),
        ("Limits", inline_html(fact.limits)),
        ("Caution", inline_html(fact.note)),
    ]
    listed = "".join(f"<div><dt>{name}</dt><dd>{text}</dd></div>" for name, text in rows if text)
    particulars = f"<dl>{listed}</dl>"
    if folded:
        particulars = f"<details><summary>Counts, interval and cautions</summary>{particulars}</details>"
    return (
        f'<p class="fact-claim">{inline_html(fact.claim)}</p>'
        f'<p class="fact-source">{source_html(fact, references_page)}. {status_html(fact, today)}</p>{particulars}'
    )


def value_text(fact: Fact) -> str:
    """The figure with its unit."""
    if isinstance(fact.value, str):
        return inline_html(f"{speak_dates(fact.value)} {fact.unit}".strip())
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    text = " to ".join(_number(value) for value in values)
    if fact.unit.startswith("percent"):
        return f"{text}%{escape(fact.unit.removeprefix('percent'))}"
    # A year is a name and not a quantity: no thousands comma.
    text = text.replace(",", "") if fact.unit == "year" else text
    return f"{text} {escape(fact.unit)}".strip()


def interval_text(fact: Fact) -> str:
    """The record's interval, or the exact one that follows from its counts."""
    if fact.interval is not None:
        low, high = fact.interval
        bounds = f"{_number(low)} to {_number(high) if math.isfinite(high) else 'not reached'}"
        method = escape(fact.interval_method) if fact.interval_method else "exact" if fact.counts else ""
        unit = "%" if fact.unit.startswith("percent") else f" {escape(fact.unit)}"
        return f"{bounds}{unit} ({fact.level:g}%{', ' + method if method else ''})"
    if fact.counts and fact.unit.startswith("percent"):
        low, high = (100 * bound for bound in exact_interval(*fact.counts))
        # Two figures of the smaller bound, and never more than three places.
        places = min(3, max(1, 1 - math.floor(math.log10(low or high))))
        return f"{low:.{places}f} to {high:.{places}f}% (95%, exact, computed here)"
    return ""


def source_html(fact: Fact, references_page: str) -> str:
    """Short reference that links to the full one, and the place in it."""
    label = escape(load_references()[fact.source].label)
    return (
        f'<a href="{escape(references_page)}#{escape(fact.source)}">{label}</a>, {inline_html(fact.locator)}'
    )


def status_html(fact: Fact, today: date) -> str:
    """Status in words, and the day of the last check."""
    overdue = " <strong>Check overdue.</strong>" if fact.overdue(today) else ""
    # The mark of links stands beside the words that say what it means.
    mark = " fact-second" if fact.status == "secondary" else ""
    return (
        f'<span class="fact-status fact-{fact.status}{mark}">{STATUS_TEXT[fact.status]}</span>,'
        f" checked {fact.checked.day} {fact.checked:%B %Y}.{overdue}"
    )


def _number(value: float) -> str:
    return f"{value:,.{printed_places(value)}f}"
