"""Constructed tumours that come back on a first TRK inhibitor: choose, predict, then see the clones."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from ...content.inline import fact_link, parse_inline, spans_html
from ...science.resistance import MECHANISMS, Cell, Clone, Trajectory, Treatment, drug_table, simulate
from ..base import CourseWidget, chosen_from, require_instance
from .records import Lab, Tumour, load

DECISION, FOLLOWED, STEP = 10, 6, 0.5
FIFTH = 0.2
"""A burden that changed by less than this share of itself is said to have stayed."""
_MECHANISMS = {
    "sensitive": "No second change",
    "solvent_front": "Solvent front (NTRK1 G595R, NTRK3 G623R)",
    "gatekeeper": "Gatekeeper",
    "xdfg": "xDFG (NTRK1 G667C, NTRK3 G696A)",
    "bypass": "Bypass outside TRK (BRAF V600E)",
}


class ResistanceLab(CourseWidget):
    """``state`` holds ``at``, the tumour that is open, and ``marks``: for each tumour choice and prediction."""

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        choices = "".join(
            f"<li>{escape(one['name'])}. {spans_html(one['note'])}</li>" for one in data["choices"]
        )
        tumours = "".join(_tumour_html(tumour, data) for tumour in data["tumours"])
        summary = "".join(f"<p>{spans_html(spans)}</p>" for spans in data["summary"])
        return (
            f"<h3>{escape(data['title'])}</h3><p>{escape(data['intro'])} {escape(data['model'])}</p>"
            f"<ul>{choices}</ul>{tumours}<h4>{escape(data['closing'])}</h4>{summary}{_table_html(data['table'])}"
        )


def resistance_lab(tumours: Sequence[str] = (), instance: str = "08") -> ResistanceLab:
    """Constructed tumours on a first TRK inhibitor: choose what to do at progression and predict the burden.

    Every combination is worked out with :func:`ntrkcourse.science.resistance.simulate`; growth rates are made
    up. Sizes are per cent of the burden at month 0, every half month for 16 months.

    Parameters
    ----------
    tumours
        Ids of tumours in ``content/widgets/resistance_lab.toml`` in the order shown, each once; empty for all.
    instance
        Under this name the browser remembers the reader's choices.

    Raises
    ------
    ValueError
        When a tumour does not exist or stands twice, or ``instance`` is empty.
    """
    lab = load()
    known = {tumour.id: tumour for tumour in lab.tumour}
    chosen = chosen_from(known, tumours, "tumours")
    require_instance(instance)
    return ResistanceLab(
        data={
            "id": instance,
            "title": "The tumour grows again. What now?",
            "intro": "Each tumour is constructed. You see its burden alone, as a scan would show it. "
            "Choose what to do, predict six months, and then see the clones.",
            "model": "A simple model with made-up growth rates: each clone grows or shrinks at its own steady "
            "rate, and all clones were there from the start. It leaves out new mutations, doses, harms and "
            "other sites, and predicts nothing about a patient.",
            "closing": "The kind of resistance chooses the next drug",
            "decision": DECISION,
            "step": STEP,
            "choices": [
                {"id": one.id, "name": one.name, "note": parse_inline(one.note)} for one in lab.choice
            ],
            "tumours": [_tumour(known[name], lab) for name in chosen],
            "summary": [parse_inline(text) for text in lab.summary],
            "table": _table(),
            "facts": _facts(lab),
        }
    )


def schedule(tumour: Tumour, choice: str) -> list[Treatment]:
    """The treatments, from month 0, that a choice at the decision leads to in this tumour."""
    first = Treatment("first", 0)
    if choice == "next":
        return [first, Treatment("next", DECISION)]
    if choice == "bypass":
        return [first, Treatment("trk_mapk", DECISION)]
    if choice == "test":
        return [first, *(Treatment(one.drug, DECISION + tumour.wait + one.after) for one in tumour.plan)]
    return [first]


def outcome(before: float, after: float) -> str:
    """``falls``, ``stays`` or ``rises``: by a fifth of the burden before, or by less."""
    if after <= (1 - FIFTH) * before:
        return "falls"
    return "rises" if after >= (1 + FIFTH) * before else "stays"


def _clones(tumour: Tumour) -> list[Clone]:
    return [Clone(one.name, one.mechanism, one.start, one.growth) for one in tumour.clone]


def _tumour(tumour: Tumour, lab: Lab) -> dict[str, Any]:
    runs = {
        one.id: simulate(_clones(tumour), schedule(tumour, one.id), months=DECISION + FOLLOWED, step=STEP)
        for one in lab.choice
    }
    now = int(DECISION / STEP)
    answers = {one.choice: one.text for one in tumour.answer}
    return {
        "id": tumour.id,
        "title": tumour.title,
        "setting": parse_inline(tumour.setting),
        "hidden": parse_inline(tumour.hidden),
        "clones": [{"name": one.name, "start": one.start} for one in tumour.clone],
        "past": _sizes(runs["continue"], 0, now + 1),
        "runs": [
            {
                "choice": name,
                "steps": _steps(tumour, name),
                "future": _sizes(run, now + 1, None),
                "outcome": outcome(run.total[now], run.total[-1]),
                "answer": parse_inline(answers[name]),
            }
            for name, run in runs.items()
        ],
    }


def _sizes(run: Trajectory, begin: int, end: int | None) -> list[list[float]]:
    return [[float(f"{size:.3g}") for size in sizes[begin:end]] for sizes in run.sizes.values()]


def _steps(tumour: Tumour, choice: str) -> list[list[Any]]:
    """What is given from which month, as the drawing numbers it; waiting for a test is a step of its own."""
    steps = [[one.from_month, drug_table()[one.drug or "first"].name] for one in schedule(tumour, choice)]
    if choice == "test":
        steps.insert(1, [DECISION, "Test; the first drug goes on"])
    if choice == "continue":
        steps.append([DECISION, "The first drug goes on"])
    return steps


def _table() -> dict[str, Any]:
    drugs = drug_table().values()
    return {
        "head": ["Kind of resistance", *(drug.name for drug in drugs)],
        "rows": [
            [_MECHANISMS[mechanism], *(_cell(drug.cells[mechanism]) for drug in drugs)]
            for mechanism in MECHANISMS
        ],
    }


def _cell(cell: Cell) -> dict[str, str]:
    return {"word": "held" if cell.holds else "escapes", "fact": cell.fact, "against": cell.against}


def _facts(lab: Lab) -> list[str]:
    cells = [cell for drug in drug_table().values() for cell in drug.cells.values()]
    named = [name for cell in cells for name in (cell.fact, cell.against) if name]
    return list(dict.fromkeys([*lab.fact_ids(), *named]))


def _tumour_html(tumour: Mapping[str, Any], data: Mapping[str, Any]) -> str:
    names = {one["id"]: one["name"] for one in data["choices"]}
    now = sum(sizes[-1] for sizes in tumour["past"])
    lowest = min(sum(sizes) for sizes in zip(*tumour["past"], strict=True))
    clones = ", ".join(f"{escape(one['name'])} {one['start']:g}%" for one in tumour["clones"])
    rows = "".join(
        f"<tr><th>{escape(names[run['choice']])}</th>"
        f"<td>{run['outcome']}: {_percent(sum(sizes[-1] for sizes in run['future']))}</td>"
        f"<td>{'; '.join(f'month {month:g}: {escape(text)}' for month, text in run['steps'])}</td>"
        f"<td>{spans_html(run['answer'])}</td></tr>"
        for run in tumour["runs"]
    )
    return (
        f"<h4>{escape(tumour['title'])}</h4><p>{spans_html(tumour['setting'])} The burden falls from 100% to "
        f"{_percent(lowest)} and is back at {_percent(now)} in month {data['decision']}.</p>"
        f"<p>{spans_html(tumour['hidden'])} At month 0 (made up): {clones}.</p>"
        f"<table><thead><tr><th>Choice</th><th>Burden six months later</th><th>Treatment</th><th>Why</th></tr>"
        f"</thead><tbody>{rows}</tbody></table>"
    )


def _table_html(table: Mapping[str, Any]) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in table["head"])
    rows = "".join(
        f"<tr><th>{escape(name)}</th>{''.join(f'<td>{_cell_html(cell)}</td>' for cell in cells)}</tr>"
        for name, *cells in table["rows"]
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cell_html(cell: Mapping[str, str]) -> str:
    if not cell["fact"]:
        return f"{cell['word']} (assumed)"
    limit = f", {fact_link('not always', cell['against'])}" if cell["against"] else ""
    return fact_link(cell["word"], cell["fact"]) + limit


def _percent(value: float) -> str:
    return f"{value:.0f}%" if value >= 10 else f"{value:.1f}%"
