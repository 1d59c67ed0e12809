"""The trainers' notebook: what a reader does in one widget is seen in another."""

from pathlib import Path

import nbformat
from running import run

NOTEBOOK = Path(__file__).parents[2] / "notebooks/trainers/linked_widgets.ipynb"
# What a front end sends when a reader answers, and moves the explorer's slider.
READER = """
questions[0].state = {"03.read-interval": {"correct": True}}
questions[1].state = {"03.zero-seen": {"correct": False}}
print(count.value)
explorer.state = {"caseload": 300}
print(patients.value, bound.value)
patients.value = 3000
print(bound.value)
"""


def test_links_carry_what_the_reader_does(tmp_path):
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(READER))
    copy = tmp_path / NOTEBOOK.name
    nbformat.write(notebook, copy)
    said = run(copy).cells[-1].outputs[0].text.splitlines()
    assert said == [
        "Answered: 2. Right: 1.",
        "300 No fusion in 300 patients: the true rate may still be 99.4 in 10,000.",
        "No fusion in 3,000 patients: the true rate may still be 10.0 in 10,000.",
    ]


def test_only_compared_outputs_are_stored():
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert "widgets" not in notebook.metadata
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert bool(cell.outputs) == ("nbval-check-output" in cell.metadata.get("tags", [])), cell.id
