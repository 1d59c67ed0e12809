"""The fusion builder in Chromium, worked by keyboard as a reader would."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ntrkcourse import fusion_builder, join
from ntrkcourse.science.fusions import Fusion

ROOT = '[data-widget="fusion-builder"]'
OpenWidget = Callable[..., Page]
GRID = [
    ("ETV6", 5, "NTRK3", 15),
    ("ETV6", 4, "NTRK3", 14),
    ("ETV6", 6, "NTRK3", 4),
    ("ETV6", 1, "NTRK1", 17),
    ("ETV6", 7, "NTRK3", 19),
    ("TPM3", 7, "NTRK1", 10),
    ("TPM3", 8, "NTRK1", 10),
    ("TPM3", 9, "NTRK3", 20),
    ("NTRK3", 14, "ETV6", 6),
    ("NTRK3", 19, "TPM3", 2),
    ("NTRK1", 9, "NTRK3", 15),
    ("ETV6", 3, "TPM3", 10),
]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def commit(page: Page, answer: str) -> None:
    page.get_by_role("radio", name=answer).focus()
    press(page, "Space", "Tab", "Enter")


def pick(page: Page, five: str, five_exon: int, three: str, three_exon: int) -> None:
    page.get_by_label("First gene").select_option(five)
    page.get_by_label("Second gene").select_option(three)
    page.get_by_label("Its last exon").select_option(str(five_exon))
    page.get_by_label("Its first exon").select_option(str(three_exon))


def table(page: Page) -> list[list[str]]:
    return page.locator(".fusion-table tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.children].map(cell => cell.textContent))"
    )


def test_nothing_shows_before_the_prediction(open_widget: OpenWidget) -> None:
    root = open_widget(fusion_builder()).locator(ROOT)
    expect(root.get_by_role("img")).to_have_count(1)
    for text in ("mod 3", "kept", "::", "✓"):
        expect(root).not_to_contain_text(text)


def test_the_whole_path_by_keyboard(open_widget: OpenWidget) -> None:
    page = open_widget(fusion_builder())
    root = page.locator(ROOT)
    # Through the page as it comes: six challenges, four lists, the answers, the button.
    press(page, "Tab")
    expect(page.get_by_role("button", name="A: ETV6 exon 5 to NTRK3 exon 15")).to_be_focused()
    press(page, *["Tab"] * 6)
    expect(page.get_by_label("First gene")).to_be_focused()
    press(page, *["Tab"] * 4, "Space", "Tab", "Enter")

    title = page.get_by_role("heading", name="ETV6::NTRK3: an active kinase fusion")
    expect(title).to_be_focused()
    verdict = "You said yes. It is: 647 residues, all four checks passed."
    expect(root.locator(".fusion-verdict")).to_contain_text(verdict)
    expect(root.locator("[aria-live]")).to_have_text(verdict)
    expect(root).to_contain_text("1,009 = 3 × 336 + 1, so 1 base left over.")
    expect(root).to_contain_text("1,586 − 1 = 1,585 bases stay behind. 1,585 = 3 × 528 + 1")
    expect(root).to_contain_text("336 from ETV6 + 1 mixed + 310 from NTRK3 = 647 residues")
    expect(root.get_by_role("img", name="ETV6::NTRK3 to scale: 647 residues")).to_be_visible()
    expect(root.get_by_text("kept: 530 to 839")).to_be_visible()
    expect(root.get_by_text("The usual junction")).to_be_visible()
    expect(page.get_by_role("button", name="A: ETV6 exon 5 to NTRK3 exon 15, right")).to_have_text("A ✓")

    # One exon later the frame is lost, and a wrong reason is answered.
    page.get_by_role("button", name="B: ETV6 exon 6").focus()
    press(page, "Enter")
    expect(page.get_by_label("Its last exon")).to_have_value("6")
    expect(root.locator(".fusion-verdict")).to_have_count(0)
    commit(page, "No: the kinase is lost")
    expect(root.locator(".fusion-verdict")).to_contain_text("In fact it is out of frame.")
    expect(root).to_contain_text("0 bases left over, 1 base missing: the frame is lost.")
    expect(root.get_by_text("They do not line up.")).to_be_visible()
    expect(page.get_by_role("button", name="B: ETV6 exon 6 to NTRK3 exon 15, not right")).to_have_text("B ✗")

    page.get_by_role("button", name="Start again").focus()
    press(page, "Enter")
    expect(page.get_by_label("First gene")).to_be_focused()
    expect(root.locator(".fusion-verdict")).to_have_count(0)
    expect(page.get_by_role("button", name="A: ")).to_have_text("A")


@pytest.mark.parametrize(
    ("challenge", "answer", "words"),
    [
        ("B", "No: it is out of frame", "✓ You said: it is out of frame. That is so."),
        ("C", "No: the partners are swapped", "That is so. And also: the kinase is lost"),
        ("C", "Yes", "✗ You said yes, but the partners are swapped; the kinase is lost"),
        ("D", "No: the kinase is lost", "✓ You said: the kinase is lost. That is so."),
        ("E", "No: nothing brings the copies together", "That is so."),
        ("F", "No: it is out of frame", "But it is active: 656 residues, all four checks passed."),
    ],
)
def test_each_challenge_is_answered(open_widget: OpenWidget, challenge: str, answer: str, words: str) -> None:
    page = open_widget(fusion_builder())
    page.get_by_role("button", name=re.compile(f"^{challenge}: ")).click()
    commit(page, answer)
    expect(page.locator(".fusion-verdict")).to_contain_text(words)


def expected(fusion: Fusion) -> list[list[str]]:
    """Rows of the table, from the model's pieces."""
    found = {(p.gene, p.domain.name): p for p in fusion.pieces}
    rows = []
    for gene in (fusion.five_prime, fusion.three_prime):
        if gene is fusion.three_prime and not fusion.in_frame:
            return [*rows, [gene.name, "everything", "", "read out of frame"]]
        for domain in gene.domains:
            piece = found.get((gene.name, domain.name))
            words = "lost"
            if piece:
                words = f"{piece.first} to {piece.last}{'' if piece.complete else ', in part'}"
            rows.append([gene.name, domain.name, f"{domain.first} to {domain.last}", words])
    return rows


def test_a_grid_of_junctions_is_drawn_and_told_as_the_model_has_it(open_widget: OpenWidget) -> None:
    page = open_widget(fusion_builder(), width=320)
    root = page.locator(ROOT)
    for junction in GRID:
        fusion = join(*junction)
        pick(page, *junction)
        commit(page, "Yes")
        assert table(page) == expected(fusion)
        for check in fusion.checks:
            expect(root.locator(".fusion-checks")).to_contain_text(check.sentence)
        expect(root.locator(".fusion-fails")).to_have_count(sum(not check.passed for check in fusion.checks))
        length = f"{fusion.name}, {fusion.protein_length} residues" if fusion.in_frame else "out of frame"
        expect(root.locator("svg text", has_text=length).first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_gene_is_never_joined_to_itself(open_widget: OpenWidget) -> None:
    page = open_widget(fusion_builder())
    page.get_by_label("First gene").select_option("NTRK3")
    expect(page.get_by_label("Second gene")).to_have_value("ETV6")
    offered = page.get_by_label("Second gene").locator("option").all_text_contents()
    assert offered == ["ETV6", "TPM3", "NTRK1"]


@pytest.mark.parametrize(
    "stored",
    [
        '{"pick":["ETV6",5,"ETV6",6],"guess":"yes"}',
        '{"pick":["ETV6",8,"NTRK3",15],"guess":"yes"}',
        '{"pick":["toString",5,"NTRK3",15],"guess":"yes"}',
        '{"pick":["ETV6",5,"NTRK3",15],"guess":"<b>","tried":{"0":"<b>"}}',
    ],
)
def test_a_junction_that_cannot_be_is_not_taken(
    open_widget: OpenWidget, stored: str, remember: Callable[..., None]
) -> None:
    page = open_widget(fusion_builder())
    remember(page, "ntrk:v1:widget/fusion-builder/02", stored)
    expect(page.get_by_role("button", name="Commit to this prediction")).to_be_visible()
    expect(page.get_by_label("Its last exon")).to_have_value("5")
    expect(page.get_by_role("button", name="A: ")).to_have_text("A")


def test_a_prediction_is_never_taken_for_another_junction(open_widget: OpenWidget) -> None:
    """A file from another computer, saved between two steps here, must not lend its prediction to the last."""
    page = open_widget(fusion_builder())
    key = "widget/fusion-builder/02"
    page.get_by_role("button", name="B: ETV6 exon 6").click()
    then = page.evaluate(f"ntrk.shared.store.read('{key}').now.pick.at")
    page.wait_for_function(f"Date.now() > {then + 1}")
    page.get_by_role("button", name="TPM3 exon 8 to NTRK1").click()
    saved = {"pick": ["ETV6", 5, "NTRK3", 15], "guess": "yes"}
    now = {part: {"at": then + 1, "said": said} for part, said in saved.items()}
    taken = page.evaluate(f"now => ntrk.shared.store.take({{ '{key}': {{ log: [], now }} }})", now)
    assert taken["stored"]
    expect(page.get_by_label("First gene")).to_have_value("TPM3")
    expect(page.locator(".fusion-verdict")).to_have_count(0)


def test_who_chooses_a_junction_stays_with_the_list(open_widget: OpenWidget) -> None:
    page = open_widget(fusion_builder())
    page.get_by_label("Its first exon").focus()
    press(page, "ArrowDown")
    expect(page.get_by_label("Its first exon")).to_have_value("16")
    expect(page.get_by_label("Its first exon")).to_be_focused()


def test_labels_of_the_drawings_do_not_collide_on_a_phone(open_widget: OpenWidget) -> None:
    # A page of the book has margins of its own, so that less than 320 px are left.
    page = open_widget(fusion_builder(), width=290)
    for challenge in "ABCDEF":
        page.get_by_role("button", name=re.compile(f"^{challenge}: ")).click()
        commit(page, "Yes")
        clashes = page.evaluate(
            """() => [...document.querySelectorAll('[data-widget] svg')].flatMap(svg => {
              const texts = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
              const edge = svg.getBoundingClientRect();
              const found = texts.filter(([, b]) => b.left < edge.left - 1 || b.right > edge.right + 1).map(([t]) => t);
              texts.forEach(([t, a], i) => texts.slice(i + 1).forEach(([u, b]) => {
                if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4) found.push(t + '|' + u);
              }));
              return found;
            })"""
        )
        assert clashes == [], challenge


def test_the_frame_and_the_next_challenge_stand_at_the_verdict(open_widget: Callable[..., Page]) -> None:
    page = open_widget(fusion_builder(), width=360)
    press = page.get_by_role("button", name=re.compile("^A: "))
    press.click()
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name=fusion_builder().data["words"]["commit"]).click()
    verdict = page.locator(".fusion-verdict").bounding_box()
    strip = page.locator("svg", has=page.locator(".fusion-base")).bounding_box()
    onwards = page.get_by_role("button", name=fusion_builder().data["words"]["next"].format(letter="B"))
    assert verdict and strip and strip["y"] - verdict["y"] - verdict["height"] < 50
    button = onwards.bounding_box()
    assert button and button["y"] - verdict["y"] < 500
    onwards.click()
    second = page.get_by_role("button", name=re.compile("^B: "))
    expect(second).to_have_attribute("aria-pressed", "true")
    expect(second).to_be_focused()
    expect(page.get_by_role("button", name=fusion_builder().data["words"]["commit"])).to_be_visible()
