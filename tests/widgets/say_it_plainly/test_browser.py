"""Say it plainly in Chromium: the checks, the grade held to Python's, the whole path by keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ntrkcourse import load_facts, reading_grade, say_it_plainly
from ntrkcourse.content.inline import plain
from ntrkcourse.content.questions import load_questions
from ntrkcourse.widgets import join
from ntrkcourse.widgets.say_it_plainly.records import load

KEY = "ntrk:v1:widget/say-it-plainly/10"
EXERCISES = load().exercise
CLEAN = "We have no answer from the test yet. You did nothing wrong. What would you like to ask me now?"
FIRST = "You guessed grade 8; the formula says"


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(say_it_plainly())


def widget(page: Page) -> Locator:
    return page.get_by_role("group", name="Can you say it so that a patient can use it?")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def write(page: Page, text: str) -> None:
    page.get_by_label("What do you say?").fill(text)


# Marks of sentences and words that the two languages could read differently.
PECULIAR = [
    "One\u2028two.\u2028Three.\u00a0Four.\x85Five.\u3000Six.\ufeffSeven.\x1cEight.\x1dNine.\u180eTen.\u200bEleven.",
    "She can’t; she can't; well-known, state-of-the-art -- and ’tis - done.",
    "Naïve façade, Müller, ﬁne, I\u0307stanbul, KELVIN \u212a, straße.",
    "2.1 mut/Mb. 75% (95% CI 61–85), n=55! Is it? Yes… No.",
    "“Quoted.” 'Single.' (Bracket.) Wait... what?! Oh.",
    "रिपोर्ट में NTRK fusion मिला। Ask.",
    "a. e. the. table. agree. able. eye. queue. rhythm. tree. recipe. Le. ee.",
    "No end\nof line.\n\nNew\tparagraph.\r\nLast",
    "e",
]


def test_the_grade_is_pythons_over_a_grid_of_texts(page: Page) -> None:
    texts = [*PECULIAR, *(f"{a} {b}" for a in PECULIAR for b in PECULIAR)]
    texts += [plain(text) for exercise in EXERCISES for text in exercise.texts()]
    texts += [fact.claim for fact in load_facts().values()]
    texts += [question.stem for question in load_questions().values()]
    page.add_script_tag(
        type="module", content=f"{join.module_source('say-it-plainly')}\nwindow.grade = readingGrade;"
    )
    page.wait_for_function("() => Boolean(window.grade)")
    counted = page.evaluate("texts => texts.map((text) => window.grade(text))", texts)
    assert counted == pytest.approx([reading_grade(text) for text in texts], abs=1e-9)
    assert len(texts) > 500
    assert page.evaluate("['', '42 %', 'मिला।'].every((text) => window.grade(text) === undefined)")


FOUND = [
    ("An actionable change.", "Jargon: “actionable”. Try: that there is a drug for."),
    ("Your ORR is good.", "Jargon: “ORR”. Try: in how many people the cancer shrank."),
    ("Ask for NGPQ now.", "Jargon: “NGPQ”. Try: spell it out"),
    ("A variant of uncertain significance.", "Jargon: “variant of uncertain significance”."),
    ("It works in 75% of cases.", "Number: “75%”. Try: 75 in 100 people."),
    ("It works in 0.08 per cent.", "Number: “0.08 per cent”. Try: 8 in 10,000 people."),
    ("The count is 2.1 here.", "Number: “2.1”. Try: a whole number"),
    ("This is rare.", "Size without a figure: “rare”. Try: how many, of how many people."),
    ("The patient failed chemotherapy.", "Blame, or hope taken away: “patient failed”."),
    ("She\nfailed   treatment.", "“failed   treatment”. Try: the treatment did not work."),
    ("Nothing can be done.", "Blame, or hope taken away: “Nothing can be done”."),
    ("It will work.", "Promise: “will work”. Try: may work"),
    ("This is a CURE.", "Promise: “CURE”."),
    ("Don’t worry about it.", "Promise: “Don’t worry”. Try: what worries you?"),
    ("Go " * 21 + "on.", "Long sentence: “Go Go Go Go …”. Try: two sentences in place of 22 words."),
]


def test_the_checks_find(page: Page) -> None:
    for text, told in FOUND:
        write(page, text)
        expect(widget(page).get_by_role("listitem").filter(has_text=told), text).to_have_count(1)


PASSED = [
    CLEAN,
    'The report calls it “NTRK fusion”, or "TMB".',
    "It helped 75 in 100 people (75%).",
    "It is rare: about 1 in 1,200 people have it.",
    "It is rare: eight in ten thousand have it.",
    "I cannot tell if it will work.",
    "It does not mean that nothing can be done. It isn't a cure.",
    "We read your DNA after the CT.",
    "Go " * 19 + "on.",
    "She procured a curette, and was nevertheless secure.",
    *(plain(exercise.model) for exercise in EXERCISES),
]


def test_the_checks_let_pass(page: Page) -> None:
    for text in PASSED:
        write(page, "An actionable change.")
        expect(widget(page)).to_contain_text("“actionable”")
        write(page, text)
        expect(widget(page), text).to_contain_text("✓ The checks find nothing to mend.")


def test_whole_path_by_keyboard(page: Page) -> None:
    page.get_by_label("Report line").focus()
    page.keyboard.press("ArrowDown")
    expect(widget(page)).to_contain_text("No actionable alterations identified")
    page.get_by_label("What do you say?").focus()
    page.keyboard.type("There is nothing to act on. The actionable list is empty, so we go on as before. ")
    expect(widget(page)).to_contain_text("Jargon: “actionable”")
    page.keyboard.type("Your treatment still stands.")
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", "grade 7, age 12 to 13")
    press(page, "Commit to this guess")
    first = reading_grade(page.get_by_label("What do you say?").input_value())
    expect(page.get_by_role("heading", name=f"grade 7; the formula says {first:.1f}")).to_be_focused()
    expect(widget(page)).to_contain_text("Easier than you thought.")
    expect(widget(page)).to_contain_text("Words of four syllables or more: actionable.")

    page.get_by_label("What do you say?").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Immunohistochemical examination notwithstanding.")
    now = reading_grade(page.get_by_label("What do you say?").input_value())
    assert now > first + 1
    expect(widget(page)).to_contain_text(f"Your text now: {now:.1f}")
    expect(page.get_by_role("heading", name=f"the formula says {first:.1f}")).to_be_visible()

    press(page, "See a model answer")
    expect(page.get_by_role("heading", name="A model answer, not the only one")).to_be_focused()
    expect(widget(page)).to_contain_text("Others get this answer too")
    expect(widget(page)).to_contain_text(f"Model answer: {reading_grade(plain(EXERCISES[1].model)):.1f}")
    expect(page.get_by_role("checkbox")).to_have_count(4)
    page.get_by_role("checkbox", name="What happens next").focus()
    page.keyboard.press("Space")
    expect(widget(page)).to_contain_text("Your version says 1 of 4. Add what is missing, above.")
    press(page, "Next line")
    expect(page.get_by_role("heading", name="The report says, 3 of 5")).to_be_focused()
    expect(page.get_by_label("Report line")).to_have_value("2")


def test_nothing_is_given_away_before_the_commitments(page: Page) -> None:
    write(page, CLEAN)
    for hidden in ("Your text now", "Model answer", "sixth grade", EXERCISES[0].point[0].text):
        expect(widget(page)).not_to_contain_text(hidden)
    press(page, "Commit to this guess")
    expect(widget(page)).to_contain_text("Your text now: under 1")
    expect(widget(page)).not_to_contain_text("Model answer")
    expect(page.get_by_role("checkbox")).to_have_count(0)


@pytest.mark.parametrize("text", ["", "Too few words to grade.", "रिपोर्ट " * 20])
def test_a_guess_needs_a_text(page: Page, text: str) -> None:
    write(page, text)
    press(page, "Commit to this guess")
    expect(widget(page)).to_contain_text("Write 15 English words or more first.")
    expect(page.get_by_role("button", name="Commit to this guess")).to_be_focused()


def test_the_checks_are_announced_when_the_writer_pauses(page: Page) -> None:
    live = widget(page).locator("[aria-live].ntrk-hidden")
    page.clock.install()
    page.reload()
    page.get_by_label("What do you say?").press_sequentially("A rare fusion")
    expect(widget(page)).to_contain_text("“rare”")
    page.clock.run_for(1000)
    expect(live).to_be_empty()
    page.clock.run_for(300)
    expect(live).to_have_text("2 things to look at.")
    page.get_by_label("What do you say?").fill(CLEAN)
    page.get_by_label("What do you say?").blur()
    expect(live).to_have_text("Nothing to look at.")
    press(page, "Commit to this guess")
    page.get_by_label("What do you say?").fill(f"{CLEAN} It is a cure.")
    page.get_by_label("What do you say?").blur()
    expect(live).to_have_text("1 thing to look at. Reading grade under 1.")


def test_every_line_keeps_its_own_text_over_a_reload_and_starts_again_alone(page: Page) -> None:
    write(page, CLEAN)
    press(page, "Commit to this guess")
    press(page, "See a model answer")
    page.get_by_role("checkbox").first.press("Space")
    press(page, "Next line")
    write(page, "Other.")
    page.reload()
    expect(page.get_by_label("What do you say?")).to_have_value("Other.")
    page.get_by_label("Report line").select_option("0")
    expect(page.get_by_label("What do you say?")).to_have_value(CLEAN)
    expect(page.get_by_role("checkbox").first).to_be_checked()
    expect(page.get_by_role("heading", name=FIRST)).to_be_visible()
    press(page, "Start this line again")
    expect(page.get_by_label("What do you say?")).to_have_value("")
    expect(page.get_by_role("button", name="Commit to this guess")).to_be_visible()
    page.get_by_label("Report line").select_option("1")
    expect(page.get_by_label("What do you say?")).to_have_value("Other.")


def test_text_is_text(page: Page) -> None:
    write(page, "<img src=x onerror=go()> <b>rare</b>")
    expect(widget(page)).to_contain_text("“rare”")
    assert widget(page).locator("img, b").count() == 0


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "null",
        "3",
        '{"at":99,"drafts":7}',
        '{"at":-1,"drafts":[null,{"text":5,"step":2}]}',
        '{"at":"0","drafts":[{"text":{},"guess":99,"step":1,"first":"x","ticks":[1,2]}]}',
    ],
)
def test_corrupt_storage_breaks_nothing(page: Page, stored: str, remember: Callable[..., None]) -> None:
    remember(page, KEY, stored)
    expect(page.get_by_role("heading", name="The report says, 1 of 5")).to_be_visible()
    write(page, CLEAN)
    press(page, "Commit to this guess")
    expect(page.get_by_role("heading", name=FIRST)).to_be_visible()


@pytest.mark.parametrize("width", [320, 800])
def test_fits_the_screen(open_widget: Callable[..., Page], width: int) -> None:
    page = open_widget(say_it_plainly(), width=width)
    fits = "document.documentElement.scrollWidth <= window.innerWidth"
    assert page.evaluate(fits)
    write(page, f"{CLEAN} An actionable fusion, in 75% of all cases, with a TMB of 2.1.")
    press(page, "Commit to this guess")
    press(page, "See a model answer")
    assert page.evaluate(fits)
