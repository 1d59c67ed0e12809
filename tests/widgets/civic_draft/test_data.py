"""The drafting desk's Python side: its data is the papers', its equivalent carries them whole."""

from html import unescape

from ntrkcourse import civic_draft
from ntrkcourse.content.inline import inline_html
from ntrkcourse.content.walk import facts_of, texts
from ntrkcourse.widgets.civic_draft import CivicDraft
from ntrkcourse.widgets.civic_draft.records import load

DATA = civic_draft().data
DRAFTING = load()


def test_the_data_are_the_papers():
    for paper, shown in zip(DRAFTING.paper, DATA["paper"], strict=True):
        for field, drawn in zip(paper.field, shown["field"], strict=True):
            assert [(one["text"], one["verdict"]) for one in drawn["option"]] == [
                (one.text, one.verdict) for one in field.option
            ]
    assert DATA["facts"] == facts_of(DRAFTING)


def test_the_equivalent_carries_every_entry_and_every_reason():
    html = CivicDraft.equivalent(DATA)
    for text in texts(DRAFTING):
        assert inline_html(text) in html
    for point in DRAFTING.check:
        assert point.text in unescape(html) and point.why in unescape(html)
    assert html.count(DRAFTING.words["is_model"]) == sum(len(paper.field) for paper in DRAFTING.paper)
