// Cards, on hover, focus or first tap: of a fact link its record, as it stands in the page's list of sources; of a
// glossary term its definition. On a narrow screen the card is a sheet at the foot, and the page makes room for its link.
(function () {
  "use strict";
  const narrow = window.matchMedia("(max-width: 600px)");
  const card = document.createElement("div");
  card.className = "fact-card";
  card.hidden = true;
  const told = document.createElement("div");
  told.className = "fact-card-told";
  told.id = "ntrk-fact-card";
  told.setAttribute("role", "tooltip");
  const shut = document.createElement("button");
  shut.type = "button";
  shut.className = "fact-card-close";
  shut.textContent = "×";
  shut.setAttribute("aria-label", ntrk.shared.ui.close);
  // The card stands at the end of the page, out of the keyboard's way, which has Escape.
  shut.tabIndex = -1;
  card.append(told, shut);
  /** The link whose card is open. @type {HTMLElement | null} */
  let owner = null;
  let closing = 0;

  /** @param {HTMLElement} link */
  function recordOf(link) {
    return document.getElementById(link.dataset.card ?? `source-${link.dataset.fact}`);
  }

  /** @param {HTMLElement} link */
  function open(link) {
    const record = recordOf(link);
    clearTimeout(closing);
    if (!record || owner === link) return;
    close();
    owner = link;
    told.replaceChildren(...record.cloneNode(true).childNodes);
    for (const details of told.querySelectorAll("details")) details.open = true;
    link.setAttribute("aria-describedby", told.id);
    card.hidden = false;
    card.classList.toggle("fact-sheet", narrow.matches);
    told.scrollTop = 0;
    if (narrow.matches) makeRoom(link);
    else place(link);
    tellMore();
  }

  /** Scrolls so far that the sheet does not lie over its link, also at the page's end. @param {HTMLElement} link */
  function makeRoom(link) {
    card.style.left = card.style.top = "";
    const { height, top } = card.getBoundingClientRect();
    document.body.style.paddingBottom = `${height}px`;
    const over = link.getBoundingClientRect().bottom + 12 - top;
    if (over > 0) window.scrollBy(0, over);
  }

  /**
   * Below the link or above it, never past the window's edges, and not over a button of the page where the other side
   * is free. @param {HTMLElement} link
   */
  function place(link) {
    const at = link.getBoundingClientRect();
    const { width, height } = card.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
    const [below, above] = [at.bottom + 6, at.top - height - 6];
    const fits = [below, above].filter((top) => top >= 0 && top + height + 2 < window.innerHeight);
    const buttons = [...document.querySelectorAll("main button")].map((button) => button.getBoundingClientRect());
    const free = fits.filter(
      (top) =>
        !buttons.some(
          (one) => one.right > left && one.left < left + width && one.bottom > top && one.top < top + height,
        ),
    );
    card.style.left = `${left + window.scrollX}px`;
    card.style.top = `${(free[0] ?? fits[0] ?? below) + window.scrollY}px`;
  }

  /** A mark at the foot of a card that goes on below. */
  function tellMore() {
    card.classList.toggle("fact-more-below", told.scrollTop + told.clientHeight < told.scrollHeight - 4);
  }

  function close() {
    owner?.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
    document.body.style.paddingBottom = "";
  }

  /** Leaves time to move the pointer onto the card. */
  function closeSoon() {
    clearTimeout(closing);
    closing = window.setTimeout(close, 250);
  }

  /** @param {EventTarget | null} target @returns {HTMLElement | null} */
  function linkAt(target) {
    return target instanceof Element ? target.closest(".fact-link[data-fact], .term[data-card]") : null;
  }

  /** @param {EventTarget | null} target */
  function onCard(target) {
    return target instanceof Node && card.contains(target);
  }

  document.addEventListener("DOMContentLoaded", () => document.body.append(card));
  told.addEventListener("scroll", tellMore);
  shut.addEventListener("click", close);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkAt(event.target);
    if (link) open(link);
    else if (onCard(event.target)) clearTimeout(closing);
    else if (owner && document.activeElement !== owner) closeSoon();
  });
  document.addEventListener("focusin", (event) => {
    const link = linkAt(event.target);
    // A tap opens with its click: were it here, the page would move away under the finger.
    if (link?.matches(":focus-visible")) open(link);
    else if (!link && !onCard(event.target)) close();
  });
  // With a finger the first tap shows the card, the second follows the link.
  document.addEventListener("pointerdown", (event) => {
    const link = linkAt(event.target);
    if (event.pointerType === "touch" && link && recordOf(link))
      link.dataset.shown = owner === link ? "again" : "first";
  });
  document.addEventListener("click", (event) => {
    const link = linkAt(event.target);
    if (!link) {
      if (!onCard(event.target)) close();
      return;
    }
    if (link.dataset.shown === "first") {
      event.preventDefault();
      open(link);
    }
    delete link.dataset.shown;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
})();
