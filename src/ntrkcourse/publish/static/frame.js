// The page's frame: what its buttons do. Stands for the theme's scripts, which bind hidden twins of the buttons
// (pydata/pydata-sphinx-theme#2451), need Bootstrap for one menu, and write scripts into the page, which the policy forbids.
(function () {
  "use strict";
  const words = ntrk.shared.ui.frame;
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  /** From here on the theme's styles show the menu beside the page; below, it opens as a dialog. */
  const WIDE = matchMedia("(min-width: 960px)");

  /** @param {string} selector @returns {HTMLElement | null} */
  const find = (selector) => document.querySelector(selector);

  /** @param {string} mode */
  function colour(mode) {
    Object.assign(root.dataset, { mode, theme: mode === "auto" ? (dark.matches ? "dark" : "light") : mode });
  }

  function nextColours() {
    // First away from what the system shows, so that every press is seen.
    const modes = dark.matches ? ["auto", "light", "dark"] : ["auto", "dark", "light"];
    const mode = modes[(modes.indexOf(root.dataset.mode ?? "auto") + 1) % modes.length];
    localStorage.setItem("mode", mode);
    colour(mode);
  }

  /** What stands beside the page moves into a dialog while that is open. @param {string} toggle @param {string} id @param {string} name */
  function openAsDialog(toggle, id, name) {
    const side = find(`#${id}`);
    const dialog = find(`#${id}-modal`);
    if (!side || !(dialog instanceof HTMLDialogElement)) return;
    dialog.setAttribute("aria-label", name);
    const move = (/** @type {HTMLElement} */ from, /** @type {HTMLElement} */ to) => {
      to.append(...from.childNodes);
      to.classList.add(...from.classList);
      from.className = "";
    };
    find(toggle)?.addEventListener("click", () => {
      move(side, dialog);
      dialog.showModal();
    });
    dialog.addEventListener("close", () => move(dialog, side));
  }

  /** On a wide window the button folds the menu. @param {HTMLElement} button @param {HTMLElement} menu */
  function foldMenu(button, menu) {
    const tell = () => button.setAttribute("aria-expanded", String(WIDE.matches && !menu.hidden));
    button.addEventListener(
      "click",
      (event) => {
        if (!WIDE.matches) return;
        event.stopImmediatePropagation();
        menu.hidden = !menu.hidden;
        root.classList.toggle("menu-folded", menu.hidden);
        tell();
      },
      true,
    );
    WIDE.addEventListener("change", tell);
    tell();
  }

  /** On the search page, which has a field of its own, that field. */
  function search() {
    const field = find("main form.bd-search input");
    const dialog = find("#pst-search-dialog");
    if (field instanceof HTMLInputElement) {
      field.focus();
      field.select();
      field.scrollIntoView({ block: "center" });
    } else if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
  }

  /** @param {MouseEvent} event */
  function closeByPressingBeside({ target, clientX: x, clientY: y, detail }) {
    // A key pressed on a control is a click without a place.
    if (!(target instanceof HTMLDialogElement) || !target.open || detail === 0) return;
    const { left, top, right, bottom } = target.getBoundingClientRect();
    if (x < left || x > right || y < top || y > bottom) target.close();
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

  /** Marks in the contents where the reader is. */
  function followContents() {
    /** @type {Map<Element, HTMLAnchorElement>} */
    const links = new Map();
    for (const link of document.querySelectorAll("#pst-page-toc-nav a[href^='#']")) {
      const place = document.getElementById(decodeURIComponent(/** @type {HTMLAnchorElement} */ (link).hash.slice(1)));
      if (place) links.set(place.querySelector("h1, h2, h3, h4") ?? place, /** @type {HTMLAnchorElement} */ (link));
    }
    const seen = new IntersectionObserver(
      (entries) => {
        const here = entries.filter((one) => one.isIntersecting).pop()?.target;
        if (!here) return;
        for (const [place, link] of links) {
          link.classList.toggle("active", place === here);
          if (place === here) link.setAttribute("aria-current", "true");
          else link.removeAttribute("aria-current");
        }
      },
      { rootMargin: "0px 0px -70% 0px" },
    );
    for (const place of links.keys()) seen.observe(place);
  }

  /** What is wider than the page can be scrolled with the keys. */
  function reachWhatScrolls() {
    const tell = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        const wide = target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight;
        if (wide) target.setAttribute("tabindex", "0");
        else target.removeAttribute("tabindex");
      }
    });
    for (const one of document.querySelectorAll(".bd-article :is(pre, .pst-scrollable-table-container)"))
      tell.observe(one);
  }

  function start() {
    const button = find(".primary-toggle");
    const menu = find("#pst-primary-sidebar");
    if (button && menu) foldMenu(button, menu);
    openAsDialog(".primary-toggle", "pst-primary-sidebar", words.menu);
    openAsDialog(".secondary-toggle", "pst-secondary-sidebar", words.contents);
    find(".bd-sidebar-primary .current.active")?.scrollIntoView({ block: "nearest" });
    document.addEventListener("click", closeBeforeFollowing, true);
    document.addEventListener("click", closeByPressingBeside);

    for (const one of document.querySelectorAll(".search-button__button")) one.addEventListener("click", search);
    document.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "k" || event.shiftKey || event.altKey || event.ctrlKey === event.metaKey) return;
      event.preventDefault();
      search();
    });
    find(".theme-switch-button")?.addEventListener("click", nextColours);
    dark.addEventListener("change", () => {
      if (root.dataset.mode === "auto") colour("auto");
    });
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#page-menu button"))) {
      one.addEventListener("click", () => {
        find("#page-menu")?.hidePopover();
        if (one.dataset.print === "answers") ntrk.printWithAnswers();
        else print();
      });
    }
    offerLive();

    const field = find(".bd-search-container input");
    if (field instanceof HTMLInputElement) field.focus();

    const fullScreen = find(".full-screen");
    // Phones have none.
    if (!document.fullscreenEnabled) fullScreen?.remove();
    fullScreen?.addEventListener("click", () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else root.requestFullscreen();
    });
    followContents();
    reachWhatScrolls();
  }

  /** Where there is JupyterLite, which no folder can hold, the page's menu and the chapter's front lead to it. */
  function offerLive() {
    const link = find("#page-menu .open-live");
    if (!link?.parentElement || location.protocol === "file:") return;
    link.parentElement.hidden = false;
    find(".lesson-whole")?.append(" ", link.cloneNode(true));
  }

  document.addEventListener("DOMContentLoaded", start);
})();
