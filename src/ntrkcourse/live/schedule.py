"""The session that a class follows, with what each of its parts asks."""

from ..content.chapters import load_chapters
from ..content.teaching import Part, load_schedules
from ..publish.teaching import asked_in
from .figures import Stop


def stops(schedule: str, session: int = 1) -> list[Stop]:
    """The parts of one session of a schedule in the room, by the clock; none where no schedule is named.

    Raises
    ------
    ValueError
        When there is no such schedule or session; the message names those that there are.
    """
    if not schedule:
        return []
    known = load_schedules()
    if schedule not in known:
        raise ValueError(f"no schedule is named {schedule!r}; there are {', '.join(known)}")
    sessions = known[schedule].session
    if not 1 <= session <= len(sessions):
        raise ValueError(f"{schedule} has sessions 1 to {len(sessions)}, not {session}")
    found = []
    begins = 0
    for part in sessions[session - 1].in_the_room:
        found.append(Stop(part.of or part.title, begins, part.minutes, _asks(part)))
        begins += part.minutes
    return found


def _asks(part: Part) -> tuple[str, ...]:
    if not part.of:
        return ()
    lessons = load_chapters()[part.of[:2]].lessons
    return tuple(one.id for lesson in lessons if lesson.heading == part.of[3:] for one in asked_in(lesson))
