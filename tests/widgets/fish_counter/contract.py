"""The FISH counter for the tests of every widget."""

from contract import Contract, Data, open_to_answer, press, see
from playwright.sync_api import Page, expect

from ntrkcourse import fish_counter
from ntrkcourse.widgets.template import fill

WORDS = fish_counter().data["words"]


def read(page: Page, answer: str) -> None:
    page.get_by_role("radio", name=WORDS[f"reading_{answer}"]).check()
    press(page, WORDS["commit_reading"])


def act(page: Page) -> None:
    read(page, "positive")
    press(page, WORDS["next"])
    read(page, "negative")


def finish(page: Page) -> None:
    press(page, WORDS["to_series"])
    for _ in range(2):
        page.get_by_role("slider").last.press("ArrowRight")
        press(page, WORDS["commit_number"])


def see_right(page: Page, name: str, n: int, answer: str) -> None:
    see(page, fill(WORDS[name], reading=WORDS["read_right"], n=n, size=100, cutoff=15))
    expect(page.get_by_role("radio", name=WORDS[f"reading_{answer}"])).to_be_checked()


def same(page: Page) -> None:
    see_right(page, "verdict_negative", 6, "negative")
    press(page, WORDS["next"])
    see_right(page, "verdict_positive", 88, "positive")


def change(data: Data) -> None:
    tumour = data["rounds"][0]["tumour"]
    nuclei = data["nuclei"][tumour]
    data["nuclei"][tumour] = ("1" if nuclei[0] == "0" else "0") + nuclei[1:]


def asked(page: Page) -> None:
    open_to_answer(page, WORDS["commit_reading"])
    expect(page.locator("input:checked")).to_have_count(0)
    read(page, "negative")
    press(page, WORDS["next"])
    see_right(page, "verdict_negative", 6, "negative")


CONTRACT = Contract(
    make=fish_counter,
    act=act,
    finish=finish,
    move=lambda data: data["rounds"].reverse(),
    same=same,
    change=change,
    asked=asked,
    told=(WORDS["read_right"], fill(WORDS["other_positive"], between=29, n=35), "6 of 100"),
    commit=WORDS["commit_reading"],
    missing=WORDS["reading_missing"],
    version_1=("05", {"stage": 1, "verdicts": [True, False]}),
)
