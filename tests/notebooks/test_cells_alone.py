"""Every code cell of a chapter runs on a kernel that has run nothing: readers run the one cell they are asked to."""

import ast
import contextlib
import io
import json
from itertools import pairwise
from pathlib import Path

import pytest

import ntrkcourse

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
CELLS = [
    pytest.param(cell, id=f"{file.stem}-{cell['id']}")
    for file in sorted(NOTEBOOKS.rglob("*.ipynb"))
    if not any(part.startswith(".") for part in file.relative_to(NOTEBOOKS).parts)
    for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]
    if cell["cell_type"] == "code"
]
CHAPTERS = sorted(NOTEBOOKS.glob("*.ipynb"))


def run(cell):
    """(printed text, the names that the cell leaves) of a cell that nothing ran before."""
    names = {"__name__": "__main__"}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
    return printed.getvalue(), names


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_runs_alone_and_prints_what_is_stored(cell):
    printed, _ = run(cell)
    stored = "".join(text for output in cell["outputs"] for text in output.get("text", []))
    assert not stored or printed == stored


def spans(markdown):
    """The pieces of inline code in a Markdown cell that are Python."""
    for piece in markdown.split("`")[1::2]:
        with contextlib.suppress(SyntaxError):
            yield ast.parse(piece)


def read_names(tree):
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


@pytest.mark.parametrize("file", CHAPTERS, ids=lambda file: file.stem)
def test_an_exercise_has_at_hand_what_its_hint_names(file):
    cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    code = [ast.parse("".join(cell["source"])) for cell in cells if cell["cell_type"] == "code"]
    functions = {n.name for tree in code for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)}
    for before, cell in pairwise(cells):
        if cell["cell_type"] != "code" or "answer = ..." not in "".join(cell["source"]):
            continue
        named = set().union(*(read_names(tree) for tree in spans("".join(before["source"]))))
        missing = named & {*ntrkcourse.__all__, *functions} - set(run(cell)[1])
        assert not missing, f"{cell['id']}: the hint names {sorted(missing)}, which the cell does not have"
