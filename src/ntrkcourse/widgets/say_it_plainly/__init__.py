"""Say a report line so that a patient can use it: checked as you write, then held against a model answer."""

from collections.abc import Sequence
from html import escape
from typing import Any

from ...content.inline import linked_facts, parse_inline, plain, spans_html
from ...science.readability import reading_grade
from ..base import CourseWidget, chosen_from, require_instance
from .records import Exercise, load

_HEADS = {
    "is": "What it is",
    "is-not": "What it is not",
    "next": "What happens next",
    "unsure": "How sure we are",
}


class SayItPlainly(CourseWidget):
    """``state`` holds ``at``, the line that is open, and for each line the reader's draft, guess and ticks."""

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        exercises = "".join(_exercise_html(exercise) for exercise in data["exercises"])
        words = "".join(
            f"<tr><td>{escape(', '.join(word['say']))}</td><td>{escape(word['plain'])}</td></tr>"
            for word in data["words"]
            if word["kind"] != "relative"
        )
        marks = "".join(f"<li>{spans_html(mark['text'])}</li>" for mark in data["marks"])
        return (
            f"<h3>{escape(data['title'])}</h3><p>{escape(data['intro'])}</p>{exercises}"
            f"<p>Reading grades to compare with:</p><ul>{marks}</ul><p>{spans_html(data['moral'])}</p><h4>Words to replace</h4><table><thead><tr><th>Not this</th>"
            f"<th>But this</th></tr></thead><tbody>{words}</tbody></table>"
        )


def say_it_plainly(exercises: Sequence[str] = (), instance: str = "10") -> SayItPlainly:
    """Rewrite report lines for a patient: guess the reading grade, mend the text, compare with a model answer.

    Parameters
    ----------
    exercises
        Ids of exercises in ``content/widgets/say_it_plainly.toml`` in the order shown, each once; empty for all.
    instance
        Under this name the browser remembers what the reader wrote.

    Raises
    ------
    ValueError
        When an exercise does not exist or stands twice, or ``instance`` is empty.
    """
    content = load()
    known = {exercise.id: exercise for exercise in content.exercise}
    chosen = chosen_from(known, exercises, "exercises")
    require_instance(instance)
    texts = [text for name in chosen for text in known[name].texts()]
    texts += [*(mark.text for mark in content.mark), content.moral]
    return SayItPlainly(
        data={
            "id": instance,
            "title": "Can you say it so that a patient can use it?",
            "intro": "Choose a line from a report and say it to the patient in your own words."
            " Lines and patients are constructed; linked figures are real.",
            "facts": linked_facts(texts),
            "words": [
                {"kind": word.kind, "say": list(word.say), "plain": word.plain} for word in content.word
            ],
            "marks": [{"text": parse_inline(mark.text), "grade": mark.grade} for mark in content.mark],
            "moral": parse_inline(content.moral),
            "exercises": [_exercise(known[name]) for name in chosen],
        }
    )


def _exercise(exercise: Exercise) -> dict[str, Any]:
    return {
        "title": exercise.title,
        "line": parse_inline(exercise.line),
        "listener": exercise.listener,
        "model": parse_inline(exercise.model),
        "grade": round(reading_grade(plain(exercise.model)), 1),
        "points": [{"head": _HEADS[point.part], "text": point.text} for point in exercise.point],
        "why": parse_inline(exercise.why),
    }


def _exercise_html(exercise: dict[str, Any]) -> str:
    points = "".join(
        f"<li><strong>{escape(point['head'])}:</strong> {escape(point['text'])}</li>"
        for point in exercise["points"]
    )
    return (
        f"<h4>{escape(exercise['title'])}</h4><p>The report: {spans_html(exercise['line'])}</p>"
        f"<p>The listener: {escape(exercise['listener'])}</p>"
        f"<p>A model answer, reading grade {exercise['grade']:.1f}: {spans_html(exercise['model'])}</p>"
        f"<ul>{points}</ul><p>{spans_html(exercise['why'])}</p>"
    )
