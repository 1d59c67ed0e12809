"""Branching cases and conversations: decide, live with it, then see what each decision was worth."""

from typing import Any

from ...content.cases import Case, Choice, Scene, best_way, load_cases
from ...content.inline import paragraphs, parse_inline
from ..base import CourseWidget
from .paper import case_paper, costs


class CasePlayer(CourseWidget):
    """``state`` holds ``taken``, the positions of the choices so far, and whether the case has ``ended``."""

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        return case_paper(load_cases()[data["id"]])


def case(case_id: str) -> CasePlayer:
    """A case of the tumour board, ``"A"`` to ``"F"``; ValueError names the cases when there is none such."""
    return _player(case_id, "case")


def conversation(conversation_id: str) -> CasePlayer:
    """A conversation, such as ``"hopeful-finding"``; ValueError names those that exist."""
    return _player(conversation_id, "conversation")


def _player(case_id: str, kind: str) -> CasePlayer:
    known = [one.id for one in load_cases().values() if one.kind == kind]
    if case_id not in known:
        raise ValueError(f"{kind} must be one of {', '.join(known)}, got {case_id!r}")
    return CasePlayer(data=case_data(load_cases()[case_id]))


def case_data(case: Case) -> dict[str, Any]:
    """What the module draws: the graph with its texts as spans, and what the best way comes to."""
    best = best_way(case)
    return {
        "id": case.id,
        "kind": case.kind,
        "title": case.title,
        "minutes": case.minutes,
        "intro": _paragraphs(case.intro),
        "moral": parse_inline(case.moral),
        "facts": case.fact_ids(),
        "measures": [
            {
                "code": one.code,
                "label": one.label,
                "best": best.points(one.code),
            }
            for one in case.measure
        ],
        "best": {
            "days": sum(choice.days for choice in best.choices),
            "money": sum(choice.money for choice in best.choices),
            "harms": sum(bool(choice.harm) for choice in best.choices),
        },
        "scenes": [_scene(case, scene) for scene in case.scene],
    }


def _scene(case: Case, scene: Scene) -> dict[str, Any]:
    return {
        "title": scene.title,
        "text": _paragraphs(scene.text),
        "ask": parse_inline(scene.ask),
        "debrief": _paragraphs(scene.debrief),
        "choices": [_choice(case, choice) for choice in scene.choice],
    }


def _choice(case: Case, choice: Choice) -> dict[str, Any]:
    return {
        "text": parse_inline(choice.text),
        "to": case.at(choice.to),
        "consequence": _paragraphs(choice.consequence),
        "why": parse_inline(choice.why),
        # Not called "best": the page's source must not show the way at a glance.
        "rank": int(choice.best),
        "earns": list(choice.earns),
        "costs": costs(choice),
        "days": choice.days,
        "money": choice.money,
        "harm": choice.harm,
        "knowledge": choice.knowledge,
    }


def _paragraphs(text: str) -> list[Any]:
    return [parse_inline(part) for part in paragraphs(text)]
