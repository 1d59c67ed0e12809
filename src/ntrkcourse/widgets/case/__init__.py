"""Branching cases and conversations: decide, live with it, then see what each decision was worth."""

from typing import Any

from ...content.cases import Case, best_way, load_cases
from ...content.interface import interface_words
from ...content.walk import as_data, facts_of
from ..base import CourseWidget, require_known
from ..wording import rupees
from .paper import on_paper


class CasePlayer(CourseWidget):
    """``state`` holds ``taken``, the positions of the choices so far, and whether the case has ``ended``."""

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return float(data["minutes"])

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        return on_paper(load_cases()[data["id"]])


def case(case_id: str) -> CasePlayer:
    """A case by its id; ValueError names the cases when there is none such."""
    return _player(case_id, "case")


def conversation(conversation_id: str) -> CasePlayer:
    """A conversation by its id; ValueError names those that exist."""
    return _player(conversation_id, "conversation")


def _player(case_id: str, kind: str) -> CasePlayer:
    require_known((one.id for one in load_cases().values() if one.kind == kind), case_id, kind)
    return CasePlayer(data=case_data(load_cases()[case_id]))


def case_paper(case: Case, after: str = "") -> str:
    """The case on sheets of its own as HTML: the scenes, the result slips, the debrief, and what comes ``after``."""
    from ..template import draw

    return draw(CasePlayer.name, {**case_data(case), **on_paper(case, folded=False, after=after)})


def case_data(case: Case) -> dict[str, Any]:
    """What the module draws: the graph with its texts as spans, and what the best way comes to."""
    best = best_way(case)
    data = as_data(case)
    for measure in data["measure"]:
        measure["best"] = best.points(measure["code"])
    for scene in data["scene"]:
        for choice in scene["choice"]:
            choice |= {"to": case.at(choice["to"]), "costs": _costs(choice)}
            # Not called "best": the page's source must not show the way at a glance.
            choice["rank"] = int(choice.pop("best"))
        # It may say how a way ends.
        del scene["id"]
    return data | {
        "best": {
            "days": sum(choice.days for choice in best.choices),
            "money": sum(choice.money for choice in best.choices),
            "harms": sum(bool(choice.harm) for choice in best.choices),
        },
        "facts": facts_of(case),
    }


def _costs(choice: dict[str, Any]) -> str:
    """What a choice costs and teaches, in one line; empty where it does neither."""
    words = interface_words()["case"]
    days = words["days_many" if choice["days"] > 1 else "days_one"]
    parts = (
        (choice["days"], days.format(n=choice["days"])),
        (choice["money"], words["money"].format(money=rupees(choice["money"]))),
        (choice["harm"], words["harm"].format(harm=choice["harm"])),
        (choice["knowledge"], words["knowledge"].format(knowledge=choice["knowledge"])),
    )
    return " ".join(text for what, text in parts if what)
