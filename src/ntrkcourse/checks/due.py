"""Which records to hold against their sources next: the oldest, and of these the weightiest, first.

A record's weight is how many texts link to it, and where: what a reader takes along weighs most.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..content.facts import Fact, load_facts
from ..content.questions import load_questions
from .loose import loose_figures
from .places import Text, content_texts
from .prose import FACT_LINK
from .widgets import widget_texts

# As many as one sitting may get through.
_SHOWN = 20
# A place that a reader takes along weighs as much as this many links.
_PLACE_WEIGHS = 10
_HEADING = re.compile(r"^#{1,4}\s")
_KEY_POINTS = re.compile(r"^#{2,4}\s+Key points")
_CLINIC_CARD = re.compile(r"^(:{3,})\{dropdown\} If you have a patient now")


@dataclass(frozen=True)
class Standing:
    """How much rests on a record: the number of texts that link to it, and the weighty places among them."""

    fact: Fact
    links: int
    places: tuple[str, ...]

    @property
    def weight(self) -> int:
        """Links, and ten for each kind of weighty place."""
        return self.links + _PLACE_WEIGHS * len(self.places)

    def __str__(self) -> str:
        where = f"; {', '.join(self.places)}" if self.places else ""
        read = self.fact.read_at or "no address"
        return f"{self.fact.checked}  {self.fact.id}: {self.links} links{where}\n            {self.fact.source}, {read}"


def due_report(today: date) -> Iterator[str]:
    """Lines of ``start.py check --due``."""
    ranked = standings(load_facts(), [*content_texts(), *_widgets()])
    late = [one for one in ranked if one.fact.overdue(today)]
    yield f"{len(late)} of {len(ranked)} records are due, {today}. The first to hold against their sources:"
    yield from map(str, ranked[:_SHOWN])
    unswept = sorted(
        (one for one in ranked if one.places and not one.fact.swept), key=lambda one: -one.weight
    )
    yield f"{len(unswept)} weighty records whose source was never swept for what limits them. The weightiest:"
    yield from map(str, unswept[:_SHOWN])
    loose = [found for one in load_questions().values() for found in loose_figures(one, load_facts())]
    yield f"{len(loose)} figures of questions rest on no link:"
    yield from map(str, loose)


def standings(facts: Mapping[str, Fact], texts: Iterable[Text]) -> list[Standing]:
    """Every record by its age, then by its weight."""
    links = dict.fromkeys(facts, 0)
    places: dict[str, set[str]] = {name: set() for name in facts}
    for text in texts:
        for name in {name for _, name in FACT_LINK.findall(text.text) if name in facts}:
            links[name] += 1
        for name, place in _weighty(text):
            if name in facts:
                places[name].add(place)
    found = [Standing(fact, links[name], tuple(sorted(places[name]))) for name, fact in facts.items()]
    return sorted(found, key=lambda one: (one.fact.checked, -one.weight, one.fact.id))


def _widgets() -> Iterator[Text]:
    for file, place, text in widget_texts(text.text for text in content_texts()):
        yield Text(file, place, text)


def _weighty(text: Text) -> Iterator[tuple[str, str]]:
    """(fact, place) of every link that stands in a weighty place."""
    if text.keyed:
        place = "best choice" if text.file.startswith("content/cases/") else "right option"
        yield from ((name, place) for _, name in FACT_LINK.findall(text.text))
    elif text.file == "book/patients.md":
        yield from ((name, "patients' page") for _, name in FACT_LINK.findall(text.text))
    elif text.is_page:
        yield from _weighty_in_page(text.text)


def _weighty_in_page(text: str) -> Iterator[tuple[str, str]]:
    heading, points, card = False, False, ""
    for line in text.splitlines():
        if _HEADING.match(line):
            heading, points = True, bool(_KEY_POINTS.match(line))
        elif match := _CLINIC_CARD.match(line):
            card = match[1]
        elif card and line.strip() == card:
            card = ""
        for _, name in FACT_LINK.findall(line):
            if points or card:
                yield name, "key points" if points else "clinic card"
            elif heading:
                # The first link of a section carries what its heading says.
                yield name, "heading"
            heading = False
