"""What a thumb needs of every widget on a phone: targets of 44 px, choices that are not cut, what moves near its control.

Each widget is looked at as it opens and after what its contract does in it.
"""

from collections.abc import Callable
from typing import Any

import pytest
from contract import Contract, contracts
from playwright.sync_api import Page

ALL = contracts()
OpenWidget = Callable[..., Page]
PHONE = {"width": 360, "height": 780}
# A radio or a box is pressed by its label; a link in a sentence keeps the sentence's height.
SMALL = """() => [...document.querySelectorAll("[data-widget] :is(button, select, summary, input, textarea)")]
  .map((one) => (["radio", "checkbox"].includes(one.type) ? one.closest("label") : one))
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 43.5 || box.height < 43.5)
  .map(([one, box]) => `${one.tagName} ${one.textContent.slice(0, 40)}: ${box.width} x ${box.height}`)"""
# What a list shows is its own text only where that fits; else the text stands beside it in lines of its own.
CUT = """() => [...document.querySelectorAll("[data-widget] select")]
  .filter((one) => one.checkVisibility())
  .flatMap((one) => {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = getComputedStyle(one).font;
    const face = one.parentElement.querySelector(".ntrk-face");
    return [...one.options].map((option) => option.text).filter((text) => {
      if (!face) return pen.measureText(text).width > one.clientWidth - 30;
      const shown = face.textContent;
      if (shown !== one.selectedOptions[0]?.text) return true;
      face.textContent = text;
      const [frame, lines] = [face.getBoundingClientRect(), document.createRange()];
      lines.selectNodeContents(face);
      const box = lines.getBoundingClientRect();
      face.textContent = shown;
      return box.right > frame.right - 20 || box.bottom > frame.bottom;
    });
  })"""


@pytest.fixture(params=ALL)
def contract(request: pytest.FixtureRequest) -> Contract:
    return ALL[request.param]


def look(page: Page, question: str) -> list[Any]:
    # What is folded is pressed once it is open.
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    return list(page.evaluate(question))


@pytest.mark.parametrize("question", [SMALL, CUT], ids=["targets", "choices"])
def test_it_can_be_worked_by_a_thumb(contract: Contract, open_widget: OpenWidget, question: str) -> None:
    page = open_widget(contract.make(), width=PHONE["width"])
    assert look(page, question) == []
    contract.act(page)
    assert look(page, question) == []
