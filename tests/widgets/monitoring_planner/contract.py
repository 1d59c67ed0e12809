"""The monitoring planner for the tests of every widget."""

from contract import Contract, Data, press, see
from playwright.sync_api import Page, expect

from ntrkcourse import monitoring_planner

DATA = monitoring_planner().data
WORDS = DATA["words"]
# So many checks are asked at a time.
STEP = 3
FIRST, SECOND = (one["option"][0]["text"] for one in DATA["event"][:2])


def answer(page: Page, option: str) -> None:
    page.get_by_role("radio", name=option).check()
    press(page, WORDS["commit"])


def act(page: Page) -> None:
    for place, check in enumerate(DATA["check"]):
        page.get_by_role("group", name=check["name"]).get_by_role("radio").nth(place % 3).check()
        if place % STEP == STEP - 1:
            press(page, WORDS["step"].format(n=STEP))
    press(page, WORDS["compare"])
    press(page, WORDS["year"])
    answer(page, FIRST)
    press(page, WORDS["next"])
    answer(page, SECOND)


def finish(page: Page) -> None:
    for event in DATA["event"][2:]:
        press(page, WORDS["next"])
        answer(page, event["option"][0]["text"])


def move(data: Data) -> None:
    data["check"].reverse()
    data["event"][:2] = data["event"][1::-1]
    for event in data["event"]:
        event["option"].reverse()


def mine(page: Page, option: str) -> None:
    chosen = page.locator(".year-options li").filter(has=page.locator(".year-mine"))
    expect(chosen).to_contain_text(option)


def same(page: Page) -> None:
    see(page, WORDS["place"].format(n=1, all=7))
    mine(page, SECOND)
    press(page, WORDS["next"])
    mine(page, FIRST)


def change(data: Data) -> None:
    data["event"][0]["option"][0]["text"] = "Another action."


def asked(page: Page) -> None:
    see(page, WORDS["place"].format(n=1, all=7))
    answer(page, "Another action.")
    press(page, WORDS["next"])
    mine(page, SECOND)


CONTRACT = Contract(
    make=monitoring_planner,
    act=act,
    finish=finish,
    move=move,
    same=same,
    change=change,
    asked=asked,
    told=(WORDS["worse"], "53% of 96", DATA["event"][1]["moral"]),
    commit=WORDS["step"].format(n=STEP),
    missing=WORDS["unplanned"].format(n=STEP, all=STEP),
    version_1=(
        "08",
        {
            "plan": [place % 3 for place in range(len(DATA["check"]))],
            "placed": True,
            "at": 1,
            "answers": [0, 0],
        },
    ),
)
