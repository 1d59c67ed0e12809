"""The form of a chapter's file: each fault is named with its cell or key."""

import copy

import pytest

from ntrkcourse.checks.notebooks import check_notebook

GOOD = {
    "nbformat": 4,
    "nbformat_minor": 5,
    "metadata": {"kernelspec": {"name": "python3"}},
    "cells": [
        {"cell_type": "markdown", "id": "opening", "metadata": {}, "source": "# 03 T"},
        {
            "cell_type": "code",
            "id": "a1",
            "metadata": {},
            "source": "x",
            "outputs": [],
            "execution_count": None,
        },
        {
            "cell_type": "code",
            "id": "a2",
            "metadata": {"tags": ["nbval-check-output"]},
            "source": "x",
            "outputs": [{"output_type": "stream", "name": "stdout", "text": "1"}],
            "execution_count": 1,
        },
    ],
}


def told(notebook):
    return [str(problem) for problem in check_notebook(notebook, "notebooks/03.ipynb")]


def test_a_good_notebook_passes():
    assert told(GOOD) == []


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("nbformat_minor",), 4, "nbformat: N01: 4.4"),
        (("nbformat",), 3, "nbformat: N01: 3.5"),
        (("metadata", "kernelspec", "name"), "myconda", "metadata.kernelspec.name: N02: 'myconda'"),
        (("metadata", "kernelspec"), {}, "metadata.kernelspec.name: N02: None"),
        (("metadata",), {}, "metadata.kernelspec.name: N02: None"),
        (("metadata", "widgets"), {"state": 1}, "metadata.widgets: N04"),
        (("cells", 1, "id"), None, "cell 2, id: N03: None"),
        (("cells", 1, "id"), "two words", "cell 2, id: N03: 'two words'"),
        (("cells", 1, "id"), "opening", "cell 2, id: N03: 'opening' is the id of cell 1"),
        (("cells", 1, "outputs"), [{"output_type": "stream"}], "cell 2, outputs: N04: kept"),
        (("cells", 1, "execution_count"), 7, "cell 2, execution_count: N04: 7"),
        (
            ("cells", 1, "metadata", "execution"),
            {"iopub.execute_input": ""},
            "cell 2, metadata.execution: N04",
        ),
        (("cells", 2, "outputs"), [], "cell 3, outputs: N04: tagged nbval-check-output and empty"),
        (("cells", 0, "cell_type"), "raw", "cell 1, cell_type: N01: 'raw'"),
        (("cells", 0, "attachments"), {"image.png": {}}, "cell 1, attachments: N01"),
    ],
)
def test_each_fault_is_named(path, value, place):
    notebook = copy.deepcopy(GOOD)
    at = notebook
    for part in path[:-1]:
        at = at[part]
    if value is None:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    (problem,) = told(notebook)
    assert problem.startswith(f"notebooks/03.ipynb, {place}")
