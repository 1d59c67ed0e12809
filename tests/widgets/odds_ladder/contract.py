"""The ladder of odds for the tests of every widget, which ask the rest."""

from contract import Contract, Data, open_to_answer, press, see
from playwright.sync_api import Page, expect

from ntrkcourse import odds_ladder
from ntrkcourse.content.interface import interface_words

DATA = odds_ladder().data
WORDS = DATA["words"]


def act(page: Page) -> None:
    page.get_by_role("slider").fill("77")
    press(page, WORDS["commit"])
    page.get_by_role("slider").press("Home")


def same(page: Page) -> None:
    see(page, "You said 77%.", "Positive (+): the odds 1 to 5,000 times")
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", "0.02%, odds 1 to 5,000")


def change(data: Data) -> None:
    data["question"] = "Another question?"


CONTRACT = Contract(
    make=odds_ladder,
    act=act,
    move=lambda data: data["rung"].reverse(),
    same=same,
    change=change,
    asked=lambda page: open_to_answer(page, WORDS["commit"]),
    commit=WORDS["commit"],
    missing=interface_words()["move_first"],
    told=("You said 77%.", WORDS["change"], WORDS["handle"], DATA["stain"]["caution"][0][1]),
)
