"""QTI 1.2 for Canvas: as its DTD says, and every answer marked and explained."""

import io
import re
import tarfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from from_registry import sdist
from lxml import etree
from made_questions import HINDI, MADE

from ntrkcourse.content.marks import names_of
from ntrkcourse.content.questions import load_questions
from ntrkcourse.export import Order
from ntrkcourse.export.formats import qti12
from ntrkcourse.export.text import html

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


@pytest.fixture(scope="module")
def made() -> dict[str, ElementTree.Element]:
    """Made-up items by their kind."""
    root = ElementTree.fromstring(qti12.quiz("made", "Made up", MADE.values()))
    return dict(zip(MADE, root.iter(f"{QTI}item"), strict=True))


def mark(item: ElementTree.Element, answers: dict[str, list[str]]) -> float:
    """The per cent that an answer earns, by what was chosen or typed for each response."""

    def holds(node: ElementTree.Element) -> bool:
        given = answers.get(node.get("respident", ""), [])
        kind, wanted = node.tag.removeprefix(QTI), (node.text or "").strip()
        if kind == "varequal":
            return wanted in given
        if kind in ("vargte", "varlte"):
            typed = float(given[0])
            return typed >= float(wanted) if kind == "vargte" else typed <= float(wanted)
        parts = [*map(holds, node)]
        return {"not": not any(parts), "or": any(parts)}.get(kind, all(parts))

    score = 0.0
    for condition in item.iter(f"{QTI}respcondition"):
        asked, change = condition.find(f"{QTI}conditionvar"), condition.find(f"{QTI}setvar")
        if asked is not None and change is not None and holds(asked):
            worth = float(change.text or "")
            score = worth if change.get("action") == "Set" else score + worth
    return score


def told(item: ElementTree.Element, name: str) -> str:
    """The feedback that a condition on ``name`` shows."""
    shown = [
        feedback.get("linkrefid")
        for condition in item.iter(f"{QTI}respcondition")
        for feedback in condition.iter(f"{QTI}displayfeedback")
        if any((one.text or "") == name for one in condition.iter(f"{QTI}varequal"))
    ]
    texts = [one for one in item.iter(f"{QTI}itemfeedback") if one.get("ident") in shown]
    return "".join("".join(one.itertext()) for one in texts)


def test_text_in_any_script_and_with_any_sign_survives(made: dict[str, ElementTree.Element]) -> None:
    for kind, item in made.items():
        texts = [one.text or "" for one in item.iter(f"{QTI}mattext")]
        assert html(MADE[kind].stem) in texts[0] and HINDI in texts[0]
        assert any("It rests on:" in one and html(MADE[kind].right) in one for one in texts)
        for choice in MADE[kind].choices:
            assert html(choice) in texts


@pytest.mark.parametrize("kind", ["single", "multiple"])
def test_options_are_marked_and_explained(made: dict[str, ElementTree.Element], kind: str) -> None:
    names = names_of(MADE[kind].choices)
    right = [name for name, one in zip(names, MADE[kind].option, strict=True) if one.correct]
    assert mark(made[kind], {"response1": right}) == 100
    for name, option in zip(names, MADE[kind].option, strict=True):
        assert told(made[kind], name) == html(option.feedback)
        assert (mark(made[kind], {"response1": [name]}) == 100) == (right == [name])
    assert mark(made["multiple"], {"response1": names_of(MADE["multiple"].choices)}) == 0


@pytest.mark.parametrize(
    ("typed", "score"), [("10.2", 100), ("9.95", 100), ("10.45", 100), ("10.46", 0), ("6.5", 0)]
)
def test_a_number_counts_within_its_tolerance(
    made: dict[str, ElementTree.Element], typed: str, score: int
) -> None:
    assert mark(made["numeric"], {"response1": [typed]}) == score
    texts = [one.text or "" for one in made["numeric"].iter(f"{QTI}mattext")]
    assert any("From 6.4 to 6.9:" in one and html(MADE["numeric"].wrong) in one for one in texts)


@pytest.mark.parametrize("kind", ["order", "match"])
def test_rows_find_their_partners_and_steps_their_places(
    made: dict[str, ElementTree.Element], kind: str
) -> None:
    rows = [one.get("ident", "") for one in made[kind].iter(f"{QTI}response_lid")]
    (labels,) = {
        tuple(one.get("ident", "") for one in row.iter(f"{QTI}response_label"))
        for row in made[kind].iter(f"{QTI}response_lid")
    }
    right = {row: [label] for row, label in zip(rows, labels, strict=True)}
    assert mark(made[kind], right) == pytest.approx(100)
    assert mark(made[kind], {**right, rows[0]: [labels[1]]}) == pytest.approx(75)


def test_the_package_holds_what_its_manifest_names(tmp_path: Path) -> None:
    (file,) = qti12.make(Order(tmp_path))
    with zipfile.ZipFile(file) as archive:
        manifest = ElementTree.fromstring(archive.read("imsmanifest.xml"))
        named = {one.get("href") for one in manifest.iter() if one.tag.endswith("}file")}
        assert named | {"imsmanifest.xml"} == {*archive.namelist()}
        ids = {one.get("identifier") for one in manifest.iter() if one.tag.endswith("}resource")}
        assert {one.get("identifierref") for one in manifest.iter() if one.tag.endswith("}dependency")} <= ids
        asked = []
        for name in archive.namelist():
            if re.fullmatch(r"(.+)/\1\.xml", name):
                root = ElementTree.fromstring(archive.read(name))
                asked += [one.get("ident") for one in root.iter(f"{QTI}item")]
                for text in root.iter(f"{QTI}mattext"):
                    for source in re.findall(r'<img src="\$IMS-CC-FILEBASE\$/([^"]+)"', text.text or ""):
                        assert source in named
        assert sorted(filter(None, asked)) == sorted(load_questions())


@pytest.mark.thorough
def test_every_quiz_is_as_the_published_dtd_says(tmp_path: Path) -> None:
    name = "pyslet-0.7.20170805/unittests/data_imsqtiv1p2p1/ims_qtiasiv1p2p1.dtd"
    with tarfile.open(fileobj=io.BytesIO(sdist("pyslet", "0.7.20170805"))) as archive:
        published = archive.extractfile(name)
        assert published
        dtd = etree.DTD(io.BytesIO(published.read()))
    quizzes = [
        content
        for file, content in qti12.files([*load_questions().values(), *MADE.values()])
        if re.fullmatch(r"(.+)/\1\.xml", file)
    ]
    assert len(quizzes) > 10
    for content in quizzes:
        # A DTD knows no namespaces.
        plain = re.sub(rb"<questestinterop[^>]*>", b"<questestinterop>", content, count=1)
        assert dtd.validate(etree.fromstring(plain)), dtd.error_log.filter_from_errors()
