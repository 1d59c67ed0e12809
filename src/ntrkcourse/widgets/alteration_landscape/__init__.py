"""How common the alterations of breast cancer are: an order and a length first, then the counts on two scales."""

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from ...content import load_facts
from ...content.inline import fact_ids, fact_link, parse_inline, spans_html
from ...science.proportions import exact_interval
from ..base import CourseWidget, require_instance
from ..wording import count, per_10_000, percent

TITLE = "How common is each alteration?"
KINDS = {"acquired": "in the tumour", "inherited": "inherited", "type": "a tumour type"}
LENGTHS = (0.5, 1, 2, 3, 5, 10, 20, 50, 100, 200, 300, 500)
"""What can be guessed, in millimetres, for the last bar if the first is a metre long."""


@dataclass(frozen=True)
class Setting:
    """Women among whom alterations are counted: identifier, name, and what limits a comparison (inline Markdown)."""

    id: str
    name: str
    caution: str


@dataclass(frozen=True)
class Alteration:
    """One bar: a fact with a share, its name, its setting, where it sits, and who was counted.

    ``kind`` is ``"acquired"``, ``"inherited"`` or ``"type"``; ``fusion`` marks it as a fusion;
    ``part_of`` is the fact of a group that holds it, counted in the same women. ``lesson`` is told to a reader who
    puts it in the wrong place.
    """

    fact: str
    name: str
    setting: str
    kind: str
    who: str
    fusion: bool = False
    part_of: str = ""
    lesson: str = ""


SETTINGS = (
    Setting(
        "all",
        "All breast cancers",
        "Several groups of women stand in this one list: public studies, a US registry, a US clinic, and one US "
        "centre for advanced disease. Read how many times commoner one is than another, and not small differences.",
    ),
    Setting(
        "endocrine",
        "After endocrine therapy",
        "These tumours grew in spite of endocrine therapy. ESR1 mutations are "
        "[rare in primary tumours](fact:epi.breast.esr1.fribbens2018), so no bar here may stand beside one of "
        "another setting. Even the three ESR1 bars differ: the treatment before the sample was not the same. "
        "Kinase fusions can be acquired here as well: of 27 found, "
        "[15 had been treated with endocrine therapy](fact:enrich.endocrine.rossd2020). How many of all such "
        "women have one, no record tells.",
    ),
    Setting(
        "tn",
        "Triple-negative",
        "Triple-negative tumours alone, in three unconnected studies. That BRCA looks commoner here and PIK3CA rarer "
        "than among all cancers is a hint, to be checked within one series. The single NTRK fusion sat in [a secretory carcinoma](fact:tnbc5.true_fusion.wu2021), and tumours without "
        "a TRK stain were not tested further.",
    ),
    Setting(
        "india",
        "Women in India",
        "Two Indian series disagree on germline BRCA: [16.6%](fact:epi.breast.brca.india.aiims2023) of consecutive "
        "women at one referral hospital, [8.35%](fact:epi.breast.brca.india.nctb2026) in a biobank (second-hand). "
        "For NTRK fusions in breast cancer we found no Indian count with a denominator. The empty place is a "
        "finding.",
    ),
)
ALTERATIONS = (
    Alteration(
        "epi.breast.pik3ca.martinezsaez2020",
        "PIK3CA mutation",
        "all",
        "acquired",
        "ten public studies put together",
        lesson="A mutation that so many tumours share makes no headlines.",
    ),
    Alteration(
        "epi.breast.subtypes.howlader2014",
        "HER2-positive (ERBB2)",
        "all",
        "acquired",
        "new cancers in a US registry, known receptors",
        lesson="HER2 has the fame; PIK3CA has the numbers.",
    ),
    Alteration(
        "epi.breast.brca.tung2016",
        "BRCA1 or BRCA2 variant",
        "all",
        "inherited",
        "consecutive patients, stages I to III, one US centre",
        lesson="Families with many cases stay in the memory. Most women with breast cancer are not carriers.",
    ),
    Alteration(
        "epi.kinase_fusion.breast.rossds2020",
        "Fusion of any kinase",
        "all",
        "acquired",
        "any kinase that can be targeted; advanced disease, one US centre",
        fusion=True,
        lesson="All kinase fusions together, and still below one in a hundred.",
    ),
    Alteration(
        "epi.ntrk.breast.rossds2020",
        "NTRK fusion",
        "all",
        "acquired",
        "the same patients, advanced disease",
        fusion=True,
        part_of="epi.kinase_fusion.breast.rossds2020",
        lesson="It is one part of the kinase fusions, so it cannot be commoner than they are.",
    ),
    Alteration(
        "epi.secretory.share.jacob2016",
        "Secretory carcinoma",
        "all",
        "type",
        "US database, secretory and ductal carcinomas alone",
        lesson="A tumour type and not an alteration, but nearly all of these tumours carry an NTRK fusion.",
    ),
    Alteration(
        "epi.breast.esr1.fribbens2018",
        "ESR1 mutation",
        "endocrine",
        "acquired",
        "first aromatase inhibitor failing, plasma",
    ),
    Alteration(
        "epi.breast.akt_pathway.capitello2023",
        "PIK3CA, AKT1 or PTEN",
        "endocrine",
        "acquired",
        "drug trial, after an aromatase inhibitor",
    ),
    Alteration(
        "epi.breast.esr1.sofea2016",
        "ESR1 mutation, SoFEA",
        "endocrine",
        "acquired",
        "aromatase inhibitor had worked at first, plasma",
    ),
    Alteration(
        "epi.breast.esr1.paloma3_2016",
        "ESR1 mutation, PALOMA3",
        "endocrine",
        "acquired",
        "any endocrine therapy before, plasma",
    ),
    Alteration(
        "epi.breast.pik3ca_tnbc.2021",
        "PIK3CA mutation",
        "tn",
        "acquired",
        "one small series, three exons",
    ),
    Alteration(
        "epi.breast.brca_tnbc.wongbrown2015",
        "BRCA1 or BRCA2 variant",
        "tn",
        "inherited",
        "Australia and Poland",
    ),
    Alteration(
        "tnbc5.true_fusion.wu2021",
        "NTRK fusion",
        "tn",
        "acquired",
        "one hospital in Beijing",
        fusion=True,
    ),
    Alteration(
        "epi.breast.pik3ca.india.crst2025",
        "PIK3CA mutation",
        "india",
        "acquired",
        "newly diagnosed, one hospital in Bengaluru",
    ),
    Alteration(
        "epi.breast.brca.india.aiims2023",
        "BRCA1 or BRCA2 variant, hospital",
        "india",
        "inherited",
        "consecutive women, New Delhi, half of them 46 or younger",
    ),
    Alteration(
        "epi.breast.brca.india.nctb2026",
        "BRCA1 or BRCA2 variant, biobank",
        "india",
        "inherited",
        "not selected for family history, Chennai; second-hand",
    ),
)
ORDER = (
    "epi.breast.pik3ca.martinezsaez2020",
    "epi.breast.subtypes.howlader2014",
    "epi.breast.brca.tung2016",
    "epi.kinase_fusion.breast.rossds2020",
    "epi.ntrk.breast.rossds2020",
)


class AlterationLandscape(CourseWidget):
    """An order and a length to commit to, then bars on a linear and marks on a log scale, by setting.

    ``state`` holds ``order`` (fact ids) and ``length`` (millimetres) once committed, ``setting`` and ``scale``.
    """

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        names = {row["fact"]: row["name"] for row in data["rows"]}
        asked = "".join(f"<li>{escape(names[fact])}</li>" for fact in data["shown"])
        tables = "".join(_table(data, setting) for setting in data["settings"])
        ratios = "".join(
            f"<li>{escape(name)}: {escape(times)} times ({escape(spread)})</li>"
            for name, times, spread in data["ratios"]
        )
        length = data["ruler"]
        return (
            f"<h3>{escape(data['title'])}</h3><p><strong>Put these in order, the commonest first.</strong></p>"
            f"<ul>{asked}</ul><p>If the bar of {escape(names[data['order'][0]])} is one metre long, how long is "
            f"that of {escape(names[data['order'][-1]])}?</p><details><summary>The counts</summary>"
            f"<p>{length['text']}; the interval allows {length['range']}.</p>{tables}"
            f"<p>How many times commoner than {escape(names[data['order'][-1]])}:</p><ul>{ratios}</ul></details>"
        )


def alteration_landscape(
    alterations: Sequence[Alteration] = ALTERATIONS,
    settings: Sequence[Setting] = SETTINGS,
    order: Sequence[str] = ORDER,
    title: str = TITLE,
    instance: str = "01",
) -> AlterationLandscape:
    """Alterations of breast cancer by frequency: put some in order, guess a length, then see the counts.

    Parameters
    ----------
    alterations
        What is shown. Each fact needs a share in per cent above zero; with counts it gets its exact 95% interval.
    settings
        Groups of women, two or more; each alteration belongs to one, and only one is shown at a time.
    order
        Fact ids of three or more of ``alterations``, all of one setting, the commonest first. The length that is
        guessed is that of the last, if the first is a metre long.
    title
        Heading of the widget.
    instance
        Tells this widget's remembered answer from another's.

    Raises
    ------
    ValueError
        Naming the argument: an unknown fact, one without a share, an alteration of no known setting or kind, a
        setting without alterations, an ``order`` that is not one or mixes settings, an empty ``instance``.
    """
    require_instance(instance)
    known = [setting.id for setting in settings]
    if len(set(known)) != len(known) or len(known) < 2:
        raise ValueError(f"settings must hold two or more with different ids, got {known}")
    rows = [_row(alteration, known) for alteration in alterations]
    for setting in settings:
        if not any(row["setting"] == setting.id for row in rows):
            raise ValueError(f"settings: {setting.id!r} has no alteration")
    by_fact = {row["fact"]: row for row in rows}
    if len(by_fact) < len(rows):
        raise ValueError("alterations must rest on different facts")
    asked = _asked(order, by_fact)
    rows.sort(key=lambda row: (known.index(row["setting"]), -row["point"]))
    linked = [fact for setting in settings for fact in fact_ids(setting.caution)]
    return AlterationLandscape(
        data={
            "instance": instance,
            "title": title,
            "rows": rows,
            "settings": [
                {
                    "id": one.id,
                    "name": one.name,
                    "caution": [list(span) for span in parse_inline(one.caution)],
                }
                for one in settings
            ],
            "order": list(order),
            "shown": _shuffled(order),
            "lengths": list(LENGTHS),
            "ruler": _ruler(asked[0], asked[-1]),
            "ratios": [_ratio(row, asked[-1]) for row in asked[:-1]],
            "axes": _axes(rows),
            "facts": list(dict.fromkeys([row["fact"] for row in rows] + linked)),
        }
    )


def _row(alteration: Alteration, settings: Sequence[str]) -> dict[str, Any]:
    fact = load_facts().get(alteration.fact)
    if fact is None:
        raise ValueError(f"alterations: no fact has the id {alteration.fact!r}; ids are in content/facts/")
    if alteration.setting not in settings:
        raise ValueError(f"alterations: setting {alteration.setting!r} is none of {', '.join(settings)}")
    if alteration.kind not in KINDS:
        raise ValueError(f"alterations: kind {alteration.kind!r} is none of {', '.join(KINDS)}")
    interval: tuple[float, float] | None = None
    if fact.unit.startswith("percent") and fact.events is not None and fact.total is not None:
        point, interval = fact.events / fact.total, exact_interval(fact.events, fact.total)
        published = f"{count(fact.events)} of {count(fact.total)}"
    elif fact.unit.startswith("percent") and isinstance(fact.value, float):
        point = fact.value / 100
        published = f"{fact.value:g}%" + (f" of {count(fact.total)}" if fact.total else "")
    else:
        raise ValueError(f"alterations: fact {alteration.fact!r} has no share in per cent")
    if point <= 0:
        raise ValueError(f"alterations: fact {alteration.fact!r} has a share of zero: no log scale holds it")
    per = per_10_000(point, *(interval or (point, point)))
    bounds = "no interval: the text read prints no count"
    if interval:
        bounds = f"95% interval {per[1]} to {per[2]} in 10,000"
    return {
        "fact": alteration.fact,
        "name": alteration.name,
        "setting": alteration.setting,
        "kind": KINDS[alteration.kind],
        "inherited": alteration.kind == "inherited",
        "fusion": alteration.fusion,
        "part_of": alteration.part_of,
        "counted": [fact.events, fact.total] if interval else None,
        "who": alteration.who,
        "lesson": alteration.lesson,
        "published": published,
        "point": float(f"{point:.6g}"),
        "interval": [float(f"{bound:.6g}") for bound in interval] if interval else None,
        "percent": percent(point),
        "per": per[0],
        "bounds": bounds,
    }


def _asked(order: Sequence[str], by_fact: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    missing = [fact for fact in order if fact not in by_fact]
    if missing:
        raise ValueError(f"order: {missing[0]!r} is not among the alterations")
    asked = [by_fact[fact] for fact in order]
    points = [row["point"] for row in asked]
    if len(asked) < 3 or points != sorted(points, reverse=True) or len(set(points)) < len(points):
        raise ValueError("order must hold three or more alterations, each commoner than the next")
    if len({row["setting"] for row in asked}) > 1:
        raise ValueError("order must not mix settings")
    return asked


def _shuffled(order: Sequence[str]) -> list[str]:
    """The same order for every reader, with no alteration in its place."""
    mixed = sorted(order, key=lambda fact: hashlib.sha256(fact.encode()).digest())
    turns = [mixed[turn:] + mixed[:turn] for turn in range(len(mixed))]
    return next(
        (turn for turn in turns if all(a != b for a, b in zip(turn, order, strict=True))),
        list(reversed(order)),
    )


def _ruler(first: dict[str, Any], last: dict[str, Any]) -> dict[str, Any]:
    """Length of the last bar in millimetres, if the first is a metre, with what its interval allows."""
    point = 1000 * last["point"] / first["point"]
    low, high = (
        1000 * bound / first["point"] for bound in last["interval"] or (last["point"], last["point"])
    )
    return {
        "point": float(f"{point:.4g}"),
        "low": float(f"{low:.4g}"),
        "high": float(f"{high:.4g}"),
        "text": f"{point:.2g} mm",
        "range": f"{low:.2g} to {high:.2g} mm",
    }


def _ratio(row: dict[str, Any], last: dict[str, Any]) -> list[str]:
    """How many times commoner, and between which ends."""
    times = row["point"] / last["point"]
    if last["part_of"] == row["fact"] and row["counted"] and last["counted"]:
        # The same women: the ratio hangs on one share, the part among the whole.
        low, high = exact_interval(last["counted"][0], row["counted"][0])
        ends, source = (1 / high, 1 / low), f"{last['counted'][0]} of the {row['counted'][0]}"
    elif row["interval"] and last["interval"]:
        # Each interval at the end that stretches the ratio most: wider than 95% asks for.
        ends = (row["interval"][0] / last["interval"][1], row["interval"][1] / last["interval"][0])
        source = "both intervals at their ends"
    else:
        low, high = last["interval"] or (last["point"], last["point"])
        ends, source = (row["point"] / high, row["point"] / low), "the interval of the rarer one alone"
    return [row["name"], _two(times), f"{_two(ends[0])} to {_two(ends[1])}: {source}"]


def _two(value: float) -> str:
    return count(float(f"{value:.2g}")) if value >= 10 else f"{value:.2g}"


def _axes(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """One linear and one log axis for all settings, so that a bar keeps its length when the setting changes."""
    top = max(value for row in rows for value in (row["point"], *(row["interval"] or ())))
    bottom = min(row["point"] for row in rows)
    steps = [round(0.2 * step, 1) for step in range(math.ceil(top / 0.2) + 1)]
    decades = [10.0**exponent for exponent in range(math.floor(math.log10(bottom)), 1)]
    return {
        "linear": {"from": 0, "to": steps[-1], "ticks": [_tick(value) for value in steps]},
        "log": {"from": decades[0], "to": 1, "ticks": [_tick(value) for value in decades]},
    }


def _tick(value: float) -> list[Any]:
    return [value, f"{100 * value:g}%", count(10_000 * value)]


def _table(data: dict[str, Any], setting: dict[str, Any]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(row["name"])} ({escape(row["kind"])})</th>'
        f"<td>{fact_link(row['published'], row['fact'])}</td>"
        f"<td>{row['percent']}, {row['per']} in 10,000</td><td>{escape(row['bounds'])}</td>"
        f"<td>{escape(row['who'])}</td></tr>"
        for row in data["rows"]
        if row["setting"] == setting["id"]
    )
    heads = ("Alteration", "Published", "Share", "Interval", "Who was counted")
    head = "".join(f'<th scope="col">{text}</th>' for text in heads)
    return (
        f"<h4>{escape(setting['name'])}</h4><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        f"<p>{spans_html(setting['caution'])}</p>"
    )
