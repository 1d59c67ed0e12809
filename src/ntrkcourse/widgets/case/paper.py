"""A case on paper: numbered scenes and result slips, then the debrief; also what stands in print."""

import hashlib
from html import escape

from ...content.cases import Case, Choice, Scene, best_way
from ...content.inline import inline_html, paragraphs
from ..wording import rupees


def case_paper(case: Case, folded: bool = True, after: str = "") -> str:
    """The case as HTML in three parts: the scenes, the result slips, and the debrief.

    A choice sends the reader to a slip, and the slip to the next scene. Slips stand in an order of their
    own, which gives no scene's choices away. ``folded`` puts the debrief behind ``details``, for a page
    where the case itself is played.
    """
    slips = _slip_numbers(case)
    scenes = "".join(_scene(case, number, scene, slips) for number, scene in enumerate(case.scene, start=1))
    return (
        f'<section class="paper-case" id="{address(case)}"><h3>{escape(case.title)}</h3>{_paragraphs(case.intro)}'
        f"<p><em>{_RULES[case.kind]}</em></p>{scenes}"
        f'<section class="paper-slips"><h4>Results</h4>{_results(case, slips)}</section>'
        f"{_fold(_debrief(case)) if folded else _sheet(_debrief(case))}{after}</section>"
    )


def address(case: Case) -> str:
    """The case's place on its page."""
    return f"paper-{case.id}"


def _fold(html: str) -> str:
    return f"<details><summary>Debrief, for when the case has ended</summary>{html}</details>"


def _sheet(html: str) -> str:
    return f'<section class="paper-debrief"><h4>Debrief, for when the case has ended</h4>{html}</section>'


_RULES = {
    "case": "Constructed. Decide, then turn to the slip that your choice names, and only to that one. What is done"
    " cannot be undone. Add up days and rupees (both made up) as you go.",
    "conversation": "Constructed. Choose what to say, then turn to the slip that your choice names, and only to that"
    " one. What is said cannot be unsaid.",
}


def _slip_numbers(case: Case) -> dict[tuple[str, int], int]:
    """(scene, position of the choice) -> number of its slip, from 1."""
    keys = [(scene.id, place) for scene in case.scene for place in range(len(scene.choice))]
    mixed = sorted(keys, key=lambda key: hashlib.sha256(f"{case.id}/{key}".encode()).digest())
    return {key: number for number, key in enumerate(mixed, start=1)}


def _scene(case: Case, number: int, scene: Scene, slips: dict[tuple[str, int], int]) -> str:
    choices = "".join(
        f"<li>{inline_html(choice.text)} <strong>Slip {slips[scene.id, place]}</strong></li>"
        for place, choice in enumerate(scene.choice)
    )
    asked = (
        f'<p><strong>{inline_html(scene.ask)}</strong></p><ol type="A">{choices}</ol>'
        if choices
        else "<p><strong>The case ends here.</strong> Read the debrief.</p>"
    )
    return (
        f'<section class="paper-scene"><h4>Scene {number}: {escape(scene.title)}</h4>'
        f"{_paragraphs(scene.text)}{asked}</section>"
    )


def _results(case: Case, slips: dict[tuple[str, int], int]) -> str:
    choices = {
        slips[scene.id, place]: choice for scene in case.scene for place, choice in enumerate(scene.choice)
    }
    return "".join(
        f'<div class="paper-slip"><p><strong>Slip {number}.</strong></p>{_paragraphs(choice.consequence)}'
        f"<p>{inline_html(costs(choice))} <strong>Turn to scene {case.at(choice.to) + 1}.</strong></p></div>"
        for number, choice in sorted(choices.items())
    )


def costs(choice: Choice) -> str:
    """What a choice costs and teaches, in one line; empty where it does neither."""
    parts = []
    if choice.days:
        parts.append(f"{choice.days} days." if choice.days > 1 else "1 day.")
    if choice.money:
        parts.append(f"{rupees(choice.money)}.")
    if choice.harm:
        parts.append(f"Harm: {choice.harm}")
    if choice.knowledge:
        parts.append(f"Known now: {choice.knowledge}")
    return " ".join(parts)


def _debrief(case: Case) -> str:
    scenes = "".join(_scene_debrief(number, scene) for number, scene in enumerate(case.scene, start=1))
    best = best_way(case)
    measures = "".join(
        f"<li>{escape(one.label)}: the strongest way earns {best.points(one.code)}.</li>"
        for one in case.measure
    )
    return f"{scenes}<p><strong>Points</strong></p><ul>{measures}</ul><p><strong>{inline_html(case.moral)}</strong></p>"


def _scene_debrief(number: int, scene: Scene) -> str:
    head = f"<p><strong>Scene {number}: {escape(scene.title)}</strong></p>"
    if not scene.choice:
        return head + _paragraphs(scene.debrief)
    rows = "".join(
        f"<li>{'<strong>Strongest.</strong> ' if choice.best else ''}{inline_html(choice.why)}{_points(choice)}</li>"
        for choice in scene.choice
    )
    return f'{head}<ol type="A">{rows}</ol>'


def _points(choice: Choice) -> str:
    return (
        f" <em>({len(choice.earns)} point{'s' if len(choice.earns) > 1 else ''})</em>" if choice.earns else ""
    )


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{inline_html(part)}</p>" for part in paragraphs(text))
