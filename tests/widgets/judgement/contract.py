"""The cards to judge for the tests of every widget, by the requests, which ask for a rule too."""

from contract import Contract, Data, choose, open_to_answer, press
from playwright.sync_api import Page, expect

from ntrkcourse import judgement

DATA = judgement("data-requests", "09").data
CARDS, WORDS = DATA["card"], DATA["words"]
NEXT = WORDS["next"].format(noun="request")
# For the first two cards a verdict and a rule, as positions.
GIVEN = [(0, 5), (2, 0)]


def answer(page: Page, verdict: int, rule: int) -> None:
    choose(page, DATA["verdict"][verdict]["text"], DATA["reason"][rule]["text"])
    press(page, WORDS["commit"])


def act(page: Page) -> None:
    answer(page, *GIVEN[0])
    press(page, NEXT)
    answer(page, *GIVEN[1])


def finish(page: Page) -> None:
    for _ in CARDS[2:]:
        press(page, NEXT)
        answer(page, 0, 0)


def given(page: Page, at: int) -> None:
    """The card is open with the reader's answers."""
    verdict, rule = GIVEN[at]
    expect(page.locator(".judgement-card")).to_have_text(CARDS[at]["text"])
    for text in (DATA["verdict"][verdict]["text"], DATA["reason"][rule]["text"]):
        expect(page.get_by_role("radio", name=text, exact=True)).to_be_checked()


def move(data: Data) -> None:
    data["card"][:2] = data["card"][1::-1]
    data["verdict"].reverse()
    data["reason"].reverse()


def same(page: Page) -> None:
    given(page, 1)
    press(page, NEXT)
    given(page, 0)


def change(data: Data) -> None:
    data["card"][0]["text"] = "Another request"


def asked(page: Page) -> None:
    open_to_answer(page, WORDS["commit"])
    expect(page.locator("input:checked")).to_have_count(0)
    answer(page, *GIVEN[0])
    press(page, NEXT)
    given(page, 1)


CONTRACT = Contract(
    make=lambda: judgement("data-requests", "09"),
    act=act,
    finish=finish,
    move=move,
    same=same,
    change=change,
    asked=asked,
    told=("✓ We say the same", "secret learned in practice", WORDS["unsure"]),
    commit=WORDS["commit"],
    missing=WORDS["none_rule"],
    version_1=("data-requests/09", {"at": 1, "answers": [[0, 5], [2, 0]]}),
)
