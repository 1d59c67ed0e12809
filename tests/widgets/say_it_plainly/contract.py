"""Say it plainly for the tests of every widget."""

from contract import Contract, Data, press
from playwright.sync_api import Page, expect

from ntrkcourse import reading_grade, say_it_plainly
from ntrkcourse.widgets.say_it_plainly.records import load

CONTENT = load()
WORDS = CONTENT.words
TEXT = "We have no answer from the test yet. You did nothing wrong. What would you like to ask me now?"
TICKED = [WORDS["is"], WORDS["is_not"]]


def act(page: Page) -> None:
    page.get_by_label(WORDS["write"]).fill(TEXT)
    page.get_by_role("slider").fill("7")
    press(page, WORDS["commit"])
    press(page, WORDS["see_model"])
    for part in TICKED:
        page.get_by_role("checkbox", name=WORDS["point"].format(part=part)).check()


def finish(page: Page) -> None:
    for at in range(1, len(CONTENT.exercise)):
        page.get_by_label(WORDS["choose"]).select_option(index=at)
        page.get_by_label(WORDS["write"]).fill(TEXT)
        page.get_by_role("slider").fill("7")
        press(page, WORDS["commit"])


def kept(page: Page, *ticked: str) -> None:
    expect(page.get_by_label(WORDS["write"])).to_have_value(TEXT)
    grade = WORDS["guessed"].format(guess=8, grade=WORDS["under_one"])
    expect(page.get_by_role("heading", name=grade)).to_be_visible()
    for part in ticked:
        expect(page.get_by_role("checkbox", name=WORDS["point"].format(part=part))).to_be_checked()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(len(ticked))


def move(data: Data) -> None:
    data["exercise"].reverse()
    data["exercise"][-1]["point"].reverse()


def change(data: Data) -> None:
    data["exercise"][0]["point"][0]["text"] = "Another point."


CONTRACT = Contract(
    make=say_it_plainly,
    act=act,
    finish=finish,
    move=move,
    same=lambda page: kept(page, *TICKED),
    change=change,
    asked=lambda page: kept(page, *TICKED[1:]),
    told=(WORDS["model"], CONTENT.exercise[0].point[0].text, WORDS["tick"], "sixth grade"),
    commit=WORDS["commit"],
    missing=WORDS["too_short"].format(n=15),
    version_1=(
        "10",
        {
            "at": 0,
            "drafts": [
                {
                    "text": TEXT,
                    "step": 2,
                    "guess": 8,
                    "first": reading_grade(TEXT),
                    "ticks": [True, True, False, False],
                }
            ],
        },
    ),
    again=WORDS["again"],
)
