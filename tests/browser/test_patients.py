"""The built page for patients prints as three sheets of A4, and nothing else."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

MILLIMETRE = 96 / 25.4
SHEET_WIDTH = (210 - 2 * 14) * MILLIMETRE
SHEET_HEIGHT = (297 - 2 * 11) * MILLIMETRE
# Another font may run longer than the one on this machine.
SLACK = 0.95


@pytest.fixture(params=["light", "dark"])
def patients(request: pytest.FixtureRequest, pages: list[Path], strict: Callable[..., object]) -> Page:
    file = next(page for page in pages if page.name == "patients.html")
    page = strict(file.parents[1].as_uri(), color_scheme=request.param).context.new_page()
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("options", [{"format": "A4"}, {"prefer_css_page_size": True}])
def test_it_prints_on_three_pages_of_a4(patients: Page, options: dict[str, object]) -> None:
    pdf = patients.pdf(**options)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 3
    for box in re.findall(rb"/MediaBox\s*\[([^\]]*)\]", pdf):
        assert [float(side) for side in box.split()] == pytest.approx([0, 0, 595.3, 841.9], abs=1.5)


def test_only_the_sheets_are_printed_each_with_room_to_spare(patients: Page) -> None:
    patients.emulate_media(media="print")
    patients.set_viewport_size({"width": int(SHEET_WIDTH), "height": 1000})
    heights = patients.locator(".patient-sheet").evaluate_all(
        "sheets => sheets.map((sheet) => sheet.getBoundingClientRect().height)"
    )
    assert len(heights) == 3
    assert all(SHEET_HEIGHT / 2 < height < SLACK * SHEET_HEIGHT for height in heights), heights
    shown = patients.evaluate("document.body.innerText")
    assert (
        shown.startswith("What the words mean")
        and "Questions to take along" in shown
        and "A sheet to keep" in shown
    )
    assert "For patients and families" not in shown and "Sources" not in shown
    # Even where backgrounds are printed, black stands on white.
    colours = patients.evaluate(
        "[getComputedStyle(document.body).backgroundColor,"
        " getComputedStyle(document.querySelector('.patient-sheet p')).color]"
    )
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_a_printed_sheet_names_the_address_that_it_was_read_at(
    server: str, strict: Callable[..., object]
) -> None:
    page = strict(server).context.new_page()
    page.goto(f"{server}/book/patients.html")
    page.emulate_media(media="print")
    feet = page.locator(".patient-sheet").evaluate_all(
        "sheets => sheets.map((sheet) => getComputedStyle(sheet, '::after').content)"
    )
    assert feet == [f'"{server}/book/patients.html"'] * 3
    page.set_viewport_size({"width": int(SHEET_WIDTH), "height": 1000})
    heights = page.locator(".patient-sheet").evaluate_all(
        "sheets => sheets.map((sheet) => sheet.getBoundingClientRect().height)"
    )
    assert all(height < SLACK * SHEET_HEIGHT for height in heights), heights


def test_on_the_screen_the_whole_page_is_there(patients: Page) -> None:
    shown = patients.locator("main").inner_text()
    for told in ("For patients and families", "What the words mean", "Questions to take along", "Sources"):
        assert told in shown
