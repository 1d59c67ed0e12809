"""The fact box for the tests of every widget."""

from contract import Contract, Data, press
from playwright.sync_api import Page, expect

from ntrkcourse import fact_box
from ntrkcourse.content.interface import interface_words
from ntrkcourse.widgets.fact_box.records import load

WORDS = load().words
BENEFIT, HARM = (
    next(row for row in fact_box("larotrectinib").data[section] if row["guess"])
    for section in ("benefit", "harm")
)


def act(page: Page) -> None:
    page.get_by_role("slider", name=WORDS["benefit"]).fill("60")
    page.get_by_role("slider", name=WORDS["harm"]).fill("30")
    press(page, WORDS["commit"])


def move(data: Data) -> None:
    for section in ("benefit", "harm"):
        data[section].reverse()


def same(page: Page) -> None:
    verdicts = page.locator(".ntrk-box-verdict li")
    for row, said in (
        (BENEFIT, WORDS["benefit_low"].format(n=60)),
        (HARM, WORDS["harm_high"].format(n=30)),
    ):
        expect(verdicts.filter(has_text=row["text"])).to_contain_text(said)


def change(data: Data) -> None:
    next(row for row in data["harm"] if row["guess"])["text"] = "Another harm"


def asked(page: Page) -> None:
    expect(page.get_by_role("slider", name=WORDS["benefit"])).to_have_value("60")
    expect(page.get_by_role("slider", name=WORDS["harm"])).to_have_value("50")


CONTRACT = Contract(
    make=lambda: fact_box("larotrectinib"),
    act=act,
    move=move,
    same=same,
    change=change,
    asked=asked,
    commit=WORDS["commit"],
    missing=interface_words()["move_first"],
    told=(BENEFIT["of100"], BENEFIT["figure"], HARM["of100"], "5 of 6", WORDS["control"]),
    version_1=("07-larotrectinib", {"guess": [60, 30]}),
)
