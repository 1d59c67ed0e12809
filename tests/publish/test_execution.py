"""A notebook that does not run: the message names the file, the cell, the line and the cause."""

import json

import nbformat
import pytest
from running import run

from ntrkcourse.publish import execution
from ntrkcourse.publish.execution import NotebookError


def notebook(folder, *sources, kernel="python3"):
    """A notebook in ``folder`` with a text and a code cell of each source."""
    cells = [nbformat.v4.new_markdown_cell("# Title"), *map(nbformat.v4.new_code_cell, sources)]
    metadata = {"kernelspec": {"name": kernel, "display_name": kernel, "language": "python"}}
    path = folder / "one.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), path)
    return path


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("check(3)", "cell 3, line 1: NameError: name 'check' is not defined"),
        ("x = 1\ny = = 2", "cell 3, line 2: SyntaxError: invalid syntax"),
        ("def f():\n    raise KeyError('gone')\n\nf()", "cell 3, line 2: KeyError: 'gone'"),
        ("import os\nos._exit(1)", "cell 3: the kernel died while this cell ran"),
        ("import sys\nprint('Too old', file=sys.stderr)", "cell 3: a warning was printed: Too old"),
        ("while True: pass", "cell 3: not finished after 3 s"),
    ],
)
def test_the_cell_and_the_cause_are_named(tmp_path, monkeypatch, source, told):
    monkeypatch.setattr(execution, "CELL_TIMEOUT", 3)
    path = notebook(tmp_path, "1 + 1", source, "2 + 2")
    with pytest.raises(NotebookError) as raised:
        run(path)
    message = str(raised.value)
    assert message.startswith(f"{path}, {told}")
    assert "\x1b" not in message


def test_an_unknown_kernel_is_named(tmp_path):
    path = notebook(tmp_path, "1 + 1", kernel="myconda")
    with pytest.raises(NotebookError, match=r"one\.ipynb: metadata\.kernelspec\.name is 'myconda'"):
        run(path)


def test_a_foreign_kernel_under_the_same_name_is_not_taken(tmp_path, monkeypatch):
    spec = tmp_path / "kernels/python3/kernel.json"
    spec.parent.mkdir(parents=True)
    spec.write_text(json.dumps({"argv": ["false"], "display_name": "Foreign", "language": "python"}))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    path = notebook(tmp_path, "import sys; print(sys.executable)")
    assert run(path).cells[1].outputs[0].text.strip()


def test_a_kernel_prints_nothing_of_its_own(tmp_path, capfd):
    run(notebook(tmp_path, "1 + 1"))
    assert capfd.readouterr() == ("", "")
