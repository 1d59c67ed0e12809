"""The modules as JupyterLab loads them: a widget joined with what all widgets share."""

from playwright.sync_api import Browser

from ntrkcourse.widgets import join

IMPORT = """async (sources) => {
  const faults = [];
  for (const [name, source] of Object.entries(sources)) {
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    try {
      const { default: widget } = await import(address);
      if (typeof widget.render !== "function") faults.push(`${name}: no render`);
    } catch (error) { faults.push(`${name}: ${error}`); }
  }
  return faults;
}"""


def test_every_module_can_be_imported(browser: Browser) -> None:
    """A name that a widget and a shared module both give is a syntax error, and the widget stays empty."""
    page = browser.new_page()
    assert page.evaluate(IMPORT, {name: join.module_source(name) for name in join.widget_names()}) == []
    page.close()
