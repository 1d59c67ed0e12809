"""Anki: a core deck, and the whole bank in another file.

The ids of model, decks and notes come from the names of the course and of the questions, so that a later release
changes the cards that a learner has, with all that Anki knows of them, and makes none twice.
"""

import hashlib
import io
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape
from pathlib import Path

import genanki

from ...content.course import load_course
from ...content.interface import interface_words
from ...content.questions import Question, load_questions
from ...paper.questions import answer
from ...publish.citation import load_citation
from ...widgets.quiz import shuffled
from .. import text
from ..core import core
from ..order import Order
from ..pictures import file_name, svg
from ..typeset import typeset


def make(order: Order) -> Iterator[Path]:
    """``anki-core.apkg``, with what the reader missed, and ``anki-all.apkg``."""
    words = interface_words()["export"]
    bank = load_questions().values()
    chosen = core(bank)
    chosen += [one for one in order.missed if one not in chosen]
    yield order.write("-anki-core.apkg", package(words["core"], chosen, order.missed))
    yield order.write("-anki-all.apkg", package(words["all"], [*bank]))


def package(name: str, questions: Sequence[Question], missed: Sequence[Question] = ()) -> bytes:
    """A deck of this name below the course's."""
    title = f"{load_course().title}::{name}"
    deck = genanki.Deck(_number(f"deck/{name}"), title, description=escape(text.origin()))
    model = _model()
    for question in questions:
        deck.add_note(_note(model, question, question in missed))
    with tempfile.TemporaryDirectory() as folder:
        media = []
        for picture in dict.fromkeys(filter(None, (one.picture for one in questions))):
            media.append(Path(folder, _media_name(picture)))
            media[-1].write_bytes(svg(picture))
        file = Path(folder, "deck.apkg")
        # The same bytes from the same questions; cards of two decks share no number.
        day = datetime.fromisoformat(f"{load_citation().date}T00:00:00+00:00").timestamp()
        moment = day + _number(f"deck/{name}") % 86_400
        genanki.Package(deck, media_files=[*map(str, media)]).write_to_file(str(file), timestamp=moment)
        return _packed_anew(file)


def _packed_anew(file: Path) -> bytes:
    """The archive without the times of its files, and smaller."""
    packed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _note(model: genanki.Model, question: Question, missed: bool) -> genanki.Note:
    order = shuffled(question, len(question.item) or len(question.pair))
    shown = [question.choices[at] for at in order]
    picture = _media_name(question.picture) if question.picture else ""
    key = answer(question)
    tags = [f"objective::{question.objective}", f"level::{question.level}"]
    return genanki.Note(
        model=model,
        guid=genanki.guid_for(load_course().name, question.id),
        fields=[
            question.id,
            typeset("anki_front.html", question=question, picture=picture, shown=shown),
            typeset("anki_back.html", question=question, answer=key),
            escape(text.origin()),
        ],
        tags=[*tags, interface_words()["export"]["missed"]] if missed else tags,
    )


def _model() -> genanki.Model:
    style = Path(__file__).parents[1] / "templates" / "anki.css"
    return genanki.Model(
        _number("model"),
        load_course().title,
        fields=[{"name": name} for name in ("Id", "Front", "Back", "Origin")],
        templates=[
            {
                "name": "Card",
                "qfmt": "{{Front}}",
                "afmt": '{{FrontSide}}<hr id="answer">{{Back}}<p class="origin">{{Id}}. {{Origin}}</p>',
            }
        ],
        css=style.read_text(encoding="utf-8"),
    )


def _number(part: str) -> int:
    """An id as Anki wants it: the same for the same part of the same course."""
    digest = hashlib.sha256(f"{load_course().name}/{part}".encode()).digest()
    return 2**30 + int.from_bytes(digest[:4]) % 2**30


def _media_name(picture: str) -> str:
    # All decks of a collection share one folder.
    return f"{load_course().name}-{file_name(picture)}"
