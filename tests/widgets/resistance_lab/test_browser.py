"""The resistance lab in Chromium, by keyboard, through all four tumours."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ntrkcourse import resistance_lab
from ntrkcourse.content.inline import plain
from ntrkcourse.science.resistance import drug_table
from ntrkcourse.widgets.resistance_lab.records import load

LAB = load()
WORDS = LAB.words
CHOICES = {one.id: one.name for one in LAB.choice}
OUTCOMES = {one.id: one for one in LAB.outcome}
TUMOURS = {one.id: one for one in LAB.tumour}
# What each tumour hides, and what a choice would do to it.
SECRETS = [clone.name.split()[1] for tumour in LAB.tumour for clone in tumour.clone[1:]] + [
    TUMOURS["a"].clone[0].name,
    "solvent",
    "xDFG",
    "109%",
    "type II",
]


def change(outcome: str, before: str, after: str) -> str:
    return WORDS["change"].format(outcome=OUTCOMES[outcome].short, before=before, after=after)


def verdict(said: str, outcome: str, before: str, after: str) -> str:
    text = WORDS["right" if said == outcome else "wrong"]
    return text.format(says=OUTCOMES[said].short, change=change(outcome, before, after))


def heading(page: Page, text: str) -> Locator:
    return page.get_by_role("heading", name=text)


def asking(page: Page, tumour: str) -> Locator:
    return heading(page, WORDS["ask"].format(title=TUMOURS[tumour].title))


def answer(tumour: str, choice: str) -> str:
    return plain(next(one.text for one in TUMOURS[tumour].answer if one.choice == choice))


def turn_to(page: Page, place: int) -> None:
    page.get_by_label(WORDS["tumour"], exact=True).select_option(str(place))


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def commit(page: Page, choice: str, says: str) -> None:
    for name in (CHOICES[choice], OUTCOMES[says].text):
        page.get_by_role("radio", name=name).focus()
        page.keyboard.press("Space")
    press(page, WORDS["commit"])


@pytest.fixture
def page(open_widget: Callable[..., Page]) -> Page:
    return open_widget(resistance_lab())


@pytest.fixture
def widget(page: Page) -> Locator:
    return page.get_by_role("group", name=LAB.title)


def test_nothing_of_the_clones_is_given_away_before_the_choice(page: Page, widget: Locator) -> None:
    expect(widget.get_by_role("img")).to_have_attribute(
        "aria-label", re.compile(re.escape(WORDS["drawing_asked"].format(drawing="")))
    )
    for secret in SECRETS:
        expect(widget).not_to_contain_text(secret)
        assert secret not in (widget.get_by_role("img").get_attribute("aria-label") or "")
    expect(widget.locator("table")).to_have_count(0)
    expect(widget.locator(".resistance-layer")).to_have_count(1)
    expect(widget.get_by_text(WORDS["made_up"], exact=True)).to_be_visible()


def test_whole_path_by_keyboard(page: Page, widget: Locator) -> None:
    commit(page, "next", "falls")
    told = verdict("falls", "falls", "25%", "0.7%")
    expect(page.get_by_role("heading", name=told)).to_be_focused()
    expect(widget.locator("[aria-live]")).to_have_text(told)
    expect(widget).to_contain_text(answer("a", "next"))
    sizes = (WORDS["under"].format(least="0.1%"), "0.7%")
    ends = [
        WORDS["drawing_clone"].format(name=one.name, size=size)
        for one, size in zip(TUMOURS["a"].clone, sizes, strict=True)
    ]
    expect(widget.get_by_role("img")).to_have_attribute("aria-label", re.compile(", ".join(ends)))
    expect(widget.locator(".resistance-layer")).to_have_count(2)

    # The other choices of the same tumour.
    page.get_by_label(WORDS["others"]).select_option("continue")
    expect(widget.locator("[aria-live]")).to_have_text(change("rises", "25%", "109%"))
    expect(widget).to_contain_text(answer("a", "continue"))
    expect(page.get_by_role("heading", level=4)).to_have_text(told)

    press(page, WORDS["next"])
    expect(asking(page, "b")).to_be_focused()
    commit(page, "next", "falls")
    expect(heading(page, verdict("falls", "rises", "25%", "117%"))).to_be_focused()
    expect(widget).to_contain_text(answer("b", "next"))

    press(page, WORDS["next"])
    commit(page, "test", "falls")
    expect(widget).to_contain_text(answer("c", "test"))
    expect(widget.get_by_role("listitem")).to_have_text(
        [
            WORDS["from_month"].format(month=0, name=drug_table()["first"].name),
            WORDS["from_month"].format(month=10, name=WORDS["test_goes_on"]),
            WORDS["from_month"].format(month=12, name=drug_table()["trk_mapk"].name),
        ]
    )

    press(page, WORDS["next"])
    commit(page, "next", "rises")
    expect(heading(page, verdict("rises", "stays", "25%", "25%"))).to_be_visible()
    expect(widget.locator(".resistance-layer")).to_have_count(3)

    press(page, WORDS["to_closing"])
    expect(heading(page, LAB.closing)).to_be_focused()
    expect(widget).to_contain_text(WORDS["predicted"].format(n=2, all=4))
    expect(widget.get_by_role("img", name=WORDS["drawing_all"].format(n=4, month=10))).to_be_visible()
    expect(widget.get_by_role("table")).to_contain_text(WORDS["assumed"].format(word=WORDS["escapes"]))
    expect(widget).to_contain_text(LAB.model)
    expect(widget.locator(".ntrk-primary")).to_have_count(0)

    turn_to(page, 1)
    expect(widget).to_contain_text("NTRK3 G696A")
    press(page, "Start again")
    expect(asking(page, "a")).to_be_focused()
    page.reload()
    expect(asking(page, "a")).to_be_visible()
    expect(page.get_by_role("option", name=WORDS["seen"].format(title=""))).to_have_count(0)


def test_a_commitment_needs_both_answers(page: Page, widget: Locator) -> None:
    page.get_by_role("radio", name=CHOICES["continue"]).focus()
    page.keyboard.press("Space")
    press(page, WORDS["commit"])
    expect(widget).to_contain_text(WORDS["missing"])
    expect(page.get_by_role("radio", name=CHOICES["continue"])).to_be_checked()


def test_the_reader_picks_the_tumour(page: Page, widget: Locator) -> None:
    turn_to(page, 2)
    commit(page, "bypass", "rises")
    expect(heading(page, WORDS["wrong"].format(says=OUTCOMES["rises"].short, change=""))).to_be_visible()
    press(page, WORDS["next"])
    expect(asking(page, "a")).to_be_visible()
    expect(page.get_by_role("option", name=WORDS["seen"].format(title=TUMOURS["c"].title))).to_have_count(1)
    expect(page.get_by_role("option", name=WORDS["all_together"])).to_have_count(0)


@pytest.mark.parametrize("width", [320, 800])
def test_fits_the_screen_and_no_words_lie_on_others(open_widget: Callable[..., Page], width: int) -> None:
    page = open_widget(resistance_lab(), width=width)
    fits = "document.documentElement.scrollWidth <= window.innerWidth"
    crossing = """() => {
      const boxes = [...document.querySelectorAll(".resistance-chart text")].map((t) => t.getBoundingClientRect());
      return boxes.filter((a, i) => boxes.some((b, j) => j > i && a.left < b.right && b.left < a.right
        && a.top + 2 < b.bottom && b.top + 2 < a.bottom)).length;
    }"""
    for at in range(4):
        turn_to(page, at)
        page.locator(".resistance-chart svg").wait_for()
        assert page.evaluate(fits)
        commit(page, "test", "falls")
        for choice in ("next", "test", "continue", "bypass"):
            page.get_by_label(WORDS["others"]).select_option(choice)
            page.locator(".resistance-chart svg").wait_for()
            assert page.evaluate(fits)
            assert page.evaluate(crossing) == 0
    press(page, WORDS["to_closing"])
    assert page.evaluate(fits)


def test_cards_answered_in_two_tabs_are_both_kept(page: Page) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    for place, tab in enumerate((page, other)):
        turn_to(tab, place)
        commit(tab, "test", "falls")
    for tab in (page, other):
        expect(tab.get_by_role("option", name=WORDS["seen"].format(title=""))).to_have_count(2)
