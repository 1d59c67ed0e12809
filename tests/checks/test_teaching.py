"""T01 to T06: each fault of a guide or a schedule is named with its session."""

from dataclasses import replace

import pytest

from ntrkcourse.checks.teaching import LONGEST_SITTING, check_teaching
from ntrkcourse.content.chapters import Chapter, Lesson
from ntrkcourse.content.teaching import Guide, Part, Schedule, Session

LESSON = Lesson("How rare?", False, False, ((1, "markdown", "## How rare?\n" + "word " * 1800),))
CHAPTERS = {
    "03": Chapter("notebooks/03.ipynb", "03", "Rare", {}, (), (), (), lessons=(LESSON,)),
}
GUIDES = {"03 How rare?": Guide("03 How rare?", "They ask.", (), ("One?",), ("Do not.",))}
PARTS = (
    Part("talk", 5, title="Begin"),
    Part("lesson", 10, of="03 How rare?", cut=1),
    Part("break", 5, title="Break"),
)


def told(*parts: Part, minutes: int = 20, guides: dict[str, Guide] = GUIDES) -> list[str]:
    session = Session("One", minutes, parts or PARTS)
    schedule = Schedule("x", 1, "X", "All.", (), (session,), "Rest.")
    return [str(one) for one in check_teaching(CHAPTERS, guides, {"x": schedule})]


def test_a_schedule_that_fits_is_quiet() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("parts", "minutes", "problem"),
    [
        (PARTS, 25, "T02: the parts take 20 minutes, and the session 25"),
        (
            (PARTS[0], replace(PARTS[1], minutes=9), PARTS[2]),
            19,
            "T03: '03 How rare?' has 9 minutes, and counts 10",
        ),
        (
            (*PARTS[:2], Part("talk", LONGEST_SITTING, title="Long")),
            15 + LONGEST_SITTING,
            "T04: 110 minutes without a break",
        ),
        ((PARTS[0], replace(PARTS[1], cut=2), PARTS[2]), 20, "T05: cut has the ranks [2]"),
        ((PARTS[0], replace(PARTS[1], cut=0), PARTS[2]), 20, "T05: cut has the ranks []"),
        ((PARTS[0], replace(PARTS[1], of="03 No such"), PARTS[2]), 20, "T06: '03 No such' is no lesson"),
        (
            (replace(PARTS[0], title=""), *PARTS[1:]),
            20,
            "T06: 'talk': a lesson has no title, all else has one",
        ),
    ],
)
def test_each_fault_is_named(parts: tuple[Part, ...], minutes: int, problem: str) -> None:
    (found,) = told(*parts, minutes=minutes)
    assert found.startswith("content/schedules/x.toml, session 'One': ") and problem in found


def test_a_lesson_without_a_guide_and_a_guide_without_a_lesson_are_named() -> None:
    other = Guide("03 Gone", "They ask.", (), ("One?",), ("Do not.",))
    found = told(guides={other.id: other})
    assert "content/guides/03.toml, 03 How rare?: T01: the lesson has no guide" in found
    assert "content/guides/03.toml, 03 Gone: T01: no chapter has this lesson" in found
