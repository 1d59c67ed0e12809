"""The survival reader for the tests of every widget."""

from contract import Contract, Data, press
from playwright.sync_api import Page, expect

from ntrkcourse import survival_reader
from ntrkcourse.content.interface import interface_words
from ntrkcourse.widgets.survival_reader.records import load

COHORT = load()
WORDS = COHORT.words


def predict(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name).check()
    press(page, WORDS["commit"])


def verdicts(page: Page, *texts: str) -> None:
    expect(page.locator(".survival-verdict")).to_contain_text(list(texts))


def act(page: Page) -> None:
    page.get_by_role("slider").fill("50")
    press(page, WORDS["commit_guess"])
    predict(page, WORDS["choice_lower"])
    predict(page, WORDS["choice_higher"])


def finish(page: Page) -> None:
    for _ in COHORT.scenario[3:]:
        predict(page, WORDS["choice_same"])


def move(data: Data) -> None:
    data["scenario"][1:3] = data["scenario"][2:0:-1]


def change(data: Data) -> None:
    data["scenario"][1]["question"] += " And then?"


def asked(page: Page) -> None:
    verdicts(page, "You said 50%")
    predict(page, WORDS["choice_same"])
    expect(page.locator(".survival-verdict").nth(1)).to_be_focused()
    verdicts(page, "You said 50%", "as you said", "You said: higher.")


CONTRACT = Contract(
    make=survival_reader,
    act=act,
    finish=finish,
    move=move,
    same=lambda page: verdicts(page, "You said 50%", "You said: higher.", "You said: lower."),
    change=change,
    asked=asked,
    commit=WORDS["commit_guess"],
    missing=interface_words()["move_first"],
    told=("You said 50%", "You said: lower.", "16% to 83%", "71%", *(one.name for one in COHORT.estimate)),
    version_1=("07", {"guess": 50, "said": ["lower", "higher"]}),
)
