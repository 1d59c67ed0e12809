"""A band of time for four rules on data: passed, and in force."""

from datetime import date

from ...content.facts import Fact, load_facts
from ..records import Labels
from ..svg import WIDTH, Drawing, line, path, rect, text

PASSED = "policy.dpdp.assent.gazette2023"
RIGHT_TO_INFORMATION = "policy.dpdp.rti_s44_3.in_force2025"
STATED = date(2026, 11, 22)
"""The day of which the chapter speaks."""
_FIRST, _LAST, _TOP, _ROW = 2023, 2028, 62, 62


def starts() -> dict[str, date | None]:
    """When each rule came into force, or is to; None for the one that held all along."""
    facts = load_facts()
    return {
        "spdi": None,
        "rti": date.fromisoformat(str(facts[RIGHT_TO_INFORMATION].value)),
        "managers": _after(facts["policy.dpdp.commencement_12m.gsr843e"]),
        "duties": _after(facts["policy.dpdp.commencement_18m.gsr843e"]),
    }


def place(day: date) -> float:
    """Where a day stands on the band."""
    years = day.year + (day.timetuple().tm_yday - 1) / 365
    return WIDTH * (years - _FIRST) / (_LAST - _FIRST)


def draw(labels: Labels) -> Drawing:
    passed = place(date.fromisoformat(str(load_facts()[PASSED].value)))
    all_starts = starts()
    end = place(all_starts["duties"] or STATED)
    bottom = _TOP + _ROW * len(all_starts)
    today = place(STATED)
    parts = [
        line(today, 20, today, bottom - 8, "text line thin"),
        text(today + 4, 14, labels["today"], "strong", "end"),
    ]
    for year in range(_FIRST, _LAST):
        x = place(date(year, 1, 1))
        parts += [line(x, 42, x, 48, "muted line thin"), text(x + 32, 44, f"{year}", "muted", "middle")]
    for row, (name, start) in enumerate(all_starts.items()):
        y = _TOP + _ROW * row
        parts.append(text(0, y + 12, labels[name], "strong"))
        if start is None:
            parts += [
                rect(0, y + 20, end, 16, "negative solid", 2),
                rect(end, y + 20, WIDTH - end, 16, "uncertainty line thin dashed"),
                text(end + (WIDTH - end) / 2, y + 33, "?", "strong", "middle"),
            ]
        else:
            x = place(start)
            parts += [
                rect(passed, y + 20, x - passed, 16, "uncertainty line thin dashed"),
                rect(x, y + 20, WIDTH - x, 16, "negative solid", 2),
                path(f"M{passed:.1f} {y + 16}v24", "text line"),
            ]
    parts += [
        path(f"M10 {bottom + 2}v14", "text line"),
        text(20, bottom + 14, labels["passed"]),
        rect(78, bottom + 2, 24, 14, "uncertainty line thin dashed"),
        text(108, bottom + 14, labels["waiting"]),
        rect(212, bottom + 2, 24, 14, "negative solid", 2),
        text(242, bottom + 14, labels["holds"]),
    ]
    return Drawing(bottom + 24, "".join(parts))


def _after(fact: Fact) -> date:
    """The day so many months after the notification of 13 November 2025."""
    assert isinstance(fact.value, float)
    published = date.fromisoformat(load_facts()["policy.dpdp.commencement_18m.gsr843e"].as_of)
    month = published.month - 1 + int(fact.value)
    return date(published.year + month // 12, month % 12 + 1, published.day)
