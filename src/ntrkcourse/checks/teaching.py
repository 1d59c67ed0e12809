"""T01 to T06: guides and schedules fit the lessons as they stand.

T01  every lesson that the course counts has a guide, and every guide a lesson;
T02  a session's parts take the minutes that it has;
T03  a lesson in the room or at home has at least the minutes that it counts;
T04  nobody sits for more than :data:`LONGEST_SITTING` minutes without a break;
T05  every session says what to cut first, and each rank once;
T06  a part names a lesson where it is one, and has a title where it is none.
"""

from collections.abc import Iterator, Mapping

from ..content.chapters import Chapter
from ..content.teaching import Guide, Part, Schedule, Session, lesson_name
from .minutes import minutes
from .problem import Problem

LONGEST_SITTING = 95


def check_teaching(
    chapters: Mapping[str, Chapter], guides: Mapping[str, Guide], schedules: Mapping[str, Schedule]
) -> Iterator[Problem]:
    """All rules; none for a course that has neither guides nor schedules."""
    lessons = lesson_minutes(chapters)
    if guides:
        counted = {lesson_name(one, lesson) for one in chapters.values() for lesson in one.counted}
        for name in sorted(counted - set(guides)):
            yield Problem(f"content/guides/{name[:2]}.toml", name, "T01", "the lesson has no guide")
    for name, guide in guides.items():
        if name not in lessons:
            yield Problem(f"content/guides/{guide.chapter}.toml", name, "T01", "no chapter has this lesson")
    for schedule in schedules.values():
        file = f"content/schedules/{schedule.name}.toml"
        for session in schedule.session:
            for code, advice in [*_session(session), *_parts(session.part, lessons)]:
                yield Problem(file, f"session {session.title!r}", code, advice)


def lesson_minutes(chapters: Mapping[str, Chapter]) -> dict[str, int]:
    """Minutes of every lesson, by chapter and heading as a guide names it."""
    return {lesson_name(one, lesson): minutes(lesson) for one in chapters.values() for lesson in one.lessons}


def _session(session: Session) -> Iterator[tuple[str, str]]:
    total = sum(part.minutes for part in session.in_the_room)
    if total != session.minutes:
        yield "T02", f"the parts take {total} minutes, and the session {session.minutes}"
    sitting = 0
    for part in session.in_the_room:
        sitting = 0 if part.kind == "break" else sitting + part.minutes
        if sitting > LONGEST_SITTING:
            yield "T04", f"{sitting} minutes without a break, more than {LONGEST_SITTING}"
            break
    ranks = sorted(part.cut for part in session.part if part.cut)
    if ranks != list(range(1, len(ranks) + 1)) or not ranks:
        yield "T05", f"cut has the ranks {ranks}; number what can go from 1"


def _parts(parts: tuple[Part, ...], lessons: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    for part in parts:
        is_lesson = part.kind in ("lesson", "home")
        if is_lesson and part.of not in lessons:
            yield "T06", f"{part.of!r} is no lesson"
        elif is_lesson and part.minutes < lessons[part.of]:
            yield "T03", f"{part.of!r} has {part.minutes} minutes, and counts {lessons[part.of]}"
        if is_lesson == bool(part.title):
            yield "T06", f"{part.of or part.title or part.kind!r}: a lesson has no title, all else has one"
