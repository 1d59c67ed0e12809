"""Sample, question and constraint in, assay out: the reader commits to a test, then sees all judged."""

from typing import Any

from ..base import CourseWidget, data_of
from .records import AssayGuide, Judgement, load


class AssayChooser(CourseWidget):
    """``state`` holds positions: ``at`` of sample, question and constraint, ``case`` and ``assay``; -1 for none."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 4

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        """For each question assays against samples and, on a good sample, constraints, with every reason."""
        first, words = data["constraint"][0]["id"], data["words"]
        columns = [(one["name"], one["id"], first) for one in data["sample"]]
        good = data["sample"][0]
        for one in data["constraint"][1:]:
            name = words["column_both"].format(sample=good["name"], constraint=one["name"].lower())
            columns.append((name, good["id"], one["id"]))
        tables = []
        for question in data["question"]:
            situations = [data["judged"][sample][question["id"]][limit] for _, sample, limit in columns]
            rows = [(one["name"], *_row(data, one["id"], situations)) for one in data["assay"]]
            tables.append({"question": question["name"], "rows": rows})
        return {"columns": [name for name, *_ in columns], "tables": tables}


def assay_chooser(instance: str = "05") -> AssayChooser:
    """Pick a situation, commit to an assay, then see every assay ranked with its reasons.

    Parameters
    ----------
    instance
        Under this name the browser remembers what the reader chose.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    guide = load()
    judged = {
        sample.id: {
            question.id: {
                constraint.id: [
                    _judged(guide, one) for one in guide.judge(sample.id, question.id, constraint.id)
                ]
                for constraint in guide.constraint
            }
            for question in guide.question
        }
        for sample in guide.sample
    }
    return AssayChooser(data={**data_of(guide, instance), "judged": judged})


def _judged(guide: AssayGuide, one: Judgement) -> dict[str, Any]:
    """An assay, its rating, and the places of its reasons among the fits and after them the limits."""
    rules = [*guide.fit, *guide.limit]
    return {"assay": one.assay.id, "rating": one.rating, "why": [rules.index(rule) for rule in one.reasons]}


def _row(data: dict[str, Any], assay: str, situations: list[Any]) -> tuple[list[str], list[Any]]:
    """The assay's rating in each of the situations, and all reasons, each once."""
    cells = [next(one for one in ranked if one["assay"] == assay) for ranked in situations]
    rules = [*data["fit"], *data["limit"]]
    reasons = dict.fromkeys(place for cell in cells for place in cell["why"])
    return [data["words"][cell["rating"]] for cell in cells], [rules[place] for place in reasons]
