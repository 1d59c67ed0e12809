"""What stands in place of a widget where widgets do not run: GitHub, an untrusted notebook, a terminal."""

import ast
import json
import re
import sys
from pathlib import Path

import pytest

from ntrkcourse import consent_review
from ntrkcourse.content.errors import ContentError
from ntrkcourse.widgets import WIDGETS, template

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
CELLS = [
    pytest.param("".join(cell["source"]), id=f"{file.stem}-{cell['id']}")
    for file in sorted(NOTEBOOKS.glob("*.ipynb"))
    for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]
    if "remove-input" in cell["metadata"].get("tags", [])
    # A picture is no widget; tests/figures has it.
    and "import figure\n" not in "".join(cell["source"])
]


def shown(source):
    """What a notebook stores as the output of a cell that ends in a widget."""
    tree = ast.parse(source)
    names = {}
    exec(compile(ast.Module(tree.body[:-1], []), "cell", "exec"), names)
    widget = eval(compile(ast.Expression(tree.body[-1].value), "cell", "eval"), names)
    return widget, widget._repr_mimebundle_()[0]


@pytest.mark.parametrize("source", CELLS)
def test_every_widget_of_the_chapters_can_be_read(source):
    widget, data = shown(source)
    assert data["text/html"] == widget.equivalent(widget.data)
    assert "application/vnd.jupyter.widget-view+json" in data
    text = data["text/plain"]
    assert " object at 0x" not in text and len(text.split()) > 3
    assert not re.search(r"</?\w+[ >]", text), "plain text has no tags"
    if widget.name == "quiz":
        assert "Not this." not in text, "an answer is told that the page keeps folded"


def test_every_kind_of_widget_was_read():
    assert {shown(cell.values[0])[0].name for cell in CELLS} == set(WIDGETS)


def test_a_widget_is_alive_where_there_is_no_jinja2(monkeypatch):
    """A kernel in the browser has none."""
    monkeypatch.setitem(sys.modules, "ntrkcourse.widgets.template", None)
    data, _ = consent_review()._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data and "text/html" not in data


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ titel }}", "UndefinedError: 'titel' is undefined"),
        ("{{ title | spnas }}", "TemplateAssertionError: No filter named 'spnas'"),
        ("{{ 'Not {this}' | fill(that=1) }}", "KeyError: 'this'"),
    ],
)
def test_a_fault_in_a_readable_equivalent_is_named(tmp_path, monkeypatch, text, told):
    (tmp_path / "equivalent.html").write_text(f"<p>\n{text}</p>\n", encoding="utf-8")
    monkeypatch.setattr(template, "folder_of", lambda name: tmp_path)
    template._template.cache_clear()
    with pytest.raises(ContentError) as error:
        template.draw("made-up", {"title": "T"})
    assert error.value.file.endswith("equivalent.html") and f"line 2: {told}" in str(error.value)
