"""The resistance lab for the tests of every widget."""

from contract import Contract, Data, press
from playwright.sync_api import Page, expect

from ntrkcourse import resistance_lab
from ntrkcourse.widgets.resistance_lab.records import load

LAB = load()
WORDS = LAB.words
CHOICE, FALLS = LAB.choice[0], LAB.outcome[0]
FIRST, SECOND = LAB.tumour[:2]


def turn_to(page: Page, title: str) -> None:
    names = [WORDS["seen"].format(title=title), title]
    box = page.get_by_label(WORDS["tumour"], exact=True)
    options = box.locator("option").all_inner_texts()
    box.select_option(label=next(name for name in names if name in options))


def predict(page: Page, title: str) -> None:
    turn_to(page, title)
    page.get_by_role("radio", name=CHOICE.name).check()
    page.get_by_role("radio", name=FALLS.text).check()
    press(page, WORDS["commit"])


def act(page: Page) -> None:
    for tumour in (FIRST, SECOND):
        predict(page, tumour.title)


def finish(page: Page) -> None:
    for tumour in LAB.tumour[2:]:
        predict(page, tumour.title)


def told(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", name=text.format(says=FALLS.short, change=""))).to_be_visible()


def same(page: Page) -> None:
    told(page, WORDS["wrong"])
    expect(page.get_by_role("option", name=WORDS["seen"].format(title=""))).to_have_count(2)
    turn_to(page, FIRST.title)
    told(page, WORDS["right"])


def move(data: Data) -> None:
    for name in ("tumour", "choice", "outcome"):
        data[name].reverse()


def change(data: Data) -> None:
    data["tumour"][1]["past"][0][0] += 1


def asked(page: Page) -> None:
    told(page, WORDS["right"])
    turn_to(page, SECOND.title)
    expect(page.get_by_role("heading", name=WORDS["ask"].format(title=SECOND.title))).to_be_visible()


MARK = {"choice": CHOICE.id, "says": FALLS.id}
CONTRACT = Contract(
    make=resistance_lab,
    act=act,
    finish=finish,
    move=move,
    same=same,
    change=change,
    asked=asked,
    told=(SECOND.clone[1].name, SECOND.clone[0].name, WORDS["others"], "xDFG"),
    commit=WORDS["commit"],
    missing=WORDS["missing"],
    version_1=("08", {"at": 1, "marks": {"a": MARK, "b": MARK}}),
)
