"""Say it plainly in Chromium: the checks, the grade held to Python's, the whole path by keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ntrkcourse import load_facts, reading_grade, say_it_plainly
from ntrkcourse.content.inline import plain
from ntrkcourse.content.questions import load_questions
from ntrkcourse.content.walk import texts as texts_of
from ntrkcourse.widgets import join
from ntrkcourse.widgets.say_it_plainly.records import load

CONTENT = load()
WORDS, EXERCISES = CONTENT.words, CONTENT.exercise
PLAIN = {spelling: word.plain for word in CONTENT.word for spelling in word.say}
CLEAN = "We have no answer from the test yet. You did nothing wrong. What would you like to ask me now?"


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(say_it_plainly())


def widget(page: Page) -> Locator:
    return page.get_by_role("group", name=CONTENT.title)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def write(page: Page, text: str) -> None:
    page.get_by_label(WORDS["write"]).fill(text)


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
    texts += [plain(text) for exercise in EXERCISES for text in texts_of(exercise)]
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
    ("An actionable change.", "jargon", "actionable", PLAIN["actionable"]),
    ("Your ORR is good.", "jargon", "ORR", PLAIN["orr"]),
    ("Ask for NGPQ now.", "jargon", "NGPQ", WORDS["spell_out"]),
    ("A variant of uncertain significance.", "jargon", "variant of uncertain significance", None),
    ("It works in 75% of cases.", "number", "75%", WORDS["people"].format(n=75, size=100)),
    ("It works in 0.08 per cent.", "number", "0.08 per cent", WORDS["people"].format(n=8, size="10,000")),
    ("The count is 2.1 here.", "number", "2.1", WORDS["no_decimals"]),
    ("This is rare.", "relative", "rare", PLAIN["rare"]),
    ("The patient failed chemotherapy.", "hurtful", "patient failed", None),
    ("She\nfailed   treatment.", "hurtful", "failed   treatment", PLAIN["failed treatment"]),
    ("Nothing can be done.", "hurtful", "Nothing can be done", None),
    ("It will work.", "promise", "will work", PLAIN["will work"]),
    ("This is a CURE.", "promise", "CURE", None),
    ("Don’t worry about it.", "promise", "Don’t worry", PLAIN["don’t worry"]),
    ("Go " * 21 + "on.", "length", "Go Go Go Go …", WORDS["two_sentences"].format(n=22)),
]


def test_the_checks_find(page: Page) -> None:
    for text, kind, found, advice in FOUND:
        write(page, text)
        told = WORDS["found_kind"].format(kind=WORDS[kind])
        told += WORDS["found"].format(found=found, advice=advice) if advice else f"“{found}”"
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
        expect(widget(page), text).to_contain_text(WORDS["checks_clean"])


def test_whole_path_by_keyboard(page: Page) -> None:
    page.get_by_label(WORDS["choose"]).focus()
    page.keyboard.press("ArrowDown")
    expect(widget(page)).to_contain_text(plain(EXERCISES[1].line))
    page.get_by_label(WORDS["write"]).focus()
    page.keyboard.type("There is nothing to act on. The actionable list is empty, so we go on as before. ")
    expect(widget(page)).to_contain_text("“actionable”")
    page.keyboard.type("Your treatment still stands.")
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowLeft")
    year = WORDS["year"].format(n=7, **{"from": 12, "to": 13})
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", year)
    press(page, WORDS["commit"])
    first = reading_grade(page.get_by_label(WORDS["write"]).input_value())
    guessed = WORDS["guessed"].format(guess=7, grade=f"{first:.1f}")
    expect(page.get_by_role("heading", name=guessed)).to_be_focused()
    expect(widget(page)).to_contain_text(WORDS["easier"])
    expect(widget(page)).to_contain_text(WORDS["causes"].format(n=7, long="actionable"))

    page.get_by_label(WORDS["write"]).focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Immunohistochemical examination notwithstanding.")
    now = reading_grade(page.get_by_label(WORDS["write"]).input_value())
    assert now > first + 1
    expect(widget(page)).to_contain_text(WORDS["bar_text"].format(grade=f"{now:.1f}"))
    expect(page.get_by_role("heading", name=guessed)).to_be_visible()

    press(page, WORDS["see_model"])
    expect(page.get_by_role("heading", name=WORDS["model"])).to_be_focused()
    expect(widget(page)).to_contain_text(plain(EXERCISES[1].model))
    model = f"{reading_grade(plain(EXERCISES[1].model)):.1f}"
    expect(widget(page)).to_contain_text(WORDS["bar_model"].format(grade=model))
    expect(page.get_by_role("checkbox")).to_have_count(4)
    page.get_by_role("checkbox", name=WORDS["next"]).focus()
    page.keyboard.press("Space")
    expect(widget(page)).to_contain_text(WORDS["tally_more"].format(n=1, all=4))
    press(page, WORDS["next_line"])
    expect(page.get_by_role("heading", name=WORDS["report"].format(n=3, all=5))).to_be_focused()
    expect(page.get_by_label(WORDS["choose"])).to_have_value("2")


def test_the_model_comes_after_the_grade(page: Page) -> None:
    write(page, CLEAN)
    page.get_by_role("slider").press("ArrowLeft")
    press(page, WORDS["commit"])
    expect(widget(page)).to_contain_text(WORDS["bar_text"].format(grade=WORDS["under_one"]))
    expect(widget(page)).not_to_contain_text(EXERCISES[0].point[0].text)
    expect(page.get_by_role("checkbox")).to_have_count(0)


@pytest.mark.parametrize("text", ["Too few words to grade.", "रिपोर्ट " * 20])
def test_a_guess_needs_a_text(page: Page, text: str) -> None:
    write(page, text)
    press(page, WORDS["commit"])
    expect(widget(page)).to_contain_text(WORDS["too_short"].format(n=15))
    expect(page.get_by_role("button", name=WORDS["commit"])).to_be_focused()


def test_the_checks_are_announced_when_the_writer_pauses(page: Page) -> None:
    live = widget(page).locator("[aria-live].ntrk-hidden")
    page.clock.install()
    page.reload()
    page.get_by_label(WORDS["write"]).press_sequentially("A rare fusion")
    expect(widget(page)).to_contain_text("“rare”")
    page.clock.run_for(1000)
    expect(live).to_be_empty()
    page.clock.run_for(300)
    expect(live).to_have_text(WORDS["look_many"].format(n=2))
    page.get_by_label(WORDS["write"]).fill(CLEAN)
    page.get_by_label(WORDS["write"]).blur()
    expect(live).to_have_text(WORDS["look_none"])
    page.get_by_role("slider").press("ArrowLeft")
    press(page, WORDS["commit"])
    page.get_by_label(WORDS["write"]).fill(f"{CLEAN} It is a cure.")
    page.get_by_label(WORDS["write"]).blur()
    expect(live).to_have_text(WORDS["look_one"] + WORDS["look_grade"].format(grade=WORDS["under_one"]))


def test_every_line_keeps_its_own_text_and_starts_again_alone(page: Page) -> None:
    write(page, CLEAN)
    page.get_by_label(WORDS["choose"]).select_option("1")
    write(page, "Other.")
    page.reload()
    expect(page.get_by_label(WORDS["write"])).to_have_value("Other.")
    page.get_by_label(WORDS["choose"]).select_option("0")
    expect(page.get_by_label(WORDS["write"])).to_have_value(CLEAN)
    press(page, WORDS["again"])
    expect(page.get_by_label(WORDS["write"])).to_have_value("")
    page.get_by_label(WORDS["choose"]).select_option("1")
    expect(page.get_by_label(WORDS["write"])).to_have_value("Other.")


def test_text_is_text(page: Page) -> None:
    write(page, "<img src=x onerror=go()> <b>rare</b>")
    expect(widget(page)).to_contain_text("“rare”")
    assert widget(page).locator("img, b").count() == 0


def test_the_focus_stays_where_another_tab_redraws(page: Page) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    text, guess = other.get_by_label(WORDS["write"]), other.get_by_role("slider")
    text.focus()
    write(page, "Other.")
    expect(text).to_have_value("Other.")
    expect(text).to_be_focused()
    guess.focus()
    page.get_by_role("slider").press("ArrowRight")
    expect(guess).to_have_value("8")
    expect(guess).to_be_focused()
