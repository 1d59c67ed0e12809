"""The words of widgets are held as prose is, and their links to second-hand records are marked."""

import json
import re

import pytest

import ntrkcourse.checks.widgets as checked
from ntrkcourse import fact_box, stain_field, timeline
from ntrkcourse.content.facts import load_facts
from ntrkcourse.widgets import WIDGETS

HEARD = "policy.gst.entrectinib_nil.mint2025"


def problems(monkeypatch, widget):
    monkeypatch.setattr(checked, "chapter_widgets", lambda: [("x.ipynb", "cell 1", widget)])
    return [problem for problem in checked.check_widgets([]) if problem.file == "x.ipynb"]


def test_every_kind_of_widget_is_built_from_the_notebooks():
    assert {type(widget).name for _, _, widget in checked.chapter_widgets()} == set(WIDGETS)


@pytest.mark.parametrize(
    "make", [lambda: fact_box("larotrectinib"), lambda: timeline("policy", "09"), stain_field]
)
def test_each_figure_in_a_link_of_the_data_is_held(monkeypatch, make):
    widget = make()
    assert problems(monkeypatch, widget) == []
    text = json.dumps(widget.data)
    # Of a span, and of a row that a script makes a link of.
    change = re.compile(r'(\["fact", "[^"\d]*)(\d+)|("figure": "[^"\d]*)(\d+)')
    changed = change.sub(lambda m: f"{m[1] or m[3]}{m[2] or m[4]}7", text, count=1)
    assert changed != text
    widget.data = json.loads(changed)
    assert {problem.code for problem in problems(monkeypatch, widget)} >= {"F03"}


def test_a_link_without_its_mark_is_found(monkeypatch):
    widget = timeline("policy", "09")
    assert HEARD in widget.data["second_hand"]
    assert problems(monkeypatch, widget) == []
    equivalent = type(widget).equivalent(widget.data)
    bare = equivalent.replace("fact-link fact-second", "fact-link")
    monkeypatch.setattr(type(widget), "equivalent", staticmethod(lambda data: bare))
    found = problems(monkeypatch, widget)
    assert {problem.code for problem in found} == {"F05"} and any(
        HEARD in problem.advice for problem in found
    )


def test_the_data_name_every_second_hand_record_and_no_other():
    for _, place, widget in checked.chapter_widgets():
        named = set(widget.data["second_hand"])
        assert all(load_facts()[name].status == "secondary" for name in named), place


def test_a_link_written_into_a_script_is_held(monkeypatch, tmp_path):
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "x.js").write_text(
        'a;\ninline([["fact", "5 of 4,854", "epi.ntrk.breast.rossds2020"]]);\nlet s = "[4](fact:a.b)";\n'
    )
    monkeypatch.setattr(checked, "WIDGETS_FOLDER", tmp_path)
    monkeypatch.setattr(checked, "chapter_widgets", lambda: [])
    assert [(p.record, p.code) for p in checked.check_widgets([])] == [("line 2", "F03"), ("line 3", "F02")]
