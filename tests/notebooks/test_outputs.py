"""What the chapter files hold: outputs that the tests compare, and no others."""

import json
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_marked_cells_have_outputs_and_others_none(file):
    notebook = json.loads(file.read_text(encoding="utf-8"))
    assert "widgets" not in notebook["metadata"]
    marked = 0
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        if "nbval-check-output" in cell["metadata"].get("tags", []):
            marked += 1
            assert cell["outputs"], f"{cell['id']}: run `start.py outputs`"
        else:
            assert cell["outputs"] == [], f"{cell['id']}: run `start.py outputs`"
    assert marked, "a chapter shows its working with outputs that are compared"


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_widget_code_is_folded(file):
    for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
        if "remove-input" in cell["metadata"].get("tags", []):
            assert cell["metadata"]["jupyter"]["source_hidden"] is True
