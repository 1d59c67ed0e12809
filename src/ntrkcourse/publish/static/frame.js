// The page's frame, where the theme's scripts leave off. Stands for sphinx-book-theme.js, which takes the focus from a
// button before pydata-sphinx-theme.js notes where to return it, and folds the menu at a width that is not its styles'.
(function () {
  "use strict";
  const words = ntrk.shared.ui.frame;
  /** From here on the theme's styles show the menu beside the page; below, its script opens it as a dialog. */
  const WIDE = window.matchMedia("(min-width: 960px)");

  /** @param {string} selector @returns {HTMLElement | null} */
  const find = (selector) => document.querySelector(selector);

  /** On a wide window the button folds the menu. @param {HTMLElement} button @param {HTMLElement} menu */
  function foldMenu(button, menu) {
    const tell = () => button.setAttribute("aria-expanded", String(WIDE.matches && !menu.hidden));
    button.addEventListener(
      "click",
      (event) => {
        if (!WIDE.matches) return;
        event.stopImmediatePropagation();
        menu.hidden = !menu.hidden;
        document.documentElement.classList.toggle("menu-folded", menu.hidden);
        tell();
      },
      true,
    );
    WIDE.addEventListener("change", tell);
    tell();
  }

  /** A link to another place of the page closes the dialog it stands in, and leads there when that is closed. */
  function closeBeforeFollowing(/** @type {MouseEvent} */ event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const dialog = link?.closest("dialog");
    if (!link || !dialog?.open || !link.getAttribute("href")?.startsWith("#")) return;
    event.preventDefault();
    dialog.addEventListener("close", () => link.click(), { once: true });
    dialog.close();
  }

  function start() {
    const button = find(".primary-toggle");
    const menu = find("#pst-primary-sidebar");
    if (button && menu) foldMenu(button, menu);
    find("#pst-primary-sidebar-modal")?.setAttribute("aria-label", words.menu);
    find("#pst-secondary-sidebar-modal")?.setAttribute("aria-label", words.contents);
    // Before the theme, which takes a key pressed in a dialog on the right for a click outside of it.
    document.addEventListener("click", closeBeforeFollowing, true);

    const fullScreen = find(".full-screen");
    // Phones have none.
    if (!document.fullscreenEnabled) fullScreen?.remove();
    fullScreen?.addEventListener("click", () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen();
    });
  }

  document.addEventListener("DOMContentLoaded", start);
})();
