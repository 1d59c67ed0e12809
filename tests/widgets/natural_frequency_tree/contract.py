"""The tree of counts for the tests of every widget."""

from contract import Contract, Data, open_to_answer, press, see
from playwright.sync_api import Page, expect

from ntrkcourse import natural_frequency_tree
from ntrkcourse.content.interface import interface_words
from ntrkcourse.widgets.template import fill

DATA = natural_frequency_tree().data
WORDS = DATA["words"]
SECRETORY = next(one for one in DATA["population"] if one["id"] == "secretory")


def act(page: Page) -> None:
    page.get_by_role("radio", name=SECRETORY["name"]).check()
    page.get_by_role("slider").fill("12")
    press(page, WORDS["commit"])


def move(data: Data) -> None:
    data["population"].reverse()
    data["stain"].reverse()


def same(page: Page) -> None:
    see(page, fill(WORDS["verdict"], told=fill(WORDS["told_many"], n=98), n=12))
    expect(page.get_by_label(WORDS["tumours"], exact=True)).to_have_value("secretory")


def change(data: Data) -> None:
    next(one for one in data["population"] if one["id"] == "secretory")["id"] = "another"


CONTRACT = Contract(
    make=natural_frequency_tree,
    act=act,
    move=move,
    same=same,
    change=change,
    asked=lambda page: open_to_answer(page, WORDS["commit"]),
    commit=WORDS["commit"],
    missing=interface_words()["move_first"],
    told=("97.6%", WORDS["fewer_alarms"], WORDS["change"], WORDS["ranges"]),
    version_1=("06", {"population": "secretory", "rule": "solomon", "guess": 12}),
)
