"""The read pile-up for the tests of every widget."""

from contract import Contract, Data, choose, press
from playwright.sync_api import Page, expect

from ntrkcourse import read_pileup
from ntrkcourse.widgets.read_pileup.records import load

PILEUPS = load()
WORDS = PILEUPS.words
SHOWN = {one.id: one.text for one in PILEUPS.verdict}
# What is said of the first two calls; the first verdict and the first reason are not ours.
FIRST = (SHOWN["no"], PILEUPS.call[0].reason[0].text)
SECOND = (SHOWN["report"], PILEUPS.call[1].reason[0].text)


def act(page: Page) -> None:
    choose(page, *FIRST)
    press(page, WORDS["commit"])
    press(page, WORDS["next"])
    choose(page, *SECOND)
    press(page, WORDS["commit"])


def finish(page: Page) -> None:
    for call in PILEUPS.call[2:]:
        press(page, WORDS["next"])
        choose(page, SHOWN["no"], call.reason[0].text)
        press(page, WORDS["commit"])


def checked(page: Page, *names: str) -> None:
    for name in names:
        expect(page.get_by_role("radio", name=name, exact=True)).to_be_checked()


def move(data: Data) -> None:
    data["call"].reverse()
    data["verdict"].reverse()
    for call in data["call"]:
        call["reason"].reverse()


def same(page: Page) -> None:
    checked(page, *SECOND)
    press(page, WORDS["step_other"].format(n=8))
    checked(page, *FIRST)


def change(data: Data) -> None:
    data["call"][0]["reason"][0]["text"] = "Another reason"


def asked(page: Page) -> None:
    checked(page, *SECOND)
    press(page, WORDS["step"].format(n=1))
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    expect(page.get_by_role("button", name=WORDS["commit"])).to_be_visible()


CONTRACT = Contract(
    make=read_pileup,
    act=act,
    finish=finish,
    move=move,
    same=same,
    change=change,
    asked=asked,
    told=(WORDS["other"], "Rules of thumb", PILEUPS.call[1].lesson, WORDS["next"]),
    commit=WORDS["commit"],
    missing=WORDS["missing"],
    version_1=("05", {"at": 1, "answers": [[1, 0], [0, 0], *[None] * 6]}),
)
