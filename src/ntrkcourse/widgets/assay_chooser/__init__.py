"""Sample, question and constraint in, assay out: the reader commits to a test, then sees all judged."""

from html import escape
from typing import Any

from ...content.facts import load_facts
from ...content.inline import linked_facts, parse_inline, spans_html
from ..base import CourseWidget, require_instance
from .records import RATINGS, AssayGuide, Fit, Limit, load

_INDIA = "guideline.india.none_found"
_SHOWN = {"good": "Good choice", "possible": "Possible", "poor": "Poor"}


class AssayChooser(CourseWidget):
    """``state`` holds the positions ``sample``, ``question``, ``constraint``, ``case`` and ``assay``."""

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        assays = "".join(
            f"<li><strong>{escape(assay['name'])}</strong> sees: {escape(assay['sees'])} "
            f"It misses: {spans_html(assay['misses'])}</li>"
            for assay in data["assays"]
        )
        tables = "".join(_table(data, question) for question in range(len(data["questions"])))
        return f"<h3>{escape(data['title'])}</h3><ul>{assays}</ul>{tables}<p>{spans_html(data['note'])}</p>"


def assay_chooser(
    case: str = "",
    sample: str = "good",
    question: str = "secretory",
    constraint: str = "none",
    instance: str = "05",
) -> AssayChooser:
    """Pick a situation, commit to an assay, then see every assay ranked with its reasons.

    Parameters
    ----------
    case
        Id of the constructed case with which the reader begins (``content/widgets/assay_chooser.toml``); empty for the first.
    sample, question, constraint
        With ``case="own"``, ids of the situation with which the reader begins.
    instance
        Under this name the browser remembers what the reader chose.

    Raises
    ------
    ValueError
        When an id is not in ``content/widgets/assay_chooser.toml``, or ``instance`` is empty.
    """
    guide = load()
    require_instance(instance)
    cases = [one.id for one in guide.cases]
    case = case or cases[0]
    if case not in (*cases, "own"):
        raise ValueError(f"case must be 'own' or one of {', '.join(cases)}, got {case!r}")
    guide.judge(sample, question, constraint)  # refuses an unknown id
    ids = {
        "sample": [one.id for one in guide.samples],
        "question": [one.id for one in guide.questions],
        "constraint": [one.id for one in guide.constraints],
    }
    start = next((one for one in guide.cases if one.id == case), None)
    situation = (start.sample, start.question, start.constraint) if start else (sample, question, constraint)
    rules: list[Fit | Limit] = [*guide.fits, *guide.limits]
    reasons = {rule.reason: rule for rule in rules}
    places = {reason: place for place, reason in enumerate(reasons)}
    return AssayChooser(
        data={
            "id": instance,
            "title": "Which test would you ask for?",
            "facts": _facts(guide),
            "assays": [
                {"name": assay.name, "sees": assay.sees, "misses": parse_inline(assay.misses)}
                for assay in guide.assays
            ],
            "samples": [one.name for one in guide.samples],
            "questions": [one.name for one in guide.questions],
            "constraints": [one.name for one in guide.constraints],
            "cases": [
                {
                    "name": one.name,
                    "story": one.story,
                    "at": _positions(ids, one.sample, one.question, one.constraint),
                }
                for one in guide.cases
            ],
            "start": {"case": cases.index(case) if start else -1, "at": _positions(ids, *situation)},
            "ratings": [_SHOWN[rating] for rating in RATINGS],
            "reasons": [
                {"ours": rule.basis == "ours", "text": parse_inline(rule.reason)} for rule in reasons.values()
            ],
            "judged": [
                [[_judged(guide, places, s, q, c) for c in ids["constraint"]] for q in ids["question"]]
                for s in ids["sample"]
            ],
            "note": parse_inline(
                "Which test is the better one is our reading of these records, not a guideline. We found "
                f"[no Indian guideline](fact:{_INDIA}) on NTRK testing (our own search), so European, "
                "American, Japanese and Brazilian ones stand in."
            ),
        }
    )


def _facts(guide: AssayGuide) -> list[str]:
    """Every record linked to; a link to none would be a ContentError of the page, so it is refused here."""
    linked = [*linked_facts(guide.texts()), _INDIA]
    missing = [fact for fact in linked if fact not in load_facts()]
    if missing:
        raise ValueError(f"content/widgets/assay_chooser.toml links to {missing[0]!r}, which is no fact")
    return linked


def _positions(ids: dict[str, list[str]], sample: str, question: str, constraint: str) -> list[int]:
    return [
        ids["sample"].index(sample),
        ids["question"].index(question),
        ids["constraint"].index(constraint),
    ]


def _judged(
    guide: AssayGuide, places: dict[str, int], sample: str, question: str, constraint: str
) -> list[list[int]]:
    """Each assay, best first: its place, its rating's place, and the places of its reasons."""
    return [
        [guide.assays.index(one.assay), RATINGS.index(one.rating), *(places[r.reason] for r in one.reasons)]
        for one in guide.judge(sample, question, constraint)
    ]


def _table(data: dict[str, Any], question: int) -> str:
    """One question: assays against samples and, on a good sample, constraints, with every reason."""
    columns = [(name, (sample, 0)) for sample, name in enumerate(data["samples"])]
    columns += [
        (f"{data['samples'][0]}; {name.lower()}", (0, constraint))
        for constraint, name in enumerate(data["constraints"])
        if constraint
    ]
    head = "".join(f"<th>{escape(name)}</th>" for name, _ in columns)
    rows = ""
    for place, assay in enumerate(data["assays"]):
        cells, reasons = "", dict[int, None]()
        for _, (sample, constraint) in columns:
            ranked = data["judged"][sample][question][constraint]
            _, rating, *why = next(one for one in ranked if one[0] == place)
            cells += f"<td>{escape(data['ratings'][rating])}</td>"
            reasons |= dict.fromkeys(why)
        told = " ".join(_reason_html(data["reasons"][reason]) for reason in reasons)
        rows += f"<tr><th>{escape(assay['name'])}</th>{cells}<td>{told}</td></tr>"
    return (
        f"<h4>{escape(data['questions'][question])}</h4><table><thead><tr><th>Assay</th>{head}<th>Why</th></tr>"
        f"</thead><tbody>{rows}</tbody></table>"
    )


def _reason_html(reason: dict[str, Any]) -> str:
    return ("Our reading: " if reason["ours"] else "") + spans_html(reason["text"])
