"""The session that a class follows, with what each of its parts asks."""

from ..content.teaching import Part, find_lesson, load_schedules
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
    return [
        Stop(part.of or part.title, begins, part.minutes, _asks(part))
        for part, begins in sessions[session - 1].clock
    ]


def _asks(part: Part) -> tuple[str, ...]:
    if not part.of:
        return ()
    _, lesson = find_lesson(part.of)
    return tuple(one.id for one in asked_in(lesson))
