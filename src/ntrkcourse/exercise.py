"""The check at the end of an exercise in "Show the working"."""

from .content.questions import load_questions


def check(question: str, answer: object) -> None:
    """Print whether ``answer`` to a numeric question of the bank is right and, if not, what went wrong.

    Parameters
    ----------
    question
        Id of a numeric question.
    answer
        A number, or text that holds one (``"0.082 %"``); ``...`` until the reader has put one in.

    Raises
    ------
    ValueError
        When there is no numeric question with this id.
    """
    asked = load_questions().get(question)
    if asked is None or asked.answer is None or asked.tolerance is None:
        raise ValueError(f"question must be the id of a numeric question, got {question!r}")
    if answer is ...:
        print("Put your answer in place of the three dots and run the cell again.")
        return
    try:
        given = float(str(answer).replace(",", "").strip("% "))
    except ValueError:
        print(f"This needs one number in {asked.unit}, {asked.precision}; got {answer!r}.")
        return
    if abs(given - asked.answer) <= asked.tolerance * (1 + 1e-9):
        print(f"Right. {asked.right}")
        return
    near = next((d for d in asked.diagnosis if d.low <= given <= d.high), None)
    print(f"Not right. {near.feedback if near else asked.wrong}")
