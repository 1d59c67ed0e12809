"""QTI 2.1: its items answer as the book does, by a reckoner of response processing here and by another's."""

import io
import json
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from from_registry import sdist
from made_questions import HINDI, MADE

from ntrkcourse.content.inline import plain
from ntrkcourse.content.marks import names_of
from ntrkcourse.content.questions import Question, load_questions
from ntrkcourse.export import Order
from ntrkcourse.export.formats import qti21
from ntrkcourse.export.package import package
from ntrkcourse.export.text import bare

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
PACKAGE = "{http://www.imsglobal.org/xsd/imscp_v1p1}"


def item(question: Question) -> ElementTree.Element:
    return ElementTree.fromstring(qti21.item(question))


def words(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def squeezed(text: str) -> str:
    return " ".join(text.split())


def answer(element: ElementTree.Element, given: Any) -> tuple[float, list[str]]:
    """Score and feedback, as an assessment system works them out from the item's own rules."""
    declared = element.find(f"{QTI}responseDeclaration")
    assert declared is not None
    base, kind = declared.get("baseType"), declared.get("cardinality")
    values = [one.text or "" for one in declared.iter(f"{QTI}value")]
    correct: Any = float(values[0]) if base == "float" else values if kind != "single" else values[0]
    known = {"RESPONSE": given, "SCORE": 0.0, "FEEDBACK": []}

    def several(value: Any) -> list[Any]:
        return value if isinstance(value, list) else [value]

    def same(a: Any, b: Any) -> bool:
        return bool(a == b if kind != "multiple" else sorted(several(a)) == sorted(several(b)))

    def equal(node: ElementTree.Element, a: float, b: float) -> bool:
        low, high = map(float, (node.get("tolerance") or "0 0").split())
        return b - low <= a <= b + high

    rules: dict[str, Callable[[ElementTree.Element, list[Any]], Any]] = {
        "variable": lambda node, _: known[node.get("identifier", "")],
        "correct": lambda node, _: correct,
        "baseValue": lambda node, _: float(node.text or "") if node.get("baseType") == "float" else node.text,
        "match": lambda node, parts: same(*parts),
        "equal": lambda node, parts: equal(node, *parts),
        "and": lambda node, parts: all(parts),
        "not": lambda node, parts: not parts[0],
        "isNull": lambda node, parts: parts[0] in (None, []),
        "gte": lambda node, parts: parts[0] >= parts[1],
        "lte": lambda node, parts: parts[0] <= parts[1],
        "multiple": lambda node, parts: [one for part in parts for one in several(part)],
    }

    def work(node: ElementTree.Element) -> Any:
        return rules[node.tag.removeprefix(QTI)](node, [*map(work, node)])

    for condition in element.iterfind(f"{QTI}responseProcessing/{QTI}responseCondition"):
        for branch in condition:
            parts = [*branch] if branch.tag == f"{QTI}responseElse" else [*branch][1:]
            if len(parts) == len(branch) or work(branch[0]):
                for one in parts:
                    known[one.get("identifier", "")] = work(one[0])
                break
    return known["SCORE"], known["FEEDBACK"]


def told(element: ElementTree.Element, names: list[str]) -> str:
    """What is shown after an answer."""
    return " ".join(
        words(one) for one in element.iterfind(f"{QTI}modalFeedback") if one.get("identifier") in names
    )


def test_text_in_any_script_and_with_any_sign_survives() -> None:
    for question in MADE.values():
        body = item(question).find(f"{QTI}itemBody")
        assert body is not None
        assert squeezed(plain(question.stem)) in words(body) and HINDI in words(body)
        for choice in question.choices:
            assert squeezed(bare(choice)) in words(body)


@pytest.mark.parametrize("kind", ["single", "multiple"])
def test_an_option_is_scored_and_explained(kind: str) -> None:
    question = MADE[kind]
    made, names = item(question), [f"a-{one}" for one in names_of(question.choices)]
    right = [name for name, one in zip(names, question.option, strict=True) if one.correct]
    for name, option in zip(names, question.option, strict=True):
        given = name if kind == "single" else [name]
        score, feedback = answer(made, given)
        assert score == (given in (right, right[0]))
        assert squeezed(bare(option.feedback)) in told(made, feedback)
        assert "It rests on:" in told(made, feedback)
    if kind == "multiple":
        assert answer(made, right[::-1])[0] == 1
        assert answer(made, names)[0] == 0


@pytest.mark.parametrize(
    ("typed", "score", "said"),
    [
        (10.45, 1, ""),
        (9.95, 1, ""),
        (10.46, 0, MADE["numeric"].wrong),
        (6.4, 0, MADE["numeric"].diagnosis[0].feedback),
        (-2.0, 0, MADE["numeric"].diagnosis[1].feedback),
        (80.0, 0, MADE["numeric"].wrong),
    ],
)
def test_a_number_is_scored_within_its_tolerance(typed: float, score: float, said: str) -> None:
    made = item(MADE["numeric"])
    found, feedback = answer(made, typed)
    assert found == score and squeezed(said) in told(made, feedback)
    assert (squeezed(MADE["numeric"].wrong) in told(made, feedback)) == (said == MADE["numeric"].wrong)


def test_an_order_and_a_match_are_right_as_a_whole() -> None:
    steps = [f"a-{one}" for one in names_of(MADE["order"].choices)]
    assert answer(item(MADE["order"]), steps)[0] == 1
    score, feedback = answer(item(MADE["order"]), steps[::-1])
    assert score == 0 and "Not so." in told(item(MADE["order"]), feedback)
    rows = [f"r-{one}" for one in names_of(pair.left for pair in MADE["match"].pair)]
    partners = [f"a-{one}" for one in names_of(MADE["match"].choices)]
    pairs = [f"{row} {partner}" for row, partner in zip(rows, partners, strict=True)]
    assert answer(item(MADE["match"]), pairs[::-1])[0] == 1
    assert answer(item(MADE["match"]), [f"{rows[0]} {partners[1]}", *pairs[1:]])[0] == 0


def test_the_package_holds_what_its_manifest_names(tmp_path: Path) -> None:
    (file,) = qti21.make(Order(tmp_path))
    with zipfile.ZipFile(file) as archive:
        manifest = ElementTree.fromstring(archive.read("imsmanifest.xml"))
        named = {one.get("href") for one in manifest.iter(f"{PACKAGE}file")}
        assert named | {"imsmanifest.xml"} == {*archive.namelist()}
        resources = {one.get("identifier"): one.get("href") for one in manifest.iter(f"{PACKAGE}resource")}
        for one in manifest.iter(f"{PACKAGE}dependency"):
            assert one.get("identifierref") in resources
        test = ElementTree.fromstring(archive.read("test.xml"))
        asked = {one.get("identifier"): one.get("href") for one in test.iter(f"{QTI}assessmentItemRef")}
        assert {**asked, "test": "test.xml"} == resources and len(asked) == len(load_questions())
        for name in asked.values():
            made = ElementTree.fromstring(archive.read(str(name)))
            assert made.get("identifier") == f"q-{made.get('title')}"
            for image in made.iter(f"{QTI}img"):
                assert f"items/{image.get('src')}" in named and image.get("alt")


def test_the_same_questions_make_the_same_bytes() -> None:
    assert package(qti21.files(MADE.values())) == package(qti21.files(MADE.values()))


# Reads items, gives the responses, and prints what comes of them. Pyslet draws no text entry and misreads a tolerance.
READER = """
import io, json, logging, sys
sys.path.insert(0, sys.argv[1])
logging.disable(logging.CRITICAL)
from pyslet.qtiv2 import variables, xml
told = []
for text, responses in json.load(sys.stdin):
    document = xml.QTIDocument()
    document.read(src=io.BytesIO(text.encode()))
    scores = []
    for response in responses:
        session = variables.ItemSessionState(document.root)
        session.begin_session()
        session["RESPONSE"].set_value(response)
        document.root.ResponseProcessing.run(session)
        scores.append([session["SCORE"].value, sorted(session["FEEDBACK"].value or [])])
    told.append([type(document.root).__name__, scores])
print(json.dumps(told))
"""


@pytest.mark.thorough
def test_a_reader_of_others_reads_the_bank_and_scores_as_we_do(tmp_path: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(sdist("pyslet", "0.7.20170805"))) as archive:
        archive.extractall(tmp_path, filter="data")
    asked = [*load_questions().values(), *MADE.values()]
    given = []
    for one in asked:
        names = [f"a-{name}" for name in names_of(one.choices)]
        responses: list[Any] = []
        if one.kind == "single":
            responses = names
        elif one.kind == "multiple":
            right = [name for name, option in zip(names, one.option, strict=True) if option.correct]
            responses = [right, names[:1], names]
        elif one.kind == "order":
            responses = [names, names[::-1]]
        given.append((qti21.item(one), responses))
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", READER, str(tmp_path / "pyslet-0.7.20170805")],
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
    )
    assert told.returncode == 0, told.stderr
    for (text, responses), (kind, scores) in zip(given, json.loads(told.stdout), strict=True):
        assert kind == "AssessmentItem"
        element = ElementTree.fromstring(text)
        for response, (score, feedback) in zip(responses, scores, strict=True):
            ours = answer(element, response)
            assert (score, feedback) == (ours[0], sorted(ours[1]))
