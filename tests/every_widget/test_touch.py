"""What a thumb needs of every widget on a phone: targets of 44 px, choices that are not cut, what moves near its control.

Each widget is looked at as it opens and after what its contract does in it.
"""

from collections.abc import Callable
from typing import Any

import pytest
from contract import Contract, contracts
from playwright.sync_api import Page, expect

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


def look(page: Page) -> list[Any]:
    """Faults of what a thumb presses: targets too small, choices cut."""
    # What is folded is pressed once it is open.
    folded = page.locator("details:not([open])").element_handles()
    page.evaluate("all => all.forEach((one) => { one.open = true; })", folded)
    found = [*page.evaluate(SMALL), *page.evaluate(CUT)]
    page.evaluate("all => all.forEach((one) => { one.open = false; })", folded)
    return found


# What the reader has set and not committed: chosen boxes, and sliders of which something is said.
SET = """() => [...document.querySelectorAll("[data-widget] :is(input:checked, [data-draft] output)")]
  .map((one) => (one.type ? one.parentElement : one).textContent)"""


def test_what_is_not_yet_committed_survives_a_reload(contract: Contract, open_widget: OpenWidget) -> None:
    page = open_widget(contract.make(), width=PHONE["width"])
    page.evaluate("""() => {
      const fire = (one) => ["input", "change"].forEach((kind) => one.dispatchEvent(new Event(kind, { bubbles: true })));
      for (const group of document.querySelectorAll("[data-widget] fieldset")) group.querySelector("label:last-of-type input")?.click();
      for (const one of document.querySelectorAll("[data-widget] [data-draft] input[type=range]")) {
        one.value = one.max;
        fire(one);
      }
    }""")
    chosen = page.evaluate(SET)
    if not chosen:
        pytest.skip("it opens with nothing to choose")
    page.reload()
    page.locator("[data-widget]").wait_for()
    assert page.evaluate(SET) == chosen


# For each slider that stands open: its label, and how far apart it and the nearest picture are that it changes, or the
# nearest text where it changes no picture. One at the foot of the screen goes with what lies above it.
SPANS = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const root = document.querySelector("[data-widget]");
  const spans = [];
  for (const place of [...root.querySelectorAll("input[type=range]")].keys()) {
    const one = root.querySelectorAll("input[type=range]")[place];
    if (!one?.checkVisibility() || one.closest("[data-draft], .ntrk-foot")) continue;
    const changed = new Set();
    const watch = new MutationObserver((records) => {
      for (const { target, addedNodes } of records)
        for (const node of [target, ...addedNodes]) changed.add(node instanceof Element ? node : node.parentElement);
    });
    watch.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    one.value = one.value === one.max ? one.min : one.max;
    one.dispatchEvent(new Event("input", { bubbles: true }));
    await frame();
    watch.disconnect();
    const own = one.closest(".ntrk-control");
    const seen = [...changed].filter((node) => node?.isConnected && node.checkVisibility() && !own.contains(node) &&
      !node.contains(one) && !node.closest("[aria-live]"));
    const pictures = seen.flatMap((node) => node.closest("svg") ?? [...node.querySelectorAll("svg")]);
    const at = one.getBoundingClientRect();
    const far = (pictures.length ? pictures : seen).map((node) => {
      const box = node.getBoundingClientRect();
      return Math.round(Math.max(at.bottom, box.bottom) - Math.min(at.top, box.top));
    });
    spans.push([one.labels[0].textContent, pictures.length ? "picture" : "text", Math.min(...far)]);
  }
  return spans;
}"""


def test_it_can_be_worked_by_a_thumb_and_what_a_slider_moves_is_on_its_screen(
    contract: Contract, open_widget: OpenWidget
) -> None:
    page = open_widget(contract.make(), width=PHONE["width"])
    assert look(page) == []
    contract.act(page)
    assert look(page) == []
    assert [one for one in page.evaluate(SPANS) if one[2] > PHONE["height"]] == []


@pytest.mark.parametrize("name", ["natural-frequency-tree", "strategy-simulator"])
def test_a_slider_at_the_foot_stays_with_all_that_it_moves(name: str, open_widget: OpenWidget) -> None:
    page = open_widget(ALL[name].make(), width=PHONE["width"])
    ALL[name].act(page)
    foot = page.locator(".ntrk-foot")
    for place in (0, -1):
        foot.evaluate(
            "(foot, place) => [...foot.parentElement.querySelectorAll('p, svg')].at(place).scrollIntoView()",
            place,
        )
        expect(foot.get_by_role("slider")).to_be_in_viewport(ratio=1)
