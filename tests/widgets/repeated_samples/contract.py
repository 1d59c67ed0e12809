"""The drawn intervals for the tests of every widget, which ask the rest."""

from contract import Contract, Data, open_to_answer, press, see
from playwright.sync_api import Page

from ntrkcourse import repeated_samples
from ntrkcourse.content.interface import interface_words

DATA = repeated_samples().data
WORDS = DATA["words"]
ANSWER = repeated_samples().answers(DATA)[0]


def act(page: Page) -> None:
    page.get_by_role("slider").fill("12")
    press(page, WORDS["commit"])
    for _ in range(5):
        press(page, "Draw 20")


def change(data: Data) -> None:
    data["question"] = "Another question?"


CONTRACT = Contract(
    make=repeated_samples,
    act=act,
    move=lambda data: data["size"].reverse(),
    same=lambda page: see(page, f"{ANSWER} missed. You said 12.", "4,854 women"),
    change=change,
    asked=lambda page: open_to_answer(page, WORDS["commit"]),
    commit=WORDS["commit"],
    missing=interface_words()["move_first"],
    told=("You said 12.", WORDS["women"], WORDS["wider"]),
)
