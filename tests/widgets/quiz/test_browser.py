"""The quiz in Chromium, with questions made to be awkward."""

import pytest

from ntrkcourse.content.questions import load_questions
from ntrkcourse.widgets.quiz import quiz

BANK = """
[[question]]
id = "03.awkward"
objective = "03.1"
kind = "single"
use = "chapter"
level = "apply"
stem = "Is <script>document.title = 'broken'</script> <img src=x onerror=alert(1)> Crohn's or क्या it **is**?"
see = "Widget"
[[question.option]]
text = "<b>Bold</b> & \\"quoted\\""
feedback = "</script><i>Right</i> because it's text."
correct = true
[[question.option]]
text = "उत्तर"
feedback = "No: `x < y`."
trap = "t"

[[question]]
id = "03.number"
objective = "03.1"
kind = "numeric"
use = "chapter"
level = "apply"
stem = "How many?"
see = "No such heading"
answer = 4854
tolerance = 0
unit = "patients"
precision = "whole"
right = "So many."
wrong = "Not so many."
diagnosis = [{ low = 0.1, high = 0.2, feedback = "A fraction.", trap = "t" }]
"""


@pytest.fixture
def awkward(tmp_path, monkeypatch, open_widget):
    folder = tmp_path / "questions"
    folder.mkdir()
    (folder / "03.toml").write_text(BANK, encoding="utf-8")
    bank = load_questions.__wrapped__(folder)
    monkeypatch.setattr("ntrkcourse.widgets.quiz.load_questions", lambda: bank)
    return open_widget(quiz("03.awkward", "03.number"), width=320)


def test_markup_is_shown_as_text(awkward):
    text = awkward.locator("[data-question='03.awkward']").inner_text()
    assert (
        "Is <script>document.title = 'broken'</script> <img src=x onerror=alert(1)> Crohn's or क्या it is?"
        in text
    )
    assert '<b>Bold</b> & "quoted"' in text and "उत्तर" in text
    assert awkward.title() == "Widget"
    assert awkward.locator("[data-question='03.awkward'] img").count() == 0
    awkward.get_by_label('<b>Bold</b> & "quoted"').press("Space")
    awkward.get_by_role("button", name="Check answer").first.press("Enter")
    assert "</script><i>Right</i> because it's text." in awkward.locator("[data-question]").first.inner_text()


@pytest.mark.parametrize("typed", ["4,854", "9708/2", "about 4 854 patients"])
def test_a_number_is_read_as_people_type_it(awkward, typed):
    card = awkward.locator("[data-question='03.number']")
    card.get_by_role("textbox").press_sequentially(typed)
    card.get_by_role("button", name="Check answer").press("Enter")
    assert "So many." in card.inner_text()


@pytest.mark.parametrize(
    ("typed", "told"), [("0,15", "A fraction."), ("12", "Not so many."), ("-3", "Not so many.")]
)
def test_a_wrong_number_is_diagnosed(awkward, typed, told):
    card = awkward.locator("[data-question='03.number']")
    card.get_by_role("textbox").press_sequentially(typed)
    card.get_by_role("button", name="Check answer").press("Enter")
    assert told in card.inner_text()
    card.get_by_role("button", name="Show the answer").press("Enter")
    assert "So many." in card.inner_text()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Type a number first, for example 0.25."),
        ("4 lakh or so", "I cannot read ‘4 lakh or so’; type digits, for example 0.25."),
        ("85%", "The answer is in patients, not ‘85%’; type one number, for example 0.25."),
    ],
)
def test_what_cannot_be_read_is_named_and_is_no_attempt(awkward, typed, told):
    card = awkward.locator("[data-question='03.number']")
    box = card.get_by_role("textbox")
    box.press_sequentially(typed)
    card.get_by_role("button", name="Check answer").press("Enter")
    assert told in card.inner_text()
    assert card.locator(".ntrk-verdict").count() == 0
    assert awkward.evaluate("ntrk.shared.store.read('question/03.number').log") == []
    assert box.input_value() == typed, "what was typed stays, to be mended"


def test_the_focus_goes_on_and_the_verdict_is_announced(awkward):
    card = awkward.locator("[data-question='03.awkward']")
    card.get_by_label("उत्तर").press("Space")
    card.get_by_role("button", name="Check answer").press("Enter")
    assert card.get_by_role("button", name="Try again").evaluate("b => b === document.activeElement")
    assert card.locator("[aria-live=polite]", has_text="Not right.").count() == 1
    assert "because it's text" not in card.inner_text(), "one try must not tell the answer"
