"""The alteration landscape for the tests of every widget."""

from contract import Contract, Data, open_to_answer, press, see
from playwright.sync_api import Page, expect

from ntrkcourse import alteration_landscape
from ntrkcourse.content.interface import interface_words
from ntrkcourse.widgets.alteration_landscape.records import load

LANDSCAPE = load()
WORDS = LANDSCAPE.words
DATA = alteration_landscape().data
LAST = next(bar for bar in DATA["setting"][0]["alteration"] if bar["fact"] == LANDSCAPE.order[-1])
PER = WORDS["per"].format(n=LAST["per"])


def act(page: Page) -> None:
    page.get_by_role("slider").fill(str(len(DATA["lengths"]) // 2))
    press(page, WORDS["commit"])
    page.get_by_label(WORDS["who"]).select_option("tn")


def move(data: Data) -> None:
    data["setting"].reverse()
    data["shown"].reverse()
    for one in data["setting"]:
        one["alteration"].reverse()


def same(page: Page) -> None:
    see(page, WORDS["in_place"].format(n=0, all=5))
    see(page, f"{LAST['name']}: {PER}. {WORDS['misplaced'].format(n=3)}")
    expect(page.get_by_label(WORDS["who"])).to_have_value("tn")


def change(data: Data) -> None:
    old = data["order"][0]
    for name in ("order", "shown"):
        data[name] = ["another" if fact == old else fact for fact in data[name]]
    for one in data["setting"]:
        for bar in one["alteration"]:
            if bar["fact"] == old:
                bar["fact"] = "another"


CONTRACT = Contract(
    make=alteration_landscape,
    act=act,
    move=move,
    same=same,
    change=change,
    asked=lambda page: open_to_answer(page, WORDS["commit"]),
    commit=WORDS["commit"],
    missing=interface_words()["move_first"],
    told=(PER, DATA["ruler"]["text"], WORDS["bars"], WORDS["key"]),
    version_1=(
        "01",
        {
            "order": DATA["shown"],
            "length": DATA["lengths"][len(DATA["lengths"]) // 2],
            "setting": "tn",
            "scale": "linear",
        },
    ),
)
