"""The strategy simulator for the tests of every widget."""

from contract import Contract, Data, open_to_answer, press, root, see
from playwright.sync_api import Page, expect

from ntrkcourse import strategy_simulator
from ntrkcourse.widgets.template import fill

DATA = strategy_simulator().data
WORDS = DATA["words"]
NAMES = {one["id"]: one["name"] for one in DATA["strategy"]}


def choose(page: Page, most: str, cheapest: str) -> None:
    for legend, name in ((WORDS["ask_most"], most), (WORDS["ask_cheapest"], cheapest)):
        group = page.get_by_role("group", name=legend)
        group.get_by_role("radio", name=NAMES[name], exact=True).check()


def act(page: Page) -> None:
    choose(page, "stain", "none")
    press(page, WORDS["commit"])


def same(page: Page) -> None:
    found = fill(WORDS["told_found"], strategy=NAMES["stain"], n=80, all=100)
    price = fill(WORDS["told_price"], strategy=NAMES["none"], price=WORDS["nothing"])
    see(page, fill(WORDS["chose"], told=found), fill(WORDS["chose"], told=price))


def change(data: Data) -> None:
    data["strategy"] = [one for one in data["strategy"] if one["id"] != "stain"]


def asked(page: Page) -> None:
    open_to_answer(page, WORDS["commit"])
    expect(root(page)).not_to_contain_text(WORDS["judged_most"])


CONTRACT = Contract(
    make=strategy_simulator,
    act=act,
    move=lambda data: data["strategy"].reverse(),
    same=same,
    change=change,
    asked=asked,
    told=("98.3", "17,839", "1,250", WORDS["mark_most"], WORDS["wrong"]),
    commit=WORDS["commit"],
    missing=WORDS["missing"],
    version_1=("06", {"most": "stain", "cheapest": "none"}),
)
