"""The fusion builder for the tests of every widget: predictions on two challenges, the second right, the first not."""

from contract import Contract, Data, press, see
from playwright.sync_api import Page, expect

from ntrkcourse import fusion_builder

RIGHT, WRONG = "ETV6 exon 6 to NTRK3 exon 15", "ETV6 exon 5 to NTRK3 exon 15"


def act(page: Page) -> None:
    for junction, answer in ((RIGHT, "No: it is out of frame"), (WRONG, "No: the kinase is lost")):
        page.get_by_role("button", name=junction).click()
        page.get_by_role("radio", name=answer).check()
        press(page, "Commit to this prediction")


def finish(page: Page) -> None:
    for junction in page.locator(".fusion-challenges button").all()[2:]:
        junction.click()
        page.get_by_role("radio").first.check()
        press(page, "Commit to this prediction")


def same(page: Page) -> None:
    for told in (f"{RIGHT}, right", f"{WRONG}, not right"):
        expect(page.locator(f'.fusion-challenges button[aria-label$="{told}"]')).to_have_count(1)
    see(page, "You said no: the kinase is lost. But it is active")


def change(data: Data) -> None:
    # The challenge that was answered gives way, and comes last as one that nobody has seen.
    data["challenges"][1] = ["ETV6", 4, "NTRK3", 15]


def asked(page: Page) -> None:
    labels = page.locator(".fusion-challenges button").evaluate_all("all => all.map((one) => one.ariaLabel)")
    assert labels[0] == f"A: {WRONG}, not right"
    assert labels[1] == "B: ETV6 exon 4 to NTRK3 exon 15"


CONTRACT = Contract(
    make=fusion_builder,
    act=act,
    finish=finish,
    move=lambda data: data["challenges"].reverse(),
    same=same,
    change=change,
    asked=asked,
    told=("647", "mod 3 =", "Frame passes.", "Length:", "The usual junction"),
    commit="Commit to this prediction",
    missing="Choose an answer first.",
    version_1=(
        "02",
        {"pick": ["ETV6", 5, "NTRK3", 15], "guess": "kinase", "tried": {"0": False, "1": True}},
    ),
)
