"""The estimate forest for the tests of every widget."""

from contract import Contract, Data, choose, open_to_answer, press, see
from playwright.sync_api import Page, expect

from ntrkcourse import estimate_forest
from ntrkcourse.content.interface import interface_words
from ntrkcourse.widgets.estimate_forest.records import load

FOREST = load()
WORDS = FOREST.words
READING = FOREST.choice[2]
TIMES_TEN = interface_words()["log"]


def act(page: Page) -> None:
    choose(page, TIMES_TEN, READING.text)
    press(page, WORDS["commit"])


def move(data: Data) -> None:
    data["choice"].reverse()
    data["estimate"].reverse()


def change(data: Data) -> None:
    data["choice"][2]["text"] = "Another reading."


def asked(page: Page) -> None:
    open_to_answer(page, WORDS["commit"])
    expect(page.get_by_role("radio", name=TIMES_TEN)).to_be_checked()


CONTRACT = Contract(
    make=estimate_forest,
    act=act,
    move=move,
    same=lambda page: see(page, WORDS["you_said"].format(choice=READING.text)),
    change=change,
    asked=asked,
    told=("0.022%", "95% interval", WORDS["not_best"]),
    commit=WORDS["commit"],
    missing=WORDS["choose"],
    version_1=("03", {"choice": READING.id, "scale": "log"}),
)
