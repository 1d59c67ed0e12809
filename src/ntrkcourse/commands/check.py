"""``start.py check``."""

from datetime import date

from ..checks.due import due_report
from ..checks.everything import check_everything
from ..checks.giveaways import scores
from ..content.chapters import load_chapters
from ..content.errors import ContentError
from ..content.facts import load_facts
from ..content.questions import load_questions


def check() -> int:
    """Print every problem of the content; 0 where there is none."""
    try:
        problems = check_everything()
    except ContentError as error:
        print(error)
        return 1
    for problem in problems:
        print(problem)
    for (guesser, what), score in scores(tuple(load_questions().values())).items():
        print(f"guesser {guesser}, {what}: {score:.0%}")
    counted = f"{len(load_facts())} facts, {len(load_questions())} questions, {len(load_chapters())} chapters"
    found = f"{len(problems) or 'no'} problem{'s' if len(problems) > 1 else ''}{'' if problems else ' found'}"
    print(f"{counted}: {found}")
    return 1 if problems else 0


def due() -> int:
    """Print which records to check again, and what the checks count without refusing it."""
    try:
        for line in due_report(date.today()):
            print(line)
    except ContentError as error:
        print(error)
        return 1
    return 0
