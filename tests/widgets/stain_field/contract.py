"""The stain field for the tests of every widget."""

from contract import Contract, Data, choose, press, see
from playwright.sync_api import Page, expect

from ntrkcourse import stain_field

DATA = stain_field().data
WORDS, FIELDS = DATA["words"], DATA["field"]
FIRST = ("Nucleus", "Moderate", "Under 5%")


def act(page: Page) -> None:
    choose(page, *FIRST)
    press(page, WORDS["commit_score"])
    press(page, WORDS["next"])
    choose(page, "None")
    press(page, WORDS["commit_score"])


def finish(page: Page) -> None:
    for _ in FIELDS[2:]:
        press(page, WORDS["next"])
        choose(page, "None")
        press(page, WORDS["commit_score"])
    press(page, WORDS["to_rules"])
    for group in page.get_by_role("group").filter(has=page.get_by_role("radio")).all():
        group.get_by_role("radio").first.check()
    press(page, WORDS["commit_guess"])


def move(data: Data) -> None:
    data["field"][:2] = data["field"][1::-1]
    for part, names in ((1, "intensities"), (2, "shares")):
        data[names].reverse()
        for field in data["field"]:
            if field["score"][part]:
                field["score"][part] = len(data[names]) + 1 - field["score"][part]


def checked(page: Page, *names: str) -> None:
    for name in names:
        expect(page.get_by_role("radio", name=name, exact=True)).to_be_checked()


def same(page: Page) -> None:
    expect(page.get_by_role("heading", name="Field 1")).to_be_visible()
    checked(page, "None")
    press(page, WORDS["next"])
    checked(page, *FIRST)
    see(page, "Intensity: strong. You said moderate.")


def change(data: Data) -> None:
    data["intensities"][1] = "Middling"


def asked(page: Page) -> None:
    expect(page.get_by_role("heading", name="Field 1")).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    choose(page, "Nucleus", "Strong", "Over 50%")
    press(page, WORDS["commit_score"])
    press(page, WORDS["next"])
    checked(page, "None")


CONTRACT = Contract(
    make=stain_field,
    act=act,
    finish=finish,
    move=move,
    same=same,
    change=change,
    asked=asked,
    told=(WORDS["saw_nothing"], WORDS["alarm"], WORDS["ringed"], "21 of 203"),
    commit=WORDS["commit_score"],
    missing=WORDS["score_missing"],
    version_1=("04", {"stage": 1, "scores": [[1, 2, 1], [0, 0, 0]]}),
)
