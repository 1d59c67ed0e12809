"""The consent review for the tests of every widget."""

from contract import Contract, Data, open_to_answer, press
from playwright.sync_api import Page, expect

from ntrkcourse import consent_review

ELEMENTS = [one["text"] for one in consent_review().data["element"]]


def act(page: Page) -> None:
    for text in ELEMENTS[1:3]:
        page.get_by_role("checkbox", name=text).check()
    press(page, "Commit to these marks")


def same(page: Page) -> None:
    told = page.locator(".consent-list > li").filter(has=page.locator("span", has_text="Found"))
    alarms = page.locator(".consent-list > li").filter(has=page.locator("span", has_text="False alarm"))
    marked = {one.locator("strong").first.inner_text() for one in (*told.all(), *alarms.all())}
    assert marked == set(ELEMENTS[1:3])


def change(data: Data) -> None:
    data["element"][1]["text"] = "Another element"


def asked(page: Page) -> None:
    open_to_answer(page, "Commit to these marks")
    expect(page.locator("input:checked")).to_have_count(1)
    expect(page.get_by_role("checkbox", name=ELEMENTS[2])).to_be_checked()


CONTRACT = Contract(
    make=consent_review,
    act=act,
    move=lambda data: data["element"].reverse(),
    same=same,
    change=change,
    asked=asked,
    told=("17.8%", "Not good enough:", "This would mend it:"),
    commit="Commit to these marks",
    missing="Mark at least one first.",
    version_1=("09", {"marks": [1, 2], "done": True}),
)
