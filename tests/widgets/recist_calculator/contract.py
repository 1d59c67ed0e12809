"""The RECIST calculator for the tests of every widget."""

import re

from contract import Contract, Data, press, see
from playwright.sync_api import Page, expect

from ntrkcourse import recist_calculator
from ntrkcourse.widgets.recist_calculator.records import load

RECIST = load()
WORDS = RECIST.words
FIRST, SECOND = RECIST.patient[:2]
RIGHT, MISSED = "✓ PR, as you said.", "✗ The rule says PR. You said SD."


def give(page: Page, short: str) -> None:
    page.get_by_role("radio", name=re.compile(rf"^{short}\b")).check()
    press(page, WORDS["commit"])


def act(page: Page) -> None:
    give(page, "PR")
    give(page, "SD")
    press(page, WORDS["next"])
    give(page, "SD")


def finish(page: Page) -> None:
    give(page, "SD")
    for patient in recist_calculator().data["patient"][2:]:
        press(page, WORDS["next"])
        for _ in patient["answers"]:
            give(page, "SD")


def move(data: Data) -> None:
    data["patient"][:2] = data["patient"][1::-1]
    data["response"].reverse()


def same(page: Page) -> None:
    see(page, "Constructed patient 1 of 5", MISSED)
    give(page, "PR")
    press(page, WORDS["next"])
    see(page, RIGHT, "✗ The rule says PD. You said SD.", FIRST.trap.why, FIRST.moral)


def change(data: Data) -> None:
    data["patient"][0]["lesion"][0]["mm"][1] += 1


def asked(page: Page) -> None:
    see(page, "Constructed patient 1 of 5")
    expect(page.locator("[data-widget]")).not_to_contain_text("You said")
    give(page, "PR")
    give(page, "PD")
    press(page, WORDS["next"])
    see(page, MISSED)


CONTRACT = Contract(
    make=recist_calculator,
    act=act,
    finish=finish,
    move=move,
    same=same,
    change=change,
    asked=asked,
    told=("Constructed patient 2 of 5", MISSED, "16 mm against a baseline of 32 mm"),
    commit=WORDS["commit"],
    missing=WORDS["none"],
    version_1=("07", {"at": 1, "marks": [["PR", "SD"], ["SD"], [], [], []]}),
)
