"""Branching cases and conversations: a graph of scenes, with what each choice brings and earns."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, NoReturn

from .errors import ContentError
from .inline import fact_ids
from .location import content_folder, short_name
from .records import Markdown, Paragraphs, build, read_toml, require_ids


@dataclass(frozen=True)
class Measure:
    """Something that the case teaches, and on which it scores: a chapter's objective, or a step of talking."""

    code: str
    label: str


@dataclass(frozen=True)
class Choice:
    """One thing to do or say in a scene, and what comes of it.

    Attributes
    ----------
    text
        What the reader does or says.
    to
        Id of the scene that follows.
    consequence
        What happens; shown at once, before the next scene.
    why
        What the debrief says of this choice, with fact links.
    best
        Whether it is the scene's strongest choice; each scene has one.
    earns
        Codes of measures, one point for each time that a code stands here.
    days, money
        What it costs: days, and rupees. Both are made up for the case.
    harm, knowledge
        What it costs the patient, and what is known from now on; empty for nothing.
    """

    text: Markdown
    to: str
    consequence: Paragraphs
    why: Markdown
    best: bool = False
    earns: tuple[str, ...] = ()
    days: int = 0
    money: int = 0
    harm: str = ""
    knowledge: str = ""


@dataclass(frozen=True)
class Scene:
    """What the reader sees and is asked; without choices it is an ending, and has a ``debrief``."""

    id: str
    title: str
    text: Paragraphs
    ask: Markdown = ""
    choice: tuple[Choice, ...] = ()
    debrief: Paragraphs = ""


@dataclass(frozen=True)
class Case:
    """A case (``kind`` "case") or a conversation; it begins with its first scene.

    ``intro`` says who the person is; ``moral`` is the one sentence to remember. People are constructed.
    """

    id: str
    kind: Literal["case", "conversation"]
    title: str
    minutes: int
    intro: Paragraphs
    measure: tuple[Measure, ...]
    scene: tuple[Scene, ...]
    moral: Markdown

    def at(self, scene: str) -> int:
        """Position, from 0, of the scene with this id."""
        return [one.id for one in self.scene].index(scene)


@dataclass(frozen=True)
class Way:
    """One way through a case: the choices taken, and the ending that they lead to."""

    choices: tuple[Choice, ...]
    ending: Scene

    def points(self, measure: str) -> int:
        """How often the choices earn this measure."""
        return sum(choice.earns.count(measure) for choice in self.choices)


def ways(case: Case) -> Iterator[Way]:
    """Every way through the case, in the order of its choices."""
    yield from _ways(case, case.scene[0], ())


def best_way(case: Case) -> Way:
    """The way on which each scene's strongest choice is taken."""
    scene = case.scene[0]
    taken: tuple[Choice, ...] = ()
    while scene.choice:
        choice = next(one for one in scene.choice if one.best)
        scene, taken = case.scene[case.at(choice.to)], (*taken, choice)
    return Way(taken, scene)


def _ways(case: Case, scene: Scene, taken: tuple[Choice, ...]) -> Iterator[Way]:
    if not scene.choice:
        yield Way(taken, scene)
    for choice in scene.choice:
        yield from _ways(case, case.scene[case.at(choice.to)], (*taken, choice))


@cache
def load_cases(folder: Path | None = None) -> dict[str, Case]:
    """All cases and conversations by id, in the order of their files (one a file).

    Raises
    ------
    ContentError
        For an unknown key, kind, measure or scene, an id used twice, a scene that no choice leads to, a
        way that leads back, an ending without a debrief that cites a fact, a scene without exactly one
        best choice, two choices that come to the same, or a measure that the best way does not earn best.
    """
    cases: dict[str, Case] = {}
    for path in sorted((folder or content_folder() / "cases").glob("*.toml")):
        case = build(Case, read_toml(path), short_name(path), path.stem)
        if case.id != path.stem:
            raise ContentError(short_name(path), case.id, "id", f"must be the file's name, {path.stem!r}")
        _Checks(case, short_name(path)).run()
        cases[case.id] = case
    return cases


class _Checks:
    def __init__(self, case: Case, file: str) -> None:
        self.case, self.file = case, file
        self.reached: set[str] = set()

    def fail(self, place: str, key: str, problem: str) -> NoReturn:
        raise ContentError(self.file, place or self.case.id, key, problem)

    def run(self) -> None:
        case = self.case
        names = [scene.id for scene in case.scene]
        require_ids(names, self.file, "scene")
        for scene in case.scene:
            self.scene(scene, names)
        self.walk(case.scene[0], ())
        for name in names:
            if name not in self.reached:
                self.fail(f"scene {name}", "id", "no way leads here from the first scene")
        self.measures()

    def scene(self, scene: Scene, names: list[str]) -> None:
        place = f"scene {scene.id}"
        if not scene.choice:
            if not fact_ids(scene.debrief):
                self.fail(place, "debrief", "an ending needs one, and it cites at least one fact")
            return
        if scene.debrief:
            self.fail(place, "debrief", "belongs to an ending, and this scene has choices")
        if not scene.ask:
            self.fail(place, "ask", "missing; a scene with choices asks a question")
        if len(scene.choice) < 2:
            self.fail(place, "choice", "one choice is no choice; two or more")
        best = sum(choice.best for choice in scene.choice)
        if best != 1:
            self.fail(place, "choice", f"{best} are best; exactly one must be")
        for number, choice in enumerate(scene.choice, start=1):
            at = f"{place}, choice {number}"
            if choice.to not in names:
                self.fail(at, "to", f"no scene has the id {choice.to!r}")
            if choice.days < 0 or choice.money < 0:
                self.fail(at, "days" if choice.days < 0 else "money", "must not be negative")
            for code in choice.earns:
                if code not in [measure.code for measure in self.case.measure]:
                    self.fail(at, "earns", f"{code!r} is no measure of this case")
            if choice.consequence in [other.consequence for other in scene.choice[: number - 1]]:
                self.fail(at, "consequence", "comes to the same as another choice of this scene")

    def walk(self, scene: Scene, before: tuple[str, ...]) -> None:
        if scene.id in before:
            self.fail(f"scene {scene.id}", "to", "a way leads back here; every way must end")
        self.reached.add(scene.id)
        for choice in scene.choice:
            self.walk(self.case.scene[self.case.at(choice.to)], (*before, scene.id))

    def measures(self) -> None:
        best, every = best_way(self.case), list(ways(self.case))
        for measure in self.case.measure:
            points = [way.points(measure.code) for way in every]
            if best.points(measure.code) < max(points):
                self.fail(
                    f"measure {measure.code}",
                    "earns",
                    f"the best way earns {best.points(measure.code)}, another {max(points)}",
                )
            if min(points) == max(points):
                self.fail(f"measure {measure.code}", "earns", "every way earns the same, so it tells nothing")
