"""The rarity explorer for the tests of every widget."""

from contract import Contract, Data, press, root
from playwright.sync_api import Page, expect

from ntrkcourse import rarity_explorer
from ntrkcourse.content.interface import interface_words
from ntrkcourse.widgets.rarity_explorer.records import load

RARITY = load()
WORDS = RARITY.words
FIRST, OTHER = RARITY.cohort[0], RARITY.cohort[2]
SAID = "You said 100 in 10,000. "


def act(page: Page) -> None:
    page.get_by_role("slider").press("ArrowRight")
    press(page, WORDS["guess_commit"])
    page.get_by_role("slider").press("ArrowLeft")
    press(page, WORDS["tests_commit"])
    page.get_by_label(WORDS["whose"]).select_option(label=OTHER.name)


def swapped(data: Data) -> None:
    data["cohort"][:2] = data["cohort"][1::-1]


def same(page: Page) -> None:
    expect(root(page)).to_contain_text(SAID + OTHER.lead)
    expect(root(page)).to_contain_text("You said 1,500. At this rate")


def without_it(data: Data) -> None:
    data["cohort"] = [one for one in data["cohort"] if one["fact"] != OTHER.fact]


def the_first(page: Page) -> None:
    expect(root(page)).to_contain_text(SAID + FIRST.lead)
    expect(root(page)).to_contain_text("You said 1,500. At this rate")


CONTRACT = Contract(
    make=rarity_explorer,
    act=act,
    move=swapped,
    same=same,
    change=without_it,
    asked=the_first,
    commit=WORDS["guess_commit"],
    missing=interface_words()["move_first"],
    told=(WORDS["found"], WORDS["wait"], OTHER.caution, RARITY.caveat),
    version_1=(
        "03",
        {"guess": 100, "tests": 1500, "cohort": OTHER.fact, "caseload": 300, "view": "count"},
    ),
)
